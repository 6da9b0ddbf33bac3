//! Writes the page's first view as HTML, from the components that the browser will run: painted
//! before any script has arrived, and replaced by the same, alive.

use std::{env, error::Error, fs, path::PathBuf};

use attention_web::{Mixer, body, head};
use leptos::prelude::*;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args().nth(1).ok_or("usage: first_view FOLDER")?);
    fs::create_dir_all(&folder)?;
    let owner = Owner::new();
    let (head, body) = owner.with(|| {
        let mixer = Mixer::open(None);
        (head().to_html(), body(mixer).to_html())
    });
    for (name, html) in [("head.html", head), ("body.html", body)] {
        let path = folder.join(name);
        // An untouched file does not set off a watcher's next build.
        if fs::read_to_string(&path).ok().as_deref() != Some(html.as_str()) {
            fs::write(path, html)?;
        }
    }
    Ok(())
}
