//! As much of Python's literals as the header of an array may hold.

/// The most pairs of a dictionary; the format names three.
const MOST: usize = 8;

/// A value in the dictionary.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Truth(bool),
    /// A tuple of whole numbers.
    Counts(Vec<u64>),
    /// Brackets around anything else.
    Other,
}

/// What is left of a text.
pub(super) struct Literal<'a>(&'a str);

impl<'a> Literal<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self(text)
    }

    /// Reads the whole text as a dictionary.
    pub(super) fn dictionary(mut self) -> Option<Vec<(&'a str, Value<'a>)>> {
        self.take("{")?;
        let mut pairs = Vec::new();
        while self.take("}").is_none() {
            let key = self.text()?;
            self.take(":")?;
            pairs.push((key, self.value()?));
            if pairs.len() > MOST {
                return None;
            }
            if self.take(",").is_none() {
                self.take("}")?;
                break;
            }
        }
        self.0.trim().is_empty().then_some(pairs)
    }

    fn value(&mut self) -> Option<Value<'a>> {
        if let Some(text) = self.text() {
            return Some(Value::Text(text));
        }
        for (word, truth) in [("True", true), ("False", false)] {
            if self.take(word).is_some() {
                return Some(Value::Truth(truth));
            }
        }
        match self.counts() {
            Some(counts) => Some(Value::Counts(counts)),
            None => self.brackets(),
        }
    }

    fn counts(&mut self) -> Option<Vec<u64>> {
        let (inside, rest) = self.0.trim_start().strip_prefix('(')?.split_once(')')?;
        let mut counts = Vec::new();
        let inside = inside.trim();
        let pieces = inside.strip_suffix(',').unwrap_or(inside).split(',');
        for piece in pieces.filter(|_| !inside.is_empty()) {
            // Python 2 marked long ones.
            counts.push(piece.trim().trim_end_matches('L').parse().ok()?);
        }
        self.0 = rest;
        Some(counts)
    }

    /// Passes over brackets and all in them.
    fn brackets(&mut self) -> Option<Value<'a>> {
        let text = self.0.trim_start();
        let mut depth = 0_usize;
        for (at, c) in text.char_indices() {
            match c {
                '[' | '(' => depth += 1,
                ']' | ')' => depth = depth.checked_sub(1)?,
                _ => {}
            }
            if depth == 0 {
                self.0 = text.get(at + 1..)?;
                return (at > 0).then_some(Value::Other);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let text = self.0.trim_start();
        let quote = text.chars().next().filter(|c| matches!(c, '\'' | '"'))?;
        let (inside, rest) = text[1..].split_once(quote)?;
        self.0 = rest;
        (!inside.contains('\\')).then_some(inside)
    }

    fn take(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.trim_start().strip_prefix(word)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<(&str, Value<'_>)>> {
        Literal::of(text).dictionary()
    }

    #[test]
    fn what_numpy_writes_is_read() {
        let found = read("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }   \n");
        let expected = vec![
            ("descr", Value::Text("<f8")),
            ("fortran_order", Value::Truth(false)),
            ("shape", Value::Counts(vec![3, 2])),
        ];
        assert_eq!(found, Some(expected));
        assert_eq!(
            read("{'shape': ()}"),
            Some(vec![("shape", Value::Counts(vec![]))])
        );
        assert_eq!(
            read("{\"shape\":(5L,)}"),
            Some(vec![("shape", Value::Counts(vec![5]))])
        );
        assert_eq!(
            read("{'descr': [('a', '<f8'), ('b', '<i4', (2,))]}"),
            Some(vec![("descr", Value::Other)])
        );
    }

    #[test]
    fn anything_else_is_not() {
        for text in [
            "",
            "{",
            "{'a'}",
            "{'a': 1}",
            "{'a': (1, 2}",
            "{'a': '\\n'}",
            "{} {}",
            "{'a': ]}",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("{'a': (-1,)}"), Some(vec![("a", Value::Other)]));
    }
}
