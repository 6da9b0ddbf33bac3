//! The mathematics from outside: tables checked by hand, an oracle, properties, goldens and refusals.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, in what its cases share, too"
)]

mod allocations;
mod without_alloc;

#[cfg(all(feature = "alloc", any(feature = "libm", not(feature = "std"))))]
mod bits;
#[cfg(feature = "alloc")]
mod case;
#[cfg(feature = "alloc")]
mod fuzz;
#[cfg(feature = "alloc")]
mod goldens;
#[cfg(feature = "alloc")]
mod gradients;
#[cfg(feature = "alloc")]
mod naive;
#[cfg(feature = "alloc")]
mod oracle;
#[cfg(feature = "alloc")]
mod properties;
#[cfg(feature = "alloc")]
mod refusals;
#[cfg(feature = "alloc")]
mod tables;
#[cfg(feature = "alloc")]
mod temperatures;
