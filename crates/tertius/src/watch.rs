use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::{Error, Result};

/// Progress out, stop in: what a long measure and whoever waits for it share.
///
/// ```
/// use tertius::Watch;
/// let watch = Watch::new();
/// watch.stop();
/// assert!(watch.tick().is_err());
/// ```
#[derive(Debug, Default)]
pub struct Watch {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Watch {
    /// A watch that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks the work to stop at its next tick.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Steps done and steps in all; (0, 0) before the work has said how many there are.
    pub fn progress(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Said by the work: how many steps there are.
    pub fn expect(&self, steps: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total.store(steps as u64, Ordering::Relaxed);
    }

    /// Said by the work: one more step is done.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`] once someone has asked to stop.
    pub fn tick(&self) -> Result<()> {
        self.done.fetch_add(1, Ordering::Relaxed);
        if self.stop.load(Ordering::Relaxed) { Err(Error::Stopped) } else { Ok(()) }
    }
}
