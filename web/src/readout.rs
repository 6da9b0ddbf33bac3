//! One number of the computation on screen.

use attention_scene::{Reading, print_exact};
use leptos::prelude::*;

use crate::{app::use_mixer, reactive};

/// A number of the trace: as text for people, in full for other programs.
#[component]
pub(crate) fn Readout(
    /// Which number.
    reading: Reading,
    /// How it is printed for people.
    print: fn(f64) -> String,
) -> impl IntoView {
    let number = use_mixer().read(reading);
    let (query, key, component) = match reading {
        Reading::Score {
            query_index,
            key_index,
        }
        | Reading::Scaled {
            query_index,
            key_index,
        }
        | Reading::Weight {
            query_index,
            key_index,
        } => (query_index, Some(key_index), None),
        Reading::Output {
            query_index,
            component_index,
        } => (query_index, None, Some(component_index)),
    };
    view! {
        <span
            data-readout=reading.kind()
            data-query=query
            data-key=key
            data-component=component
            data-value=reactive::text(move || print_exact(number.get()))
        >
            {reactive::text(move || print(number.get()))}
        </span>
    }
}
