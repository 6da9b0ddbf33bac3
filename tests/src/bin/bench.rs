//! `cargo xtask bench` runs this: what the page costs, beside what it could cost at the least.

use std::path::Path;

use anyhow::Result;

fn main() -> Result<()> {
    attention_tests::bench::run(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../target/bench.json"
    )))
}
