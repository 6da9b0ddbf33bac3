//! What a run of the fast forward costs: `cargo bench -p attention-core --features fast --bench fast`.
//!
//! Prints, for each shape, the median and the least time of a run in microseconds, over batches of a
//! millisecond or one run each.

#![expect(clippy::unwrap_used, reason = "the shapes are this file's own")]

use std::{hint::black_box, time::Instant};

use attention_core::{FastForward, FastShape, Scale, Settings};

const BATCHES: usize = 101;

fn main() {
    for (n, d) in [(8, 4), (64, 64), (512, 64), (2048, 64)] {
        let shape = FastShape {
            n_queries: n,
            n_keys: n,
            d_k: d,
            d_v: d,
        };
        let [q, k, v] = [1, 2, 3].map(|part| numbers(part, n * d));
        let mut fast = FastForward::new(shape).unwrap();
        let mut output = vec![0.0; n * d];
        let settings = Settings {
            scale: Scale::SqrtDk,
            ..Settings::default()
        };
        let mut batch = |runs: u32| {
            let start = Instant::now();
            for _ in 0..runs {
                let output = black_box(&mut output);
                fast.run(black_box(&q), &k, &v, &settings, output).unwrap();
            }
            start.elapsed().as_secs_f64()
        };
        let runs = (1e-3 / batch(1)).ceil() as u32;
        let mut times: Vec<f64> = (0..BATCHES)
            .map(|_| batch(runs) / f64::from(runs) * 1e6)
            .collect();
        times.sort_by(f64::total_cmp);
        println!(
            "{n} {d} median {:.3} least {:.3}",
            times[BATCHES / 2],
            times[0]
        );
    }
}

/// Numbers between −1 and 1 without a pattern that would flatter the exponential.
fn numbers(part: usize, len: usize) -> Vec<f32> {
    (0..len)
        .map(|index| ((part * 389 + index * 7919) % 101) as f32 / 50.0 - 1.0)
        .collect()
}
