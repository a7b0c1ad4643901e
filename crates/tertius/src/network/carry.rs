//! Who stands for whom: the actors of a view that each organisation or person of the study becomes.

use std::collections::HashMap;

use super::{Level, View};
use crate::study::{Affiliation, Study, Time};

/// Where an actor of the study goes at a level.
pub(super) struct Carry<'s> {
    /// Number of each actor of the network, by identifier in the study.
    numbers: HashMap<&'s str, u32>,
    /// The organisation that each organisation stands for at this level.
    tops: HashMap<&'s str, &'s str>,
    /// Posts of each person that the view takes in.
    posts: HashMap<&'s str, Vec<&'s Affiliation>>,
    /// Whether people's ties go to where they hold posts.
    people_stand_for_posts: bool,
}

/// An actor of the network that a row speaks of, and the person who stands for it, if one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stand<'s> {
    pub(super) actor: u32,
    pub(super) through: Option<&'s str>,
}

impl<'s> Carry<'s> {
    pub(super) fn new(study: &'s Study, view: &View, numbers: HashMap<&'s str, u32>) -> Self {
        let tops = if view.level == Level::Organisation { study.tops() } else { HashMap::new() };
        let posts = study.posts_by_person(|post| view.takes_post(post));
        let people_stand_for_posts = matches!(view.level, Level::Organisation | Level::Unit);
        Self { numbers, tops, posts, people_stand_for_posts }
    }

    /// The actor an identifier stands for by itself.
    pub(super) fn own(&self, id: &str) -> Option<u32> {
        let id = self.tops.get(id).copied().unwrap_or(id);
        self.numbers.get(id).copied()
    }

    /// The actors a row speaks of when it names an actor of the study at some time.
    pub(super) fn stands(&self, id: &str, time: &Time<'_>) -> Vec<Stand<'s>> {
        if let Some(actor) = self.own(id) {
            return vec![Stand { actor, through: None }];
        }
        if !self.people_stand_for_posts {
            return Vec::new();
        }
        let posts = self.posts.get(id).into_iter().flatten();
        let held = posts.filter(|post| held_at(post, time));
        let mut stands: Vec<_> = held
            .filter_map(|post| {
                Some(Stand { actor: self.own(&post.organisation)?, through: Some(&post.person) })
            })
            .collect();
        stands.sort_unstable();
        stands.dedup();
        stands
    }

    /// Each person with the posts that the view takes in, in order of the people.
    pub(super) fn people<'a>(
        &'a self,
        study: &'s Study,
    ) -> impl Iterator<Item = (&'s str, &'a [&'s Affiliation])> {
        study.people.iter().filter_map(|person| {
            Some((person.id.as_str(), self.posts.get(person.id.as_str())?.as_slice()))
        })
    }
}

/// Whether a post counts for something that happened at some time. A post that has ended counts
/// only for what is dated, and not after its end or before a stated start; a post of one wave not
/// for what is of another.
pub(super) fn held_at(post: &Affiliation, time: &Time<'_>) -> bool {
    let held = Time::of_post(post);
    match time.span() {
        _ if held.is_of_another_wave_than(time) => false,
        Some(span) => held.overlaps(&span).unwrap_or(true),
        None => post.end.is_none(),
    }
}

/// Whether two posts were, as far as is known, held at the same time: one that has ended
/// only with one that is known to have begun before, and one of a wave not with one of another.
pub(crate) fn held_together(a: &Affiliation, b: &Affiliation) -> bool {
    let begun_by_the_end_of = |ended: &Affiliation, other: &Affiliation| match &ended.end {
        None => true,
        Some(end) => other.start.as_ref().is_some_and(|start| !end.is_before(start)),
    };
    !Time::of_post(a).is_apart_from(&Time::of_post(b))
        && begun_by_the_end_of(a, b)
        && begun_by_the_end_of(b, a)
}

impl Study {
    /// The posts of each person that are to count, in order.
    pub(crate) fn posts_by_person(
        &self,
        counts: impl Fn(&Affiliation) -> bool,
    ) -> HashMap<&str, Vec<&Affiliation>> {
        let mut posts: HashMap<&str, Vec<&Affiliation>> = HashMap::new();
        for post in self.affiliations.iter().filter(|post| counts(post)) {
            posts.entry(&post.person).or_default().push(post);
        }
        posts
    }

    /// The outermost organisation of each organisation.
    ///
    /// ```
    /// use tertius::Study;
    /// use tertius::study::Organisation;
    /// let lab = Organisation {
    ///     id: "lab".to_owned(),
    ///     parent: Some("uni".to_owned()),
    ///     ..Organisation::default()
    /// };
    /// let study = Study { organisations: vec![lab], ..Study::default() };
    /// assert_eq!(study.tops()["lab"], "uni");
    /// ```
    pub fn tops(&self) -> HashMap<&str, &str> {
        let parents: HashMap<&str, &str> = self
            .organisations
            .iter()
            .filter_map(|it| Some((it.id.as_str(), it.parent.as_deref()?)))
            .collect();
        let mut tops = HashMap::new();
        for it in &self.organisations {
            let mut at = it.id.as_str();
            // Circles are errors of the study, which stop every analysis: this bound only keeps a
            // study with errors from hanging.
            for _ in 0..self.organisations.len() {
                let Some(&parent) = parents.get(at) else { break };
                at = parent;
            }
            tops.insert(it.id.as_str(), at);
        }
        tops
    }
}
