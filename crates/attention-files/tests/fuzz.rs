//! The fuzz targets' bodies on a fixed set of inputs.

#[path = "fuzz/body.rs"]
mod body;

use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

#[test]
fn any_bytes_are_opened_or_refused() {
    runs(any::<u8>(), body::files);
    runs(any::<u8>(), body::arrays);
}

#[test]
fn bytes_that_mean_something_are_opened_or_refused() {
    let meaning =
        prop::sample::select(b"{}[]()\"':,;.0189-eqkvQKV \n\t|_<f8#=formatversionlink".to_vec());
    runs(meaning.clone(), body::files);
    runs(meaning.clone(), body::tables);
    runs(meaning, body::arrays);
}

#[expect(clippy::unwrap_used, reason = "what is looked for is a panic")]
fn runs(byte: impl Strategy<Value = u8>, body: fn(&[u8])) {
    let config = Config {
        cases: 5_000,
        failure_persistence: None,
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let outcome = runner.run(&vec(byte, 0..300), |bytes| {
        body(&bytes);
        Ok(())
    });
    outcome.unwrap();
}
