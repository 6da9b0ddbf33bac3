//! What the server does with a request.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

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
const SCRIPTS: [(&str, &str); 5] = [
    ("/watch.js", include_str!("scripts/watch.js")),
    ("/hidden.js", include_str!("scripts/hidden.js")),
    ("/trapping.js", include_str!("scripts/trapping.js")),
    ("/stalled.js", include_str!("scripts/stalled.js")),
    (
        "/no-webassembly.js",
        include_str!("scripts/no-webassembly.js"),
    ),
];

/// The server's side of the conversation.
pub(super) struct Answering {
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

/// What the site sends for an address.
pub(super) async fn answer(
    State(answering): State<Arc<Answering>>,
    address: Uri,
    headers: HeaderMap,
) -> Response {
    let accepted = headers.get(header::ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let content = answering.content(address.path(), accepted.unwrap_or_default());
    answering.note(address.path(), content.as_ref());
    let mut response = content.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        IntoResponse::into_response,
    );
    if Variant::split(address.path()).is_some_and(|(variant, _)| variant == Variant::Shared) {
        let everyone = HeaderValue::from_static("*");
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, everyone);
    }
    response
}

impl Answering {
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

    fn note(&self, path: &str, content: Option<&Content>) {
        let request = Request {
            path: path.to_owned(),
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

impl IntoResponse for Content {
    fn into_response(self) -> Response {
        let headers = [
            (header::CONTENT_TYPE, self.media_type),
            // The page may be built anew between two runs.
            (header::CACHE_CONTROL, "no-cache"),
        ];
        let encoding = self.encoding.map(Encoding::name);
        let encoding = encoding.map(|name| [(header::CONTENT_ENCODING, name)]);
        (headers, encoding, self.bytes).into_response()
    }
}
