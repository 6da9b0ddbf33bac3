//! What was done in the first view and is done again in the whole page, at the same place of it: both are built of the
//! same components.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
};

use super::super::root::place;

/// Where something is: which child of which child, from the room's place on; outside of it, the element itself.
pub(super) enum Spot {
    Path(Vec<u32>),
    Kept(Element),
}

/// What is done again.
pub(super) enum Again {
    /// Has the keyboard's focus.
    Focus(Spot),
    Click(Spot),
    /// Another choice, from a list or of a box.
    Choose(Spot, String, bool),
    /// A text that a field would not take.
    Type(Spot, String),
    /// A text that somebody is still at.
    Draft(Spot, String),
    Link(String),
}

impl Again {
    /// What an event was, at its target.
    pub(super) fn of(event: &Event, target: &Element) -> Option<Self> {
        let spot = Spot::of(target)?;
        if event.type_() == "click" {
            return Some(Self::Click(spot));
        }
        let list = target
            .dyn_ref::<HtmlSelectElement>()
            .map(HtmlSelectElement::value);
        let is_checked = target
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::checked);
        Some(Self::Choose(
            spot,
            list.unwrap_or_default(),
            is_checked.unwrap_or_default(),
        ))
    }

    /// What has the keyboard's focus in the room, if anything has.
    pub(super) fn focused() -> Option<Self> {
        let focused = document().active_element()?;
        place()?
            .contains(Some(&focused))
            .then(|| Some(Self::Focus(Spot::of(&focused)?)))?
    }

    /// What stands in the field that has the focus.
    pub(super) fn draft() -> Option<Self> {
        let focused = document().active_element()?;
        let field = focused.dyn_ref::<HtmlInputElement>()?;
        let is_field = field.has_attribute("data-field") && !field.has_attribute("aria-invalid");
        is_field.then(|| Some(Self::Draft(Spot::of(field)?, field.value())))?
    }

    /// A field's text.
    pub(super) fn typed(field: &HtmlInputElement) -> Option<Self> {
        Some(Self::Type(Spot::of(field)?, field.value()))
    }

    /// Does it.
    pub(super) fn act(self) {
        // Nothing is to be done at what isn't there.
        let _ = self.try_act();
    }

    fn try_act(self) -> Option<()> {
        match self {
            Self::Focus(spot) => {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let element: HtmlElement = spot.find()?.dyn_into().ok()?;
                element.focus_with_options(&options).ok()?;
            }
            Self::Click(spot) => spot.find()?.dyn_into::<HtmlElement>().ok()?.click(),
            Self::Choose(spot, value, is_checked) => {
                let element = spot.find()?;
                if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
                    list.set_value(&value);
                }
                if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
                    input.set_checked(is_checked);
                }
                tell_change(&element)?;
            }
            Self::Type(spot, text) => {
                let field: HtmlInputElement = spot.find()?.dyn_into().ok()?;
                field.set_value(&text);
                tell_change(&field)?;
            }
            Self::Draft(spot, text) => {
                let field: HtmlInputElement = spot.find()?.dyn_into().ok()?;
                field.set_value(&text);
            }
            Self::Link(link) => window().location().set_hash(&link).ok()?,
        }
        Some(())
    }
}

fn tell_change(element: &Element) -> Option<()> {
    let options = EventInit::new();
    options.set_bubbles(true);
    let event = Event::new_with_event_init_dict("change", &options).ok()?;
    element.dispatch_event(&event).ok()?;
    Some(())
}

impl Spot {
    fn of(element: &Element) -> Option<Self> {
        let place = place()?;
        if !place.contains(Some(element)) {
            return Some(Self::Kept(element.clone()));
        }
        let mut path = Vec::new();
        let mut at = element.clone();
        while !at.is_same_node(Some(&place)) {
            let mut index = 0;
            let mut before = at.previous_element_sibling();
            while let Some(one) = before {
                index += 1;
                before = one.previous_element_sibling();
            }
            path.push(index);
            at = at.parent_element()?;
        }
        path.reverse();
        Some(Self::Path(path))
    }

    fn find(&self) -> Option<Element> {
        match self {
            Self::Kept(element) => Some(element.clone()),
            Self::Path(path) => path.iter().try_fold(place()?.into(), |at: Element, index| {
                at.children().item(*index)
            }),
        }
    }
}
