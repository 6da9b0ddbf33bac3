//! A chart of the page as a picture that stands alone: what the style sheet says of it becomes its own.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, NodeList, Window, XmlSerializer, window};

/// What a chart's parts get from the style sheet, all of it known as attributes, too.
const STYLES: [&str; 14] = [
    "display",
    "fill",
    "fill-opacity",
    "font-family",
    "font-size",
    "font-weight",
    "opacity",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-opacity",
    "stroke-width",
    "text-anchor",
    "visibility",
];
/// What only the page has a use for.
const OF_THE_PAGE: [&str; 6] = ["aria-label", "class", "id", "role", "style", "tabindex"];
/// Around the chart, in pixels.
const MARGIN: f64 = 12.0;

/// The chart in the first place that a selector finds; none where it isn't there, or isn't drawn.
pub(super) fn svg(place: &str) -> Option<String> {
    let window = window()?;
    let chart = window.document()?.query_selector(place).ok()??;
    // Its layers, one over the other.
    let layers = elements(&chart.query_selector_all("svg").ok()?);
    let places: Vec<[f64; 4]> = layers.iter().map(bounds).collect();
    let least = |at: usize| places.iter().map(|place| place[at]).reduce(f64::min);
    let most = |at: usize| places.iter().map(|place| place[at]).reduce(f64::max);
    let [left, top, right, foot] = [least(0)?, least(1)?, most(2)?, most(3)?];
    let (width, height) = (right - left + 2.0 * MARGIN, foot - top + 2.0 * MARGIN);
    if right <= left || foot <= top {
        return None;
    }
    let mut drawn = String::new();
    for (layer, [x, y, x_end, y_end]) in layers.iter().zip(places) {
        let copy: Element = layer.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        let sizes = [
            ("x", x - left + MARGIN),
            ("y", y - top + MARGIN),
            ("width", x_end - x),
            ("height", y_end - y),
        ];
        for (name, size) in sizes {
            copy.set_attribute(name, &format!("{size:.2}")).ok()?;
        }
        settle(&window, layer, &copy)?;
        drawn += &XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()?;
    }
    let root = window.document()?.document_element()?;
    let paper = style(&window, &root)?.get_property_value("--paper").ok()?;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.2} {height:.2}\"><rect width=\"100%\" height=\"100%\" fill=\"{}\"/>{drawn}</svg>\n",
        paper.trim()
    ))
}

/// Gives a copy and all in it what the original is styled by.
fn settle(window: &Window, original: &Element, copy: &Element) -> Option<()> {
    let originals = elements(&original.query_selector_all("*").ok()?);
    let copies = elements(&copy.query_selector_all("*").ok()?);
    let inner = originals.iter().zip(&copies);
    for (original, copy) in inner.chain([(original, copy)]) {
        let style = style(window, original)?;
        for name in STYLES {
            let value = style.get_property_value(name).unwrap_or_default();
            if !value.is_empty() {
                copy.set_attribute(name, &value).ok()?;
            }
        }
        for name in OF_THE_PAGE {
            copy.remove_attribute(name).ok()?;
        }
    }
    Some(())
}

fn style(window: &Window, element: &Element) -> Option<CssStyleDeclaration> {
    window.get_computed_style(element).ok().flatten()
}

fn bounds(element: &Element) -> [f64; 4] {
    let place = element.get_bounding_client_rect();
    [place.left(), place.top(), place.right(), place.bottom()]
}

fn elements(nodes: &NodeList) -> Vec<Element> {
    let node = |index| nodes.item(index)?.dyn_into().ok();
    (0..nodes.length()).filter_map(node).collect()
}
