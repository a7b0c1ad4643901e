//! Shared activities, projected or as two modes.

use std::collections::{BTreeMap, HashMap};

use super::Cut;
use super::provenance::status_left_out;
use crate::network::build::Piece;
use crate::network::carry::{Stand, Time};
use crate::network::{Actor, ActorKind, Weights};
use crate::study::{Activity, Period};

impl<'s> Cut<'s> {
    /// The actors in each activity that the view takes in, in order; each with the one person who
    /// stands for it, if there is no other.
    pub(super) fn members(&mut self) -> Vec<(&'s Activity, Vec<Stand<'s>>)> {
        let (study, view) = (self.study, self.view);
        let activities: HashMap<&str, &Activity> =
            study.activities.iter().map(|it| (it.id.as_str(), it)).collect();
        let mut members: BTreeMap<&str, BTreeMap<u32, Vec<Option<&str>>>> = BTreeMap::new();
        for part in &study.participation {
            let Some(activity) = activities.get(part.activity.as_str()) else { continue };
            if !view.status.contains(&part.status) {
                self.leave_out(status_left_out(part.status));
                continue;
            }
            if !view.takes(&part.evidence) {
                self.leave_out("participations less certain than asked");
                continue;
            }
            if !self.is_of_wave(part.wave.as_deref(), "participations without a wave") {
                continue;
            }
            let (start, end) = (activity.start.as_ref(), activity.end.as_ref());
            let time = Time { start, end, wave: part.wave.as_deref() };
            match view.in_period(time, Period::covers) {
                Some(true) => {}
                Some(false) => continue,
                None => {
                    self.leave_out("participations in undated activities");
                    continue;
                }
            }
            let stands = self.carry.stands(&part.actor, time);
            if stands.is_empty() {
                self.leave_out("participations of people or organisations outside the view");
            }
            for stand in stands {
                members
                    .entry(&part.activity)
                    .or_default()
                    .entry(stand.actor)
                    .or_default()
                    .push(stand.through);
            }
        }
        let sole = |(actor, mut through): (u32, Vec<Option<&'s str>>)| {
            through.sort_unstable();
            through.dedup();
            Stand { actor, through: if through.len() == 1 { through[0] } else { None } }
        };
        study
            .activities
            .iter()
            .filter_map(|it| {
                Some((it, members.remove(it.id.as_str())?.into_iter().map(sole).collect()))
            })
            .collect()
    }

    pub(super) fn add_participation(&mut self) {
        for (activity, members) in self.members() {
            if members.len() < 2 {
                self.leave_out("activities with a single actor of the view");
                continue;
            }
            self.undirected += 1;
            let strength = self.shared(members.len());
            let reason = self.reason("activity", &activity.id);
            for (at, from) in members.iter().enumerate() {
                // What one person alone brings to several organisations joins nobody: that the
                // organisations share the person is a tie of its own, via affiliations.
                let others = members[at + 1..].iter();
                for to in others.filter(|to| from.through.is_none() || from.through != to.through) {
                    let rests_on = self.rests_on(&[from.through, to.through]);
                    self.pieces.push(Piece {
                        from: from.actor,
                        to: to.actor,
                        strength,
                        reason,
                        rests_on,
                    });
                }
            }
        }
    }

    /// What sharing an activity or an organisation counts, among so many.
    pub(super) fn shared(&self, members: usize) -> f64 {
        if self.view.weights == Weights::Newman { 1.0 / (members - 1) as f64 } else { 1.0 }
    }

    /// Activities become actors of a second mode, each joined to who takes part.
    pub(super) fn add_two_modes(&mut self) {
        for (activity, members) in self.members() {
            let to = self.actors.len() as u32;
            self.actors.push(Actor {
                id: activity.id.clone(),
                name: activity.name.clone(),
                kind: ActorKind::Activity,
                group: None,
            });
            self.describe("kind", activity.kind.iter());
            self.undirected += 1;
            let reason = self.reason("activity", &activity.id);
            for from in members {
                let rests_on = self.rests_on(&[from.through]);
                self.pieces.push(Piece { from: from.actor, to, strength: 1.0, reason, rests_on });
            }
        }
    }
}
