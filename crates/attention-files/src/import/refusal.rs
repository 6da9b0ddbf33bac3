use attention_scene::RoomError;

use super::{ArrayRefusal, TableRefusal};
use crate::JsonRefusal;

/// Why a file was not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRefusal {
    /// There is nothing in it.
    Empty,
    /// It has more bytes than are ever read of its kind.
    TooLarge {
        /// How many it has.
        bytes: u64,
        /// How many it may have.
        most: u64,
    },
    /// It is of no kind that is known: neither text nor arrays.
    Unknown,
    /// It is no JSON that was exported here.
    Json(JsonRefusal),
    /// It is no table of queries, keys and values.
    Table(TableRefusal),
    /// Its arrays can't be read, or aren't what was picked.
    Array(ArrayRefusal),
    /// Its numbers make no room.
    Room(RoomError),
}
