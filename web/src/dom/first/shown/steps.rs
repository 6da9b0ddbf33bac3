//! The three steps of the guest in focus.

use attention_scene::{Axis, Quantity, Slot, Tensor, Trace, print_short};
use web_sys::{Element, Node};

use super::{Shown, asker, row, within};
use crate::{
    address::Address,
    first::First,
    steps::{bracketed, divisors, four_places, share, vector},
    words,
};

type Says = fn(&First) -> String;

impl Shown<'_> {
    pub(super) fn steps(&mut self) {
        let texts: [(&str, Says); 6] = [
            (".steps h2", |first| words::steps(asker(first))),
            (".compare > p", |first| words::compare_says(asker(first))),
            (".soften > p", |first| {
                let largest = row(first, |row, query| row.row_max(query).unwrap_or_default());
                words::soften_says(&print_short(largest), asker(first))
            }),
            (".soften .total b", |first| four_places(sum(first))),
            (".mix > p", |first| words::mix_says(asker(first))),
            (".mix .output .who", |first| words::output_of(asker(first))),
        ];
        for (selector, says) in texts {
            if let Some(element) = self.all(selector).first() {
                self.spots.text(element.first_child(), says);
            }
        }
        for (key, formula) in self.all(".compare .formula").iter().enumerate() {
            self.score(key, formula);
        }
        for (key, formula) in self
            .all(".soften li:not(.total) .formula")
            .iter()
            .enumerate()
        {
            self.exponential(key, formula);
        }
        for (key, part) in self.all(".mix .terms .part").iter().enumerate() {
            self.spots.text(part.first_child(), move |first| {
                share(key, first.read(Quantity::Weight, first.focus(), key))
            });
            for value in within(part, ".v") {
                self.spots.text(value.first_child(), move |first| {
                    vector(first.room().matrix(Tensor::Values).row(key).iter().copied())
                });
            }
        }
    }

    fn score(&mut self, key: usize, formula: &Element) {
        for (column, factor_of) in within(formula, ".q").iter().enumerate() {
            self.spots.text(factor_of.first_child(), move |first| {
                bracketed(number(first, Tensor::Queries, first.focus(), column))
            });
        }
        for (column, factor_of) in within(formula, ".k").iter().enumerate() {
            self.spots.text(factor_of.first_child(), move |first| {
                bracketed(number(first, Tensor::Keys, key, column))
            });
        }
        if let Some(part) = scaled(formula, key) {
            self.spots.part(&part, formula, |first| {
                let room = first.room();
                divisors(room.scale(), room.dimension(Axis::Key), room.temperature())
            });
            for readout in within(&part, "[data-readout]") {
                self.readout(&readout, true);
            }
        }
    }

    fn exponential(&mut self, key: usize, formula: &Element) {
        for power in within(formula, "sup") {
            self.spots.text(Some(power.into()), move |first| {
                let largest = row(first, |row, query| row.row_max(query).unwrap_or_default());
                let scaled = first.read(Quantity::Scaled, first.focus(), key);
                format!("{} − {}", print_short(scaled), bracketed(largest))
            });
        }
        // " ÷ ", the sum, " = ".
        let divided = within(formula, ".part").into_iter().nth(1);
        if let Some(part) = divided {
            let sum_of = texts(&part).into_iter().nth(1);
            self.spots.text(sum_of, |first| four_places(sum(first)));
        }
    }
}

/// What scaling and temperature make of a score: shown while they make another number of it.
fn scaled(formula: &Element, key: usize) -> Option<Element> {
    let html = format!(
        "<span class=part><span></span> = <b><button type=button class=readout data-readout=scaled \
         data-query=0 data-key={key}>0</button></b></span>"
    );
    formula.insert_adjacent_html("beforeend", &html).ok()?;
    let part = formula.last_element_child()?;
    part.remove();
    Some(part)
}

/// An element's own texts.
fn texts(element: &Element) -> Vec<Node> {
    let nodes = element.child_nodes();
    let nodes = (0..nodes.length()).filter_map(|at| nodes.get(at));
    nodes
        .filter(|node| node.node_type() == Node::TEXT_NODE)
        .collect()
}

fn number(first: &First, tensor: Tensor, row: usize, column: usize) -> f64 {
    first.number(Address::Number(Slot {
        tensor,
        row,
        column,
    }))
}

fn sum(first: &First) -> f64 {
    row(first, Trace::row_sum)
}
