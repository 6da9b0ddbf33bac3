//! What one edit costs: the three tokens of two components a learner begins with, and larger rooms.
//!
//! `cargo bench -p attention-core` prints the median time of a call, and the tenth and ninetieth
//! percentile, over batches of about a millisecond each. What an edit costs in the first view, the trace of
//! 3 tokens of 2 components, is to be less than 2,000 ns.

#![expect(clippy::unwrap_used, reason = "the shapes are this file's own")]

use std::{hint::black_box, time::Instant};

use attention_core::{MatrixView, Settings, forward, trace};

const BATCHES: usize = 200;

fn main() {
    let settings = Settings::default();
    for (n, d) in [(3, 2), (8, 4), (12, 4), (64, 16)] {
        let data = [1, 2, 3].map(|part| numbers(part, n * d));
        let [q, k, v] = [0, 1, 2].map(|part| MatrixView::new(&data[part], n, d).unwrap());
        measure(&format!("trace {n}x{d}"), || {
            _ = black_box(trace(
                black_box(q),
                black_box(k),
                black_box(v),
                black_box(&settings),
            ));
        });
        let (mut weights, mut output) = (vec![0.0; n * n], vec![0.0; n * d]);
        measure(&format!("forward {n}x{d}"), || {
            let (weights, output) = (black_box(&mut weights), black_box(&mut output));
            _ = black_box(forward(
                black_box(q),
                k,
                v,
                black_box(&settings),
                weights,
                output,
            ));
        });
    }
}

/// Numbers between −1 and 1 without a pattern that would flatter the exponential.
fn numbers(part: usize, len: usize) -> Vec<f64> {
    (0..len)
        .map(|index| ((part * 389 + index * 7919) % 101) as f64 / 50.0 - 1.0)
        .collect()
}

fn measure(name: &str, mut call: impl FnMut()) {
    let mut batch = |calls: u32| {
        let start = Instant::now();
        for _ in 0..calls {
            call();
        }
        start.elapsed().as_secs_f64()
    };
    let mut calls = 1;
    while batch(calls) < 1e-3 {
        calls *= 2;
    }
    let mut times: Vec<f64> = (0..BATCHES)
        .map(|_| batch(calls) / f64::from(calls) * 1e9)
        .collect();
    times.sort_by(f64::total_cmp);
    let at = |tenth: usize| times[tenth * (BATCHES - 1) / 10];
    println!(
        "{name:<16} {:>10.0} ns   ({:.0} to {:.0})",
        at(5),
        at(1),
        at(9)
    );
}
