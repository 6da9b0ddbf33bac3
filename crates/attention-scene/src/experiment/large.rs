use super::{Axis, Experiment, Source};

impl Experiment {
    /// Whether there is too much of it to have a slider for every number on one page: more than
    /// [`FEW_TOKENS`](Self::FEW_TOKENS) guests, or more than
    /// [`FEW_COMPONENTS`](Self::FEW_COMPONENTS) of a vector, of all heads together.
    ///
    /// ```
    /// use attention_scene::{Axis, Preset};
    /// let room = Preset::Walkthrough.experiment();
    /// assert!(!room.with_dimension(Axis::Key, 8).is_large());
    /// assert!(room.with_dimension(Axis::Key, 9).is_large());
    /// assert!(room.with_dimension(Axis::Value, 5).with_heads(2).is_large());
    /// let crowd = (0..9).fold(room, |room, _| room.with_guest("Chloe"));
    /// assert!(!crowd.is_large() && crowd.with_guest("Dora").is_large());
    /// ```
    #[must_use]
    pub fn is_large(&self) -> bool {
        let size = |axis| match axis {
            Axis::Model if self.source == Source::Given => 0,
            Axis::Model => self.dimension(axis),
            _ => self.dimension(axis) * self.heads,
        };
        let sizes = [Axis::Key, Axis::Value, Axis::Model].map(size);
        self.is_crowded() || sizes.iter().any(|size| *size > Self::FEW_COMPONENTS)
    }

    /// Whether there are so many guests that the page shows the row in focus alone.
    #[must_use]
    pub fn is_crowded(&self) -> bool {
        self.token_count() > Self::FEW_TOKENS
    }

    /// The most guests that a room holds.
    pub const MOST_TOKENS: usize = super::make::MOST_TOKENS;

    /// The most components that a vector has, of all heads together.
    pub const MOST_COMPONENTS: usize = super::make::MOST_COMPONENTS;

    /// The most guests whose rows the page shows all at once.
    pub const FEW_TOKENS: usize = 12;

    /// The most components of a vector that the page shows one by one for every guest.
    pub const FEW_COMPONENTS: usize = 8;
}
