//! The command line of this process, as it was typed.

use std::ffi::OsString;
use std::sync::OnceLock;

static WORDS: OnceLock<Vec<OsString>> = OnceLock::new();

/// Keeps the words for good; those of the first command, if there is more than one.
pub(crate) fn keep(words: Vec<OsString>) -> &'static [OsString] {
    WORDS.get_or_init(|| words)
}

/// The words after the name of the program.
pub(crate) fn words() -> &'static [OsString] {
    WORDS.get().and_then(|all| all.get(1..)).unwrap_or_default()
}
