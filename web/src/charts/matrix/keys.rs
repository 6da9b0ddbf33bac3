//! What a key does in the matrix.

/// What is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Leads to another cell: query and key.
    Go((usize, usize)),
    /// Does what a click on the cell does.
    Use,
}

/// What this key does at a cell of a square of so many guests, if it does anything.
pub(super) fn act(
    key: &str,
    control: bool,
    (query, column): (usize, usize),
    count: usize,
) -> Option<Act> {
    let last = count.saturating_sub(1);
    let cell = match key {
        "Enter" | " " => return Some(Act::Use),
        "ArrowLeft" => (query, column.saturating_sub(1)),
        "ArrowRight" => (query, (column + 1).min(last)),
        "ArrowUp" => (query.saturating_sub(1), column),
        "ArrowDown" => ((query + 1).min(last), column),
        "Home" if control => (0, 0),
        "End" if control => (last, last),
        "Home" => (query, 0),
        "End" => (query, last),
        _ => return None,
    };
    Some(Act::Go(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_stay_inside() {
        let go = |key, from| act(key, false, from, 3);
        assert_eq!(go("ArrowRight", (1, 1)), Some(Act::Go((1, 2))));
        assert_eq!(go("ArrowRight", (1, 2)), Some(Act::Go((1, 2))));
        assert_eq!(go("ArrowUp", (0, 2)), Some(Act::Go((0, 2))));
        assert_eq!(go("ArrowDown", (0, 2)), Some(Act::Go((1, 2))));
        assert_eq!(go("Home", (2, 2)), Some(Act::Go((2, 0))));
        assert_eq!(act("End", true, (0, 0), 3), Some(Act::Go((2, 2))));
        assert_eq!(go("Enter", (0, 0)), Some(Act::Use));
        assert_eq!(go("Tab", (0, 0)), None);
    }
}
