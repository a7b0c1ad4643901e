//! Places that lie in larger places.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::study::{Locality, Study};

/// The localities of a study, each with the larger place that it is part of.
pub(super) struct Places<'s> {
    listed: HashMap<&'s str, &'s Locality>,
}

impl<'s> Places<'s> {
    pub(super) fn new(study: &'s Study) -> Self {
        Self { listed: study.localities.iter().map(|it| (it.id.as_str(), it)).collect() }
    }

    /// A place and all that it lies in, from the smallest. A circle of localities is an error of
    /// the study, which no cut gets past.
    fn upwards<'p>(&'p self, place: &'p str) -> impl Iterator<Item = &'p Locality> {
        let above = |it: &&'p Locality| self.listed.get(it.parent.as_deref()?).copied();
        std::iter::successors(self.listed.get(place).copied(), move |it| above(it))
    }

    fn lies_in(&self, place: &str, other: &str) -> bool {
        self.upwards(place).skip(1).any(|it| it.id == other)
    }

    /// Leaves out a place if another lies in it: who works in a city works in its region.
    pub(super) fn keep_smallest(&self, places: &mut Vec<&'s String>) {
        let all = places.clone();
        places.retain(|place| !all.iter().any(|other| self.lies_in(other, place)));
    }

    /// The places of each kind that some places lie in, or are.
    pub(super) fn by_kind<'p>(
        &'p self,
        places: &[&'p String],
    ) -> BTreeMap<&'p str, BTreeSet<&'p String>> {
        let mut kinds: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
        for it in places.iter().flat_map(|place| self.upwards(place)) {
            if let Some(kind) = &it.kind {
                kinds.entry(kind).or_default().insert(&it.id);
            }
        }
        kinds
    }

    /// What must be said where groups are places of which some lie in others.
    pub(super) fn nesting(&self, column: &[Vec<String>]) -> Option<String> {
        let used: BTreeSet<&String> = column.iter().flatten().collect();
        let nested = |place: &&&String| used.iter().any(|other| self.lies_in(place, other));
        let example = used.iter().find(nested)?;
        let around = used.iter().find(|other| self.lies_in(example, other))?;
        let count = used.iter().filter(nested).count();
        let kinds: BTreeSet<&str> = used
            .iter()
            .flat_map(|place| self.upwards(place))
            .filter_map(|it| it.kind.as_deref())
            .collect();
        let kinds = kinds.into_iter().map(|kind| format!("locality:{kind}"));
        let lie = if count == 1 { "1 locality lies" } else { &format!("{count} localities lie") };
        Some(format!(
            "{lie} in another (as {example} in {around}), and ties between the two count as going \
             outside; to compare places of one kind, group by {}",
            kinds.collect::<Vec<_>>().join(", ")
        ))
    }
}
