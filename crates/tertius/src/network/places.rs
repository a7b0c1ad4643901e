//! Places that lie in larger places.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::study::{Locality, Study};

/// The localities of a study, each with the larger place that it is part of.
pub(crate) struct Places<'s> {
    listed: HashMap<&'s str, &'s Locality>,
}

impl<'s> Places<'s> {
    pub(crate) fn new(study: &'s Study) -> Self {
        Self { listed: study.localities.iter().map(|it| (it.id.as_str(), it)).collect() }
    }

    /// A place and all that it lies in, from the smallest. A circle of localities is an error of
    /// the study, which no cut gets past.
    fn upwards<'p>(&'p self, place: &'p str) -> impl Iterator<Item = &'p Locality> {
        let above = |it: &&'p Locality| self.listed.get(it.parent.as_deref()?).copied();
        std::iter::successors(self.listed.get(place).copied(), move |it| above(it))
    }

    /// Whether a place is part of another.
    pub(crate) fn lies_in(&self, place: &str, other: &str) -> bool {
        self.upwards(place).skip(1).any(|it| it.id == other)
    }

    /// Leaves out a place if another lies in it: who works in a city works in its region.
    pub(crate) fn keep_smallest(&self, places: &mut Vec<&'s String>) {
        let all = places.clone();
        places.retain(|place| !all.iter().any(|other| self.lies_in(other, place)));
    }

    /// The nearest place of each kind that some places lie in, or are.
    pub(crate) fn by_kind<'p>(
        &'p self,
        places: &[&'p String],
    ) -> BTreeMap<&'p str, BTreeSet<&'p String>> {
        let mut kinds: BTreeMap<&str, BTreeSet<&String>> = BTreeMap::new();
        for place in places {
            let mut nearest = BTreeMap::new();
            for it in self.upwards(place) {
                if let Some(kind) = &it.kind {
                    nearest.entry(kind.as_str()).or_insert(&it.id);
                }
            }
            for (kind, place) in nearest {
                kinds.entry(kind).or_default().insert(place);
            }
        }
        kinds
    }

    /// What must be said of groups by an attribute that are places of which some lie in others.
    pub(crate) fn nesting(&self, attribute: &str, column: &[Vec<String>]) -> Option<String> {
        let used: BTreeSet<&String> = column.iter().flatten().collect();
        let mut nested = Vec::new();
        for place in &used {
            let mut larger = self.upwards(place).skip(1);
            nested.extend(larger.find(|it| used.contains(&it.id)).map(|it| (place, &it.id)));
        }
        let (example, around) = nested.first()?;
        let count = nested.len();
        let lie = if count == 1 { "1 locality lies" } else { &format!("{count} localities lie") };
        let kinds = used.iter().flat_map(|place| self.upwards(place));
        let kinds: BTreeSet<String> =
            kinds.filter_map(|it| Some(format!("locality:{}", it.kind.as_ref()?))).collect();
        let kinds: Vec<&str> =
            kinds.iter().map(String::as_str).filter(|it| *it != attribute).collect();
        let instead = if kinds.is_empty() {
            String::new()
        } else {
            format!("; places of one kind are compared by {}", kinds.join(", "))
        };
        Some(format!(
            "{lie} in another (as {example} in {around}), and ties between the two count as going \
             outside{instead}"
        ))
    }
}
