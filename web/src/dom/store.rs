//! What the browser keeps for this page, where it keeps anything: under a sandbox or in a private
//! window it may refuse, and then there is nothing to keep.

use leptos::prelude::window;
use web_sys::Storage;

/// The work; the name bears the version of what is written there.
const WORK: &str = "attention-mixer/work/1";
/// The steps that lead from one document of a tab to the next.
#[cfg(feature = "csr")]
const STEPS: &str = "attention-mixer/steps/1";
/// The most of them that are left, in bytes: of a hundred kilobytes each in the largest rooms.
#[cfg(feature = "csr")]
pub(crate) const MOST_STEPS: usize = 1 << 20;
/// What was there and could not be read.
#[cfg(feature = "csr")]
const DAMAGED: &str = "attention-mixer/damaged";

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The work that was saved, if any was.
#[cfg(feature = "csr")]
pub(crate) fn saved() -> Option<String> {
    storage()?.get_item(WORK).ok().flatten()
}

/// Saves the work.
#[cfg(feature = "csr")]
pub(crate) fn save(work: &str) {
    if let Some(storage) = storage() {
        // Refused where there is no room left: the address holds the work, too.
        let _ = storage.set_item(WORK, work);
    }
}

/// Sets aside what was saved and can't be read, so that nothing is lost with it.
#[cfg(feature = "csr")]
pub(crate) fn set_aside() {
    let Some(storage) = storage() else { return };
    if let Ok(Some(damaged)) = storage.get_item(WORK) {
        let _ = storage.set_item(DAMAGED, &damaged);
        let _ = storage.remove_item(WORK);
    }
}

/// Lets the saved work go.
pub(crate) fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(WORK);
    }
}

/// The steps that the tab's last document left.
#[cfg(feature = "csr")]
pub(crate) fn steps() -> Option<String> {
    let storage = window().session_storage().ok().flatten()?;
    storage.get_item(STEPS).ok().flatten()
}

/// Leaves the steps to the tab's next document.
#[cfg(feature = "csr")]
pub(crate) fn leave_steps(steps: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(STEPS, steps);
    }
}
