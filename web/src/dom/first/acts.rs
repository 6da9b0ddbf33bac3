//! What somebody does in the first view, and what comes of it.

use attention_scene::{PublishedWeights, Scale, print_exact};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::{
    super::{arrows::move_in_table, origin::number_at, workshop},
    FirstView, address,
};
use crate::address::Address;

/// The button that sets the temperature nearest to the post.
const NEAREST: &str = ".bars .published + button";

impl FirstView {
    pub(super) fn take(&mut self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let Some(target): Option<Element> = target else {
            return;
        };
        let kind = event.type_();
        let is_outside = !self.place.contains(Some(&target));
        let input = address(&target).zip(target.dyn_ref::<HtmlInputElement>());
        match (kind.as_str(), input) {
            // The page's colours: the whole page keeps them in the address.
            ("change", _) if is_outside => self.bring(event, &target),
            _ if is_outside => {}
            (kind, Some((address, input))) if input.type_() == "range" => {
                self.slide(kind, address, input);
            }
            (kind, Some((address, input))) => self.field(kind, address, input, event),
            ("change", None) => self.choose(event, &target),
            ("click", None) => self.press(event, &target),
            ("keydown", None) => {
                if let Some(key) = event.dyn_ref() {
                    move_in_table(key);
                }
            }
            _ => {}
        }
    }

    fn slide(&mut self, kind: &str, address: Address, slider: &HtmlInputElement) {
        match kind {
            "pointerdown" => self.before = self.first.number(address),
            "input" => {
                self.first.move_number(address, &slider.value());
                self.paint();
            }
            "pointercancel" => {
                let before = print_exact(self.before);
                self.first.move_number(address, &before);
                self.end_gesture();
            }
            "change" => self.end_gesture(),
            _ => {}
        }
    }

    fn end_gesture(&mut self) {
        self.first.end_gesture();
        self.settle();
    }

    fn field(&mut self, kind: &str, address: Address, field: &HtmlInputElement, event: &Event) {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if kind == "change" {
            if self.first.type_number(address, &field.value()) {
                field.set_value(&print_exact(self.first.number(address)));
            }
            self.settle();
        } else if kind == "keydown" && key.as_deref() == Some("Escape") {
            field.set_value(&print_exact(self.first.number(address)));
            self.first.withdraw(address);
            self.paint();
        }
    }

    fn choose(&mut self, event: &Event, target: &Element) {
        match target.dyn_ref::<HtmlInputElement>() {
            Some(input) if control(input).as_deref() == Some("scale") => {
                self.first.set_scale(match input.checked() {
                    true => Scale::SqrtDk,
                    false => Scale::None,
                });
                self.settle();
            }
            _ => self.bring(event, target),
        }
    }

    fn press(&mut self, event: &Event, target: &Element) {
        let closest = |selector: &str| target.closest(selector).ok().flatten();
        if let Some((_, reading)) = number_at(event) {
            self.wish = Some(workshop::asking(reading));
            return self.bring_whole();
        }
        if let Some(door) = closest("a[data-door]") {
            let name = door.get_attribute("data-door").unwrap_or_default();
            if is_plain(event) {
                event.prevent_default();
                self.wish = Some(format!("?workshop={name}"));
                self.bring_whole();
            }
            return;
        }
        let Some(button) = closest("button") else {
            return;
        };
        let card = closest("[data-card]").and_then(|card| card.get_attribute("data-card"));
        match (control(&button).as_deref(), card) {
            (Some("undo"), _) => self.first.undo(),
            (Some("redo"), _) => self.first.redo(),
            (Some("reset"), _) => self.first.reset(),
            (_, Some(card)) => self.first.ask(card.parse().unwrap_or_default()),
            _ if closest(".refusal").is_some() => {
                self.first.dismiss_refused();
                return self.paint();
            }
            _ if closest(NEAREST).is_some() => {
                let post = PublishedWeights::of_row(self.first.room().tokens(), self.first.focus());
                let nearest = post.map(|post| post.nearest_temperature);
                self.first.set_temperature(nearest.unwrap_or(1.0));
            }
            _ => return self.bring(event, &button),
        }
        self.settle();
    }
}

/// What a control is called in the contract.
fn control(element: &Element) -> Option<String> {
    element.get_attribute("data-control")
}

/// Whether a click is one that follows a link here, and not in another tab or window.
fn is_plain(click: &Event) -> bool {
    click.dyn_ref::<MouseEvent>().is_some_and(|click| {
        let is_modified =
            click.ctrl_key() || click.alt_key() || click.meta_key() || click.shift_key();
        click.button() == 0 && !is_modified
    })
}
