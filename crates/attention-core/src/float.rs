//! The float functions, from `std` or from `libm`: the only file that calls one.
//!
//! `std` leaves the last bits of `exp` to the platform; `libm` is the same Rust everywhere. So
//! `libm` is taken wherever there is no `std`, and wherever the feature asks for answers that agree
//! bit for bit.

#[cfg(any(not(feature = "std"), feature = "libm"))]
mod source {
    #[cfg(feature = "alloc")]
    pub(crate) use libm::{cos, pow, sin};
    pub(crate) use libm::{exp, log as ln, sqrt};
}

#[cfg(all(feature = "std", not(feature = "libm")))]
mod source {
    macro_rules! from_std {
        ($($name:ident: $method:ident($($argument:ident),+);)+) => {
            $(pub(crate) fn $name($($argument: f64),+) -> f64 {
                f64::$method($($argument),+)
            })+
        };
    }

    from_std! {
        exp: exp(x);
        ln: ln(x);
        sqrt: sqrt(x);
        pow: powf(base, exponent);
        sin: sin(x);
        cos: cos(x);
    }
}

pub(crate) use source::*;
