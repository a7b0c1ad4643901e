//! The actors of a view, with their attributes.

use std::collections::HashMap;

use super::Cut;
use crate::network::{Actor, ActorKind, Groups, Level, Places, View};
use crate::study::{Affiliation, Organisation, Person, Study};

/// What is looked up for every actor, listed once.
struct Lists<'s> {
    /// The locality the actors must work in, if the view asks for one.
    within: Option<&'s str>,
    tops: HashMap<&'s str, &'s str>,
    /// Localities of the units of each outermost organisation, in order.
    unit_places: HashMap<&'s str, Vec<&'s String>>,
    organisations: HashMap<&'s str, &'s Organisation>,
    places: Places<'s>,
    /// Posts of each person that the view takes in; without a period, none that has ended.
    posts: HashMap<&'s str, Vec<&'s Affiliation>>,
}

impl<'s> Cut<'s> {
    /// The actors of the view, with their attributes; where each identifier goes.
    pub(super) fn choose_actors(&mut self) -> HashMap<&'s str, u32> {
        let lists = Lists::new(self.study, self.view);
        let mut numbers = HashMap::new();
        if self.view.level != Level::Person {
            for it in &self.study.organisations {
                if self.takes_organisation(it, &lists) {
                    numbers.insert(it.id.as_str(), self.actors.len() as u32);
                    self.add_organisation(it, &lists);
                }
            }
        }
        if matches!(self.view.level, Level::Person | Level::Actor) {
            for it in &self.study.people {
                if lists.is_within(&lists.places_of_person(it)) {
                    numbers.insert(it.id.as_str(), self.actors.len() as u32);
                    self.add_person(it, &lists);
                } else {
                    self.leave_out("people not known to work in the locality");
                }
            }
        }
        for (name, column) in self.attributes.iter().filter(|(it, _)| is_of_places(it)) {
            if let Some(said) = lists.places.nesting(name, column) {
                self.nesting.insert(name.clone(), said);
            }
        }
        numbers
    }

    fn takes_organisation(&mut self, it: &'s Organisation, lists: &Lists<'s>) -> bool {
        if self.view.level == Level::Organisation && lists.tops[it.id.as_str()] != it.id {
            return false;
        }
        let period = self.view.period.as_ref();
        let open = period.and_then(|it_is| it_is.overlaps(it.opened.as_ref(), it.closed.as_ref()));
        let why = if open == Some(false) {
            "organisations not open in the period"
        } else if self.view.groups == Groups::Out && it.is_group() {
            "group actors"
        } else if !lists.is_within(&lists.places_of(it, self.view.level)) {
            "organisations not known to work in the locality"
        } else {
            return true;
        };
        self.leave_out(why);
        false
    }

    fn add_organisation(&mut self, it: &'s Organisation, lists: &Lists<'s>) {
        self.actors.push(Actor {
            id: it.id.clone(),
            name: it.name.clone(),
            kind: ActorKind::Organisation,
            group: it.is_group().then(|| it.count()),
        });
        self.describe("sector", it.sector.iter());
        self.describe("subsector", it.subsector.iter());
        self.describe("kind", it.kind.iter());
        self.describe_places(&lists.places_of(it, self.view.level), lists);
        let several = match self.view.level {
            Level::Unit => lists.has_units(),
            level => level == Level::Actor,
        };
        if several {
            self.describe("organisation", [lists.whole(it)]);
        }
        it.more.iter().for_each(|(column, value)| self.describe(column, [value]));
    }

    fn add_person(&mut self, it: &'s Person, lists: &Lists<'s>) {
        let (id, name) = (it.id.clone(), it.name.clone());
        self.actors.push(Actor { id, name, kind: ActorKind::Person, group: None });
        match &it.sector {
            Some(sector) => self.describe("sector", [sector]),
            None => self.describe("sector", lists.of_posts(it, |post| post.sector.as_slice())),
        }
        self.describe("kind", [&"person".to_owned()]);
        self.describe_places(&lists.places_of_person(it), lists);
        self.describe(
            "organisation",
            lists.of_posts(it, |post| std::slice::from_ref(lists.whole(post))),
        );
        if lists.has_units() {
            self.describe("unit", lists.of_posts(it, |post| std::slice::from_ref(&post.id)));
        }
        it.more.iter().for_each(|(column, value)| self.describe(column, [value]));
    }

    /// The localities of the last actor, and the larger places of each kind that they lie in.
    fn describe_places(&mut self, places: &[&String], lists: &Lists<'s>) {
        self.describe("locality", places.iter().copied());
        for (kind, places) in lists.places.by_kind(places) {
            self.describe(&format!("locality:{kind}"), places);
        }
    }

    /// Sets an attribute of the last actor.
    pub(super) fn describe<'v>(
        &mut self,
        attribute: &str,
        values: impl IntoIterator<Item = &'v String>,
    ) {
        let values: Vec<String> = values.into_iter().cloned().collect();
        if values.is_empty() {
            return;
        }
        let column = self.attributes.entry(attribute.to_owned()).or_default();
        column.resize(self.actors.len(), Vec::new());
        column[self.actors.len() - 1] = values;
    }
}

