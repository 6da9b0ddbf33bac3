//! Between a query per row, as the caller has them, and a query per lane.

use fearless_simd::{Simd, SimdBase, f32x4};

/// Puts the queries, times `factor`, into lanes: a run of `width` numbers per component. Lanes
/// beyond the last query are 0.
#[inline(always)]
pub(super) fn to_lanes<S: Simd>(
    simd: S,
    rows: &[f32],
    d: usize,
    factor: Factor,
    width: usize,
    lanes: &mut [f32],
) {
    if rows.len() < width * d {
        lanes.fill(0.0);
    }
    let Factor::Single(single) = factor else {
        for (lane, row) in rows.chunks_exact(d).enumerate() {
            one_to_lane(row, 0, factor, (lane, width), lanes);
        }
        return;
    };
    let (mut rest, mut lane) = (rows, 0);
    while let Some((four, next)) = rest.split_at_checked(4 * d) {
        rest = next;
        let (pair, other_pair) = four.split_at(2 * d);
        let (first, second) = pair.split_at(d);
        let (third, fourth) = other_pair.split_at(d);
        let quads = first
            .chunks_exact(4)
            .zip(second.chunks_exact(4))
            .zip(third.chunks_exact(4).zip(fourth.chunks_exact(4)));
        for (((a, b), (c, d)), lanes) in quads.zip(lanes.chunks_exact_mut(4 * width)) {
            let rows = [a, b, c, d].map(|row| f32x4::from_slice(simd, row) * single);
            for (components, lanes) in transpose(rows).iter().zip(lanes.chunks_exact_mut(width)) {
                components.store_slice(&mut lanes[lane..lane + 4]);
            }
        }
        for row in [first, second, third, fourth] {
            one_to_lane(row, d - d % 4, factor, (lane, width), lanes);
            lane += 1;
        }
    }
    while let Some((row, next)) = rest.split_at_checked(d) {
        one_to_lane(row, 0, factor, (lane, width), lanes);
        (rest, lane) = (next, lane + 1);
    }
}

/// One query's components from `first` on.
#[inline(always)]
fn one_to_lane(
    row: &[f32],
    first: usize,
    factor: Factor,
    (lane, width): (usize, usize),
    lanes: &mut [f32],
) {
    let places = lanes.chunks_exact_mut(width).skip(first);
    for (lanes, number) in places.zip(&row[first..]) {
        lanes[lane] = factor.times(*number);
    }
}

/// Takes the output out of its lanes, each times its share.
#[inline(always)]
pub(super) fn to_rows<S: Simd>(simd: S, lanes: &[f32], shares: &[f32], d: usize, rows: &mut [f32]) {
    let width = shares.len();
    let (mut rest, mut lane) = (rows, 0);
    while rest.len() >= 4 * d {
        let (four, next) = rest.split_at_mut(4 * d);
        rest = next;
        let shares = f32x4::from_slice(simd, &shares[lane..lane + 4]);
        let (pair, other_pair) = four.split_at_mut(2 * d);
        let (first, second) = pair.split_at_mut(d);
        let (third, fourth) = other_pair.split_at_mut(d);
        let quads = first
            .chunks_exact_mut(4)
            .zip(second.chunks_exact_mut(4))
            .zip(third.chunks_exact_mut(4).zip(fourth.chunks_exact_mut(4)));
        for (((a, b), (c, d)), lanes) in quads.zip(lanes.chunks_exact(4 * width)) {
            let mut components = [shares; 4];
            for (component, lanes) in components.iter_mut().zip(lanes.chunks_exact(width)) {
                *component *= f32x4::from_slice(simd, &lanes[lane..lane + 4]);
            }
            for (numbers, row) in transpose(components).iter().zip([a, b, c, d]) {
                numbers.store_slice(row);
            }
        }
        for (row, share) in [first, second, third, fourth]
            .into_iter()
            .zip(shares.as_slice())
        {
            one_to_row(lanes, d - d % 4, (lane, width), *share, row);
            lane += 1;
        }
    }
    while rest.len() >= d {
        let (row, next) = rest.split_at_mut(d);
        one_to_row(lanes, 0, (lane, width), shares[lane], row);
        (rest, lane) = (next, lane + 1);
    }
}

/// One query's components from `first` on.
#[inline(always)]
fn one_to_row(
    lanes: &[f32],
    first: usize,
    (lane, width): (usize, usize),
    share: f32,
    row: &mut [f32],
) {
    let places = lanes.chunks_exact(width).skip(first);
    for (number, lanes) in row[first..].iter_mut().zip(places) {
        *number = lanes[lane] * share;
    }
}

/// Four rows of four, by columns.
#[inline(always)]
fn transpose<S: Simd>([a, b, c, d]: [f32x4<S>; 4]) -> [f32x4<S>; 4] {
    let (low_ac, high_ac) = (a.zip_low(c), a.zip_high(c));
    let (low_bd, high_bd) = (b.zip_low(d), b.zip_high(d));
    [
        low_ac.zip_low(low_bd),
        low_ac.zip_high(low_bd),
        high_ac.zip_low(high_bd),
        high_ac.zip_high(high_bd),
    ]
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
