//! The built page on a free port of this machine.

mod answer;
mod encoding;
mod media_type;
mod variant;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anyhow::{Context, Result, ensure};
use tiny_http::Server;

pub use answer::Request;
use answer::{Answering, Published};
pub use variant::Variant;

/// A static server of the built page, always under a path of its own: a page whose addresses are
/// relative doesn't notice. It remembers what it was asked for.
pub struct Site {
    server: Arc<Server>,
    answering: Option<JoinHandle<()>>,
    requests: Arc<Mutex<Vec<Request>>>,
    published: Published,
    port: u16,
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

    fn of(folder: PathBuf) -> Result<Self> {
        ensure!(
            folder.join("index.html").is_file(),
            "{} holds no page: `cargo xtask dist` builds it",
            folder.display()
        );
        let server = Server::http("127.0.0.1:0").map_err(|error| anyhow::anyhow!("{error}"))?;
        let port = server.server_addr().to_ip().context("no port")?.port();
        let server = Arc::new(server);
        let (requests, published) = (Arc::default(), Published::default());
        let answering = Answering {
            server: Arc::clone(&server),
            folder,
            requests: Arc::clone(&requests),
            published: Arc::clone(&published),
        };
        let answering = std::thread::spawn(move || answering.run());
        Ok(Self {
            server,
            answering: Some(answering),
            requests,
            published,
            port,
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

    /// Puts a file beside the page, as [`Variant::Published`].
    pub fn publish(&self, name: &str, text: String) {
        let mut published = self
            .published
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        published.insert(name.to_owned(), text);
    }

    /// The paths that were asked for in a variant and are not there.
    #[must_use]
    pub fn refused(&self, variant: Variant) -> Vec<String> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        let is_refused =
            |request: &&Request| request.status != 200 && request.path.starts_with(variant.path());
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
        self.server.unblock();
        if let Some(answering) = self.answering.take() {
            // It has ended, well or badly; there is nothing left to serve.
            let _ = answering.join();
        }
    }
}
