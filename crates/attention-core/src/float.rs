//! The float functions, from `std` or from `libm`: the only file that calls one.
//!
//! `std` leaves the last bits of `exp` to the platform; `libm` is the same Rust everywhere. So `libm` is taken
//! wherever there is no `std`, and wherever the feature asks for answers that agree bit for bit.

#[cfg(all(feature = "std", not(feature = "libm")))]
mod imp {
    pub(crate) fn exp(x: f64) -> f64 {
        x.exp()
    }
    pub(crate) fn ln(x: f64) -> f64 {
        x.ln()
    }
    pub(crate) fn sqrt(x: f64) -> f64 {
        x.sqrt()
    }
}

#[cfg(any(not(feature = "std"), feature = "libm"))]
mod imp {
    pub(crate) use libm::{exp, log as ln, sqrt};
}

pub(crate) use imp::{exp, ln, sqrt};
