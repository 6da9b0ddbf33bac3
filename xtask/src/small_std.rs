//! A standard library for the module alone: built for size, and without the machinery of panics.
//!
//! A panic can't be caught on wasm32; all that a visitor would download for one is the text that describes it. Left
//! out, the module is a fifth smaller. It takes features of cargo and rustc that are not stable yet, which
//! `RUSTC_BOOTSTRAP` opens in the pinned toolchain; without them, as in `serve`, the page is the same, only larger.
//! Leptos is told to forget the types of views (`erase_components`), which would each be compiled anew: a twentieth less.

use std::process::Command;

const VARIABLES: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Cpanic=immediate-abort -Zunstable-options -Zfmt-debug=none -Zlocation-detail=none --cfg erase_components",
    ),
];

/// Has every cargo below this command build the module so.
pub(crate) fn add_to(command: &mut Command) -> &mut Command {
    command.envs(VARIABLES)
}

/// Has a cargo below such a command build as ever.
pub(crate) fn remove_from(command: &mut Command) {
    for (name, _) in VARIABLES {
        command.env_remove(name);
    }
}
