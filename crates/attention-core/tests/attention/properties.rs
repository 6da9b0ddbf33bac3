//! What holds for every attention.

use attention_core::{
    HeadWeights, Matrix, Positions, Scale, Settings, entropy, forward, trace, trace_head,
    trace_heads, trace_inputs,
};
use proptest::prelude::*;

use crate::case::{Case, CaseMask, any_case, assert_close, matrix, self_attention};

proptest! {
    #[test]
    fn weights_sum_to_1_or_the_row_is_silent(case in any_case()) {
        let trace = case.trace();
        for query in 0..trace.n_queries() {
            let sum: f64 = trace.weights(query).iter().sum();
            if trace.is_silent(query) {
                prop_assert_eq!(
                    (sum, trace.row_max(query), trace.row_sum(query)),
                    (0.0, None, 0.0)
                );
                prop_assert!(
                    trace
                        .output(query)
                        .iter()
                        .all(|component| *component == 0.0)
                );
            } else {
                prop_assert!((sum - 1.0).abs() < 1e-15 * trace.n_keys() as f64);
            }
            let evenness = entropy(trace.weights(query));
            prop_assert!((0.0..=(trace.n_keys() as f64).ln() + 1e-12).contains(&evenness));
        }
    }

    #[test]
    fn forward_gives_the_traces_numbers_to_the_bit(case in any_case()) {
        let trace = case.trace();
        let mut weights = vec![f64::NAN; case.q.rows() * case.k.rows()];
        let mut output = vec![f64::NAN; case.q.rows() * case.v.cols()];
        forward(
            case.q.view(),
            case.k.view(),
            case.v.view(),
            &case.settings(),
            &mut weights,
            &mut output,
        )
        .unwrap();
        for (query, (weights, output)) in weights
            .chunks(case.k.rows())
            .zip(output.chunks(case.v.cols()))
            .enumerate()
        {
            prop_assert_eq!(weights, trace.weights(query));
            prop_assert_eq!(output, trace.output(query));
        }
    }

    #[test]
    fn shifting_a_rows_scores_changes_no_weight(case in any_case(), shift in -50.0..50.0) {
        // One more component, of 1 in each query and of `shift` in each key, adds `shift` to each score.
        let shifted = Case {
            q: widened(&case.q, 1.0),
            k: widened(&case.k, shift),
            ..case.clone()
        };
        let factor = Scale::Factor(case.scale.factor(case.q.cols()));
        let (case, shifted) = (
            Case {
                scale: factor,
                ..case
            },
            Case {
                scale: factor,
                ..shifted
            },
        );
        let (trace, shifted) = (case.trace(), shifted.trace());
        for query in 0..trace.n_queries() {
            assert_close(shifted.weights(query), trace.weights(query), 1e-11);
        }
    }

    #[test]
    fn without_positions_the_order_of_tokens_means_nothing(
        (case, order) in self_attention(CaseMask::None).prop_flat_map(|case| {
            let order: Vec<usize> = (0..case.q.rows()).collect();
            (Just(case), Just(order).prop_shuffle())
        }),
    ) {
        let reordered = Case {
            q: picked(&case.q, &order),
            k: picked(&case.k, &order),
            v: picked(&case.v, &order),
            ..case.clone()
        };
        let (trace, reordered) = (case.trace(), reordered.trace());
        for (place, token) in order.iter().enumerate() {
            assert_close(reordered.output(place), trace.output(*token), 1e-12);
            for (key_place, key) in order.iter().enumerate() {
                assert_close(
                    &[reordered.weight(place, key_place)],
                    &[trace.weight(*token, *key)],
                    1e-13,
                );
            }
        }
    }

    #[test]
    fn a_causal_row_does_not_depend_on_later_tokens(
        case in self_attention(CaseMask::Causal),
        first in any::<prop::sample::Index>(),
        other in -1e6..1e6,
    ) {
        let first = first.index(case.q.rows());
        let mut changed = case.clone();
        for matrix in [&mut changed.q, &mut changed.k, &mut changed.v] {
            for token in first..matrix.rows() {
                matrix.row_mut(token).fill(other);
            }
        }
        let (trace, changed) = (case.trace(), changed.trace());
        for query in 0..first {
            prop_assert_eq!(changed.weights(query), trace.weights(query));
            prop_assert_eq!(changed.output(query), trace.output(query));
        }
    }

    #[test]
    fn a_key_that_may_not_be_heard_might_as_well_not_be_there(case in any_case()) {
        let trace = case.trace();
        for (query, allowed) in case.allowed().into_iter().enumerate() {
            let heard: Vec<usize> = (0..case.k.rows()).filter(|key| allowed[*key]).collect();
            if heard.is_empty() {
                continue;
            }
            let alone = Case {
                q: picked(&case.q, &[query]),
                k: picked(&case.k, &heard),
                v: picked(&case.v, &heard),
                mask: CaseMask::None,
                ..case.clone()
            };
            let alone = alone.trace();
            let weights: Vec<f64> = heard.iter().map(|key| trace.weight(query, *key)).collect();
            prop_assert_eq!(alone.weights(0), weights);
            assert_close(alone.output(0), trace.output(query), 1e-13);
        }
    }

    #[test]
    fn cold_is_argmax(case in self_attention(CaseMask::None)) {
        let case = Case {
            scale: Scale::None,
            temperature: 1e-9,
            ..case
        };
        let trace = case.trace();
        for query in 0..trace.n_queries() {
            let scores = trace.scores(query);
            let best = (0..scores.len())
                .max_by(|a, b| scores[*a].total_cmp(&scores[*b]))
                .unwrap();
            let runner_up = (0..scores.len())
                .filter(|key| *key != best)
                .map(|key| scores[key])
                .fold(f64::MIN, f64::max);
            prop_assume!(scores[best] - runner_up > 1e-6);
            prop_assert_eq!(trace.weight(query, best), 1.0);
            prop_assert_eq!(trace.output(query), case.v.row(best));
        }
    }

    #[test]
    fn hot_is_uniform(case in self_attention(CaseMask::None)) {
        let case = Case {
            scale: Scale::None,
            temperature: 1e15,
            ..case
        };
        let trace = case.trace();
        for query in 0..trace.n_queries() {
            assert_close(
                trace.weights(query),
                &vec![1.0 / trace.n_keys() as f64; trace.n_keys()],
                1e-12,
            );
        }
    }

    #[test]
    fn one_head_under_the_identity_is_that_head(
        x in matrix(4, 3),
        w_q in matrix(3, 2),
        w_k in matrix(3, 2),
        w_v in matrix(3, 2),
    ) {
        let weights = HeadWeights {
            w_q: w_q.view(),
            w_k: w_k.view(),
            w_v: w_v.view(),
        };
        let identity = Matrix::from_rows(&[[1.0, 0.0], [0.0, 1.0]]).unwrap();
        let head = trace_head(x.view(), weights, &Settings::default()).unwrap();
        let heads =
            trace_heads(x.view(), &[weights], identity.view(), &Settings::default()).unwrap();
        let (q, k, v) = (
            head.queries().view(),
            head.keys().view(),
            head.values().view(),
        );
        prop_assert_eq!(
            head.attention(),
            &trace(q, k, v, &Settings::default()).unwrap()
        );
        for token in 0..4 {
            prop_assert_eq!(heads.output(token), head.attention().output(token));
        }
        prop_assert_eq!(&heads.heads()[0], &head);
    }

    #[test]
    fn an_input_is_its_embedding_and_its_position(
        embeddings in matrix(5, 4),
        edited in matrix(5, 4),
    ) {
        for positions in [
            Positions::None,
            Positions::Sinusoidal,
            Positions::Edited(edited.view()),
        ] {
            let inputs = trace_inputs(embeddings.view(), positions).unwrap();
            prop_assert_eq!(inputs.embeddings(), embeddings.view());
            for ((x, embedding), position) in inputs
                .x()
                .data()
                .iter()
                .zip(embeddings.data())
                .zip(inputs.positions().data())
            {
                prop_assert_eq!(*x, embedding + position);
            }
        }
        let unplaced = trace_inputs(embeddings.view(), Positions::None).unwrap();
        prop_assert_eq!(unplaced.x(), embeddings.view());
        let placed = trace_inputs(embeddings.view(), Positions::Edited(edited.view())).unwrap();
        prop_assert_eq!(placed.positions(), edited.view());
    }
}

fn widened(matrix: &Matrix, component: f64) -> Matrix {
    let rows: Vec<Vec<f64>> = (0..matrix.rows())
        .map(|row| [matrix.row(row), &[component]].concat())
        .collect();
    Matrix::from_rows(&rows).unwrap()
}

fn picked(matrix: &Matrix, rows: &[usize]) -> Matrix {
    Matrix::from_rows(&rows.iter().map(|row| matrix.row(*row)).collect::<Vec<_>>()).unwrap()
}
