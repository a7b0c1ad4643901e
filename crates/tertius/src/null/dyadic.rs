//! Numbers for dyads: what is set beside ties.

use crate::network::{Grouping, Network};
use crate::options::Ties;
use crate::{Error, Result, counted};

/// Above this a matrix of all dyads is too large to be shuffled thousands of times.
const MOST_ACTORS: usize = 2_000;

/// A number for every dyad of the actors of a network, as far as it is known: ties, likeness,
/// distance.
///
/// ```
/// use tertius::Network;
/// use tertius::null::Dyadic;
/// let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?
///     .with_attribute("size", ["9", "5", ""]);
/// let distance = Dyadic::distance(&net, "size")?;
/// assert_eq!((distance.value(0, 1), distance.value(0, 2)), (Some(4.0), None));
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dyadic {
    name: String,
    actors: usize,
    /// Row by row; NaN is not known.
    values: Vec<f64>,
    symmetric: bool,
    /// What must be said of it.
    notes: Vec<String>,
}

impl Dyadic {
    /// A matrix of values, row by row; NaN is not known. What it says of actors and themselves is
    /// left out.
    ///
    /// # Errors
    ///
    /// If these are not so many values as there are actors times actors, or one is infinite.
    ///
    /// ```
    /// use tertius::null::Dyadic;
    /// let miles = Dyadic::new("miles", 2, &[0.0, 7.5, 7.5, 0.0])?;
    /// assert!(miles.is_symmetric() && Dyadic::new("miles", 2, &[0.0]).is_err());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn new(name: &str, actors: usize, values: &[f64]) -> Result<Self> {
        if values.len() != actors * actors || values.iter().any(|it| it.is_infinite()) {
            let why = format!(
                "it takes {} finite numbers, one for each of {} and each of these",
                actors * actors,
                counted(actors, "actor", "actors")
            );
            return Err(Error::not_applicable(name, why));
        }
        let same = |a: f64, b: f64| a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan());
        let symmetric = (0..actors)
            .all(|i| (0..i).all(|j| same(values[i * actors + j], values[j * actors + i])));
        Self::made(name, actors, symmetric, |from, to| values[from * actors + to])
    }

    /// The ties of a network: 1 where there is one, or its strength, and 0 where there is none. A
    /// dyad that was not observed is not known, even if somebody else has told of a tie.
    ///
    /// # Errors
    ///
    /// If there are more than 2,000 actors, or two modes.
    ///
    /// ```
    /// use tertius::Network;
    /// use tertius::null::Dyadic;
    /// let net = Network::from_ties(true, [("uni", "col", 2.0), ("col", "uni", 1.0)])?;
    /// let ties = Dyadic::ties(&net.with_accounts([false, true]), Default::default())?;
    /// assert_eq!((ties.value(0, 1), ties.value(1, 0)), (None, Some(1.0)));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn ties(net: &Network, ties: Ties) -> Result<Self> {
        refuse_two_modes(net)?;
        let mut made = Self::made("ties", net.actors().len(), !net.is_directed(), |from, to| {
            if net.is_observed(from, to) { 0.0 } else { f64::NAN }
        })?;
        for tie in net.observed_ties() {
            made.set(tie.from as usize, tie.to as usize, ties.strength(tie));
        }
        Ok(made)
    }

    /// The ties of another network between the actors of this one, who are known there by the same
    /// identifiers. Of an actor who is not there nothing is known.
    ///
    /// # Errors
    ///
    /// As [`Dyadic::ties`]; if the networks have fewer than two actors in common.
    ///
    /// ```
    /// use tertius::Network;
    /// use tertius::null::Dyadic;
    /// let net = Network::from_ties(true, [("uni", "col", 1.0), ("col", "hub", 1.0)])?;
    /// let other = Network::from_ties(true, [("col", "uni", 1.0)])?;
    /// let trust = Dyadic::ties_of(&net, &other, Default::default())?.named("trust");
    /// assert_eq!((trust.value(1, 0), trust.value(1, 2)), (Some(1.0), None));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn ties_of(net: &Network, other: &Network, ties: Ties) -> Result<Self> {
        let there = Self::ties(other, ties)?;
        let numbers: std::collections::HashMap<&str, usize> =
            other.actors().iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let known = |it: &crate::network::Actor| numbers.get(it.id.as_str()).copied();
        let own: Vec<Option<usize>> = net.actors().iter().map(known).collect();
        let common = own.iter().flatten().count();
        if common < 2 {
            let why = format!(
                "{} of both, and a dyad takes two; try the same --level",
                counted(common, "actor is", "actors are")
            );
            return Err(Error::not_applicable("a second network", why));
        }
        let mut made = Self::made("ties", own.len(), there.symmetric, |from, to| {
            let both = own[from].zip(own[to]);
            both.map_or(f64::NAN, |(from, to)| there.values[from * there.actors + to])
        })?;
        made.say_unknown(own.len() - common, "not in it");
        Ok(made)
    }

    /// 1 where two actors share a group, else 0; not known if the group of one is not.
    ///
    /// # Errors
    ///
    /// Those of [`Network::grouping`]; if there are more than 2,000 actors.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::null::Dyadic;
    /// let same = Dyadic::same(&net.with_attribute("sector", ["HE", "FE", "HE"]), "sector")?;
    /// assert_eq!((same.name(), same.value(0, 2)), ("same:sector", Some(1.0)));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn same(net: &Network, attribute: &str) -> Result<Self> {
        let by = net.grouping(attribute)?;
        let known = |actor: usize| !by.groups(actor).is_empty();
        let share = |from, to| f64::from(u8::from(by.share_a_group(from, to)));
        let name = format!("same:{attribute}");
        let mut made = Self::made(&name, net.actors().len(), true, |from, to| {
            if known(from) && known(to) { share(from, to) } else { f64::NAN }
        })?;
        made.say_unknown(by.unknown(), &format!("of unknown {attribute}"));
        by.caveat().into_iter().for_each(|caveat| made.say(caveat));
        Ok(made)
    }

    /// How much more of an attribute, which is a number, the actor has whom a tie comes from than
    /// the one it goes to.
    ///
    /// # Errors
    ///
    /// Those of [`Network::grouping`]; if a value is not a number, or there are more than 2,000
    /// actors.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::null::Dyadic;
    /// let more = Dyadic::difference(&net.with_attribute("size", ["9", "5", "6"]), "size")?;
    /// assert_eq!((more.value(0, 1), more.value(1, 2)), (Some(4.0), Some(-1.0)));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn difference(net: &Network, attribute: &str) -> Result<Self> {
        Self::of_numbers(net, "difference", attribute, false, |from, to| from - to)
    }

    /// How far apart two actors are in an attribute that is a number.
    ///
    /// # Errors
    ///
    /// As [`Dyadic::difference`].
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::null::Dyadic;
    /// let wrong = Dyadic::distance(&net.with_attribute("size", ["9", "5", "big"]), "size");
    /// let said = "distance:size does not apply: `big` is not a number; of words, same:size can be \
    ///     asked";
    /// assert_eq!(wrong.unwrap_err().to_string(), said);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn distance(net: &Network, attribute: &str) -> Result<Self> {
        Self::of_numbers(net, "distance", attribute, true, |from, to| (from - to).abs())
    }

    /// An attribute, which is a number, of the actor whom a tie comes from.
    ///
    /// # Errors
    ///
    /// As [`Dyadic::difference`].
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::null::Dyadic;
    /// let from = Dyadic::sender(&net.with_attribute("size", ["9", "5", "6"]), "size")?;
    /// assert_eq!((from.value(0, 1), from.value(1, 0)), (Some(9.0), Some(5.0)));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn sender(net: &Network, attribute: &str) -> Result<Self> {
        Self::of_numbers(net, "sender", attribute, false, |from, _| from)
    }

    /// An attribute, which is a number, of the actor whom a tie goes to.
    ///
    /// # Errors
    ///
    /// As [`Dyadic::difference`].
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// use tertius::null::Dyadic;
    /// let to = Dyadic::receiver(&net.with_attribute("size", ["9", "5", "6"]), "size")?;
    /// assert_eq!((to.value(0, 1), to.value(1, 0)), (Some(5.0), Some(9.0)));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn receiver(net: &Network, attribute: &str) -> Result<Self> {
        Self::of_numbers(net, "receiver", attribute, false, |_, to| to)
    }

    fn of_numbers(
        net: &Network,
        what: &str,
        attribute: &str,
        symmetric: bool,
        value: impl Fn(f64, f64) -> f64,
    ) -> Result<Self> {
        let by = net.grouping(attribute)?;
        let name = format!("{what}:{attribute}");
        let numbers = by.numbers().map_err(|label| {
            let why = format!("`{label}` is not a number; of words, same:{attribute} can be asked");
            Error::not_applicable(&name, why)
        })?;
        let mut made = Self::made(&name, numbers.len(), symmetric, |from, to| {
            numbers[from].zip(numbers[to]).map_or(f64::NAN, |(from, to)| value(from, to))
        })?;
        made.say_unplaced(&by);
        Ok(made)
    }

    /// A variable by a rule; what the rule says of actors and themselves is left out.
    pub(super) fn made(
        name: &str,
        actors: usize,
        symmetric: bool,
        value: impl Fn(usize, usize) -> f64,
    ) -> Result<Self> {
        if actors > MOST_ACTORS {
            let why = format!(
                "there are {actors} actors, and it looks at every dyad of up to {MOST_ACTORS}; take \
                 a part of them, as by --locality or --component largest"
            );
            return Err(Error::not_applicable(name, why));
        }
        let row = |from: usize| {
            let value = &value;
            (0..actors).map(move |to| if from == to { f64::NAN } else { value(from, to) })
        };
        let values = (0..actors).flat_map(row).collect();
        Ok(Self { name: name.to_owned(), actors, values, symmetric, notes: Vec::new() })
    }

    fn set(&mut self, from: usize, to: usize, value: f64) {
        self.values[from * self.actors + to] = value;
        if self.symmetric {
            self.values[to * self.actors + from] = value;
        }
    }

    /// Says how many actors it is not known of.
    pub(super) fn say_unknown(&mut self, actors: usize, why: &str) {
        if actors > 0 {
            let (actors, name) = (counted(actors, "actor is", "actors are"), &self.name);
            self.notes.push(format!("{name}: {actors} {why}, and dyads with them are left out"));
        }
    }

    /// Says something else of it.
    pub(super) fn say(&mut self, what: &str) {
        self.notes.push(format!("{}: {what}", self.name));
    }

    fn say_unplaced(&mut self, by: &Grouping) {
        self.say_unknown(by.unknown(), &format!("of unknown {}", by.name()));
        self.say_unknown(by.several(), &format!("of more than one {}", by.name()));
    }

    /// The same under another name.
    ///
    /// ```
    /// # use tertius::null::Dyadic;
    /// let miles = Dyadic::new("distance", 1, &[0.0])?.named("miles");
    /// assert_eq!(miles.name(), "miles");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        for note in &mut self.notes {
            if let Some(rest) = note.strip_prefix(&format!("{}: ", self.name)) {
                *note = format!("{name}: {rest}");
            }
        }
        Self { name: name.to_owned(), ..self }
    }

    /// Its name.
    ///
    /// ```
    /// # use tertius::null::Dyadic;
    /// assert_eq!(Dyadic::new("miles", 1, &[0.0])?.name(), "miles");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value of a dyad, if it is known.
    ///
    /// ```
    /// # use tertius::null::Dyadic;
    /// let miles = Dyadic::new("miles", 2, &[0.0, 7.5, f64::NAN, 0.0])?;
    /// assert_eq!((miles.value(0, 1), miles.value(1, 0)), (Some(7.5), None));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn value(&self, from: usize, to: usize) -> Option<f64> {
        Some(self.values[from * self.actors + to]).filter(|it| !it.is_nan())
    }

    /// Whether it is the same both ways by what it is.
    ///
    /// ```
    /// # use tertius::null::Dyadic;
    /// let miles = Dyadic::new("miles", 2, &[0.0, 7.5, 7.5, 0.0])?;
    /// assert!(miles.is_symmetric());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_symmetric(&self) -> bool {
        self.symmetric
    }

    /// Number of actors.
    ///
    /// ```
    /// # use tertius::null::Dyadic;
    /// assert_eq!(Dyadic::new("miles", 2, &[0.0, 7.5, 7.5, 0.0])?.actors(), 2);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn actors(&self) -> usize {
        self.actors
    }

    /// The values, row by row; NaN is not known.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(super) fn notes(&self) -> &[String] {
        &self.notes
    }
}

fn refuse_two_modes(net: &Network) -> Result<()> {
    if net.first_mode().is_none() {
        return Ok(());
    }
    let why = "it has two modes, and actors change places with actors alone; --via participation ties \
               the actors who share an activity";
    Err(Error::not_applicable("a network by its dyads", why))
}
