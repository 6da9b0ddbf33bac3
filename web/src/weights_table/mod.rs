//! Every row of the computation as a table: the lines and bars in numbers.

mod of_focus;

use attention_scene::{Axis, Hearing, PagePart, Quantity, Reading, print_short};
use leptos::prelude::*;

use self::of_focus::RowOfFocus;
use crate::{
    app::use_mixer, dom, pin::delta, reactive, readout::Readout, steps::six_places, words,
};

/// Who listens to whom and what comes of it, for everyone.
#[component]
pub(crate) fn WeightsTable() -> impl IntoView {
    let mixer = use_mixer();
    let (count, d_v) = (mixer.token_count(), mixer.dimension(Axis::Value));
    let by_cell =
        reactive::count(move || usize::from(matches!(mixer.hearing(), Hearing::Cells(_))));
    let caption = move |head_index: usize| match mixer.head_count().get() {
        1 => view! { <caption>{words::table_caption()}</caption> }.into_any(),
        _ => {
            let head = words::head_name(&(head_index + 1).to_string());
            view! {
                <caption>
                    <b>{head}</b>
                    " "
                    {words::table_caption()}
                </caption>
            }
            .into_any()
        }
    };
    let few = mixer.is_few();
    let table = move |head_index: usize| {
        if few.get() == 0 {
            return view! { <RowOfFocus head_index by_cell /> }.into_any();
        }
        let (count, d_v) = (count.get(), d_v.get());
        let keys = reactive::each(0..count, |key_index| {
            view! { <th scope="col">{reactive::text(move || mixer.token(key_index))}</th> }
        });
        let outputs = reactive::each(1..=d_v, |component| {
            view! { <th scope="col">{words::table_output(&component.to_string())}</th> }
        });
        let rows = reactive::each(0..count, |query_index| {
            view! { <Row head_index query_index count d_v by_cell /> }
        });
        view! {
            <table>
                {caption(head_index)}
                <thead>
                    <tr>
                        <th scope="col">{words::table_query()}</th>
                        {keys}
                        {outputs}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    let looked_at = mixer.head_looked_at();
    let tables = reactive::part(move || {
        let shown = match looked_at.get().checked_sub(1) {
            Some(head_index) => head_index..head_index + 1,
            None => 0..mixer.head_count().get(),
        };
        let tables = shown.map(table);
        tables.collect::<Vec<_>>().into_any()
    });
    view! {
        <section class="everyone" aria-labelledby="everyone-title">
            <h2 id="everyone-title">{words::table_title()}</h2>
            <p id="everyone-hint">{words::table_hint()}</p>
            <div
                class="scroller"
                role="group"
                aria-labelledby="everyone-title"
                aria-describedby="everyone-hint"
                tabindex="0"
                on:keydown=move |event| dom::move_in_table(&event)
            >
                {tables}
            </div>
        </section>
    }
}

/// One guest's row.
#[component]
fn Row(
    head_index: usize,
    query_index: usize,
    count: usize,
    d_v: usize,
    by_cell: Memo<usize>,
) -> impl IntoView {
    let mixer = use_mixer();
    let cells = reactive::each(
        0..count,
        |key_index| view! { <Cell head_index query_index key_index by_cell /> },
    );
    let outputs = reactive::each(0..d_v, |component_index| {
        let reading = Reading::output(head_index, query_index, component_index);
        view! {
            <td class="v">
                <Readout reading print=six_places by_arrows=true />
            </td>
        }
    });
    view! {
        <tr aria-current=reactive::true_where(move || mixer.focus() == query_index)>
            <th scope="row">{reactive::text(move || mixer.token(query_index))}</th>
            {cells}
            {outputs}
        </tr>
    }
}

/// One weight, and the score it came from; where the mask is `by_cell`, with the cell's switch.
#[component]
fn Cell(
    head_index: usize,
    query_index: usize,
    key_index: usize,
    by_cell: Memo<usize>,
) -> impl IntoView {
    let quantities = [Quantity::Weight, Quantity::Score, Quantity::Scaled];
    let [weight, score, scaled] =
        quantities.map(|quantity| Reading::between(quantity, head_index, query_index, key_index));
    let allowed = use_mixer().allowed(query_index, key_index);
    view! {
        <td class:masked=reactive::flag(move || allowed.get() == 0)>
            <Heard weight allowed by_cell />
            <small>
                {words::table_score()} " " <Readout reading=score print=print_short by_arrows=true /> " · "
                {words::table_scaled()} " " <Readout reading=scaled print=print_short by_arrows=true />
            </small>
        </td>
    }
}

/// A weight, or that the guest may not be heard; where the mask is `by_cell`, with the cell's switch.
#[component]
fn Heard(weight: Reading, allowed: Memo<usize>, by_cell: Memo<usize>) -> impl IntoView {
    let mixer = use_mixer();
    let Reading {
        query_index,
        column: key_index,
        ..
    } = weight;
    let may_listen = reactive::part_while(by_cell, move || {
        let name = move || {
            let [key, query] = [key_index, query_index].map(|index| mixer.token(index));
            words::may_listen(&key, &query)
        };
        view! {
            <input
                type="checkbox"
                data-control="cell"
                data-query=query_index
                data-key=key_index
                aria-label=reactive::text(name)
                prop:checked=reactive::flag(move || allowed.get() == 1)
                prop:disabled=reactive::flag(move || mixer.locks(PagePart::Mask))
                on:change=move |event| mixer.set_cell(query_index, key_index, event_target_checked(&event))
            />
        }
        .into_any()
    });
    let unheard = reactive::part(move || match allowed.get() {
        0 => view! { <small class="unheard">{words::unheard()}</small> }.into_any(),
        _ => ().into_any(),
    });
    view! {
        {may_listen}
        <Readout reading=weight print=six_places by_arrows=true />
        {delta(mixer, mixer.compares(), mixer.read(weight), weight)}
        {unheard}
    }
}
