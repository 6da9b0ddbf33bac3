use attention_scene::Tensor;

/// Which of queries, keys and values a heading names, by its place in `Tensor::VECTORS`: “Q”, “keys:”, “# values”,
/// “v = np.array”.
pub(super) fn vector(cell: &str) -> Option<usize> {
    let before = cell.split(['=', ':']).next().unwrap_or_default();
    named(before.trim_matches(|c: char| !c.is_ascii_alphanumeric()))
}

/// Which of them a column's heading names a component of: “q”, “q1”, “K_2”, “v[0]”, “value 3”.
pub(super) fn component(cell: &str) -> Option<usize> {
    let cell = cell.trim();
    let word = cell.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    let rest = cell.get(word.len()..)?;
    let is_index = rest
        .chars()
        .all(|c| c.is_ascii_digit() || " _.-[]()".contains(c));
    is_index.then(|| named(word)).flatten()
}

fn named(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    let names = [
        ["q", "query", "queries"],
        ["k", "key", "keys"],
        ["v", "value", "values"],
    ];
    debug_assert_eq!(names.len(), Tensor::VECTORS.len());
    names
        .iter()
        .position(|names| names.contains(&word.as_str()))
}
