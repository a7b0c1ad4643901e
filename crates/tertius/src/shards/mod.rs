//! Long measures in parts, by several processes: with the same bits as in one.
//!
//! A [`Call`] is one call of a measure. Each process makes it anew from the same network and the same
//! arguments, and works out one [`Shard`] of it; who has gathered the parts combines them. Nobody
//! needs to know what a part holds.
//!
//! ```
//! use tertius::shards::{Call, Shard};
//! use tertius::{Arguments, Measure, Network, Watch};
//! let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
//! let (betweenness, options) = (Measure::named("actor betweenness")?, Arguments::default());
//! let watch = Watch::new();
//!
//! let call = Call::of_network(betweenness, &net, &options)?;
//! let mut parts = Vec::new();
//! let found = loop {
//!     // Each on a machine of its own.
//!     let more: Vec<Vec<u8>> = (0..3)
//!         .map(|at| call.partial(Shard::new(at, 3)?, &parts, &watch))
//!         .collect::<Result<_, _>>()?;
//!     parts.extend(more);
//!     if let Some(found) = call.combine(&parts, &watch)? {
//!         break found;
//!     }
//! };
//! assert_eq!(found, betweenness.of_network(&net, &options, &watch)?);
//! # Ok::<(), tertius::Error>(())
//! ```
//!
//! What takes long in a measure are a few loops: over the actors that paths start from, over random
//! networks, over all networks without one actor. Each is of so many tasks that do not know of one
//! another, and their number does not hang on who works them out. In a round, every process takes the
//! results of earlier loops from the parts it is given, and works out its share of the first loop that
//! is not among them. Most measures have one such loop, and are found in one round; a ranking under
//! five doubts takes six.

mod fingerprint;
mod part;
mod role;
mod splits;

use serde::{Deserialize, Serialize};

pub(crate) use role::{Found, Role, Tasks};

use crate::catalogue::Cut;
use crate::{Arguments, Error, Measure, Network, Result, Results, Watch};
use part::{Made, Origin};
use role::Outcome;

/// One of several shares of a measure, numbered from zero.
///
/// ```
/// use tertius::shards::Shard;
/// let last = Shard::new(3, 4)?;
/// assert_eq!(last.to_string(), "part 4 of 4");
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    at: usize,
    of: usize,
}

impl Shard {
    /// The share with a number, from zero, of so many.
    ///
    /// # Errors
    ///
    /// If there is no such share.
    ///
    /// ```
    /// use tertius::shards::Shard;
    /// assert!(Shard::new(0, 1).is_ok());
    /// assert!(Shard::new(4, 4).is_err(), "the last of four is 3");
    /// ```
    pub fn new(at: usize, of: usize) -> Result<Self> {
        if at < of {
            return Ok(Self { at, of });
        }
        let expected = match of {
            0 => "there must be one share, or more".to_owned(),
            _ => format!("shares are numbered from 0 to {}", of - 1),
        };
        Err(Error::Option { option: "shard".to_owned(), value: format!("{at} of {of}"), expected })
    }

    /// All shares of so many; none of none.
    ///
    /// ```
    /// use tertius::shards::Shard;
    /// assert_eq!(Shard::all(3).last(), Shard::new(2, 3).ok());
    /// ```
    pub fn all(of: usize) -> impl Iterator<Item = Self> {
        (0..of).map(move |at| Self { at, of })
    }

    /// Its share of so many tasks: as many as others have, or one more or fewer.
    fn of(self, tasks: usize) -> std::ops::Range<usize> {
        let start = |at: usize| (at as u128 * tasks as u128 / self.of as u128) as usize;
        start(self.at)..start(self.at + 1)
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "part {} of {}", self.at + 1, self.of)
    }
}

/// One call of a measure, to be worked out in parts.
///
/// ```
/// use tertius::shards::Call;
/// use tertius::{Arguments, Measure, Network, Watch};
/// let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// let (closeness, options) = (Measure::named("actor closeness")?, Arguments::default());
/// let found = Call::of_network(closeness, &net, &options)?.run(2, &Watch::new())?;
/// assert_eq!(found.value("uni", "reached"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug)]
pub struct Call<'a> {
    measure: &'a Measure,
    net: &'a Network,
    cut: Option<Cut<'a>>,
    arguments: &'a Arguments,
    origin: Origin,
}

