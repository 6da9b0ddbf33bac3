use super::Experiment;
use crate::{Hearing, Tensor, experiment::make::MOST_TOKENS, parse_name};

/// How many guests a learner may invite; a link may bring more.
pub const MOST_CARDS: usize = Experiment::FEW_TOKENS;

impl Experiment {
    /// The same room in which one guest has another name. What [is no name](parse_name) changes
    /// nothing.
    #[must_use]
    pub fn with_name(&self, token_index: usize, name: &str) -> Self {
        let mut names = self.tokens.to_vec();
        if let (Some(place), Ok(name)) = (names.get_mut(token_index), parse_name(name)) {
            *place = name;
        }
        Self {
            tokens: names.into(),
            ..self.clone()
        }
    }

    /// The same room with one more guest, the last, all of whose numbers are zero: it looks for
    /// nothing in particular and is heard by whoever may. A full room stays as it is, and so does
    /// one whose guest would have [no name](parse_name).
    #[must_use]
    pub fn with_guest(&self, name: &str) -> Self {
        let count = self.token_count();
        let order: Vec<_> = (0..count).map(Some).chain([None]).collect();
        match parse_name(name) {
            Ok(name) if count < MOST_TOKENS => self.ordered(&order, &name),
            _ => self.clone(),
        }
    }

    /// The same room without one of its guests. The last guest stays.
    #[must_use]
    pub fn without_guest(&self, token_index: usize) -> Self {
        let count = self.token_count();
        let stays = |index: &usize| *index != token_index;
        let order: Vec<_> = (0..count).filter(stays).map(Some).collect();
        match order.is_empty() {
            true => self.clone(),
            false => self.ordered(&order, ""),
        }
    }

    /// The same room in which one guest sits elsewhere, with all that is its own. Edited positions
    /// stay where they are: they belong to the seats.
    ///
    /// ```
    /// use attention_scene::Preset;
    /// let room = Preset::Walkthrough.experiment().with_guest_moved(2, 0);
    /// assert_eq!(room.tokens(), ["Bob", "Alice", "introduced"]);
    /// assert_eq!(room.attention().head(0).scores(0), [7.0, 5.0, 2.0]);
    /// ```
    #[must_use]
    pub fn with_guest_moved(&self, from: usize, to: usize) -> Self {
        let count = self.token_count();
        if from.max(to) >= count {
            return self.clone();
        }
        let mut order: Vec<_> = (0..count).map(Some).collect();
        let guest = order.remove(from);
        order.insert(to, guest);
        self.ordered(&order, "")
    }

    /// The same room in which two guests have changed seats, each with all that is its own. Edited
    /// positions stay with the seats. Seats that aren't there change nothing.
    ///
    /// ```
    /// use attention_scene::Preset;
    /// let room = Preset::Walkthrough.experiment().with_guests_swapped(0, 2);
    /// assert_eq!(room.tokens(), ["Bob", "introduced", "Alice"]);
    /// assert_eq!(room.attention().head(0).scores(0), [7.0, 2.0, 5.0]);
    /// ```
    #[must_use]
    pub fn with_guests_swapped(&self, one: usize, other: usize) -> Self {
        let count = self.token_count();
        if one.max(other) >= count {
            return self.clone();
        }
        let mut order: Vec<_> = (0..count).map(Some).collect();
        order.swap(one, other);
        self.ordered(&order, "")
    }

    fn ordered(&self, order: &[Option<usize>], new_name: &str) -> Self {
        self.try_ordered(order, new_name)
            .unwrap_or_else(|| self.clone())
    }

    fn try_ordered(&self, order: &[Option<usize>], new_name: &str) -> Option<Self> {
        let mut next = self.clone();
        let count = self.token_count();
        let name = |from: &Option<usize>| match from {
            Some(index) => self.tokens[*index].clone(),
            None => new_name.to_owned(),
        };
        next.tokens = order.iter().map(name).collect();
        // Seats that are there before and after.
        let seats: Vec<_> = (0..order.len())
            .map(|seat| (seat < count).then_some(seat))
            .collect();
        for tensor in Tensor::ALL {
            let sheet = self.sheet(tensor);
            if tensor.is_per_token() && sheet.matrix().rows() == count {
                let order = match tensor {
                    Tensor::Positions => &seats,
                    _ => order,
                };
                next.put(tensor, sheet.with_rows(order)?);
            }
        }
        if let Hearing::Cells(cells) = &self.hearing {
            let allowed = |query: &Option<usize>, key: &Option<usize>| match (query, key) {
                (Some(query), Some(key)) => cells[query * count + key],
                _ => true,
            };
            let row = |query| order.iter().map(move |key| allowed(query, key));
            next.hearing = Hearing::Cells(order.iter().flat_map(row).collect());
        }
        Some(next)
    }
}
