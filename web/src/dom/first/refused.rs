//! What fields refused, beside them and in the room's alert.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::{address, again::Again, shown::within};
use crate::{refusals::Refusals, words};

/// The place of what fields refused: the first is for links.
const ALERT: &str = "[role=alert] ~ [role=alert]";
const FIELDS: &str = "input[data-field]";

/// Says what fields refuse, or no longer.
pub(super) fn show(page: &HtmlElement, refusals: &Refusals) {
    for field in within(page, FIELDS) {
        let address = address(&field);
        let why = address.and_then(|address| refusals.reason(address));
        let wanted = why.map(words::refusal);
        let beside = field
            .next_element_sibling()
            .filter(|beside| beside.class_list().contains("reason"));
        let stands = beside.as_ref().and_then(|beside| beside.text_content());
        if stands.as_deref() == wanted {
            continue;
        }
        if let Some(beside) = beside {
            beside.remove();
            field.remove_attribute("aria-invalid").ok();
            field.remove_attribute("aria-describedby").ok();
        }
        if let Some((address, reason)) = address.zip(wanted) {
            mark(&field, &address.reason_id(), reason);
        }
    }
    if let Ok(Some(alert)) = page.query_selector(ALERT) {
        let sentences: Vec<String> = refusals.sentences().collect();
        let told = within(&alert, "li").into_iter();
        let told: Vec<String> = told.filter_map(|item| item.text_content()).collect();
        // Once, not at every movement.
        if told != sentences {
            tell(&alert, &sentences);
        }
    }
}

/// The texts that fields refused, to be typed again.
pub(super) fn again(page: &HtmlElement) -> Vec<Again> {
    let fields = within(page, FIELDS);
    let refused = fields
        .iter()
        .filter(|field| field.has_attribute("aria-invalid"));
    refused
        .filter_map(|field| Again::typed(field.dyn_ref::<HtmlInputElement>()?))
        .collect()
}

fn mark(field: &Element, id: &str, reason: &str) {
    field.set_attribute("aria-invalid", "true").ok();
    field.set_attribute("aria-describedby", id).ok();
    let html = format!("<span class=reason id={id}></span>");
    field.insert_adjacent_html("afterend", &html).ok();
    if let Some(span) = field.next_element_sibling() {
        span.set_text_content(Some(reason));
    }
}

/// As the page's own alert is built.
fn tell(alert: &Element, sentences: &[String]) {
    alert.set_inner_html("");
    if sentences.is_empty() {
        return;
    }
    alert.set_inner_html(
        "<div class=refusal><strong></strong><ul></ul><button type=button></button></div>",
    );
    for (selector, text) in [
        ("strong", words::alert_title()),
        ("button", words::dismiss()),
    ] {
        if let Ok(Some(element)) = alert.query_selector(selector) {
            element.set_text_content(Some(text));
        }
    }
    if let Ok(Some(list)) = alert.query_selector("ul") {
        for sentence in sentences {
            if let Ok(item) = document().create_element("li") {
                item.set_text_content(Some(sentence));
                list.append_child(&item).ok();
            }
        }
    }
}
