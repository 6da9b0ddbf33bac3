//! What is shown, as few types of closure as there are kinds of thing.
//!
//! A `view!` is compiled anew for each type in it, and every closure is a type of its own. Boxed,
//! they compile to one piece of code a kind, which halves the module that a visitor downloads.

use leptos::prelude::*;

/// A text or attribute that follows the state.
pub(crate) type Text = Box<dyn FnMut() -> String + Send>;

/// A text or attribute that follows the state.
pub(crate) fn text(say: impl FnMut() -> String + Send + 'static) -> Text {
    Box::new(say)
}

/// An attribute that is there only at times.
pub(crate) fn attribute(
    say: impl FnMut() -> Option<String> + Send + 'static,
) -> Box<dyn FnMut() -> Option<String> + Send> {
    Box::new(say)
}

/// The attribute `true` where something holds, and none where it doesn't.
pub(crate) fn true_where(
    mut holds: impl FnMut() -> bool + Send + 'static,
) -> Box<dyn FnMut() -> Option<String> + Send> {
    attribute(move || holds().then(|| "true".to_owned()))
}

/// A property that holds or doesn't.
pub(crate) fn flag(
    holds: impl FnMut() -> bool + Send + 'static,
) -> Box<dyn FnMut() -> bool + Send> {
    Box::new(holds)
}

/// A number of the state, told on only when it has changed.
pub(crate) fn number(look: impl Fn() -> f64 + Send + Sync + 'static) -> Memo<f64> {
    let look: Box<dyn Fn() -> f64 + Send + Sync> = Box::new(look);
    Memo::new(move |_| look())
}

/// A count or index, told on only when it has changed.
pub(crate) fn count(look: impl Fn() -> usize + Send + Sync + 'static) -> Memo<usize> {
    let look: Box<dyn Fn() -> usize + Send + Sync> = Box::new(look);
    Memo::new(move |_| look())
}

/// Something done once the page stands, and again when what it looked at has changed.
pub(crate) fn effect(act: impl FnMut() + 'static) {
    keep(Box::new(act));
}

/// The same, compiled once.
fn keep(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| act());
}

/// A part of the page that is built anew when what it depends on changes.
pub(crate) fn part(
    build: impl FnMut() -> AnyView + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(build)
}

/// A part of the page that is there while something counts more than nothing.
pub(crate) fn part_while(
    when: Memo<usize>,
    build: impl Fn() -> AnyView + Send + 'static,
) -> Box<dyn FnMut() -> AnyView + Send> {
    let build: Box<dyn Fn() -> AnyView + Send> = Box::new(build);
    part(move || match when.get() {
        0 => ().into_any(),
        _ => build(),
    })
}

/// Several alike, one after the other.
pub(crate) fn each<T: IntoView + 'static>(
    indices: impl IntoIterator<Item = usize>,
    mut view: impl FnMut(usize) -> T,
) -> Vec<AnyView> {
    let one = |index| view(index).into_any();
    indices.into_iter().map(one).collect()
}
