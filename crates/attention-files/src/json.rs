//! JSON of every intermediate, with the link that it follows from.

mod file;
mod writer;

use attention_scene::{
    Decimal, Experiment, Link, LinkProblem, Selection, Tensor, Trace, read_link, write_link,
};

use self::{
    file::{File, Scalar},
    writer::Writer,
};

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
    let mut json = Writer::begun();
    json.key("format").text("attention-mixer");
    json.key("version").count(VERSION);
    json.key("link").text(&write_link(experiment, selection));
    json.key("tokens");
    json.list(experiment.tokens(), |json, name| json.text(name));
    for tensor in Tensor::VECTORS {
        json.key(tensor.letter());
        if let Some(view) = trace.vectors(tensor) {
            json.list(0..view.rows(), |json, row| json.numbers(view.row(row)));
        }
    }
    json.key("heads");
    json.list(0..trace.head_count(), |json, index| {
        json.object(|json| head(json, trace.head(index)));
    });
    json.key("output");
    json.list(0..trace.token_count(), |json, query| {
        json.numbers(trace.output(query));
    });
    json.ended()
}

fn head(json: &mut Writer, head: &Trace) {
    let (queries, keys) = (head.n_queries(), head.n_keys());
    json.key("scale").number(head.scale_factor());
    json.key("temperature").number(head.temperature());
    let mut grid = |key: &str, cell: &dyn Fn(&mut Writer, usize, usize)| {
        json.key(key);
        json.list(0..queries, |json, query| {
            json.list(0..keys, |json, key| cell(json, query, key));
        });
    };
    grid("products", &|json, query, key| {
        json.numbers(head.product(query, key));
    });
    grid("scores", &|json, query, key| {
        json.number(head.score(query, key));
    });
    grid("scaled", &|json, query, key| {
        json.number(head.scaled(query, key));
    });
    grid("allowed", &|json, query, key| {
        json.truth(head.is_allowed(query, key));
    });
    grid("exponentials", &|json, query, key| {
        json.number(head.exponential(query, key));
    });
    grid("weights", &|json, query, key| {
        json.number(head.weight(query, key));
    });
    grid("weighted_values", &|json, query, key| {
        json.numbers(head.weighted_value(query, key));
    });
    json.key("row_max");
    json.list(0..queries, |json, query| match head.row_max(query) {
        Some(max) => json.number(max),
        None => json.nothing(),
    });
    json.key("row_sum");
    json.list(0..queries, |json, query| json.number(head.row_sum(query)));
    json.key("output");
    json.list(0..queries, |json, query| json.numbers(head.output(query)));
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
