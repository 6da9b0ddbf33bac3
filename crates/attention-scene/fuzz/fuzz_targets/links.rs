//! `cargo +nightly fuzz run links` in `crates/attention-scene` looks for links that break it.

#![no_main]

#[path = "../../tests/fuzz/body.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body::links(bytes));
