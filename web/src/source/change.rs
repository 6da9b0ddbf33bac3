use attention_scene::print_fixed;
use leptos::prelude::*;

use super::swap::Swapped;
use crate::{reactive, words};

/// Of more guests than this, only those whom it is about are listed.
const MANY: usize = 12;

/// What became of everyone: in a sentence, and in numbers before and after.
#[component]
pub(super) fn Change(swapped: Swapped) -> impl IntoView {
    let says = sentence(&swapped);
    let most = swapped.change.most_changed();
    let outcome = if most.is_some() { "changed" } else { "same" };
    let about = |seat: &usize| {
        let few = swapped.names.len() <= MANY;
        few || swapped.seats.contains(seat) || most == Some(*seat)
    };
    let rows = reactive::each((0..swapped.names.len()).filter(about), |seat| {
        let [before, after] = [0, 1].map(|when| output(&swapped, seat, when));
        view! {
            <tr>
                <th scope="row">{swapped.names[seat].clone()}</th>
                <td>{before}</td>
                <td>{after}</td>
            </tr>
        }
    });
    view! {
        <p class="verdict" data-outcome=outcome>
            {says}
        </p>
        <table>
            <thead>
                <tr>
                    <th scope="col">{words::swap_guest()}</th>
                    <th scope="col">{words::swap_before()}</th>
                    <th scope="col">{words::swap_after()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Whether everyone's output stayed what it was, or whose changed most.
pub(super) fn sentence(swapped: &Swapped) -> String {
    let name = |seat: usize| swapped.names.get(seat).map_or("", String::as_str);
    let [one, other] = swapped.seats.map(name);
    match swapped.change.most_changed() {
        None => words::swap_same(one, other),
        Some(most) => {
            let [before, after] = [0, 1].map(|when| output(swapped, most, when));
            words::swap_changed(&after, &before, name(most), one, other)
        }
    }
}

/// A guest's output before or after, by its seat before.
fn output(swapped: &Swapped, seat: usize, when: usize) -> String {
    let outputs = swapped.change.outputs(seat);
    let numbers = outputs.map_or(&[][..], |outputs| outputs[when]).iter();
    let numbers: Vec<String> = numbers.map(|number| print_fixed(*number, 4)).collect();
    format!("[{}]", numbers.join(", "))
}
