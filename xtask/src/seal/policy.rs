//! The policy's directives, and the hashes in them.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// How a page comes to its reader.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// As a site's files.
    Site,
    /// By Trunk's server, which tells the page of a rebuild through a WebSocket: older engines don't count that as 'self'.
    Serving,
    /// As one file, which loads nothing.
    File,
}

/// The `<meta>` that carries the policy for these inline scripts and styles.
pub(super) fn meta(scripts: &[&str], styles: &[&str], delivery: Delivery) -> String {
    let (own, images, connections) = match delivery {
        Delivery::Site => (
            " 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
        ),
        Delivery::Serving => (
            " 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self' ws://127.0.0.1:* ws://localhost:*",
        ),
        Delivery::File => ("", "img-src data: blob:", "connect-src 'none'"),
    };
    let mut directives = vec![
        "default-src 'none'".to_owned(),
        format!("script-src{own} 'wasm-unsafe-eval'{}", sources(scripts)),
        format!("style-src{own}{}", sources(styles)),
        images.to_owned(),
        connections.to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ];
    if delivery != Delivery::File {
        directives.extend(
            ["font-src", "manifest-src", "worker-src"].map(|kind| format!("{kind} 'self'")),
        );
    }
    format!(
        r#"<meta http-equiv="Content-Security-Policy" content="{}">"#,
        directives.join("; ")
    )
}

fn sources(texts: &[&str]) -> String {
    let mut hashes: Vec<String> = texts.iter().map(|text| hash(text)).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.iter().fold(String::new(), |mut list, hash| {
        list.push(' ');
        list.push_str(hash);
        list
    })
}

/// The source expression of an inline element's text (CSP 3, §2.3.1).
fn hash(text: &str) -> String {
    // The browser hashes what its parser yields, and that has line feeds alone.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

/// A digest to name a folder by.
pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing to a String can't fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_what_openssl_prints() {
        // printf "alert('Hello, world.');" | openssl dgst -sha256 -binary | base64: the example of CSP 3, §8.3.
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn line_ends_are_hashed_as_the_parser_yields_them() {
        assert_eq!(hash("a\r\nb\rc"), hash("a\nb\nc"));
    }

    #[test]
    fn a_digest_reads_as_hexadecimal() {
        // printf "" | sha256sum
        assert_eq!(
            sha256_hex(b""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }

    #[test]
    fn a_page_without_inline_code_allows_none() {
        let meta = meta(&[], &[], Delivery::Site);
        assert!(
            meta.contains("script-src 'self' 'wasm-unsafe-eval';"),
            "{meta}"
        );
        assert!(meta.contains("style-src 'self';"), "{meta}");
        assert!(meta.contains("connect-src 'self';"), "{meta}");
        assert!(!meta.contains("unsafe-inline"), "{meta}");
    }

    #[test]
    fn a_file_that_stands_alone_may_load_nothing() {
        let meta = meta(&[], &[], Delivery::File);
        assert!(!meta.contains("'self'"), "{meta}");
        assert!(meta.contains("connect-src 'none';"), "{meta}");
    }

    #[test]
    fn equal_scripts_are_allowed_once() {
        let meta = meta(&["let a;", "let a;"], &[], Delivery::Site);
        assert_eq!(meta.matches("sha256-").count(), 1, "{meta}");
    }
}
