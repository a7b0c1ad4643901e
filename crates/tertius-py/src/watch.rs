//! Long work: other threads of Python go on meanwhile, progress comes out, the stop button goes in.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use pyo3::prelude::*;
use tertius::Watch;

use crate::error::{bug, py_err};

/// How long the stop button waits.
const PAUSE: Duration = Duration::from_millis(50);

/// Runs work on a thread of its own, without holding Python; `progress` is called with the steps
/// done and the steps in all. Who stops it does not wait for a step under way, such as a layout: that
/// is finished for nobody.
pub(crate) fn run<T: Send + 'static>(
    py: Python<'_>,
    progress: Option<Py<PyAny>>,
    work: impl FnOnce(&Watch) -> tertius::Result<T> + Send + 'static,
) -> PyResult<T> {
    let watch = Arc::new(Watch::new());
    let (done, waiting) = channel();
    let watching = Arc::clone(&watch);
    std::thread::spawn(move || {
        let found = catch_unwind(AssertUnwindSafe(|| work(&watching)));
        // Nobody listens any more if the work was stopped.
        let _ = done.send(found);
    });
    py.detach(move || {
        loop {
            match waiting.recv_timeout(PAUSE) {
                Ok(Ok(found)) => return found.map_err(py_err),
                Ok(Err(panic)) => return Err(bug(&*panic)),
                Err(RecvTimeoutError::Disconnected) => return Err(bug(&"it ended without a word")),
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
}
