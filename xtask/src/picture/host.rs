//! A server for the built site, for as long as a picture takes.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};

use anyhow::Result;

/// Serves a folder on a free port of this machine, until the program ends.
pub(super) struct Host {
    address: SocketAddr,
}

impl Host {
    pub(super) fn start(folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A browser that goes away asks again, or does not mind.
                let _ = answer(stream, &folder);
            }
        });
        Ok(Self { address })
    }

    pub(super) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers are read to their end: an answer before it may be cut off.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let Some(bytes) = named_file(&request).and_then(|name| std::fs::read(folder.join(name)).ok())
    else {
        return stream.write_all(
            b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
    };
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        media_type(named_file(&request).unwrap_or_default()),
        bytes.len()
    )?;
    stream.write_all(&bytes)
}

/// The file that a request line asks for. The site is flat, so that a path with folders names none.
fn named_file(request: &str) -> Option<&str> {
    let path = request.strip_prefix("GET /")?.split([' ', '?']).next()?;
    match path {
        "" => Some("index.html"),
        _ if path.contains(['/', '\\']) || path.starts_with('.') => None,
        _ => Some(path),
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_a_file_of_the_site() {
        for (request, file) in [
            ("GET / HTTP/1.1", Some("index.html")),
            ("GET /page.wasm?v=1 HTTP/1.1", Some("page.wasm")),
            ("GET /../Cargo.toml HTTP/1.1", None),
            ("GET /.git HTTP/1.1", None),
            ("POST / HTTP/1.1", None),
            ("", None),
        ] {
            assert_eq!(named_file(request), file, "{request}");
        }
    }
}
