//! A query per lane: how many go side by side.
//!
//! With queries in the lanes, a row's maximum and sum are kept by lane, nothing is ever added
//! across a vector, and keys and values are read where the caller has them, a number at a time,
//! spread over all lanes.

use fearless_simd::{Simd, SimdBase};

/// As many queries as `V` vectors have lanes.
pub(super) type Lanes<S, const V: usize> = [<S as Simd>::f32s; V];

#[inline(always)]
pub(super) fn splat<S: Simd, const V: usize>(simd: S, number: f32) -> Lanes<S, V> {
    [S::f32s::splat(simd, number); V]
}

#[inline(always)]
pub(super) fn load<S: Simd, const V: usize>(simd: S, numbers: &[f32]) -> Lanes<S, V> {
    let mut lanes = splat(simd, 0.0);
    for (lanes, numbers) in lanes.iter_mut().zip(numbers.chunks_exact(S::f32s::LEN)) {
        *lanes = S::f32s::from_slice(simd, numbers);
    }
    lanes
}

#[inline(always)]
pub(super) fn store<S: Simd, const V: usize>(lanes: &Lanes<S, V>, numbers: &mut [f32]) {
    for (lanes, numbers) in lanes.iter().zip(numbers.chunks_exact_mut(S::f32s::LEN)) {
        lanes.store_slice(numbers);
    }
}

/// How wide a block of queries is, and how many keys or components are summed with it at a time.
///
/// Eight sums are in flight either way, as many as hide the latency of a multiply-add and leave
/// registers over. The wide tile loads less for each multiplication; the narrow one wastes fewer
/// lanes where there are few queries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tiling {
    /// 2 vectors of queries by 4.
    Narrow,
    /// 4 vectors of queries by 2.
    Wide,
}

impl Tiling {
    pub(super) fn of(n_queries: usize, lanes: usize) -> Self {
        if n_queries <= 2 * lanes {
            Self::Narrow
        } else {
            Self::Wide
        }
    }

    /// So many components as fill all tiles.
    pub(super) fn padded(self, d_v: usize) -> usize {
        d_v.next_multiple_of(8 / self.vectors())
    }

    /// How many blocks of queries see a block of keys before the next: so often is it fetched less.
    pub(super) fn blocks(self) -> usize {
        match self {
            Self::Narrow => 1,
            Self::Wide => 4,
        }
    }

    pub(super) fn vectors(self) -> usize {
        match self {
            Self::Narrow => 2,
            Self::Wide => 4,
        }
    }
}
