//! Shared activities, projected or as two modes.

use std::collections::{BTreeMap, HashMap};

use super::Cut;
use super::provenance::status_left_out;
use crate::network::build::Piece;
use crate::network::carry::Stand;
use crate::network::{Actor, ActorKind};
use crate::study::{Activity, Time};

/// Who took part in an activity together: in one wave, if there are several.
struct Meeting<'s> {
    activity: &'s Activity,
    wave: Option<&'s str>,
    members: Vec<Member<'s>>,
}

/// An actor of the view in an activity.
struct Member<'s> {
    actor: u32,
    /// People who stand for it.
    people: Vec<&'s str>,
    /// Whether it took part by itself too.
    by_itself: bool,
}

impl<'s> Member<'s> {
    /// The one person without whom it would not be there.
    fn sole(&self) -> Option<&'s str> {
        if let ([person], false) = (&self.people[..], self.by_itself) { Some(person) } else { None }
    }

    /// The people who stand for it, and whether it would not be there without each.
    fn behind(&self) -> impl Iterator<Item = (&'s str, bool)> {
        self.people.iter().map(|&person| (person, self.sole() == Some(person)))
    }
}

impl<'s> Cut<'s> {
    /// The activities that the view takes in, in order, with their members.
    fn meetings(&mut self) -> Vec<Meeting<'s>> {
        let (study, view) = (self.study, self.view);
        let numbers: HashMap<&str, usize> =
            study.activities.iter().enumerate().map(|(at, it)| (it.id.as_str(), at)).collect();
        let mut stands: BTreeMap<(usize, Option<&str>), Vec<Stand<'s>>> = BTreeMap::new();
        for part in &study.participation {
            let Some(&at) = numbers.get(part.activity.as_str()) else { continue };
            let activity = &study.activities[at];
            if !view.status.contains(&part.status) {
                self.leave_out(status_left_out(part.status));
                continue;
            }
            if !view.takes(&part.evidence) {
                self.leave_out("participations less certain than asked");
                continue;
            }
            let wave = part.wave.as_deref();
            if !self.is_of_wave(wave, "participations without a wave") {
                continue;
            }
            let time = Time::of_part(activity, wave);
            match view.period.as_ref().map_or(Some(true), |period| time.is_covered_by(period)) {
                Some(true) => {}
                Some(false) => continue,
                None => {
                    self.leave_out("participations in undated activities");
                    continue;
                }
            }
            let here = self.carry.stands(&part.actor, &time);
            if here.is_empty() {
                self.leave_out("participations of people or organisations outside the view");
            } else {
                stands.entry((at, wave)).or_default().extend(here);
            }
        }
        let meeting = |((at, wave), stands)| Meeting {
            activity: &study.activities[at],
            wave,
            members: members(stands),
        };
        stands.into_iter().map(meeting).collect()
    }

    pub(super) fn add_participation(&mut self) {
        for Meeting { activity, wave, members } in self.meetings() {
            if members.len() < 2 {
                self.leave_out("activities with a single actor of the view");
                continue;
            }
            self.undirected += 1;
            let strength = self.shared(members.len());
            let reason = self.reason_of("activity", &activity.id, wave);
            for (at, from) in members.iter().enumerate() {
                // What one person alone brings to several organisations joins nobody: that the
                // organisations share the person is a tie of its own, via affiliations.
                let others = members[at + 1..].iter();
                for to in others.filter(|to| from.sole().is_none() || from.sole() != to.sole()) {
                    let people = self.people(from.behind().chain(to.behind()));
                    let (from, to) = (from.actor, to.actor);
                    self.pieces.push(Piece { from, to, strength, reason, people });
                }
            }
        }
    }

    /// What sharing an activity or an organisation counts, among so many.
    pub(super) fn shared(&self, members: usize) -> f64 {
        self.view.weights.of_one_among(members)
    }

    /// Activities become actors of a second mode, each joined to who takes part.
    pub(super) fn add_two_modes(&mut self) {
        let mut numbers: HashMap<&str, u32> = HashMap::new();
        for Meeting { activity, members, .. } in self.meetings() {
            let to = *numbers.entry(&activity.id).or_insert_with(|| {
                self.actors.push(Actor {
                    id: activity.id.clone(),
                    name: activity.name.clone(),
                    kind: ActorKind::Activity,
                    group: None,
                });
                self.describe("kind", activity.kind.iter());
                self.actors.len() as u32 - 1
            });
            self.undirected += 1;
            let reason = self.reason("activity", &activity.id);
            for member in members {
                let people = self.people(member.behind());
                self.pieces.push(Piece { from: member.actor, to, strength: 1.0, reason, people });
            }
        }
    }
}

/// The actors that took part, in order.
fn members(mut stands: Vec<Stand<'_>>) -> Vec<Member<'_>> {
    stands.sort_unstable();
    stands.dedup();
    stands
        .chunk_by(|a, b| a.actor == b.actor)
        .map(|same| Member {
            actor: same[0].actor,
            people: same.iter().filter_map(|stand| stand.through).collect(),
            by_itself: same.iter().any(|stand| stand.through.is_none()),
        })
        .collect()
}
