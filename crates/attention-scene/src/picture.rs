//! A head's weights as a picture.

use crate::Trace;

/// How strong the pixel of a key is that may be heard and gets nothing.
const FAINTEST: f64 = 0.08;

/// A head's weights as pixels of one colour, a row for each query, a pixel for each key, four bytes
/// a pixel: red, green, blue and how strong it is. Strength grows with the square root of the
/// weight, so that a share of 1% can be told from none; a key that may not be heard is clear.
///
/// ```
/// use attention_scene::{Hearing, Preset, picture};
/// let room = Preset::Walkthrough.experiment().with_hearing(Hearing::Causal);
/// let pixels = picture(room.attention().head(0), [255, 210, 125]);
/// // Alice hears herself alone, and "introduced" may not be heard by her.
/// assert_eq!(pixels[..8], [255, 210, 125, 255, 255, 210, 125, 0]);
/// assert_eq!(pixels.len(), 3 * 3 * 4);
/// ```
#[must_use]
pub fn picture(trace: &Trace, [red, green, blue]: [u8; 3]) -> Vec<u8> {
    let mut pixels = Vec::with_capacity(trace.n_queries() * trace.n_keys() * 4);
    for query_index in 0..trace.n_queries() {
        for (key_index, weight) in trace.weights(query_index).iter().enumerate() {
            let strength = match trace.is_allowed(query_index, key_index) {
                true => FAINTEST + (1.0 - FAINTEST) * weight.sqrt(),
                false => 0.0,
            };
            pixels.extend([red, green, blue, (strength * 255.0).round() as u8]);
        }
    }
    pixels
}
