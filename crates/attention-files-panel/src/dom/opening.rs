//! Reading files: no more of them than is wanted.

use std::ops::Range;

use attention_files::{Arrays, Opened, Pick, open, plan};
use attention_scene::{Experiment, shorten};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

use super::decimal;
use crate::{refusals, words};

/// How much of a file says what kind it is.
const BEGINNING: u64 = 16;
/// How much of a file's name is quoted, in columns.
const QUOTED: usize = 40;

/// A file, or what was pasted.
#[derive(Clone)]
pub(super) struct Source {
    name: String,
    content: Content,
}

#[derive(Clone)]
enum Content {
    File(File),
    Pasted(Vec<u8>),
}

/// What came of it.
pub(super) enum Found {
    Room(Box<Experiment>, usize),
    Arrays(Picking),
}

/// A file that is picked from.
pub(super) struct Picking {
    pub(super) source: Source,
    pub(super) arrays: Arrays,
}

impl Source {
    pub(super) fn of(file: File) -> Self {
        Self {
            name: shorten(&file.name(), QUOTED),
            content: Content::File(file),
        }
    }

    pub(super) fn pasted(text: &str) -> Self {
        Self {
            name: words::file_pasted().to_owned(),
            content: Content::Pasted(text.as_bytes().to_vec()),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Opens it beside a room, whose guest asks; or says why not.
    pub(super) async fn open(&self, beside: (&Experiment, usize)) -> Result<Found, String> {
        let refused = |refusal| refusals::sentence(&self.name, &refusal);
        let size = self.size();
        let beginning = self.read(0..size.min(BEGINNING)).await?;
        let wanted = plan(&beginning, size).map_err(refused)?;
        let bytes = self.read(0..wanted).await?;
        match open(&bytes, size, beside, decimal).map_err(refused)? {
            Opened::Room(room, focus) => Ok(Found::Room(room, focus)),
            Opened::Arrays(arrays) => Ok(Found::Arrays(Picking {
                source: self.clone(),
                arrays,
            })),
        }
    }

    fn size(&self) -> u64 {
        match &self.content {
            Content::File(file) => file.size() as u64,
            Content::Pasted(text) => text.len() as u64,
        }
    }

    async fn read(&self, range: Range<u64>) -> Result<Vec<u8>, String> {
        match &self.content {
            Content::File(file) => slice(file, range)
                .await
                .map_err(|_| words::file_unreadable(&self.name)),
            Content::Pasted(text) => {
                let end = text.len().min(range.end as usize);
                Ok(text[..end].to_vec())
            }
        }
    }
}

impl Picking {
    /// The room of what was picked, beside another; or why there is none.
    pub(super) async fn room(
        &self,
        picks: &[Pick; 3],
        beside: &Experiment,
    ) -> Result<Experiment, String> {
        let refused = |refusal| refusals::sentence(self.source.name(), &refusal);
        let [q, k, v] = self.arrays.wanted(picks).map_err(refused)?;
        let q = self.source.read(q).await?;
        let k = self.source.read(k).await?;
        let v = self.source.read(v).await?;
        self.arrays
            .room(picks, [&q, &k, &v], beside)
            .map_err(refused)
    }
}

async fn slice(file: &Blob, range: Range<u64>) -> Result<Vec<u8>, JsValue> {
    let part = file.slice_with_f64_and_f64(range.start as f64, range.end as f64)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
