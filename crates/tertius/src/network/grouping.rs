use std::collections::HashMap;

use serde::Serialize;

use super::Network;
use crate::{Error, Result, counted};

/// Groups of actors: a partition (each actor in at most one) or a cover (in several).
///
/// An actor in no group is of *unknown* group, which is not a group of its own.
///
/// ```
/// use tertius::Grouping;
/// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
/// assert_eq!((by.unknown(), by.several()), (1, 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grouping {
    name: String,
    labels: Vec<String>,
    /// The groups of each actor, one after the other, and where those of each end.
    groups: Vec<u32>,
    ends: Vec<u32>,
    /// What must be said of the groups themselves.
    caveat: Option<String>,
}

impl Grouping {
    /// A grouping from the labels of each actor; groups are numbered in order of first appearance.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.labels(), ["north", "south"]);
    /// ```
    pub fn new<S: AsRef<str>>(
        name: &str,
        actors: impl IntoIterator<Item = impl IntoIterator<Item = S>>,
    ) -> Self {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let (labels, groups, ends) = (Vec::new(), Vec::new(), Vec::new());
        let mut grouping = Self { name: name.to_owned(), labels, groups, ends, caveat: None };
        let mut number = |label: S| {
            let label = label.as_ref();
            numbers.get(label).copied().unwrap_or_else(|| {
                let next = grouping.labels.len() as u32;
                grouping.labels.push(label.to_owned());
                numbers.insert(label.to_owned(), next);
                next
            })
        };
        let mut all: Vec<Vec<u32>> = Vec::new();
        for labels in actors {
            let mut groups: Vec<u32> = labels.into_iter().map(&mut number).collect();
            groups.sort_unstable();
            groups.dedup();
            all.push(groups);
        }
        all.iter().for_each(|groups| grouping.push(groups));
        grouping
    }

    /// What it groups by.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.name(), "locality");
    /// ```
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Labels of the groups.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.labels(), ["north", "south"]);
    /// ```
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The groups of an actor.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.groups(1), [0, 1]);
    /// ```
    pub fn groups(&self, actor: usize) -> &[u32] {
        let start = if actor == 0 { 0 } else { self.ends[actor - 1] };
        &self.groups[start as usize..self.ends[actor] as usize]
    }

    /// Whether two actors have a group in common.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert!(by.share_a_group(0, 1) && !by.share_a_group(0, 2));
    /// ```
    pub fn share_a_group(&self, a: usize, b: usize) -> bool {
        match (self.groups(a), self.groups(b)) {
            // As nearly always.
            ([a], [b]) => a == b,
            (a, b) => a.iter().any(|group| b.contains(group)),
        }
    }

    /// A partition of all actors: each in its group; after the groups come two places, one for
    /// those whose group is not known and one for those in several.
    pub(crate) fn placed(&self) -> Self {
        let groups = self.labels.len() as u32;
        let place = |own: &[u32]| match own {
            [] => groups,
            [one] => *one,
            _ => groups + 1,
        };
        let more = ["not known".to_owned(), "several".to_owned()];
        Self {
            name: self.name.clone(),
            labels: self.labels.iter().cloned().chain(more).collect(),
            groups: self.actors().map(place).collect(),
            ends: (1..=self.ends.len() as u32).collect(),
            caveat: self.caveat.clone(),
        }
    }

    /// The group of each actor that is in exactly one.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.partition(), [Some(0), None, None]);
    /// ```
    pub fn partition(&self) -> Vec<Option<u32>> {
        let one = |groups: &[u32]| if let [one] = groups { Some(*one) } else { None };
        self.actors().map(one).collect()
    }

    /// The groups of each actor.
    pub(super) fn actors(&self) -> impl Iterator<Item = &[u32]> {
        (0..self.ends.len()).map(|actor| self.groups(actor))
    }

    /// Adds an actor with its groups.
    fn push(&mut self, groups: &[u32]) {
        self.groups.extend(groups);
        self.ends.push(self.groups.len() as u32);
    }

    /// The groups of these actors, in their order.
    pub(crate) fn among(&self, actors: impl Iterator<Item = usize>) -> Self {
        let (labels, caveat) = (self.labels.clone(), self.caveat.clone());
        let (groups, ends) = (Vec::new(), Vec::new());
        let mut among = Self { name: self.name.clone(), labels, groups, ends, caveat };
        actors.for_each(|actor| among.push(self.groups(actor)));
        among
    }

    /// The number that is the label of each actor in exactly one group; or a label that is no number.
    pub(crate) fn numbers(&self) -> std::result::Result<Vec<Option<f64>>, &str> {
        let number = |label: &'_ String| label.trim().parse().ok().filter(|it| f64::is_finite(*it));
        let numbers: Vec<Option<f64>> = self.labels.iter().map(number).collect();
        if let Some(at) = numbers.iter().position(Option::is_none) {
            return Err(&self.labels[at]);
        }
        Ok(self.partition().into_iter().map(|group| numbers[group? as usize]).collect())
    }

    /// Number of actors in no group.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.unknown(), 1);
    /// ```
    pub fn unknown(&self) -> usize {
        self.actors().filter(|groups| groups.is_empty()).count()
    }

    /// Number of actors in more than one group.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.several(), 1);
    /// ```
    pub fn several(&self) -> usize {
        self.actors().filter(|groups| groups.len() > 1).count()
    }

    /// Number of actors in each group, those in several counted in each.
    ///
    /// ```
    /// use tertius::Grouping;
    /// let by = Grouping::new("locality", [vec!["north"], vec!["north", "south"], vec![]]);
    /// assert_eq!(by.sizes(), [2, 1]);
    /// ```
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.labels.len()];
        self.groups.iter().for_each(|&group| sizes[group as usize] += 1);
        sizes
    }

    pub(crate) fn caveat(&self) -> Option<&str> {
        self.caveat.as_deref()
    }

    /// What a result must say of actors that a partition cannot place.
    pub(crate) fn notes(&self) -> Vec<String> {
        let unplaced = [(self.unknown(), "of unknown"), (self.several(), "of more than one")];
        let unplaced = unplaced.iter().filter(|(actors, _)| *actors > 0);
        unplaced
            .map(|(actors, how)| {
                let actors = counted(*actors, "actor is", "actors are");
                format!("{actors} {how} {}", self.name)
            })
            .collect()
    }
}

impl Network {
    /// The grouping by an attribute such as `sector`, `locality` or, for the places of one kind
    /// that localities lie in, `locality:region`.
    ///
    /// # Errors
    ///
    /// If no actor has the attribute, with the nearest that there is.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_attribute("sector", ["HE", "FE", "HE"]);
    /// assert_eq!(net.grouping("sector")?.sizes(), [2, 1]);
    /// let unknown = net.grouping("sectors").unwrap_err().to_string();
    /// assert!(unknown.contains("did you mean `sector`?"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn grouping(&self, name: &str) -> Result<Grouping> {
        if let Some(dealt) = self.dealt.as_ref().filter(|dealt| dealt.name == name) {
            return Ok(dealt.clone());
        }
        match self.attributes.get(name) {
            Some(values) => {
                let grouping = Grouping::new(name, values);
                let caveat = self.nesting.get(name).cloned();
                Ok(Grouping { caveat, ..grouping })
            }
            None => Err(Error::unknown("grouping", name, self.attributes())),
        }
    }
}
