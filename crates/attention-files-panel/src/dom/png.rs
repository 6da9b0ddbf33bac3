//! A picture in pixels, two for each of its own where that is not too many.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url, window};

use super::saving::blob;

/// Pixels for each of the picture's units.
const FINE: f64 = 2.0;
/// The longest side that every browser paints, in pixels.
const LONGEST: f64 = 8192.0;

/// The PNG of an SVG.
pub(super) async fn of(svg: &str) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(svg, "image/svg+xml")?)?;
    let painted = paint(&address).await;
    Url::revoke_object_url(&address)?;
    let canvas = painted?;
    let mut refused = None;
    let written = Promise::new(&mut |resolve: Function, _| {
        refused = canvas.to_blob(&resolve).err();
    });
    match refused {
        Some(why) => Err(why),
        None => JsFuture::from(written).await?.dyn_into(),
    }
}

async fn paint(address: &str) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    let fine = FINE.min(LONGEST / width.max(height).max(1.0));
    let document = window().and_then(|window| window.document());
    let canvas = document.ok_or(JsValue::NULL)?.create_element("canvas")?;
    let canvas: HtmlCanvasElement = canvas.dyn_into()?;
    canvas.set_width((width * fine).ceil() as u32);
    canvas.set_height((height * fine).ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * fine,
        height * fine,
    )?;
    Ok(canvas)
}
