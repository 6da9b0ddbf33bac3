//! The float functions on vectors.

use fearless_simd::{Bytes, Select, Simd, SimdBase, SimdFloat};

/// `a · b + c`, rounded once where the machine has an instruction for that, else twice.
#[inline(always)]
pub(super) fn multiply_add<S: Simd>(a: S::f32s, b: S::f32s, c: S::f32s) -> S::f32s {
    a.mul_add(b, c)
}

/// `2ˣ` for `x ≤ 0`, within 3·10⁻⁷ of itself; exactly 1 for 0; 0 below −126, −∞ among them.
///
/// `x` is taken apart into the nearest whole number, which goes into the exponent, and a rest within
/// ±½, whose power a polynomial finds: 1 and five terms more, the minimax of the relative error,
/// which is 9.2·10⁻⁸. The remainder of the bound is rounding.
#[inline(always)]
pub(super) fn exp2<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    /// Added to a small number, it leaves no bits for a fraction: the sum is rounded to a whole
    /// number, which stands in its lowest bits.
    const ROUNDER: f32 = (3 << 22) as f32;
    #[expect(
        clippy::approx_constant,
        reason = "the minimax, which is near the series"
    )]
    const POLYNOMIAL: [f32; 6] = [
        0.001_326_472_7,
        0.009_671_513,
        0.055_507_337,
        0.240_222_42,
        0.693_147,
        1.0,
    ];
    let splat = |number| S::f32s::splat(simd, number);
    let rounded = x + splat(ROUNDER);
    let rest = x - (rounded - splat(ROUNDER));
    let mut power = splat(POLYNOMIAL[0]);
    for coefficient in &POLYNOMIAL[1..] {
        power = multiply_add::<S>(power, rest, splat(*coefficient));
    }
    let exponent: S::u32s = rounded.bitcast::<S::u32s>() << 23;
    let scaled: S::f32s = (power.bitcast::<S::u32s>() + exponent).bitcast();
    // What is below has made nonsense of all that.
    x.simd_lt(splat(-126.0)).select(splat(0.0), scaled)
}

#[cfg(test)]
mod tests {
    use fearless_simd::{Level, dispatch};

    use super::*;

    #[test]
    fn the_power_is_within_its_bound() {
        let exact = |x: f32| f64::from(x).exp2();
        let level = Level::new();
        // Every 997th number from −0 to −126; all of them were tried once.
        for bits in ((-0.0_f32).to_bits()..=(-126.0_f32).to_bits()).step_by(997) {
            let x = f32::from_bits(bits);
            let power = dispatch!(level, simd => power(simd, x));
            let error = (f64::from(power) / exact(x) - 1.0).abs();
            assert!(error < 3e-7, "2^{x} is {power}: off by {error:e}");
        }
    }

    #[test]
    fn the_ends_are_exact() {
        let level = Level::new();
        let power = |x| dispatch!(level, simd => power(simd, x));
        assert_eq!(power(0.0), 1.0);
        assert_eq!(power(-126.0), f32::MIN_POSITIVE);
        for below in [-126.01, -127.5, -1e30, f32::MIN, f32::NEG_INFINITY] {
            assert_eq!(power(below), 0.0);
        }
    }

    #[inline(always)]
    fn power<S: Simd>(simd: S, x: f32) -> f32 {
        exp2(simd, S::f32s::splat(simd, x)).as_slice()[0]
    }
}
