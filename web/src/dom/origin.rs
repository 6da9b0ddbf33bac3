use attention_scene::{Quantity, Reading};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// What stands for a number of the computation: a readout, or something drawn that traces one.
const NUMBERS: &str = "[data-readout], [data-trace]";

/// Where somebody asked about a number, to come back to.
pub(crate) struct Origin {
    element: Element,
    /// Whatever else stands for the same number, by a selector: the element may be gone by then,
    /// or may never have been able to take the focus, as a line.
    others: String,
}

/// Which number an event's target stands for, and, where it isn't inside `except`, where that is.
pub(crate) fn asked_at(event: &Event, except: &str) -> Option<(Reading, Option<Origin>)> {
    let (element, reading) = number_at(event)?;
    let kind = reading.kind();
    let (query_index, column) = (reading.query_index, reading.column);
    let name = match reading.is_component() {
        true => "component",
        false => "key",
    };
    let head = element.get_attribute("data-head");
    let head = head.map(|head| format!("[data-head=\"{head}\"]"));
    let others = format!(
        "button:is([data-trace=\"{kind}\"], [data-readout=\"{kind}\"])\
         [data-query=\"{query_index}\"][data-{name}=\"{column}\"]{}:not({except} *)",
        head.unwrap_or_default()
    );
    let outside = element.closest(except).ok()?.is_none();
    let origin = outside.then_some(Origin { element, others });
    Some((reading, origin))
}

/// Which number an event's target stands for, and what stands for it.
pub(super) fn number_at(event: &Event) -> Option<(Element, Reading)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest(NUMBERS).ok()??;
    let reading = number_of(&element)?;
    Some((element, reading))
}

/// Which number an element stands for.
pub(super) fn number_of(element: &Element) -> Option<Reading> {
    let index = |name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let kind = element
        .get_attribute("data-readout")
        .or_else(|| element.get_attribute("data-trace"))?;
    let quantity = Quantity::named(&kind)?;
    let head_index = index("data-head").unwrap_or_default();
    let column = index("data-key").or_else(|| index("data-component"))?;
    Some(Reading::between(
        quantity,
        head_index,
        index("data-query")?,
        column,
    ))
}

impl Origin {
    /// Gives the keyboard's focus back.
    pub(crate) fn take_focus(&self) {
        let own = self.element.clone().dyn_into::<HtmlElement>().ok();
        let own = own.filter(|element| element.is_connected());
        let other = || {
            let found = self.element.owner_document()?.query_selector(&self.others);
            found.ok()??.dyn_into::<HtmlElement>().ok()
        };
        if let Some(element) = own.or_else(other) {
            focus_on(&element);
        }
    }
}

/// Puts the keyboard's focus on an element.
pub(crate) fn focus_on(element: &HtmlElement) {
    element.focus().ok();
}
