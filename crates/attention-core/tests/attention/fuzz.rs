//! The fuzz target's body on a fixed set of inputs; `fuzz/` runs it for as long as one likes.

#[expect(clippy::panic, reason = "what the fuzzer looks for is a panic")]
#[path = "../../fuzz/body.rs"]
mod body;

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
