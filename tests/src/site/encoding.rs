//! Content as it was compressed when the page was built.

use std::path::Path;

/// A compression that stands beside a file, under its name and this one's ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// A file's content, in the best compression that there is and that is accepted.
    pub(super) fn read(file: &Path, accepted: &str) -> Option<(Vec<u8>, Option<Self>)> {
        let accepts =
            |encoding: &Self| accepted.split(',').any(|one| one.trim() == encoding.name());
        let compressed = |encoding: Self| {
            let mut name = file.file_name()?.to_owned();
            name.push(match encoding {
                Self::Brotli => ".br",
                Self::Gzip => ".gz",
            });
            let bytes = std::fs::read(file.with_file_name(name)).ok()?;
            Some((bytes, Some(encoding)))
        };
        [Self::Brotli, Self::Gzip]
            .into_iter()
            .filter(accepts)
            .find_map(compressed)
            .or_else(|| Some((std::fs::read(file).ok()?, None)))
    }
}
