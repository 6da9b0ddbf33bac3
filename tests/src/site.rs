//! The built page on a free port of this machine.

mod answer;
mod encoding;
mod media_type;
mod variant;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Result, ensure};
use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

pub use answer::Request;
use answer::{Answering, Published, answer};
pub use variant::Variant;

/// A static server of the built page, always under a path of its own: a page whose addresses are
/// relative doesn't notice. It remembers what it was asked for.
pub struct Site {
    /// Of its own, since it answers while tests wait. It ends with the site.
    runtime: Option<Runtime>,
    requests: Arc<Mutex<Vec<Request>>>,
    published: Published,
    port: u16,
    folder: PathBuf,
}

impl Site {
    /// Serves the folder that `ATTENTION_SITE` names, or the workspace's `dist`.
    ///
    /// # Errors
    ///
    /// When no page has been built there.
    pub fn start() -> Result<Self> {
        let folder = match std::env::var_os("ATTENTION_SITE") {
            Some(folder) => PathBuf::from(folder),
            None => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../dist"),
        };
        Self::of(folder)
    }

    /// Serves a folder that a page was built into.
    ///
    /// # Errors
    ///
    /// When it holds none.
    pub fn of(folder: PathBuf) -> Result<Self> {
        ensure!(
            folder.join("index.html").is_file(),
            "{} holds no page: `cargo xtask dist` builds it",
            folder.display()
        );
        let (requests, published) = (Arc::default(), Published::default());
        let answering = Answering {
            folder: folder.clone(),
            requests: Arc::clone(&requests),
            published: Arc::clone(&published),
        };
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_io()
            .build()?;
        // Not by the runtime: a task that opens a second site runs in one of its own.
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let listener = {
            let _context = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let answers = Router::new().fallback(answer).with_state(answering.into());
        runtime.spawn(async { axum::serve(listener, answers).await });
        Ok(Self {
            runtime: Some(runtime),
            requests,
            published,
            port,
            folder,
        })
    }

    /// The page's address in one of its variants.
    #[must_use]
    pub fn address(&self, variant: Variant) -> String {
        format!("{}{}", self.origin(), variant.path())
    }

    /// The scheme, host and port of everything that the page may load.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the page was built into.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address on disk of a file of the site.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn on_disk(&self, name: &str) -> Result<String> {
        let path = self.folder.join(name).canonicalize()?;
        Ok(format!("file://{}", path.display()))
    }

    /// Puts a file beside the page, as [`Variant::Published`].
    pub fn publish(&self, name: &str, text: String) {
        let mut published = self
            .published
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        published.insert(name.to_owned(), text);
    }

    /// The paths that were asked for in a variant and are not there, but for the worker's, which most
    /// variants do without.
    #[must_use]
    pub fn refused(&self, variant: Variant) -> Vec<String> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let is_refused = |request: &&Request| {
            request.status != 200
                && request.path.starts_with(variant.path())
                && !request.path.ends_with("/sw.js")
        };
        requests
            .iter()
            .filter(is_refused)
            .map(|request| request.path.clone())
            .collect()
    }

    /// What was asked for since this was last asked.
    #[must_use]
    pub fn take_requests(&self) -> Vec<Request> {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut requests)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Whether or not a browser still keeps a connection.
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    use super::*;

    /// WebKit opens as many connections as it has requests, and keeps them.
    #[test]
    fn connections_that_come_together_are_all_answered() -> Result<()> {
        let site = Site::of(PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/..")))?;
        for _ in 0..50 {
            let mut kept = Vec::new();
            for _ in 0..8 {
                kept.push(TcpStream::connect(("127.0.0.1", site.port))?);
            }
            for stream in &mut kept {
                stream.set_read_timeout(Some(Duration::from_secs(5)))?;
                stream.write_all(b"GET /watch.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
            }
            for stream in &mut kept {
                let mut status = [0; 15];
                stream.read_exact(&mut status)?;
                assert_eq!(&status, b"HTTP/1.1 200 OK");
            }
        }
        Ok(())
    }
}
