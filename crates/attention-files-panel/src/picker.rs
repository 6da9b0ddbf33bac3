//! Which arrays of a file are queries, keys and values, and which part of them.

use attention_files::{ArrayInfo, Arrays, Pick};
use attention_scene::Experiment;

use crate::{
    form::{button, escaped, option, select},
    words,
};

/// The most arrays that are listed: a model's layers, and no more than a list can hold.
const MOST: usize = 2000;

/// The lists, in the order of queries, keys and values.
pub(crate) const LISTS: [&str; 3] = ["pick-q", "pick-k", "pick-v"];

/// The picker as HTML.
pub(crate) fn html(name: &str, arrays: &Arrays) -> String {
    let guess = arrays.guess();
    let labels = [
        words::query_letter(),
        words::key_letter(),
        words::value_letter(),
    ];
    let usable: Vec<usize> = (0..arrays.list().len())
        .filter(|index| arrays.list()[*index].is_usable())
        .take(MOST)
        .collect();
    let list = |at: usize| {
        let options: String = usable
            .iter()
            .map(|index| {
                let label = describe(&arrays.list()[*index]);
                option(&index.to_string(), &label, *index == guess[at])
            })
            .collect();
        select(LISTS[at], labels[at], &options)
    };
    let rows = Experiment::FEW_TOKENS.to_string();
    format!(
        "<div class=\"together\" role=\"group\" aria-labelledby=\"files-pick\"><h4 id=\"files-pick\">{}</h4><p>{}</p>{}{}{}<div class=\"fetch\">{}{}{}{}{}</div><p>{}</p></div>",
        escaped(&words::file_pick(name)),
        escaped(words::file_pick_note()),
        list(0),
        list(1),
        list(2),
        field("pick-layer", words::file_layer(), "1"),
        field("pick-head", words::file_head(), "1"),
        field("pick-side-by-side", words::file_side_by_side(), "1"),
        field("pick-first", words::file_first(), "1"),
        field("pick-rows", words::file_rows(), &rows),
        button("pick-take", words::file_pick_it()),
    )
}

fn field(control: &str, label: &str, value: &str) -> String {
    format!(
        "<label class=\"choice\">{} <input type=\"text\" inputmode=\"numeric\" size=\"4\" value=\"{value}\" data-control=\"{control}\"></label>",
        escaped(label)
    )
}

fn describe(info: &ArrayInfo) -> String {
    let shape: Vec<String> = info.shape().iter().map(ToString::to_string).collect();
    words::file_array(&info.kind(), info.name(), &shape.join(" × "))
}

/// What was picked, as the controls say it; what is no number counts as the first.
pub(crate) fn picks(arrays: &Arrays, value: impl Fn(&str) -> String) -> [Pick; 3] {
    let count = |control: &str| value(control).trim().parse::<u64>().unwrap_or(1);
    let index = |control: &str| count(control).saturating_sub(1);
    let common = Pick {
        layer: index("pick-layer"),
        head: index("pick-head"),
        side_by_side: count("pick-side-by-side"),
        first: index("pick-first"),
        rows: count("pick-rows"),
        ..Pick::of(0)
    };
    let chosen = LISTS.map(|list| value(list).parse().unwrap_or(usize::MAX));
    arrays.picks(chosen, common)
}
