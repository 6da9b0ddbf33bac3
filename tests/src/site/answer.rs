//! What the server does with a request.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use tiny_http::{Header, Response, ResponseBox, Server};

use super::encoding::Encoding;
use super::media_type::media_type;
use super::variant::Variant;

/// One request, and what was sent back.
#[derive(Clone, Debug)]
pub struct Request {
    /// The path, without what follows a `?`.
    pub path: String,
    /// The status: 200 or 404.
    pub status: u16,
    /// How many bytes of content were sent, compressed as they were.
    pub bytes: usize,
    /// How they were compressed: `br`, `gzip`, or not at all.
    pub encoding: Option<&'static str>,
}

/// The scripts that variants bring along.
const SCRIPTS: [(&str, &str); 4] = [
    ("/watch.js", include_str!("scripts/watch.js")),
    ("/hidden.js", include_str!("scripts/hidden.js")),
    ("/stalled.js", include_str!("scripts/stalled.js")),
    (
        "/no-webassembly.js",
        include_str!("scripts/no-webassembly.js"),
    ),
];

/// The server's side of the conversation.
pub(super) struct Answering {
    pub(super) server: Arc<Server>,
    pub(super) folder: PathBuf,
    pub(super) requests: Arc<Mutex<Vec<Request>>>,
    pub(super) published: Published,
}

/// Files that stand nowhere on disk, by name.
pub(super) type Published = Arc<Mutex<HashMap<String, String>>>;

/// What is sent for one path.
struct Content {
    bytes: Vec<u8>,
    media_type: &'static str,
    encoding: Option<Encoding>,
}

impl Answering {
    pub(super) fn run(&self) {
        for request in self.server.incoming_requests() {
            let path = request.url().split(['?', '#']).next().unwrap_or_default();
            let path = path.to_owned();
            let accepted = request
                .headers()
                .iter()
                .find(|header| header.field.equiv("Accept-Encoding"));
            let content = self.content(&path, accepted.map_or("", |header| header.value.as_str()));
            self.note(path, content.as_ref());
            // A browser that goes away meanwhile asks again, or does not mind.
            let _ = request.respond(response(content));
        }
    }

    fn content(&self, path: &str, accepted: &str) -> Option<Content> {
        if let Some((_, script)) = SCRIPTS.iter().find(|(name, _)| *name == path) {
            return Some(Content::plain(
                script.as_bytes().to_vec(),
                "text/javascript",
            ));
        }
        let (variant, file) = Variant::split(path)?;
        let leaves_the_folder = file
            .split('/')
            .any(|part| part.starts_with('.') || part.contains('\\'));
        if leaves_the_folder || variant.lacks(file) {
            return None;
        }
        if variant == Variant::Published {
            let published = self
                .published
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let text = published.get(file)?.clone();
            return Some(Content::plain(text.into_bytes(), media_type(file)));
        }
        let place = self.folder.join(file);
        if file == "index.html" {
            let html = std::fs::read_to_string(&place).ok()?;
            if let Some(amended) = variant.amend(&html) {
                return Some(Content::plain(amended.into_bytes(), media_type(file)));
            }
        }
        let (bytes, encoding) = Encoding::read(&place, accepted)?;
        Some(Content {
            bytes,
            media_type: media_type(file),
            encoding,
        })
    }

    fn note(&self, path: String, content: Option<&Content>) {
        let request = Request {
            path,
            status: if content.is_some() { 200 } else { 404 },
            bytes: content.map_or(0, |content| content.bytes.len()),
            encoding: content
                .and_then(|content| content.encoding)
                .map(Encoding::name),
        };
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests.push(request);
    }
}

impl Content {
    fn plain(bytes: Vec<u8>, media_type: &'static str) -> Self {
        Self {
            bytes,
            media_type,
            encoding: None,
        }
    }
}

fn response(content: Option<Content>) -> ResponseBox {
    let Some(content) = content else {
        return Response::empty(404).boxed();
    };
    let headers = [
        ("Content-Type", Some(content.media_type)),
        ("Content-Encoding", content.encoding.map(Encoding::name)),
        // The page may be built anew between two runs.
        ("Cache-Control", Some("no-cache")),
    ];
    let mut response = Response::from_data(content.bytes);
    for (name, value) in headers {
        // Constants, all of them ASCII.
        if let Some(Ok(header)) = value.map(|value| Header::from_bytes(name, value)) {
            response.add_header(header);
        }
    }
    response.boxed()
}
