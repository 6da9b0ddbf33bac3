use js_sys::Uint8Array;
use leptos::{prelude::window, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchProblem {
    /// Nobody answered: there is no network, or no server.
    Unreachable,
    /// The server has no such file.
    Missing,
}

/// What takes a file's bytes.
pub(crate) type Take = Box<dyn FnOnce(Result<Vec<u8>, FetchProblem>)>;

/// Fetches a file that stands beside the page; of a longer one, a byte more than is wanted.
pub(crate) fn fetch(address: String, length: usize, take: Take) {
    spawn_local(async move {
        take(match fetched(&address, length).await {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(FetchProblem::Missing),
            Err(_) => Err(FetchProblem::Unreachable),
        });
    });
}

async fn fetched(address: &str, length: usize) -> Result<Option<Vec<u8>>, JsValue> {
    let response = JsFuture::from(window().fetch_with_str(address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Ok(None);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    let bytes = Uint8Array::new(&buffer);
    let most = u32::try_from(length + 1).unwrap_or(u32::MAX);
    Ok(Some(bytes.subarray(0, most).to_vec()))
}
