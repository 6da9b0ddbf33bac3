//! The panel of files, which the page loads when it is opened: nothing of the page is in it.

use attention_files_panel as _;

fn main() {}
