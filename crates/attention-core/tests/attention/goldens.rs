//! Against numbers from NumPy and PyTorch, which `tests/goldens/generate.py` wrote.

use std::collections::BTreeMap;

use attention_core::{
    HeadWeights, Mask, Matrix, Scale, Settings, input_gradient, sinusoidal, trace, trace_heads,
};

use crate::case::assert_close;

const NUMPY: &str = include_str!("../goldens/numpy.csv");
const PYTORCH: &str = include_str!("../goldens/pytorch.csv");

/// Both libraries sum in another order.
const TOLERANCE: f64 = 1e-12;

/// A case's arrays, by name.
struct Golden(BTreeMap<&'static str, Matrix>);

impl Golden {
    #[expect(clippy::panic, reason = "a golden that is not there fails the test")]
    fn get(&self, name: &str) -> &Matrix {
        self.0
            .get(name)
            .unwrap_or_else(|| panic!("the golden has no array {name}"))
    }

    fn number(&self, name: &str) -> f64 {
        self.get(name).get(0, 0)
    }

    fn cells(&self) -> Vec<bool> {
        self.get("mask")
            .data()
            .iter()
            .map(|cell| *cell == 1.0)
            .collect()
    }
}

fn read(table: &'static str) -> BTreeMap<&'static str, Golden> {
    let mut cases = BTreeMap::new();
    for line in table.lines() {
        let mut fields = line.split(',');
        let mut next = || fields.next().unwrap();
        let (case, array) = (next(), next());
        let (rows, columns) = (next().parse().unwrap(), next().parse().unwrap());
        let numbers = fields.map(|number| number.parse().unwrap()).collect();
        let golden: &mut Golden = cases.entry(case).or_insert(Golden(BTreeMap::new()));
        golden
            .0
            .insert(array, Matrix::from_vec(numbers, rows, columns).unwrap());
    }
    cases
}

/// Every case that has Q, K and V: each array of answers it has is compared.
fn check_attentions(table: &'static str, expected_cases: usize) {
    let cases = read(table);
    let attentions = cases
        .iter()
        .filter(|(_, golden)| golden.0.contains_key("q"));
    assert_eq!(attentions.clone().count(), expected_cases);
    for (case, golden) in attentions {
        println!("{case}");
        let cells = golden.cells();
        let settings = Settings {
            scale: Scale::Factor(golden.number("factor")),
            temperature: golden.number("temperature"),
            mask: Mask::Cells(&cells),
        };
        let [q, k, v] = ["q", "k", "v"].map(|name| golden.get(name).view());
        let trace = trace(q, k, v, &settings).unwrap();
        for query in 0..q.rows() {
            if golden.0.contains_key("weights") {
                assert_close(
                    trace.scores(query),
                    golden.get("scores").row(query),
                    TOLERANCE,
                );
                assert_close(
                    trace.scaled_scores(query),
                    golden.get("scaled").row(query),
                    TOLERANCE,
                );
                assert_close(
                    trace.weights(query),
                    golden.get("weights").row(query),
                    TOLERANCE,
                );
            }
            assert_close(
                trace.output(query),
                golden.get("output").row(query),
                TOLERANCE,
            );
        }
    }
}

#[test]
fn numpys_attention() {
    check_attentions(NUMPY, 11);
}

#[test]
fn numpys_sinusoids() {
    let cases = read(NUMPY);
    let sinusoids = cases
        .iter()
        .filter(|(case, _)| case.starts_with("sinusoidal"));
    assert_eq!(sinusoids.clone().count(), 3);
    for (_, golden) in sinusoids {
        let wanted = golden.get("positions");
        let found = sinusoidal(wanted.rows(), wanted.cols()).unwrap();
        assert_close(found.data(), wanted.data(), TOLERANCE);
    }
}

#[test]
fn pytorchs_scaled_dot_product_attention() {
    check_attentions(PYTORCH, 10);
}

#[test]
fn pytorchs_multihead_attention() {
    let cases = read(PYTORCH);
    for golden in ["multihead", "multihead_causal"].map(|case| &cases[case]) {
        let part = |name: &str, head: usize| golden.get(&format!("{name}_{head}")).view();
        let heads = [0, 1].map(|head| HeadWeights {
            w_q: part("w_q", head),
            w_k: part("w_k", head),
            w_v: part("w_v", head),
        });
        let cells = golden.cells();
        let settings = Settings {
            scale: Scale::SqrtDk,
            mask: Mask::Cells(&cells),
            ..Settings::default()
        };
        let (x, w_o) = (golden.get("x").view(), golden.get("w_o").view());
        let trace = trace_heads(x, &heads, w_o, &settings).unwrap();
        for token in 0..x.rows() {
            for (index, head) in trace.heads().iter().enumerate() {
                let weights = head.attention().weights(token);
                assert_close(weights, part("weights", index).row(token), TOLERANCE);
            }
            assert_close(
                trace.output(token),
                golden.get("output").row(token),
                TOLERANCE,
            );
        }
    }
}

#[test]
fn pytorchs_autograd() {
    let cases = read(PYTORCH);
    for golden in ["gradient", "gradient_causal"].map(|case| &cases[case]) {
        let cells = golden.cells();
        let settings = Settings {
            scale: Scale::SqrtDk,
            temperature: golden.number("temperature"),
            mask: Mask::Cells(&cells),
        };
        let [x, w_q, w_k] = ["x", "w_q", "w_k"].map(|name| golden.get(name).view());
        let row = golden.number("row") as usize;
        let found =
            input_gradient(x, w_q, w_k, &settings, row, golden.get("target").data()).unwrap();
        let attention = found.attention();
        for (name, found) in [
            ("d_x", found.x().data()),
            ("d_w_q", found.w_q().data()),
            ("d_w_k", found.w_k().data()),
            ("d_q", attention.queries().data()),
            ("d_k", attention.keys().data()),
            ("d_temperature", &[attention.temperature()]),
            ("divergence", &[attention.divergence()]),
        ] {
            println!("{name}");
            assert_close(found, golden.get(name).data(), TOLERANCE);
        }
    }
}
