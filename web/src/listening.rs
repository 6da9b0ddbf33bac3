//! Whom a guest listens to most, in words.

use attention_scene::{MostHeard, Trace, print_percent};

use crate::words;

/// How many guests are named who are heard alike.
const FEW: usize = 5;

/// Whom a query listens to most in one head, in a sentence.
pub(crate) fn says(head: &Trace, query_index: usize, names: &[String]) -> String {
    let name = |index: usize| names.get(index).cloned().unwrap_or_default();
    let query = name(query_index);
    let Some(MostHeard { tokens, weight }) = MostHeard::by(head, query_index) else {
        return words::silent(&query);
    };
    let percent = print_percent(weight);
    let mut keys: Vec<String> = tokens.iter().copied().map(name).collect();
    let Some(last) = keys.pop() else {
        return String::new();
    };
    match keys.len() {
        0 => words::status_listens(&last, &percent, &query),
        before if before < FEW => {
            let keys = words::list_end(&keys.join(", "), &last);
            words::status_listens_alike(&keys, &percent, &query)
        }
        _ => {
            let count = tokens.len().to_string();
            words::status_listens_alike(&words::so_many_guests(&count), &percent, &query)
        }
    }
}
