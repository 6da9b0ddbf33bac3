//! What the page says to learners, all of it from the locale file.

use attention_scene::Isolated;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
