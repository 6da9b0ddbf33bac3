//! The rooms that come with the product.

use attention_core::Matrix;

use crate::{Experiment, RoomError};

/// A room that comes with the product, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// The post's numeric walkthrough: Alice, introduced, Bob, with d_k = d_v = 2.
    Walkthrough,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 1] = [Self::Walkthrough];

    /// The name that links use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Walkthrough => "walkthrough",
        }
    }

    /// The preset of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The guests' names.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Walkthrough => &["Alice", "introduced", "Bob"],
        }
    }

    /// Whose query is asked about first: the last guest, as in the post.
    #[must_use]
    pub const fn focus(self) -> usize {
        match self {
            Self::Walkthrough => 2,
        }
    }

    /// The room itself.
    ///
    /// ```
    /// use attention_scene::Preset;
    /// let trace = Preset::Walkthrough.experiment().trace();
    /// // Bob's query [2, 3] · his own key [2, 1] = 2·2 + 3·1
    /// assert_eq!(trace.score(2, 2), 7.0);
    /// ```
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "constants; a test makes every preset, so a shape that doesn't fit never ships"
    )]
    pub fn experiment(self) -> Experiment {
        let (queries, keys, values) = match self {
            Self::Walkthrough => (
                [[1.0, 2.0], [0.0, 1.0], [2.0, 3.0]],
                [[1.0, 1.0], [1.0, 0.0], [2.0, 1.0]],
                [[0.2, 0.8], [0.5, 0.1], [0.9, 0.4]],
            ),
        };
        let matrix = |rows: [[f64; 2]; 3]| Matrix::from_rows(&rows).map_err(RoomError::Core);
        let room = || -> Result<Experiment, RoomError> {
            Experiment::new(
                self.names().iter().map(ToString::to_string).collect(),
                matrix(queries)?,
                matrix(keys)?,
                matrix(values)?,
            )
        };
        room().expect("a preset's shapes fit")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_can_be_made_and_is_found_by_its_name() {
        for preset in Preset::ALL {
            assert!(preset.focus() < preset.experiment().token_count());
            assert_eq!(Preset::named(preset.name()), Some(preset));
        }
        assert_eq!(Preset::named("nobody"), None);
    }

    #[test]
    fn the_walkthrough_gives_the_weights_worked_out_by_hand() {
        // e^(5-7) = 0.135335, e^(2-7) = 0.006738, e^0 = 1; their sum is 1.142073.
        let trace = Preset::Walkthrough.experiment().trace();
        let expected = [0.118_500, 0.005_900, 0.875_601];
        for (weight, expected) in trace.weights(2).iter().zip(expected) {
            assert!((weight - expected).abs() < 5e-7, "{weight} {expected}");
        }
        for (output, expected) in trace.output(2).iter().zip([0.814_690, 0.445_630]) {
            assert!((output - expected).abs() < 5e-7, "{output} {expected}");
        }
    }
}
