use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::{dom, reactive, words};

/// How much light cameras want around a code, in its modules (ISO/IEC 18004).
const MARGIN: i32 = 4;

/// The link as a picture for cameras, as far as it fits into one.
#[component]
pub(super) fn Code(link: Memo<String>) -> impl IntoView {
    let picture = reactive::part(move || {
        let address = dom::address_of(&link.get());
        // What is left over of the code's size goes into its correction.
        match QrCode::encode_binary(address.as_bytes(), QrCodeEcc::Low) {
            Ok(code) => {
                let size = code.size() + 2 * MARGIN;
                view! {
                    <svg class="code" viewBox=format!("0 0 {size} {size}") role="img" aria-label=words::share_code()>
                        <rect width=size height=size></rect>
                        <path d=dark(&code)></path>
                    </svg>
                }
                .into_any()
            }
            Err(_) => view! { <p>{words::share_code_too_long()}</p> }.into_any(),
        }
    });
    view! { <div data-control="share-code">{picture}</div> }
}

/// Its dark modules, a square each.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for row in 0..code.size() {
        for column in 0..code.size() {
            if code.get_module(column, row) {
                path += &format!("M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
            }
        }
    }
    path
}
