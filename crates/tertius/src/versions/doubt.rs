use super::Versions;
use crate::network::{Level, Orientation};
use crate::study::{Certainty, Response};
use crate::{Error, Result};

/// What could be otherwise in the evidence, or in how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Evidence that is less than certain holds, or does not.
    Ties,
    /// As many again had not answered.
    Answers,
    /// Dyads that nobody told of hold ties as often as others do.
    Silence,
    /// Who must say so for a tie without direction.
    Rules,
    /// Units are rolled up, or not.
    Levels,
    /// Actors are put into groups by another attribute.
    Codings,
}

impl Doubt {
    /// Every doubt.
    pub(crate) const ALL: [Self; 6] =
        [Self::Ties, Self::Answers, Self::Silence, Self::Rules, Self::Levels, Self::Codings];

    /// Its name.
    ///
    /// ```
    /// use tertius::actor::Doubt;
    /// assert_eq!(Doubt::Silence.name(), "silence");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Ties => "ties",
            Self::Answers => "answers",
            Self::Silence => "silence",
            Self::Rules => "rules",
            Self::Levels => "levels",
            Self::Codings => "codings",
        }
    }

    /// Doubts by their names.
    pub(crate) fn named(words: &[&str]) -> Result<Vec<Self>> {
        let doubt = |word: &&str| {
            let known = || Self::ALL.into_iter();
            let named = known().find(|it| it.name() == *word);
            named.ok_or_else(|| Error::unknown("doubt", word, known().map(Self::name)))
        };
        words.iter().map(doubt).collect()
    }
}

impl Versions<'_> {
    /// Whether a study, seen in this way, gives cause for a doubt.
    pub(super) fn gives_cause(&self, doubt: Doubt) -> bool {
        let (study, view) = (&self.study, self.view);
        match doubt {
            Doubt::Ties => {
                let held = |certainty: Certainty| self.options.holds(certainty) < 1.0;
                let ties = study.ties.iter().map(|it| it.evidence.certainty);
                let parts = study.participation.iter().map(|it| it.evidence.certainty);
                let posts = study.affiliations.iter().map(|it| it.evidence.certainty);
                ties.chain(parts).chain(posts).any(|it| it >= view.certainty && held(it))
            }
            Doubt::Answers => self.silent > 0.0 && self.observed.observed().accounts().is_some(),
            Doubt::Silence => !self.observed.observed().is_complete(),
            Doubt::Rules => {
                !matches!(view.orientation, Orientation::AsRecorded) && !self.rules.is_empty()
            }
            Doubt::Levels => {
                matches!(view.level, Level::Organisation | Level::Unit)
                    && study.organisations.iter().any(|it| it.parent.is_some())
            }
            Doubt::Codings => !self.options.codings.is_empty() && self.groups,
        }
    }

    /// The share of those asked who did not answer in full.
    pub(super) fn silent_share(study: &crate::Study, view: &crate::View) -> f64 {
        let asked = study.respondents.iter().filter(|it| {
            view.takes_wave(it.wave.as_deref()) && it.status != Some(Response::NotAsked)
        });
        let answers: Vec<bool> = asked.map(|it| it.status == Some(Response::Responded)).collect();
        let silent = answers.iter().filter(|heard| !**heard).count();
        if answers.is_empty() { 0.0 } else { silent as f64 / answers.len() as f64 }
    }
}
