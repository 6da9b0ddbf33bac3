//! Whether the page answers.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

/// Whether `GET /` on this port of this machine is answered with 200.
pub(super) fn is_ok(port: u16) -> bool {
    status_line(port).is_ok_and(|line| is_ok_status(&line))
}

fn status_line(port: u16) -> std::io::Result<String> {
    let timeout = Duration::from_secs(2);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, timeout)?;
    stream.set_read_timeout(Some(timeout))?;
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    )?;
    let mut start = Vec::new();
    stream.take(64).read_to_end(&mut start)?;
    Ok(String::from_utf8_lossy(&start).into_owned())
}

fn is_ok_status(line: &str) -> bool {
    line.starts_with("HTTP/1.") && line.split(' ').nth(1) == Some("200")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_hundred_is_an_answer() {
        assert!(is_ok_status("HTTP/1.1 200 OK\r\ncontent-type: text/html"));
        assert!(is_ok_status("HTTP/1.0 200 OK\r\n"));
    }

    #[test]
    fn nothing_else_is() {
        for line in ["", "HTTP/1.1 404 Not Found", "HTTP/1.1", "200 200 200"] {
            assert!(!is_ok_status(line), "{line}");
        }
    }
}
