//! The address of one editable number.

/// Which of a token's three vectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Vector {
    /// What the guest is looking for.
    Query,
    /// What the guest offers to whoever looks.
    Key,
    /// What the guest shares when listened to.
    Value,
}

impl Vector {
    /// All three, in the order in which a guest introduces them.
    pub const ALL: [Self; 3] = [Self::Query, Self::Key, Self::Value];

    /// The one-letter name used in links and in the page's attributes.
    ///
    /// ```
    /// assert_eq!(attention_scene::Vector::Query.letter(), "q");
    /// ```
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Query => "q",
            Self::Key => "k",
            Self::Value => "v",
        }
    }
}

/// The address of one number: which vector, whose, and which component of it, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// Query, key or value.
    pub vector: Vector,
    /// The token whose vector it is.
    pub token_index: usize,
    /// The component within that vector.
    pub component_index: usize,
}
