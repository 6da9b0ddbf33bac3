//! `cargo +nightly fuzz run tables` in `crates/attention-files` looks for bytes that break it.

#![no_main]
#![expect(dead_code, reason = "each target runs one of the bodies")]

#[path = "../../tests/fuzz/body.rs"]
mod body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body::tables(bytes));
