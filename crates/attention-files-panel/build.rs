//! The page's words, as Rust: of those that the panel doesn't say, nothing stays in the module.

#[path = "../../web/build/words.rs"]
mod words;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    words::write("../../web/locales/en.ftl")
}
