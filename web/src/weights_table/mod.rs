//! Every row of the computation as a table: the lines and bars in numbers.

use attention_scene::{Experiment, Reading, Vector, print_fixed, print_short};
use leptos::prelude::*;

use crate::{app::use_mixer, readout::Readout, words};

/// Who listens to whom and what comes of it, for everyone.
#[component]
pub(crate) fn WeightsTable() -> impl IntoView {
    let mixer = use_mixer();
    let shape = Memo::new(move |_| {
        mixer
            .experiment()
            .with(|room: &Experiment| (room.token_count(), room.dimension(Vector::Value)))
    });
    let table = move || {
        let (count, d_v) = shape.get();
        let keys = (0..count).map(|key| view! { <th scope="col">{move || mixer.token(key)}</th> });
        let outputs = (1..=d_v).map(|component| {
            view! { <th scope="col">{words::table_output(&component.to_string())}</th> }
        });
        let rows = (0..count).map(|query_index| view! { <Row query_index count d_v /> });
        view! {
            <table>
                <caption>{words::table_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::table_query()}</th>
                        {keys.collect_view()}
                        {outputs.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    };
    view! {
        <section class="everyone" aria-labelledby="everyone-title">
            <h2 id="everyone-title">{words::table_title()}</h2>
            <div class="scroller" role="region" aria-labelledby="everyone-title" tabindex="0">{table}</div>
        </section>
    }
}

/// One guest's row.
#[component]
fn Row(query_index: usize, count: usize, d_v: usize) -> impl IntoView {
    let mixer = use_mixer();
    let in_focus = move || (mixer.selection().focus == query_index).then_some("true");
    let cells = (0..count).map(|key_index| view! { <Cell query_index key_index /> });
    let outputs = (0..d_v).map(|component_index| {
        let reading = Reading::Output {
            query_index,
            component_index,
        };
        view! { <td class="v"><Readout reading print=six_places /></td> }
    });
    view! {
        <tr aria-current=in_focus>
            <th scope="row">{move || mixer.token(query_index)}</th>
            {cells.collect_view()}
            {outputs.collect_view()}
        </tr>
    }
}

/// One weight, and the score it came from.
#[component]
fn Cell(query_index: usize, key_index: usize) -> impl IntoView {
    view! {
        <td>
            <Readout reading=Reading::Weight { query_index, key_index } print=six_places />
            <small>
                {words::table_score()} " "
                <Readout reading=Reading::Score { query_index, key_index } print=print_short />
                " · " {words::table_scaled()} " "
                <Readout reading=Reading::Scaled { query_index, key_index } print=print_short />
            </small>
        </td>
    }
}

fn six_places(number: f64) -> String {
    print_fixed(number, 6)
}
