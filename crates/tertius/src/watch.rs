use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::shards::Role;
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
    steps: Arc<Steps>,
    stop: Arc<AtomicBool>,
    /// What this process does of a measure that several work out.
    role: Option<Role>,
}

#[derive(Debug, Default)]
struct Steps {
    done: AtomicU64,
    total: AtomicU64,
}

impl Watch {
    /// A watch that has seen nothing.
    ///
    /// ```
    /// use tertius::Watch;
    /// assert_eq!(Watch::new().progress(), (0, 0));
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// A watch for a part of the work: it stops with the whole, and its own steps are not seen.
    pub(crate) fn part(&self) -> Self {
        Self { stop: Arc::clone(&self.stop), ..Self::default() }
    }

    /// The same watch, for a share of the work.
    pub(crate) fn sharing(&self, role: Role) -> Self {
        let (steps, stop) = (Arc::clone(&self.steps), Arc::clone(&self.stop));
        Self { steps, stop, role: Some(role) }
    }

    /// What this process does, if not all of it.
    pub(crate) fn role(&self) -> Option<&Role> {
        self.role.as_ref()
    }

    /// The same, when the work has ended.
    pub(crate) fn into_role(self) -> Option<Role> {
        self.role
    }

    /// Asks the work to stop at its next tick.
    ///
    /// ```
    /// use tertius::{Error, Network, Watch, actor};
    /// let net = Network::from_ties(false, [("a", "b", 1.0)])?;
    /// let watch = Watch::new();
    /// watch.stop();
    /// assert_eq!(actor::betweenness(&net, &Default::default(), &watch), Err(Error::Stopped));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Steps done and steps in all; (0, 0) before the work has said how many there are.
    ///
    /// ```
    /// use tertius::Watch;
    /// let watch = Watch::new();
    /// watch.expect(2);
    /// watch.tick()?;
    /// assert_eq!(watch.progress(), (1, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn progress(&self) -> (u64, u64) {
        (self.steps.done.load(Ordering::Relaxed), self.steps.total.load(Ordering::Relaxed))
    }

    /// Said by the work: how many steps there are.
    ///
    /// ```
    /// use tertius::Watch;
    /// let watch = Watch::new();
    /// watch.expect(5);
    /// assert_eq!(watch.progress(), (0, 5));
    /// ```
    pub fn expect(&self, steps: usize) {
        self.steps.done.store(0, Ordering::Relaxed);
        self.steps.total.store(steps as u64, Ordering::Relaxed);
    }

    /// Said by the work: one more step is done.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`] once someone has asked to stop.
    ///
    /// ```
    /// use tertius::Watch;
    /// let watch = Watch::new();
    /// assert!(watch.tick().is_ok());
    /// watch.stop();
    /// assert!(watch.tick().is_err());
    /// ```
    pub fn tick(&self) -> Result<()> {
        self.steps.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// Said by the work within a step, which may be long: whether to go on.
    ///
    /// # Errors
    ///
    /// [`Error::Stopped`] once someone has asked to stop.
    ///
    /// ```
    /// use tertius::Watch;
    /// let watch = Watch::new();
    /// watch.stop();
    /// assert!(watch.go_on().is_err());
    /// ```
    pub fn go_on(&self) -> Result<()> {
        if self.stop.load(Ordering::Relaxed) { Err(Error::Stopped) } else { Ok(()) }
    }
}
