//! `cargo +nightly fuzz run attention` in `crates/attention-core` looks for bytes that break it.

#![no_main]

#[path = "../../tests/attention/fuzz/body.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body::run(bytes));
