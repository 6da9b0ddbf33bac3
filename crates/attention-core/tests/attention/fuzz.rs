//! The fuzz target's body on a fixed set of inputs, and, by `cargo xtask fuzz`, for as long as one likes.

#[expect(clippy::panic, reason = "what the fuzzer looks for is a panic")]
#[path = "fuzz/body.rs"]
mod body;

use std::{
    panic::{catch_unwind, resume_unwind},
    time::{Duration, Instant, SystemTime},
};

use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

#[test]
fn any_bytes_are_answered_or_refused() {
    let config = Config {
        cases: 10_000,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let outcome = runner.run(&vec(any::<u8>(), 0..600), |bytes| {
        body::run(&bytes);
        Ok(())
    });
    outcome.unwrap();
}

#[test]
#[ignore = "runs for as long as one likes: `cargo xtask fuzz`"]
fn for_as_long_as_one_likes() {
    let wish = |name| std::env::var(name).ok().map(|text| text.parse().unwrap());
    let time = Duration::from_secs(wish("ATTENTION_FUZZ_SECONDS").unwrap_or(60));
    let first = wish("ATTENTION_FUZZ_SEED").unwrap_or_else(|| {
        let since = SystemTime::UNIX_EPOCH.elapsed().unwrap();
        since.as_nanos() as u64
    });
    println!("from seed {first}");
    let start = Instant::now();
    let mut inputs = 0_u64;
    while inputs == 0 || start.elapsed() < time {
        let seed = first.wrapping_add(inputs);
        if let Err(panic) = catch_unwind(|| body::run(&bytes(seed))) {
            println!("input {inputs} breaks it; to see it again: cargo xtask fuzz 0 --seed {seed}");
            resume_unwind(panic);
        }
        inputs += 1;
        if inputs.is_power_of_two() {
            println!("{inputs} inputs in {:.0?}", start.elapsed());
        }
    }
    println!("{inputs} inputs, each answered or refused");
}

/// Bytes that a seed tells: SplitMix64 (S. Steele, D. Lea and C. Flood, 2014).
fn bytes(seed: u64) -> Vec<u8> {
    // Neighbouring seeds must not yield neighbouring parts of one sequence.
    let mut state = mixed(seed);
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(state)
    };
    let words = next() % 100;
    (0..words).flat_map(|_| next().to_le_bytes()).collect()
}

fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}
