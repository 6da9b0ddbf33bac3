//! A server that ends when we do.

use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};

/// How long a server may take to end before it is made to.
const PATIENCE: Duration = Duration::from_secs(5);

/// A child that Ctrl-C, or a request to terminate, ends together with whatever it has started.
pub(super) struct Running {
    child: Arc<Mutex<Child>>,
    stopped: Arc<AtomicBool>,
}

impl Running {
    pub(super) fn start(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt;
            // A group of its own: one signal then reaches the compilers that it has started, too.
            command.process_group(0);
        }
        let child = command.spawn().context("the server can't be started")?;
        let running = Self {
            child: Arc::new(Mutex::new(child)),
            stopped: Arc::new(AtomicBool::new(false)),
        };
        let (child, stopped) = (Arc::clone(&running.child), Arc::clone(&running.stopped));
        ctrlc::set_handler(move || {
            stopped.store(true, Ordering::SeqCst);
            stop(&mut child.lock().unwrap_or_else(PoisonError::into_inner));
        })
        .context("Ctrl-C can't be heard")?;
        Ok(running)
    }

    /// Whether it still runs: an error when it has ended unasked.
    pub(super) fn runs(&self) -> Result<bool> {
        let ended = self
            .child
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .try_wait()?;
        match ended {
            None => Ok(true),
            Some(_) if self.stopped.load(Ordering::SeqCst) => {
                eprintln!("Stopped.");
                Ok(false)
            }
            Some(status) => Err(unasked(status)),
        }
    }

    /// Waits until we are asked to stop.
    pub(super) fn wait(&self) -> Result<()> {
        while self.runs()? {
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

fn unasked(status: ExitStatus) -> anyhow::Error {
    anyhow!("the server has ended ({status}); what it printed above says why")
}

fn stop(child: &mut Child) {
    signal(child, false);
    let deadline = Instant::now() + PATIENCE;
    while matches!(child.try_wait(), Ok(None)) {
        if Instant::now() > deadline {
            signal(child, true);
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[cfg(unix)]
fn signal(child: &mut Child, force: bool) {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;

    let signal = if force {
        Signal::SIGKILL
    } else {
        Signal::SIGTERM
    };
    if let Ok(group) = i32::try_from(child.id()) {
        // It may have ended by itself.
        let _ = killpg(Pid::from_raw(group), signal);
    }
}

#[cfg(not(unix))]
fn signal(child: &mut Child, _force: bool) {
    // It may have ended by itself.
    let _ = child.kill();
}
