//! Attention as slowly and as plainly as it can be written: shares no code with the crate, and takes
//! another way to the softmax.

pub(crate) type Rows = Vec<Vec<f64>>;

pub(crate) struct Attention {
    pub(crate) scores: Rows,
    pub(crate) scaled: Rows,
    pub(crate) weights: Rows,
    pub(crate) output: Rows,
}

pub(crate) fn attend(
    q: &Rows,
    k: &Rows,
    v: &Rows,
    factor: f64,
    temperature: f64,
    allowed: &[Vec<bool>],
) -> Attention {
    let scores = product(q, &transpose(k));
    let scaled: Rows = scores
        .iter()
        .map(|row| row.iter().map(|s| s * factor / temperature).collect())
        .collect();
    let weights: Rows = scaled
        .iter()
        .zip(allowed)
        .map(|(row, heard)| softmax(row, heard))
        .collect();
    let output = product(&weights, v);
    Attention {
        scores,
        scaled,
        weights,
        output,
    }
}

/// Each weight by itself: 1 / Σ exp(other − own), which needs neither a maximum nor a sum.
fn softmax(row: &[f64], heard: &[bool]) -> Vec<f64> {
    let others: Vec<f64> = row
        .iter()
        .zip(heard)
        .filter(|(_, h)| **h)
        .map(|(s, _)| *s)
        .collect();
    let weight = |own: f64| 1.0 / others.iter().map(|other| (other - own).exp()).sum::<f64>();
    row.iter()
        .zip(heard)
        .map(|(own, h)| if *h { weight(*own) } else { 0.0 })
        .collect()
}

pub(crate) fn divergence(target: &[f64], weights: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (t, w) in target.iter().zip(weights) {
        if *t > 0.0 {
            sum += t * (t / w).ln();
        }
    }
    sum
}

pub(crate) fn product(a: &Rows, b: &Rows) -> Rows {
    let mut result = vec![vec![0.0; b[0].len()]; a.len()];
    for (i, row) in a.iter().enumerate() {
        for (j, column) in transpose(b).iter().enumerate() {
            for (x, y) in row.iter().zip(column) {
                result[i][j] += x * y;
            }
        }
    }
    result
}

fn transpose(a: &Rows) -> Rows {
    (0..a[0].len())
        .map(|j| a.iter().map(|row| row[j]).collect())
        .collect()
}
