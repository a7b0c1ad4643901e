//! Long work: other threads of Python go on meanwhile, progress comes out, the stop button goes in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pyo3::prelude::*;
use tertius::Watch;

use crate::error::{bug, py_err};

/// How long the stop button waits.
const PAUSE: Duration = Duration::from_millis(50);

/// Runs work on a thread of its own, without holding Python; `progress` is called with the steps
/// done and the steps in all.
pub(crate) fn run<T: Send>(
    py: Python<'_>,
    progress: Option<Py<PyAny>>,
    work: impl FnOnce(&Watch) -> tertius::Result<T> + Send,
) -> PyResult<T> {
    let watch = Watch::new();
    py.detach(|| {
        std::thread::scope(|scope| {
            let (done, waiting) = channel();
            let watching = &watch;
            scope.spawn(move || {
                let found = catch_unwind(AssertUnwindSafe(|| work(watching)));
                // Nobody listens any more if the work was stopped.
                let _ = done.send(found);
            });
            loop {
                match waiting.recv_timeout(PAUSE) {
                    Ok(Ok(found)) => return found.map_err(py_err),
                    Ok(Err(panic)) => return Err(bug(&*panic)),
                    Err(RecvTimeoutError::Disconnected) => {
                        return Err(bug(&"it ended without a word"));
                    }
                    Err(RecvTimeoutError::Timeout) => {}
                }
                let told = Python::attach(|py| {
                    py.check_signals()?;
                    let (steps, all) = watch.progress();
                    progress.as_ref().map_or(Ok(()), |it| it.call1(py, (steps, all)).map(drop))
                });
                if let Err(stopped) = told {
                    watch.stop();
                    return Err(stopped);
                }
            }
        })
    })
}
