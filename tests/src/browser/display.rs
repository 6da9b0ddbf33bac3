//! An X display in memory, for the engine without a headless mode.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A running X server, ended when dropped.
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Display {
    pub(super) fn start(program: &Path) -> Result<Self> {
        let mut server = Command::new(program)
            // It takes a free number by itself, and writes which to its standard output.
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1600x1200x24",
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{} doesn't start", program.display()))?;
        let output = server.stdout.take();
        // Held from here on, so that an error ends it.
        let mut display = Self {
            server,
            name: String::new(),
        };
        let mut number = String::new();
        BufReader::new(output.context("Xvfb has no output")?).read_line(&mut number)?;
        ensure!(!number.trim().is_empty(), "Xvfb names no display");
        display.name = format!(":{}", number.trim());
        Ok(display)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Either it has ended already, or it ends now.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
