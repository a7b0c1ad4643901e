//! What actors are grouped by, and the group of each.

use super::data::{Grouping, Term};
use crate::ground::Ground;
use crate::wording::capitalised;

/// The groupings of the page, and the groups of each actor.
pub(super) struct Groups {
    pub(super) groupings: Vec<Grouping>,
    of_actors: Vec<Vec<Vec<usize>>>,
}

impl Groups {
    /// What colours go by first, then locality and kind, then what the study declares.
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let first = [ground.grouping_name(), "sector", "locality", "kind"].map(str::to_owned);
        let mut names: Vec<String> = Vec::new();
        for name in first.into_iter().chain(ground.study.settings.groupings.iter().cloned()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut groups =
            Self { groupings: Vec::new(), of_actors: vec![Vec::new(); ground.net.actors().len()] };
        names.iter().for_each(|name| groups.add(ground, name));
        groups
    }

    fn add(&mut self, ground: &Ground<'_>, name: &str) {
        let Ok(by) = ground.net.grouping(name) else { return };
        let order = ground.group_order(&by);
        let term = |&at: &usize| {
            let id = by.labels()[at].clone();
            Term { label: said(ground, name, &id), id }
        };
        let mut place = vec![0; order.len()];
        order.iter().enumerate().for_each(|(to, &from)| place[from] = to);
        for (actor, groups) in self.of_actors.iter_mut().enumerate() {
            let mut own: Vec<usize> =
                by.groups(actor).iter().map(|&group| place[group as usize]).collect();
            own.sort_unstable();
            groups.push(own);
        }
        self.groupings.push(Grouping {
            id: name.to_owned(),
            label: capitalised(&name.replace(':', ": ")),
            cover: by.several() > 0,
            groups: order.iter().map(term).collect(),
        });
    }

    /// For each grouping, the groups of an actor.
    pub(super) fn of_actor(&self, actor: usize) -> Vec<Vec<usize>> {
        self.of_actors[actor].clone()
    }

    /// The groups of a grouping; none without it.
    pub(super) fn terms(&self, grouping: &str) -> &[Term] {
        self.groupings.iter().find(|it| it.id == grouping).map_or(&[], |it| &it.groups)
    }

    /// Whether actors are grouped by an attribute.
    pub(super) fn has(&self, attribute: &str) -> bool {
        self.groupings.iter().any(|it| it.id == attribute)
    }
}

/// A value of an attribute as people read it.
pub(super) fn said(ground: &Ground<'_>, attribute: &str, id: &str) -> String {
    match attribute {
        "organisation" | "unit" => ground.name(id).to_owned(),
        _ if attribute.starts_with("locality:") => ground.locality_label(id),
        _ => ground.group_label(attribute, id),
    }
}
