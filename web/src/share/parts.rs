use attention_scene::{PagePart, PartSet, Wishes};
use leptos::prelude::*;

use crate::{reactive, words};

/// What of the page is hidden or locked where it goes.
#[component]
pub(super) fn Parts(wishes: RwSignal<Wishes>) -> impl IntoView {
    let rows = reactive::each(0..PagePart::ALL.len(), |index| {
        view! { <Row wishes part=PagePart::ALL[index] /> }
    });
    view! {
        <details class="share-parts">
            <summary>{words::share_parts()}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words::share_part()}</th>
                        <th scope="col">{words::share_hide()}</th>
                        <th scope="col">{words::share_lock()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

#[component]
fn Row(wishes: RwSignal<Wishes>, part: PagePart) -> impl IntoView {
    let name = words::page_part(part);
    let hide = switch(
        wishes,
        part,
        "share-hide",
        words::share_hide_part(name),
        |wishes| &mut wishes.hidden,
    );
    let lock = switch(
        wishes,
        part,
        "share-lock",
        words::share_lock_part(name),
        |wishes| &mut wishes.locked,
    );
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{hide}</td>
            <td>{lock}</td>
        </tr>
    }
}

fn switch(
    wishes: RwSignal<Wishes>,
    part: PagePart,
    control: &'static str,
    name: String,
    set: fn(&mut Wishes) -> &mut PartSet,
) -> AnyView {
    let checked = move || {
        let mut wishes = wishes.get();
        set(&mut wishes).contains(part)
    };
    let change = move |event| {
        let on = event_target_checked(&event);
        wishes.update(|wishes| set(wishes).set(part, on));
    };
    view! {
        <input
            type="checkbox"
            data-control=control
            value=part.name()
            aria-label=name
            prop:checked=reactive::flag(checked)
            on:change=change
        />
    }
    .into_any()
}