impl<'s> Lists<'s> {
    fn new(study: &'s Study, view: &'s View) -> Self {
        let tops = study.tops();
        let mut unit_places: HashMap<&str, Vec<&String>> = HashMap::new();
        for it in &study.organisations {
            let top = tops[it.id.as_str()];
            if top != it.id {
                unit_places.entry(top).or_default().extend(&it.localities);
            }
        }
        let posts = study.posts_by_person(|post| {
            view.takes_post(post) && (view.period.is_some() || post.end.is_none())
        });
        Self {
            within: view.locality.as_deref(),
            tops,
            unit_places,
            organisations: study.organisations.iter().map(|it| (it.id.as_str(), it)).collect(),
            places: Places::new(study),
            posts,
        }
    }

    /// The outermost organisation that an organisation is part of, or is.
    fn whole(&self, it: &'s Organisation) -> &'s String {
        let top = self.tops.get(it.id.as_str());
        top.and_then(|top| self.organisations.get(top)).map_or(&it.id, |top| &top.id)
    }

    /// Whether any organisation is part of another.
    fn has_units(&self) -> bool {
        !self.unit_places.is_empty()
    }

    fn is_within(&self, places: &[&String]) -> bool {
        let Some(within) = self.within else { return true };
        places.iter().any(|place| *place == within || self.places.lies_in(place, within))
    }

    /// Where an organisation works: rolled up, also wherever its units do.
    fn places_of(&self, it: &'s Organisation, level: Level) -> Vec<&'s String> {
        let mut places: Vec<&String> = it.localities.iter().collect();
        if level == Level::Organisation {
            for place in self.unit_places.get(it.id.as_str()).into_iter().flatten() {
                if !places.contains(place) {
                    places.push(place);
                }
            }
        }
        self.places.keep_smallest(&mut places);
        places
    }

    /// Where a person works: as stated, or wherever the posts are.
    fn places_of_person(&self, it: &'s Person) -> Vec<&'s String> {
        let mut places = if it.localities.is_empty() {
            self.of_posts(it, |post| &post.localities)
        } else {
            it.localities.iter().collect()
        };
        self.places.keep_smallest(&mut places);
        places
    }

    /// Values of an attribute over the organisations of a person's posts, sorted.
    fn of_posts(
        &self,
        it: &Person,
        values: impl Fn(&'s Organisation) -> &'s [String],
    ) -> Vec<&'s String> {
        let posts = self.posts.get(it.id.as_str()).into_iter().flatten();
        let organisations =
            posts.filter_map(|post| self.organisations.get(post.organisation.as_str()));
        let mut values: Vec<&String> = organisations.flat_map(|it| values(it)).collect();
        values.sort_unstable();
        values.dedup();
        values
    }
}

/// Whether an attribute is the places of actors: `locality`, or those of a kind.
fn is_of_places(attribute: &str) -> bool {
    attribute == "locality" || attribute.starts_with("locality:")
}
