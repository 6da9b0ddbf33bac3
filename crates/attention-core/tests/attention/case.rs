//! Random attentions for the properties.

use attention_core::{Mask, Matrix, Scale, Settings, Trace, trace};
use proptest::{collection::vec, prelude::*};

use crate::naive::{self, Rows};

#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) q: Matrix,
    pub(crate) k: Matrix,
    pub(crate) v: Matrix,
    pub(crate) scale: Scale,
    pub(crate) temperature: f64,
    pub(crate) mask: CaseMask,
}

#[derive(Clone, Debug)]
pub(crate) enum CaseMask {
    None,
    Causal,
    Cells(Vec<bool>),
}

impl Case {
    pub(crate) fn settings(&self) -> Settings<'_> {
        let mask = match &self.mask {
            CaseMask::None => Mask::None,
            CaseMask::Causal => Mask::Causal,
            CaseMask::Cells(cells) => Mask::Cells(cells),
        };
        Settings {
            scale: self.scale,
            temperature: self.temperature,
            mask,
        }
    }

    pub(crate) fn trace(&self) -> Trace {
        trace(
            self.q.view(),
            self.k.view(),
            self.v.view(),
            &self.settings(),
        )
        .unwrap()
    }

    /// What the oracle makes of it.
    pub(crate) fn naive(&self) -> naive::Attention {
        let factor = match self.scale {
            Scale::None => 1.0,
            Scale::SqrtDk => 1.0 / (self.q.cols() as f64).sqrt(),
            Scale::Factor(factor) => factor,
        };
        let (q, k, v) = (rows(&self.q), rows(&self.k), rows(&self.v));
        naive::attend(&q, &k, &v, factor, self.temperature, &self.allowed())
    }

    pub(crate) fn allowed(&self) -> Vec<Vec<bool>> {
        let cell = |query: usize, key: usize| match &self.mask {
            CaseMask::None => true,
            CaseMask::Causal => key <= query,
            CaseMask::Cells(cells) => cells[query * self.k.rows() + key],
        };
        let row = |query| (0..self.k.rows()).map(|key| cell(query, key)).collect();
        (0..self.q.rows()).map(row).collect()
    }
}

pub(crate) fn rows(matrix: &Matrix) -> Rows {
    (0..matrix.rows())
        .map(|row| matrix.row(row).to_vec())
        .collect()
}

pub(crate) fn matrix(rows: usize, cols: usize) -> impl Strategy<Value = Matrix> {
    vec(-4.0..4.0, rows * cols).prop_map(move |data| Matrix::from_vec(data, rows, cols).unwrap())
}

/// Any shape, any mask.
pub(crate) fn any_case() -> impl Strategy<Value = Case> {
    (1usize..7, 1usize..7, 1usize..6, 1usize..6).prop_flat_map(|(n_queries, n_keys, d_k, d_v)| {
        case(
            n_queries,
            n_keys,
            d_k,
            d_v,
            any_mask(n_queries * n_keys).boxed(),
        )
    })
}

/// As many keys as queries, under one mask.
pub(crate) fn self_attention(mask: CaseMask) -> impl Strategy<Value = Case> {
    (1usize..7, 1usize..6, 1usize..6)
        .prop_flat_map(move |(n, d_k, d_v)| case(n, n, d_k, d_v, Just(mask.clone()).boxed()))
}

fn case(
    n_queries: usize,
    n_keys: usize,
    d_k: usize,
    d_v: usize,
    mask: BoxedStrategy<CaseMask>,
) -> impl Strategy<Value = Case> {
    let scale = prop_oneof![
        Just(Scale::None),
        Just(Scale::SqrtDk),
        (-2.0..2.0).prop_map(Scale::Factor)
    ];
    (
        matrix(n_queries, d_k),
        matrix(n_keys, d_k),
        matrix(n_keys, d_v),
        scale,
        0.1..10.0,
        mask,
    )
        .prop_map(|(q, k, v, scale, temperature, mask)| Case {
            q,
            k,
            v,
            scale,
            temperature,
            mask,
        })
}

fn any_mask(cells: usize) -> impl Strategy<Value = CaseMask> {
    prop_oneof![
        Just(CaseMask::None),
        Just(CaseMask::Causal),
        vec(any::<bool>(), cells).prop_map(CaseMask::Cells)
    ]
}

/// Whether two rows agree within a tolerance that grows with their size.
#[track_caller]
pub(crate) fn assert_close(found: &[f64], wanted: &[f64], tolerance: f64) {
    assert_eq!(found.len(), wanted.len());
    for (f, w) in found.iter().zip(wanted) {
        assert!(
            (f - w).abs() <= tolerance * w.abs().max(1.0),
            "{found:?} is not {wanted:?}"
        );
    }
}
