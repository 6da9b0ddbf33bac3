use leptos::{html::Canvas, prelude::*};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ImageData, MouseEvent};

use super::frames;
use crate::reactive;

/// Paints a canvas as large as it is, from pixels in its own colour, whenever what is tracked
/// changes: once a frame at most.
pub(crate) fn paint_each_frame(
    canvas: NodeRef<Canvas>,
    track: impl Fn() + 'static,
    pixels: impl Fn([u8; 3]) -> Option<Vec<u8>> + 'static,
) {
    let frames = frames(track);
    reactive::effect(move || {
        frames.track();
        if let Some(canvas) = canvas.get() {
            paint(&canvas, &pixels);
        }
    });
}

fn paint(canvas: &HtmlCanvasElement, pixels: &dyn Fn([u8; 3]) -> Option<Vec<u8>>) -> Option<()> {
    let pixels = pixels(colour(canvas)?)?;
    let context = canvas.get_context("2d").ok()??;
    let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
    let image = ImageData::new_with_u8_clamped_array(Clamped(&pixels), canvas.width()).ok()?;
    context.put_image_data(&image, 0.0, 0.0).ok()
}

/// The colour of an element's text, which the style sheet gives it: `rgb(255, 210, 125)`.
fn colour(element: &Element) -> Option<[u8; 3]> {
    let style = window().get_computed_style(element).ok()??;
    let text = style.get_property_value("color").ok()?;
    let mut parts = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok());
    Some([parts.next()?, parts.next()?, parts.next()?])
}

/// How far down in the element under it a pointer is, from 0 to 1.
pub(crate) fn how_far_down(event: &MouseEvent) -> f64 {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<Element>().ok());
    let height = element.map_or(1, |element| element.client_height().max(1));
    f64::from(event.offset_y()) / f64::from(height)
}
