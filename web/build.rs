//! The page's words, as Rust.

#[path = "build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    words::write("locales/en.ftl")
}
