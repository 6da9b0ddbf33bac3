use attention_scene::{Axis, Quantity, Reading, print_short};
use leptos::prelude::*;

use super::Heard;
use crate::{app::use_mixer, reactive, readout::Readout, steps::six_places, words};

/// The row of the guest in focus, a line for each guest who is heard: where there are too many
/// guests to show every row.
#[component]
pub(crate) fn RowOfFocus(head_index: usize, by_cell: Memo<usize>) -> impl IntoView {
    let mixer = use_mixer();
    let focus = reactive::count(move || mixer.focus());
    let (count, d_v) = (mixer.token_count(), mixer.dimension(Axis::Value));
    let head = move || match mixer.head_count().get() {
        1 => String::new(),
        _ => words::head_name(&(head_index + 1).to_string()),
    };
    let caption = move || words::row_caption(&mixer.token(focus.get()));
    let rows = reactive::part(move || {
        let query_index = focus.get();
        let row = |key_index| view! { <Row head_index query_index key_index by_cell /> };
        reactive::each(0..count.get(), row).into_any()
    });
    let becomes = move || words::output_of(&mixer.token(focus.get()));
    let output = reactive::part(move || {
        let query_index = focus.get();
        reactive::each(0..d_v.get(), |component_index| {
            let reading = Reading::output(head_index, query_index, component_index);
            view! { <Readout reading print=six_places by_arrows=true /> }
        })
        .into_any()
    });
    view! {
        <table class="of-focus">
            <caption>
                <b>{reactive::text(head)}</b>
                " "
                {reactive::text(caption)}
            </caption>
            <thead>
                <tr>
                    <th scope="col">{words::row_key()}</th>
                    <th scope="col">{words::row_weight()}</th>
                    <th scope="col">{words::table_score()}</th>
                    <th scope="col">{words::table_scaled()}</th>
                </tr>
            </thead>
            <tbody>
                {rows} <tr>
                    <th scope="row">{reactive::text(becomes)}</th>
                    <td class="v becomes" colspan="3">
                        {output}
                    </td>
                </tr>
            </tbody>
        </table>
    }
}

/// One guest who is heard.
#[component]
fn Row(
    head_index: usize,
    query_index: usize,
    key_index: usize,
    by_cell: Memo<usize>,
) -> impl IntoView {
    let mixer = use_mixer();
    let quantities = [Quantity::Weight, Quantity::Score, Quantity::Scaled];
    let [weight, score, scaled] =
        quantities.map(|quantity| Reading::between(quantity, head_index, query_index, key_index));
    let allowed = mixer.allowed(query_index, key_index);
    view! {
        <tr>
            <th scope="row">{reactive::text(move || mixer.token(key_index))}</th>
            <td class:masked=reactive::flag(move || allowed.get() == 0)>
                <Heard weight allowed by_cell />
            </td>
            <td>
                <Readout reading=score print=print_short by_arrows=true />
            </td>
            <td>
                <Readout reading=scaled print=print_short by_arrows=true />
            </td>
        </tr>
    }
}
