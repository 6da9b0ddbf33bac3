use fast_qr::{QRBuilder, QRCode};
use leptos::prelude::*;

use crate::{dom, reactive, words};

/// How much light cameras want around a code, in its modules (ISO/IEC 18004).
const MARGIN: usize = 4;

/// The link as a picture for cameras, as far as it fits into one.
#[component]
pub(super) fn Code(link: Memo<String>) -> impl IntoView {
    let picture = reactive::part(move || {
        let address = dom::address_of(&link.get());
        match QRBuilder::new(address).build() {
            Ok(code) => {
                let size = code.size + 2 * MARGIN;
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
fn dark(code: &QRCode) -> String {
    let mut path = String::new();
    for row in 0..code.size {
        for (column, module) in code[row].iter().enumerate() {
            if module.value() {
                path += &format!("M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
            }
        }
    }
    path
}
