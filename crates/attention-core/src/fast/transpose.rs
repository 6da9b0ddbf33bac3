//! Between the caller's rows and the order in which the loops read.

/// Puts values into groups of `R` components, all keys of a group together, so that a loop over keys
/// reads straight on. The last group is filled up with zeros.
#[inline(always)]
pub(super) fn to_groups<const R: usize>(rows: &[f32], d_v: usize, groups: &mut [[f32; R]]) {
    let n_keys = rows.len() / d_v;
    for (key_index, row) in rows.chunks_exact(d_v).enumerate() {
        let (whole, rest) = row.as_chunks();
        let mut places = groups[key_index..].iter_mut().step_by(n_keys);
        for (group, place) in whole.iter().zip(&mut places) {
            *place = *group;
        }
        if let Some(place) = places.next() {
            *place = [0.0; R];
            for (number, value) in place.iter_mut().zip(rest) {
                *number = *value;
            }
        }
    }
}

/// Puts the queries, times `factor`, into lanes: a run of `width` numbers per component. Lanes
/// beyond the last query are 0.
#[inline(always)]
pub(super) fn to_lanes(rows: &[f32], d: usize, factor: Factor, width: usize, lanes: &mut [f32]) {
    let n_rows = rows.len() / d;
    if n_rows < width {
        lanes.fill(0.0);
    }
    for (lane, row) in rows.chunks_exact(d).enumerate() {
        for (lanes, number) in lanes.chunks_exact_mut(width).zip(row) {
            lanes[lane] = factor.times(*number);
        }
    }
}

/// Takes the output out of its lanes, each times that lane's `factors`.
#[inline(always)]
pub(super) fn to_rows(lanes: &[f32], factors: &[f32], width: usize, d: usize, rows: &mut [f32]) {
    for ((lane, row), factor) in rows.chunks_exact_mut(d).enumerate().zip(factors) {
        for (number, lanes) in row.iter_mut().zip(lanes.chunks_exact(width)) {
            *number = lanes[lane] * factor;
        }
    }
}

/// What queries are multiplied by, so that scores need not be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Factor {
    /// As good as exact in `f32`.
    Single(f32),
    /// Out of the range of `f32`, though its products are not.
    Double(f64),
}

impl Factor {
    pub(super) fn of(factor: f64) -> Self {
        let single = factor as f32;
        if single.is_normal() || factor == 0.0 {
            Self::Single(single)
        } else {
            Self::Double(factor)
        }
    }

    #[inline(always)]
    fn times(self, number: f32) -> f32 {
        match self {
            Self::Single(factor) => number * factor,
            Self::Double(factor) => (f64::from(number) * factor) as f32,
        }
    }
}
