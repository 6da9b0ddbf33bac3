//! JSON of every intermediate, with the link that it follows from.

mod file;

use attention_scene::{
    Decimal, Experiment, Link, LinkProblem, RoomTrace, Selection, Tensor, Trace, read_link,
    write_link,
};
use serde_json::{Value, json};

use self::file::{File, Scalar};

/// The version of the format that is written, and the only one that is read.
pub const VERSION: u64 = 1;

/// The most bytes that are read: what the largest room's file may take, with room to spare.
pub const LONGEST_JSON: usize = 64 << 20;

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum JsonRefusal {
    /// It has more bytes than [`LONGEST_JSON`]: so many.
    TooLong(usize),
    /// It isn't JSON, from this line and column on, counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column in it.
        column: usize,
    },
    /// It is JSON, and was not exported here: `format` or `version` is missing.
    NotOurs,
    /// It is of a version that isn't known.
    Version(u64),
    /// Its `link` is missing, or describes no room.
    NoLink,
    /// Parts of its `link` can't be taken.
    Link(Vec<LinkProblem>),
}

/// Writes the whole state and every intermediate. Of the state, `link` alone is read again.
///
/// Shapes: `scores`, `scaled`, `allowed`, `exponentials` and `weights` n×n, `products` n×n×d_k,
/// `weighted_values` n×n×d_v, `row_max` and `row_sum` n, `output` n×d_v, for each of `heads`;
/// `row_max` is null where nobody may be heard.
#[must_use]
pub fn write_json(experiment: &Experiment, selection: Selection) -> String {
    let trace = experiment.attention();
    let count = trace.token_count();
    let rows = |tensor| {
        let view = trace.vectors(tensor)?;
        Some((0..view.rows()).map(|row| view.row(row).to_vec()).collect())
    };
    let [q, k, v]: [Option<Vec<Vec<f64>>>; 3] = Tensor::VECTORS.map(rows);
    let output: Vec<&[f64]> = (0..count).map(|query| trace.output(query)).collect();
    json!({
        "format": "attention-mixer",
        "version": VERSION,
        "link": write_link(experiment, selection),
        "tokens": experiment.tokens(),
        "q": q, "k": k, "v": v,
        "heads": heads(&trace),
        "output": output,
    })
    .to_string()
}

fn heads(trace: &RoomTrace) -> Vec<Value> {
    let count = trace.head_count();
    (0..count).map(|index| head(trace.head(index))).collect()
}

fn head(head: &Trace) -> Value {
    let queries = || 0..head.n_queries();
    json!({
        "scale": head.scale_factor(),
        "temperature": head.temperature(),
        "products": grid(head, |query, key| json!(head.product(query, key))),
        "scores": grid(head, |query, key| json!(head.score(query, key))),
        "scaled": grid(head, |query, key| json!(head.scaled(query, key))),
        "allowed": grid(head, |query, key| json!(head.is_allowed(query, key))),
        "row_max": queries().map(|query| head.row_max(query)).collect::<Vec<_>>(),
        "exponentials": grid(head, |query, key| json!(head.exponential(query, key))),
        "row_sum": queries().map(|query| head.row_sum(query)).collect::<Vec<_>>(),
        "weights": grid(head, |query, key| json!(head.weight(query, key))),
        "weighted_values": grid(head, |query, key| json!(head.weighted_value(query, key))),
        "output": queries().map(|query| head.output(query)).collect::<Vec<_>>(),
    })
}

fn grid(head: &Trace, cell: impl Fn(usize, usize) -> Value) -> Vec<Vec<Value>> {
    let row = |query| (0..head.n_keys()).map(|key| cell(query, key)).collect();
    (0..head.n_queries()).map(row).collect()
}

/// Reads what [`write_json`] wrote: the same room, to the bit.
///
/// # Errors
///
/// A [`JsonRefusal`] for anything else. Nothing of a text that is too long is read.
///
/// ```
/// use attention_files::{JsonRefusal, read_json, write_json};
/// use attention_scene::{Preset, Selection, decimal};
/// let room = Preset::Walkthrough.experiment();
/// let text = write_json(&room, Selection::of(2));
/// let link = read_json(&text, decimal).map_err(|why| format!("{why:?}"))?;
/// assert_eq!((link.experiment, link.selection.focus), (room, 2));
/// assert_eq!(read_json("{}", decimal), Err(JsonRefusal::NotOurs));
/// # Ok::<(), String>(())
/// ```
pub fn read_json(text: &str, decimal: Decimal) -> Result<Link, JsonRefusal> {
    if text.len() > LONGEST_JSON {
        return Err(JsonRefusal::TooLong(text.len()));
    }
    let file = File::of(text)?;
    if file.format.text() != Some("attention-mixer") {
        return Err(JsonRefusal::NotOurs);
    }
    match file.version {
        Scalar::Number(VERSION) => {}
        Scalar::Number(other) => return Err(JsonRefusal::Version(other)),
        _ => return Err(JsonRefusal::NotOurs),
    }
    let link = file.link.text();
    let link = link.and_then(|link| read_link(link, decimal));
    let link = link.ok_or(JsonRefusal::NoLink)?;
    match link.problems.is_empty() {
        true => Ok(link),
        false => Err(JsonRefusal::Link(link.problems)),
    }
}
