//! Rooms that the first view only passes on to the workshop, and whose parts it therefore does without: of many guests,
//! and of vectors that are made of others.

use leptos::prelude::*;

/// The vectors of the guest in focus, where there is no room for everyone's.
#[component]
pub(crate) fn FocusVectors() -> impl IntoView {}

/// A guest's vectors that are made of others.
#[component]
pub(crate) fn Made(token_index: usize) -> impl IntoView {
    let _ = token_index;
}

/// The table of the guest in focus, where there is no room for everyone's.
#[component]
pub(crate) fn RowOfFocus(head_index: usize, by_cell: Memo<usize>) -> impl IntoView {
    let _ = (head_index, by_cell);
}
