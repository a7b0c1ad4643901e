//! Posts of people: what they join depends on who the actors are.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::Cut;
use crate::network::Level;
use crate::network::build::{Crowd, Piece};
use crate::network::carry::held_together;
use crate::study::Affiliation;

impl Cut<'_> {
    pub(super) fn add_affiliations(&mut self) {
        for post in &self.study.affiliations {
            if !self.view.takes(&post.evidence) {
                self.leave_out("posts less certain than asked");
            } else if self.view.is_of_wave(post.wave.as_deref()) && !self.view.takes_post(post) {
                self.leave_out("posts outside the period");
            } else if !self.view.is_dated_for(post) {
                self.leave_out("undated posts as ties");
            }
        }
        match self.view.level {
            Level::Organisation | Level::Unit => self.join_organisations(),
            Level::Person => self.join_colleagues(),
            Level::Actor => self.join_people_and_posts(),
        }
    }

    /// A person with posts in two organisations at the same time joins them.
    fn join_organisations(&mut self) {
        let study = self.study;
        let people: Vec<_> =
            self.carry.people(study).map(|(person, posts)| (person, posts.to_vec())).collect();
        for (person, posts) in people {
            let posts: Vec<_> = posts.into_iter().filter(|post| self.view.joins_by(post)).collect();
            let joined = self.held_together(&posts, |post| &post.organisation);
            let reason = self.reason("person", person);
            for (from, to) in joined {
                self.undirected += 1;
                let people = self.crowds.add(vec![(reason, true)]);
                self.pieces.push(Piece { from, to, strength: 1.0, reason, people });
            }
        }
    }

    /// The pairs of actors at one end of posts that were held at the same time, as far as is known.
    fn held_together(
        &mut self,
        posts: &[&Affiliation],
        end: impl Fn(&Affiliation) -> &str,
    ) -> BTreeSet<(u32, u32)> {
        let (mut joined, mut apart) = (BTreeSet::new(), BTreeSet::new());
        for (at, a) in posts.iter().enumerate() {
            for b in &posts[at + 1..] {
                let (from, to) = (self.carry.own(end(a)), self.carry.own(end(b)));
                let (Some(from), Some(to)) = (from, to) else {
                    self.leave_out("pairs of posts with one outside the actors of the view");
                    continue;
                };
                if from != to {
                    let pairs = if held_together(a, b) { &mut joined } else { &mut apart };
                    pairs.insert((from.min(to), from.max(to)));
                }
            }
        }
        for _ in apart.difference(&joined) {
            self.leave_out("pairs of posts not known to be held at the same time");
        }
        joined
    }

    /// People with posts in one organisation are joined through it.
    fn join_colleagues(&mut self) {
        let mut colleagues: BTreeMap<&str, Vec<&Affiliation>> = BTreeMap::new();
        for post in self.study.affiliations.iter().filter(|post| self.view.joins_by(post)) {
            colleagues.entry(&post.organisation).or_default().push(post);
        }
        for (organisation, posts) in colleagues {
            let mut people: Vec<u32> =
                posts.iter().filter_map(|post| self.carry.own(&post.person)).collect();
            people.sort_unstable();
            people.dedup();
            let joined = self.held_together(&posts, |post| &post.person);
            let all_at_once = 2 * joined.len() == people.len() * (people.len().max(1) - 1);
            let mut known: HashMap<u32, BTreeSet<u32>> = HashMap::new();
            for &(from, to) in joined.iter().filter(|_| !all_at_once) {
                known.entry(from).or_default().insert(to);
                known.entry(to).or_default().insert(from);
            }
            let reason = self.reason("organisation", organisation);
            for &(from, to) in &joined {
                // Those who were there with both: somebody who came later took nobody's time.
                let at_once = if all_at_once {
                    people.len()
                } else {
                    known[&from].intersection(&known[&to]).count() + 2
                };
                let strength = self.shared(at_once);
                self.undirected += 1;
                self.pieces.push(Piece { from, to, strength, reason, people: Crowd::NOBODY });
            }
        }
    }

    /// A post joins a person and an organisation. Told again in another wave it is the same post:
    /// more evidence, no more strength.
    fn join_people_and_posts(&mut self) {
        let mut told = HashSet::new();
        for post in self.study.affiliations.iter().filter(|post| self.view.joins_by(post)) {
            let ends = (self.carry.own(&post.person), self.carry.own(&post.organisation));
            let (Some(from), Some(to)) = ends else {
                self.leave_out("posts with an end that is not among the actors of the view");
                continue;
            };
            self.undirected += 1;
            let strength = if told.insert(post.what()) { 1.0 } else { 0.0 };
            let reason = self.reason("post", &format!("row {}", post.evidence.row));
            self.pieces.push(Piece { from, to, strength, reason, people: Crowd::NOBODY });
        }
    }
}
