//! `.br` and `.gz` beside each file that they make smaller, for hosts that send what is there.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A file of the site and what it weighs.
#[derive(Debug)]
pub(crate) struct Weighed {
    /// The name in `dist`, without content hash: `app.wasm`, `embed/mixer.wasm`.
    pub(super) name: String,
    pub(super) raw: u64,
    pub(super) brotli: u64,
    pub(super) gzip: u64,
}

/// What is compressed already (fonts in WOFF2, PNG) is left as it is.
const COMPRESSIBLE: [&str; 11] = [
    "css",
    "html",
    "ico",
    "js",
    "json",
    "map",
    "svg",
    "ttf",
    "txt",
    "wasm",
    "webmanifest",
];

/// Writes the compressed files and weighs all.
pub(super) fn compress(folder: &Path, files: &[PathBuf]) -> Result<Vec<Weighed>> {
    // A file a thread: brotli's best takes seconds on the module alone.
    std::thread::scope(|scope| {
        let threads: Vec<_> = files
            .iter()
            .filter(|file| !has_extension(file, &["br", "gz"]))
            .map(|file| scope.spawn(|| compress_file(folder, file)))
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}

fn compress_file(folder: &Path, file: &Path) -> Result<Weighed> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let raw = bytes.len() as u64;
    let (mut brotli, mut gzip) = (raw, raw);
    if has_extension(file, &COMPRESSIBLE) {
        let br = brotli_best(&bytes)?;
        let gz = gzip_best(&bytes)?;
        (brotli, gzip) = (br.len() as u64, gz.len() as u64);
        write_beside(file, "br", &br)?;
        write_beside(file, "gz", &gz)?;
    }
    let place = file.parent().unwrap_or(folder);
    let within = place.strip_prefix(folder).unwrap_or(place);
    Ok(Weighed {
        name: within.join(plain_name(file)).display().to_string(),
        raw,
        brotli,
        gzip,
    })
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| extensions.contains(&extension))
}

fn write_beside(file: &Path, extension: &str, bytes: &[u8]) -> Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    std::fs::write(&name, bytes).with_context(|| format!("cannot write {}", name.display()))
}

fn brotli_best(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip_best(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Trunk's names are `stem-0123456789abcdef.ext`, or `stem-0123456789abcdef_bg.wasm` for the module. It writes a number,
/// without the zeros that it may begin with.
pub(super) fn plain_name(file: &Path) -> String {
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    for (dash, _) in name.match_indices('-') {
        let rest = &name[dash + 1..];
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        if HASH.contains(&digits) && rest[digits..].starts_with(['.', '_']) {
            return format!("{}{}", &name[..dash], &rest[digits..]);
        }
    }
    name
}

/// How long a content hash is: fewer digits than these, one build in four billion has.
const HASH: std::ops::RangeInclusive<usize> = 9..=16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_hash_is_no_part_of_the_name() {
        for (file, name) in [
            ("dist/page-0123456789abcdef.css", "page.css"),
            ("dist/a-page-0123456789abcdef_bg.wasm", "a-page_bg.wasm"),
            ("dist/a-page-42557277e3eee50_bg.wasm", "a-page_bg.wasm"),
            ("dist/index.html", "index.html"),
            ("dist/page-decade.js", "page-decade.js"),
            (
                "dist/a-name-that-is-long-enough.js",
                "a-name-that-is-long-enough.js",
            ),
        ] {
            assert_eq!(plain_name(Path::new(file)), name);
        }
    }

    #[test]
    fn brotli_and_gzip_are_read_back() {
        let bytes = "Alice introduced Bob to Chloe. ".repeat(100).into_bytes();
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut &*brotli_best(&bytes).unwrap(), &mut text).unwrap();
        assert_eq!(text, bytes);
        let mut text = Vec::new();
        std::io::copy(
            &mut flate2::read::GzDecoder::new(&*gzip_best(&bytes).unwrap()),
            &mut text,
        )
        .unwrap();
        assert_eq!(text, bytes);
    }
}
