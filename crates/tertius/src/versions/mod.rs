//! Plausible versions of a study: what its evidence leaves open, decided by chance.

mod doubt;
mod drawn;
mod ranked;
mod ranks;
mod silence;

use std::borrow::Cow;

pub use doubt::Doubt;
pub(crate) use ranked::Ranked;
pub(crate) use ranks::{Ranks, correlation};

use crate::catalogue::{OptionSpec, Takes};
use crate::network::{Network, Orientation, View};
use crate::study::{Certainty, Study};
use crate::{Arguments, Result};

/// How versions are drawn.
///
/// ```
/// use tertius::actor::{Doubt, VersionOptions};
/// let options = VersionOptions { vary: vec![Doubt::Ties], ..VersionOptions::default() };
/// assert_eq!((options.probable, options.draws), (0.8, 1_000));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct VersionOptions {
    /// What varies; if none is named, all that the study gives cause for.
    pub vary: Vec<Doubt>,
    /// Chance that evidence stated as certain holds.
    pub certain: f64,
    /// Chance that evidence stated as probable holds.
    pub probable: f64,
    /// Chance that evidence stated as ambiguous holds.
    pub ambiguous: f64,
    /// Other attributes that actors could be grouped by.
    pub codings: Vec<String>,
    /// Number of versions.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
}

impl Default for VersionOptions {
    fn default() -> Self {
        let (vary, codings) = (Vec::new(), Vec::new());
        let (certain, probable, ambiguous) = (1.0, 0.8, 0.5);
        Self { vary, certain, probable, ambiguous, codings, draws: 1_000, seed: 1 }
    }
}

/// `vary`: doubts.
pub(crate) const VARY: OptionSpec = OptionSpec {
    name: "vary",
    takes: Takes::Names,
    default: "",
    about: "what varies: ties, answers, silence, rules, levels, codings; all that the study gives \
        cause for unless given",
};

/// `certain`: how far to believe what is stated as such.
pub(crate) const CERTAIN: OptionSpec = OptionSpec {
    name: "certain",
    takes: Takes::Number { least: 0.0, most: 1.0 },
    default: "1",
    about: "chance that evidence stated as certain holds",
};

/// `probable`: how far to believe what is stated as such.
pub(crate) const PROBABLE: OptionSpec = OptionSpec {
    name: "probable",
    default: "0.8",
    about: "chance that evidence stated as probable holds",
    ..CERTAIN
};

/// `ambiguous`: how far to believe what is stated as such.
pub(crate) const AMBIGUOUS: OptionSpec = OptionSpec {
    name: "ambiguous",
    default: "0.5",
    about: "chance that evidence stated as ambiguous holds",
    ..CERTAIN
};

/// `codings`: other attributes to group by.
pub(crate) const CODINGS: OptionSpec = OptionSpec {
    name: "codings",
    takes: Takes::Names,
    default: "",
    about: "other attributes that actors could be grouped by, for measures of groups",
};

/// `draws`: number of versions.
pub(crate) const DRAWS: OptionSpec = OptionSpec {
    name: "draws",
    takes: Takes::Count { least: 1, most: 10_000_000 },
    default: "1000",
    about: "number of plausible versions",
};

impl VersionOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        let codings = arguments.names(CODINGS.name).iter().map(|&it| it.to_owned()).collect();
        Ok(Self {
            vary: Doubt::named(&arguments.names(VARY.name))?,
            certain: arguments.number(&CERTAIN)?,
            probable: arguments.number(&PROBABLE)?,
            ambiguous: arguments.number(&AMBIGUOUS)?,
            codings,
            draws: arguments.count(&DRAWS)?,
            seed: arguments.count(&crate::options::SEED)?,
        })
    }

    /// The chance that evidence of a certainty holds.
    fn holds(&self, certainty: Certainty) -> f64 {
        match certainty {
            Certainty::Certain => self.certain,
            Certainty::Probable => self.probable,
            Certainty::Ambiguous => self.ambiguous,
        }
    }
}

/// A study of which versions are drawn.
pub(crate) struct Versions<'s> {
    /// Its tables, without the sheets they were read from.
    study: Study,
    view: &'s View,
    options: &'s VersionOptions,
    /// The network as it is observed.
    pub(crate) observed: Network,
    /// Share of those asked who did not answer.
    silent: f64,
    /// Ways to take directed ties as undirected, if that is what the view does.
    rules: Vec<Orientation>,
    /// Whether what is ranked looks at groups.
    groups: bool,
}

/// A version: the network, and what actors are grouped by if not as usual.
pub(crate) struct Version<'v> {
    pub(crate) net: Cow<'v, Network>,
    pub(crate) coding: Option<&'v str>,
}

impl<'s> Versions<'s> {
    pub(crate) fn new(
        study: &Study,
        view: &'s View,
        options: &'s VersionOptions,
        groups: bool,
    ) -> Result<Self> {
        let observed = study.network(view)?;
        for coding in &options.codings {
            observed.grouping(coding)?;
        }
        let tables = Study {
            name: study.name.clone(),
            settings: study.settings.clone(),
            organisations: study.organisations.clone(),
            people: study.people.clone(),
            affiliations: study.affiliations.clone(),
            activities: study.activities.clone(),
            participation: study.participation.clone(),
            ties: study.ties.clone(),
            localities: study.localities.clone(),
            respondents: study.respondents.clone(),
            ..Study::default()
        };
        let as_recorded = View { orientation: Orientation::AsRecorded, ..view.clone() };
        let directed = study.network(&as_recorded).is_ok_and(|net| net.is_directed());
        let mut rules = Vec::new();
        if directed {
            rules = vec![Orientation::Undirected, Orientation::Mutual, Orientation::Reconstructed];
            if observed.observed().accounts().is_some() {
                rules.push(Orientation::Respondents);
            }
        }
        let silent = Self::silent_share(study, view);
        Ok(Self { study: tables, view, options, observed, silent, rules, groups })
    }

    /// What varies: the doubts asked for, or all, as far as the study gives cause for them.
    pub(crate) fn doubts(&self) -> Vec<Doubt> {
        let asked =
            |doubt: &Doubt| self.options.vary.is_empty() || self.options.vary.contains(doubt);
        let doubts = Doubt::ALL.into_iter().filter(asked);
        doubts.filter(|&doubt| self.gives_cause(doubt)).collect()
    }
}
