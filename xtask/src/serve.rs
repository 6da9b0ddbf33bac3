//! `cargo xtask serve`: the page, built and served while one works on it.

mod answer;
mod running;

use std::net::{Ipv4Addr, TcpListener};
use std::time::Duration;

use anyhow::{Result, bail};

use crate::provision::{Need, provide};
use crate::workspace::Workspace;
use running::Running;

/// What the modules are built with at every change: the types of views forgotten, as in a release, and no lines for a
/// debugger, which wasm-bindgen takes seconds to carry over.
const QUICK: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "--cfg erase_components -Cdebuginfo=0",
);

/// How to serve.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Serving {
    pub(crate) port: u16,
    pub(crate) release: bool,
}

impl Default for Serving {
    fn default() -> Self {
        Self {
            port: 8080,
            release: false,
        }
    }
}

pub(crate) fn serve(workspace: &Workspace, serving: &Serving) -> Result<()> {
    let Serving { port, release } = *serving;
    // Before minutes of building, not after them.
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        bail!(
            "port {port} is in use. To take another, run:\n    cargo xtask serve --port {}",
            port.wrapping_add(1).max(1024)
        );
    }
    let need = if release { Need::Release } else { Need::Page };
    let toolbox = provide(workspace, need)?;
    let mut trunk = toolbox.command("trunk")?;
    trunk
        .current_dir(workspace.root())
        .args([
            "serve",
            "--address",
            "127.0.0.1",
            "--disable-address-lookup",
            "--port",
        ])
        .arg(port.to_string())
        // Apart from `dist/`, which holds what `cargo xtask dist` has measured.
        .arg("--dist")
        .arg(
            workspace
                .target()
                .join(if release { "site-release" } else { "site" }),
        );
    if release {
        trunk.arg("--release");
    } else {
        trunk.envs([QUICK]);
    }
    let server = Running::start(&mut trunk)?;
    while !answer::is_ok(port) {
        if !server.runs()? {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    println!("\nAttention Mixer is at http://127.0.0.1:{port}/ (Ctrl-C stops it)\n");
    server.wait()
}
