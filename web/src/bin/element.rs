//! The room for other people's pages: it starts where the element's script asks for one.

use attention_web as _;

fn main() {}