impl<'a> Call<'a> {
    /// A measure of a network.
    ///
    /// # Errors
    ///
    /// [`Error::NotApplicable`] for a measure that is not worked out in parts: see
    /// [`Measure::splits`].
    ///
    /// ```
    /// use tertius::shards::Call;
    /// use tertius::{Arguments, Measure, Network};
    /// let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let degree = Measure::named("actor degree")?;
    /// let refused = Call::of_network(degree, &net, &Arguments::default()).unwrap_err();
    /// assert!(refused.to_string().contains("call it directly"), "{refused}");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_network(
        measure: &'a Measure,
        net: &'a Network,
        arguments: &'a Arguments,
    ) -> Result<Self> {
        Self::new(measure, net, None, arguments)
    }

    /// A measure of a network that was cut from a study through a view.
    ///
    /// # Errors
    ///
    /// As of [`Call::of_network`].
    ///
    /// ```
    /// # use tertius::Study;
    /// # use tertius::study::{Reading, Sheet, Table};
    /// # let mut ties = Sheet::new("ties.csv", None, 1, ["from", "to", "certainty"].map(str::to_owned).to_vec());
    /// # ties.push_row(2, ["ann", "ben", "probable"]);
    /// # ties.push_row(3, ["ben", "cat", "certain"]);
    /// # let sheets = vec![(Table::Ties, ties)];
    /// # let study = Study::from_reading(Reading { sheets, implied: true, ..Reading::default() });
    /// use tertius::shards::Call;
    /// use tertius::{Arguments, Measure, View, Watch};
    /// let (view, options) = (View::ties(), Arguments::default());
    /// let net = study.network(&view)?;
    /// let robustness = Measure::named("actor robustness")?;
    /// let found = Call::of_cut(robustness, &net, (&study, &view), &options)?.run(4, &Watch::new())?;
    /// assert_eq!(found, robustness.of_study(&study, &view, &options, &Watch::new())?);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn of_cut(
        measure: &'a Measure,
        net: &'a Network,
        cut: Cut<'a>,
        arguments: &'a Arguments,
    ) -> Result<Self> {
        Self::new(measure, net, Some(cut), arguments)
    }

    fn new(
        measure: &'a Measure,
        net: &'a Network,
        cut: Option<Cut<'a>>,
        arguments: &'a Arguments,
    ) -> Result<Self> {
        splits::refuse(measure)?;
        let origin = Origin::new(measure, arguments, fingerprint::of(net, cut)?);
        Ok(Self { measure, net, cut, arguments, origin })
    }

    /// Works out a share, given the parts of earlier rounds from everybody, in any order. The watch
    /// sees the steps of this share.
    ///
    /// # Errors
    ///
    /// Those of the measure; [`Error::Parts`] for parts that are not all there, or of another call.
    ///
    /// ```
    /// # use tertius::{Arguments, Measure, Network};
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # let (measure, options) = (Measure::named("actor betweenness")?, Arguments::default());
    /// use tertius::shards::{Call, Shard};
    /// let call = Call::of_network(measure, &net, &options)?;
    /// let none: [&[u8]; 0] = [];
    /// let part: Vec<u8> = call.partial(Shard::new(0, 2)?, &none, &Default::default())?;
    /// # assert!(!part.is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn partial(
        &self,
        shard: Shard,
        parts: &[impl AsRef<[u8]>],
        watch: &Watch,
    ) -> Result<Vec<u8>> {
        let given = part::rounds(parts, &self.origin, Some(shard.of))?;
        let round = given.len();
        let (found, outcome) = self.with(Role::working(shard, given), watch);
        let made = match outcome {
            Some(Outcome::Made(made)) => made,
            // Nothing was left to work out.
            _ => found.map(|_| Made::default())?,
        };
        Ok(part::write(&self.origin, shard, round, made))
    }

    /// Combines the parts of all rounds, given in any order; `None` if the measure goes on, and takes
    /// another round.
    ///
    /// # Errors
    ///
    /// As of [`Call::partial`].
    ///
    /// ```
    /// # use tertius::{Arguments, Measure, Network};
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # let (measure, options) = (Measure::named("actor betweenness")?, Arguments::default());
    /// use tertius::Watch;
    /// use tertius::shards::{Call, Shard};
    /// let (call, watch) = (Call::of_network(measure, &net, &options)?, Watch::new());
    /// let none: [&[u8]; 0] = [];
    /// let half = |at| call.partial(Shard::new(at, 2)?, &none, &watch);
    /// let found = call.combine(&[half(1)?, half(0)?], &watch)?;
    /// assert_eq!(found.unwrap().value("col", "value"), Some(1.0));
    ///
    /// let refused = call.combine(&[half(1)?], &watch).unwrap_err();
    /// assert_eq!(refused.to_string(), "these parts do not go together: part 1 of 2 is missing");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn combine(&self, parts: &[impl AsRef<[u8]>], watch: &Watch) -> Result<Option<Results>> {
        let given = part::rounds(parts, &self.origin, None)?;
        match self.with(Role::combining(given), watch) {
            (_, Some(Outcome::Missing)) => Ok(None),
            (found, _) => found.map(Some),
        }
    }

    /// Works it out in this process, in so many shares one after another: as others do it with
    /// several.
    ///
    /// # Errors
    ///
    /// As of [`Call::partial`]; and if there are no shares.
    ///
    /// ```
    /// # use tertius::{Arguments, Measure, Network};
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # let (measure, options) = (Measure::named("actor betweenness")?, Arguments::default());
    /// use tertius::Watch;
    /// use tertius::shards::Call;
    /// let call = Call::of_network(measure, &net, &options)?;
    /// assert_eq!(call.run(1, &Watch::new())?, call.run(7, &Watch::new())?);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn run(&self, of: usize, watch: &Watch) -> Result<Results> {
        Shard::new(0, of)?;
        let mut parts = Vec::new();
        loop {
            let more = Shard::all(of).map(|shard| self.partial(shard, &parts, watch));
            let more = more.collect::<Result<Vec<_>>>()?;
            parts.extend(more);
            if let Some(found) = self.combine(&parts, watch)? {
                return Ok(found);
            }
        }
    }

    /// What the measure finds, and how far it came, if its loops are shared.
    fn with(&self, role: Role, watch: &Watch) -> (Result<Results>, Option<Outcome>) {
        let watch = watch.sharing(role);
        let found = self.measure.of(self.net, self.cut, self.arguments, &watch);
        (found, watch.into_role().and_then(Role::into_outcome))
    }
}
