//! Ctrl-C: the work ends at once, wherever it is, but never in the middle of writing files.

use std::io::{IsTerminal, stderr};
use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::failure::Failure;

/// Held while files are written.
static WRITING: Mutex<()> = Mutex::new(());

/// Ends the command on Ctrl-C with exit code 130: at once, or when the files being written are
/// whole. A second Ctrl-C does not wait for them.
pub(crate) fn listen(json: bool) {
    let asked = AtomicBool::new(false);
    let handler = move || {
        if asked.swap(true, Ordering::Relaxed) {
            exit(i32::from(Failure::interrupted().code()));
        }
        std::thread::spawn(move || {
            let _files_are_whole = writing();
            if stderr().is_terminal() {
                // Below `^C` and whatever progress was shown.
                anstream::eprintln!();
            }
            Failure::interrupted().report(json);
            exit(i32::from(Failure::interrupted().code()));
        });
    };
    // Without it Ctrl-C ends the command as the system does: as fast, if less tidily.
    let _ = ctrlc::set_handler(handler);
}

/// Holds an interrupt back until this is dropped.
pub(crate) fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}
