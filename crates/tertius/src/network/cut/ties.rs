//! Ties as recorded.

use std::collections::HashMap;

use super::provenance::status_left_out;
use super::{Cut, UNNAMED};
use crate::network::Weights;
use crate::network::build::Piece;
use crate::network::carry::Stand;
use crate::study::{Relation, Status, Tie, Time, WeightMeaning};

impl<'s> Cut<'s> {
    pub(super) fn add_ties(&mut self) {
        let relations: HashMap<&str, &Relation> =
            self.study.settings.relation.iter().map(|it| (it.id.as_str(), it)).collect();
        for tie in &self.study.ties {
            if self.takes_tie(tie) {
                let declared = relations.get(tie.relation.as_deref().unwrap_or(UNNAMED));
                self.add_tie(tie, declared.copied());
            }
        }
    }

    /// Whether a tie falls in the view; one that does not is counted, unless the view plainly asks
    /// for others.
    fn takes_tie(&mut self, tie: &Tie) -> bool {
        let view = self.view;
        let relation = tie.relation.as_deref().unwrap_or(UNNAMED);
        if !(view.relation.is_empty() || view.relation.iter().any(|it| it == relation)) {
            return false;
        }
        let in_period = view.is_in_period(&Time::of_tie(tie));
        let why = if tie.status != Status::Unknown && !view.status.contains(&tie.status) {
            status_left_out(tie.status)
        } else if !view.takes(&tie.evidence) {
            "ties less certain than asked"
        } else if !self.is_of_wave(tie.wave.as_deref(), "ties without a wave") {
            return false;
        } else if let Some(in_period) = in_period {
            return in_period;
        } else {
            "undated ties"
        };
        self.leave_out(why);
        false
    }

    fn add_tie(&mut self, tie: &'s Tie, declared: Option<&Relation>) {
        let when = Time::of_tie(tie);
        let ends = [&tie.from, &tie.to].map(|end| self.carry.stands(end, &when));
        if ends.iter().any(Vec::is_empty) {
            return self.leave_out("ties with an end that is not among the actors of the view");
        }
        let strength = self.strength(tie, declared);
        if strength.is_none() && tie.status != Status::Unknown {
            return self.leave_out("ties of weight 0, which is no tie");
        }
        let before = self.pieces.len();
        let relation = tie.relation.as_deref().unwrap_or(UNNAMED);
        let reason = self.reason(relation, &format!("row {}", tie.evidence.row));
        for (from, to) in pairs(&ends[0], &ends[1]) {
            let (a, b) = (from.actor, to.actor);
            if tie.status == Status::Unknown {
                self.unknown.push((a, b));
            } else if a == b {
                self.leave_out("ties inside one actor");
            } else {
                let through = [from.through, to.through].into_iter().flatten();
                let people = self.people(through.map(|person| (person, true)));
                let strength = strength.unwrap_or_default();
                self.pieces.push(Piece { from: a, to: b, strength, reason, people });
            }
        }
        if self.pieces.len() > before {
            *self.weighted.entry(relation).or_default() |= tie.weight.is_some();
            let directed = tie.directed.unwrap_or_else(|| declared.is_none_or(|it| it.directed));
            *(if directed { &mut self.directed } else { &mut self.undirected }) += 1;
        }
    }

    /// What a tie counts, by the declared meaning of its weight; `None` if it is no tie: a strength
    /// of 0, or a distance that no number can turn into one.
    fn strength(&self, tie: &Tie, declared: Option<&Relation>) -> Option<f64> {
        let meaning = declared.map(|it| it.weight).unwrap_or_default();
        if tie.weight == Some(0.0) && meaning != WeightMeaning::None {
            return None;
        }
        let strength = match (self.view.weights, meaning, tie.weight) {
            (Weights::Newman, WeightMeaning::Strength | WeightMeaning::Ordinal, Some(weight)) => {
                weight
            }
            (Weights::Newman, WeightMeaning::Distance, Some(weight)) => weight.recip(),
            _ => 1.0,
        };
        (strength.is_finite() && strength > 0.0).then_some(strength)
    }
}

fn pairs<'s>(from: &[Stand<'s>], to: &[Stand<'s>]) -> Vec<(Stand<'s>, Stand<'s>)> {
    from.iter().flat_map(|&from| to.iter().map(move |&to| (from, to))).collect()
}
