use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc;
use std::time::Duration;

use tertius::Watch;

/// Runs long work, and shows how far it is on a terminal once it has taken half a second.
pub(crate) fn show<T: Send>(what: &str, quiet: bool, work: impl FnOnce(&Watch) -> T + Send) -> T {
    let watch = Watch::new();
    if quiet || !stderr().is_terminal() {
        return work(&watch);
    }
    std::thread::scope(|scope| {
        let (done, waiting) = mpsc::channel();
        let watching = &watch;
        let working = scope.spawn(move || {
            let result = work(watching);
            // The other end only goes away with this scope.
            let _ = done.send(());
            result
        });
        let mut shown = false;
        let mut pause = Duration::from_millis(500);
        while waiting.recv_timeout(pause) == Err(mpsc::RecvTimeoutError::Timeout) {
            pause = Duration::from_millis(100);
            shown = true;
            let (steps, total) = watch.progress();
            let share = (steps * 100).checked_div(total);
            let share = share.map_or_else(String::new, |share| format!(" {share} %"));
            // A terminal that cannot be written to is no reason to stop the work.
            let _ = write!(stderr(), "\r{what} …{share}  ");
        }
        if shown {
            let _ = write!(stderr(), "\r{:width$}\r", "", width = what.len() + 12);
        }
        working.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}
