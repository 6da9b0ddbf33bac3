//! What of the painted page says what: found once, by what the components gave it.

mod steps;

use attention_scene::{
    PublishedWeights, Quantity, Reading, Trace, beam, print_exact, print_percent, print_short,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{super::origin::number_of, address, spots::Spots};
use crate::{
    charts,
    first::First,
    stage,
    steps::{four_places, six_places},
    words,
};

type Possible = fn(&First) -> bool;

/// What moves with every number.
pub(super) fn moving(page: &HtmlElement) -> Spots {
    let mut shown = Shown {
        page,
        spots: Spots::default(),
    };
    shown.numbers();
    shown.lines();
    shown.cards();
    shown.steps();
    shown.readouts();
    shown.bars();
    shown.history();
    shown.spots
}

/// What is said once a step is done.
pub(super) fn settled(page: &HtmlElement) -> Spots {
    let mut shown = Shown {
        page,
        spots: Spots::default(),
    };
    for door in shown.all("a[data-door]") {
        let name = door.get_attribute("data-door").unwrap_or_default();
        let link = move |first: &First| format!("?workshop={name}#{}", first.link());
        shown.spots.attribute(&door, "href", link);
    }
    shown.spots
}

struct Shown<'a> {
    page: &'a HtmlElement,
    spots: Spots,
}

impl Shown<'_> {
    fn numbers(&mut self) {
        for element in self.all("input[type=range], input[data-field]") {
            let (Some(address), Ok(input)) = (
                address(&element),
                element.clone().dyn_into::<HtmlInputElement>(),
            ) else {
                continue;
            };
            let text = move |first: &First| print_exact(first.number(address));
            match element.has_attribute("data-field") {
                // The minifier leaves out what it would be anyway, and the contract names it.
                true => input.set_type("text"),
                false => self.spots.attribute(&element, "aria-valuetext", text),
            }
            self.spots.value(input, text);
        }
    }

    fn lines(&mut self) {
        for line in self.all(".lines path") {
            let key = index(&line, "data-key");
            let weight = move |first: &First| first.read(Quantity::Weight, first.focus(), key);
            self.spots.attribute(&line, "d", move |first| {
                beam(first.focus(), key, first.room().token_count()).to_path()
            });
            self.of_focus(&line);
            if line.has_attribute("data-line") {
                let spots = &mut self.spots;
                spots.attribute(&line, "data-weight", move |first| {
                    print_exact(weight(first))
                });
                spots.attribute(&line, "stroke-width", move |first| {
                    stage::width(weight(first))
                });
                spots.attribute(&line, "stroke-opacity", move |first| {
                    stage::opacity(weight(first))
                });
            }
        }
    }

    fn cards(&mut self) {
        for card in self.all("[data-card]") {
            let token = index(&card, "data-card");
            let in_focus = move |first: &First| first.focus() == token;
            self.spots.flag(&card, "aria-current", in_focus);
            for button in within(&card, ".name") {
                let pressed = move |first: &First| in_focus(first).to_string();
                self.spots.attribute(&button, "aria-pressed", pressed);
            }
            for role in within(&card, ".name-role") {
                self.spots
                    .text(role.first_child(), move |first| match in_focus(first) {
                        true => words::guest_asking().to_owned(),
                        false => words::guest_ask(first.token(token)),
                    });
            }
        }
        for share in self.all(".landing .share") {
            let key = index(&share, "data-key");
            let percent = move |first: &First| {
                print_percent(first.read(Quantity::Weight, first.focus(), key))
            };
            self.of_focus(&share);
            self.spots.attribute(&share, "title", move |first| {
                words::gives(first.token(key), &percent(first), asker(first))
            });
            for name in within(&share, ".asker") {
                self.spots
                    .text(name.first_child(), |first| asker(first).to_owned());
                self.spots.text(name.next_sibling(), percent);
            }
        }
    }

    fn readouts(&mut self) {
        for row in self.all(".everyone tbody tr") {
            let query = row.query_selector("[data-query]").ok().flatten();
            if let Some(query) = query.map(|readout| index(&readout, "data-query")) {
                let in_focus = move |first: &First| first.focus() == query;
                self.spots.flag(&row, "aria-current", in_focus);
            }
        }
        for readout in self.all(".steps [data-readout]") {
            self.readout(&readout, true);
        }
        for readout in self.all(".everyone [data-readout]") {
            self.readout(&readout, false);
        }
    }

    /// A number of the computation: of the query in focus, or of its own.
    fn readout(&mut self, element: &Element, of_focus: bool) {
        let Some(Reading {
            quantity,
            query_index,
            column,
            ..
        }) = number_of(element)
        else {
            return;
        };
        let number = move |first: &First| {
            let query = if of_focus { first.focus() } else { query_index };
            first.read(quantity, query, column)
        };
        let print: fn(f64) -> String = match quantity {
            Quantity::Score | Quantity::Scaled => print_short,
            Quantity::Exponential => four_places,
            _ => six_places,
        };
        if of_focus {
            self.of_focus(element);
        }
        let value = move |first: &First| print_exact(number(first));
        self.spots.attribute(element, "data-value", value);
        self.spots
            .text(element.first_child(), move |first| print(number(first)));
    }

    fn bars(&mut self) {
        for (key, bar) in self.all(".bars rect").iter().enumerate() {
            self.spots.attribute(bar, "width", move |first| {
                charts::length(first.read(Quantity::Weight, first.focus(), key))
            });
        }
        for title in self.all(".bars figcaption") {
            self.spots
                .text(title.first_child(), |first| words::bars_title(asker(first)));
        }
        for chart in self.all(".bars .chart") {
            self.spots.attribute(&chart, "aria-label", |first| {
                let weights = row(first, |row, query| row.weights(query).to_vec());
                charts::alternative(first.room().tokens(), first.focus(), &weights)
            });
        }
        // What the post prints, where it prints anything.
        let post = |first: &First| PublishedWeights::of_row(first.room().tokens(), first.focus());
        for sentence in self.all(".bars .published") {
            self.spots.text(sentence.first_child(), move |first| {
                post(first).map_or_else(String::new, |post| charts::published(&post, first.room()))
            });
        }
        for element in self.all(".bars .published, .bars .published + button") {
            self.spots
                .flag(&element, "hidden", move |first| post(first).is_none());
        }
        for mark in self.all(charts::MARKS) {
            self.spots.attribute(&mark, "visibility", move |first| {
                let hidden = post(first).map_or("hidden", |_| "");
                hidden.to_owned()
            });
        }
    }

    fn history(&mut self) {
        let buttons: [(&str, Possible); 3] = [
            ("[data-control=undo]", First::can_undo),
            ("[data-control=redo]", First::can_redo),
            ("[data-control=reset]", First::can_reset),
        ];
        for (selector, possible) in buttons {
            for button in self.all(selector) {
                let idle = move |first: &First| !possible(first);
                self.spots.flag(&button, "aria-disabled", idle);
            }
        }
    }

    /// Says whose row it is of: the guest's in focus.
    fn of_focus(&mut self, element: &Element) {
        self.spots
            .attribute(element, "data-query", |first| first.focus().to_string());
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        within(self.page, selector)
    }
}

pub(super) fn within(element: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    let one = |at| found.get(at)?.dyn_into().ok();
    (0..found.length()).filter_map(one).collect()
}

fn index(element: &Element, name: &str) -> usize {
    let text = element.get_attribute(name);
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn asker(first: &First) -> &str {
    first.token(first.focus())
}

fn row<T>(first: &First, look: impl FnOnce(&Trace, usize) -> T) -> T {
    look(first.trace().head(0), first.focus())
}
