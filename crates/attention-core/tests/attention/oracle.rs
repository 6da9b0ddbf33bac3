//! The crate against the oracle.

use attention_core::{HeadWeights, Mask, Settings, divergence, trace_heads};
use proptest::{collection::vec, prelude::*};

use crate::{
    case::{any_case, assert_close, matrix, rows},
    naive::{self, Rows},
};

const TOLERANCE: f64 = 1e-11;

proptest! {
    #[test]
    fn the_trace_is_the_oracles(case in any_case()) {
        let (trace, naive) = (case.trace(), case.naive());
        for query in 0..case.q.rows() {
            assert_close(trace.scores(query), &naive.scores[query], TOLERANCE);
            assert_close(trace.scaled_scores(query), &naive.scaled[query], TOLERANCE);
            assert_close(trace.weights(query), &naive.weights[query], TOLERANCE);
            assert_close(trace.output(query), &naive.output[query], TOLERANCE);
        }
    }

    #[test]
    fn the_traces_parts_make_its_wholes(case in any_case()) {
        let (trace, allowed) = (case.trace(), case.allowed());
        for (query, allowed) in allowed.iter().enumerate() {
            let heard: Vec<usize> = (0..trace.n_keys()).filter(|key| allowed[*key]).collect();
            let max = heard
                .iter()
                .map(|key| trace.scaled(query, *key))
                .reduce(f64::max);
            prop_assert_eq!(trace.row_max(query), max);
            prop_assert_eq!(trace.is_silent(query), heard.is_empty());
            let sum: f64 = heard.iter().map(|key| trace.exponential(query, *key)).sum();
            assert_close(&[trace.row_sum(query)], &[sum], TOLERANCE);
            let mut output = vec![0.0; trace.d_v()];
            for (key, allowed) in allowed.iter().enumerate() {
                prop_assert_eq!(trace.is_allowed(query, key), *allowed);
                let score = trace.product(query, key).iter().sum();
                assert_close(&[trace.score(query, key)], &[score], TOLERANCE);
                let exponential = max
                    .filter(|_| *allowed)
                    .map_or(0.0, |m| (trace.scaled(query, key) - m).exp());
                assert_close(&[trace.exponential(query, key)], &[exponential], TOLERANCE);
                let weighted: Vec<f64> = case
                    .v
                    .row(key)
                    .iter()
                    .map(|v| trace.weight(query, key) * v)
                    .collect();
                prop_assert_eq!(trace.weighted_value(query, key), weighted);
                for (sum, term) in output.iter_mut().zip(trace.weighted_value(query, key)) {
                    *sum += term;
                }
            }
            assert_close(trace.output(query), &output, TOLERANCE);
        }
    }

    #[test]
    fn divergence_is_the_oracles(pairs in vec((0.0..1.0, 0.01..1.0), 1..8)) {
        let (target, weights): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
        let (target, weights) = (to_sum_1(&target), to_sum_1(&weights));
        let found = divergence(&target, &weights).unwrap();
        assert_close(&[found], &[naive::divergence(&target, &weights)], TOLERANCE);
        prop_assert!(found >= 0.0);
    }

    #[test]
    fn heads_are_the_oracles(x in matrix(4, 3), w in vec(matrix(3, 2), 6), w_o in matrix(4, 5)) {
        let heads: Vec<HeadWeights<'_>> = w
            .chunks(3)
            .map(|w| HeadWeights {
                w_q: w[0].view(),
                w_k: w[1].view(),
                w_v: w[2].view(),
            })
            .collect();
        let causal = Settings {
            mask: Mask::Causal,
            ..Settings::default()
        };
        let trace = trace_heads(x.view(), &heads, w_o.view(), &causal).unwrap();

        let allowed: Vec<Vec<bool>> = (0..4)
            .map(|query| (0..4).map(|key| key <= query).collect())
            .collect();
        let outputs: Vec<Rows> = w
            .chunks(3)
            .map(|w| {
                let [q, k, v] = [0, 1, 2].map(|part| naive::product(&rows(&x), &rows(&w[part])));
                naive::attend(&q, &k, &v, 1.0, 1.0, &allowed).output
            })
            .collect();
        let side_by_side: Rows = (0..4)
            .map(|query| [&outputs[0][query][..], &outputs[1][query]].concat())
            .collect();
        let wanted = naive::product(&side_by_side, &rows(&w_o));
        for query in 0..4 {
            assert_close(
                trace.merge().concatenation().row(query),
                &side_by_side[query],
                TOLERANCE,
            );
            assert_close(trace.output(query), &wanted[query], TOLERANCE);
        }
    }
}

fn to_sum_1(numbers: &[f64]) -> Vec<f64> {
    let sum: f64 = numbers.iter().sum::<f64>().max(1e-300);
    numbers.iter().map(|number| number / sum).collect()
}
