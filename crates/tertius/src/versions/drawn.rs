//! One version, drawn.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Doubt, Version, Versions};
use crate::draws::Draws;
use crate::network::{Level, View};
use crate::study::{Affiliation, Evidence, Response, Study};
use crate::{Error, Result, Watch};

impl Versions<'_> {
    /// A version in which these doubts are decided by chance; `None` if nothing is left of the
    /// network.
    pub(crate) fn draw(
        &self,
        doubts: &[Doubt],
        mut draws: Draws,
        watch: &Watch,
    ) -> Result<Option<Version<'_>>> {
        let mut study = Cow::Borrowed(&self.study);
        let mut view = self.view.clone();
        let mut coding = None;
        for doubt in doubts {
            match doubt {
                Doubt::Ties => self.keep_what_holds(study.to_mut(), &mut draws),
                Doubt::Answers => self.silence_some(study.to_mut(), &mut draws),
                Doubt::Rules => view.orientation = self.rules[draws.below(self.rules.len())],
                Doubt::Levels => {
                    view.level = [Level::Organisation, Level::Unit][draws.below(2)];
                }
                Doubt::Codings => {
                    let at = draws.below(self.options.codings.len() + 1);
                    coding = at.checked_sub(1).map(|at| self.options.codings[at].as_str());
                }
                // When the network is cut.
                Doubt::Silence => {}
            }
        }
        let mut net = if matches!(study, Cow::Borrowed(_)) && view == *self.view {
            Cow::Borrowed(&self.observed)
        } else {
            match study.network(&view) {
                Ok(net) => Cow::Owned(net),
                Err(Error::NotApplicable { .. }) => return Ok(None),
                Err(error) => return Err(error),
            }
        };
        if doubts.contains(&Doubt::Silence) && !net.observed().is_complete() {
            net = Cow::Owned(net.with_silence_filled(&mut draws, watch)?);
        }
        Ok(Some(Version { net, coding }))
    }

    /// Evidence that is less than certain holds or does not, each row by itself.
    fn keep_what_holds(&self, study: &mut Study, draws: &mut Draws) {
        let mut holds = |evidence: &Evidence| {
            let chance = self.options.holds(evidence.certainty);
            // No draw where there is no doubt.
            chance >= 1.0 || draws.unit() < chance
        };
        study.ties.retain(|it| holds(&it.evidence));
        study.participation.retain(|it| holds(&it.evidence));
        study.affiliations.retain(|it: &Affiliation| holds(&it.evidence));
    }

    /// Takes away the answers of some, each with the chance that one who was asked did not answer:
    /// what they told of is no longer known, unless the other end told of it too.
    fn silence_some(&self, study: &mut Study, draws: &mut Draws) {
        let view: &View = self.view;
        let mut silenced: HashSet<(String, Option<String>)> = HashSet::new();
        let mut heard: HashSet<(String, Option<String>)> = HashSet::new();
        for it in &mut study.respondents {
            let answered = it.status == Some(Response::Responded);
            if !answered || !view.takes_wave(it.wave.as_deref()) {
                continue;
            }
            let who = (it.actor.clone(), it.wave.clone());
            if draws.unit() < self.silent {
                it.status = Some(Response::Refused);
                silenced.insert(who);
            } else {
                heard.insert(who);
            }
        }
        study.ties.retain(|it| {
            let of = |actor: &String| (actor.clone(), it.wave.clone());
            let (from, to) = (of(&it.from), of(&it.to));
            match &it.reporter {
                Some(reporter) => !silenced.contains(&of(reporter)),
                None if it.directed.unwrap_or(true) => !silenced.contains(&from),
                // Of a tie without direction either end may have told.
                None => {
                    !silenced.contains(&from) && !silenced.contains(&to)
                        || heard.contains(&from)
                        || heard.contains(&to)
                }
            }
        });
    }
}
