//! What every figure reads: the network of the view, its groups, and what things are called.

use std::collections::HashMap;

use tertius::network::ActorKind;
use tertius::{Grouping, Network, Result, Study, View};

use crate::Run;
use crate::crossing::{Crossing, crossing};
use crate::table::Cell;
use crate::wording::{ACTOR, Noun, ORDERED_PAIR, ORGANISATION, PAIR, PERSON};

/// What every figure reads: the network, its groups, and what things are called.
pub(crate) struct Ground<'s> {
    pub(crate) study: &'s Study,
    pub(crate) run: &'s Run,
    pub(crate) net: Network,
    /// `None` if no actor of the view has a sector.
    pub(crate) sector: Option<Crossing>,
    /// `None` if no actor of the view has a locality.
    pub(crate) locality: Option<Crossing>,
    names: HashMap<&'s str, &'s str>,
}

impl<'s> Ground<'s> {
    pub(crate) fn of(study: &'s Study, view: &View, run: &'s Run) -> Result<Self> {
        Self::over(study, run, study.network(view)?)
    }

    /// The same of a network cut already.
    pub(crate) fn over(study: &'s Study, run: &'s Run, net: Network) -> Result<Self> {
        Ok(Self {
            study,
            run,
            sector: crossing(&net, "sector")?,
            locality: crossing(&net, "locality")?,
            names: names(study),
            net,
        })
    }

    /// What colours and brokerage go by: sector, unless another grouping was asked for.
    pub(crate) fn grouping_name(&self) -> &str {
        self.sector.as_ref().map_or("sector", |sector| sector.by.name())
    }

    /// The same with another grouping in the place of sector.
    pub(crate) fn by(self, grouping: &str) -> Result<Self> {
        self.net.grouping(grouping)?;
        Ok(Self { sector: crossing(&self.net, grouping)?, ..self })
    }

    /// What the actors of the view are called.
    pub(crate) fn actors(&self) -> Noun {
        let all = |kind| self.net.actors().iter().all(|actor| actor.kind == kind);
        let are_named = self.net.actors().iter().all(|actor| actor.group.is_none());
        if all(ActorKind::Organisation) && are_named && !self.is_implied() {
            ORGANISATION
        } else if all(ActorKind::Person) {
            PERSON
        } else {
            ACTOR
        }
    }

    /// What can be tied: in a directed network each two actors make two pairs.
    pub(crate) fn pairs(&self) -> Noun {
        if self.net.is_directed() { ORDERED_PAIR } else { PAIR }
    }

    /// How many of the actors are groups that were counted and not named.
    pub(crate) fn groups(&self) -> usize {
        self.net.actors().iter().filter(|actor| actor.group.is_some()).count()
    }

    /// Whether the actors are the names in a single table of ties, so that nobody said what they are.
    pub(crate) fn is_implied(&self) -> bool {
        self.study.problems.iter().any(|problem| problem.code == "implied-actors")
    }

    /// The word for a sector as people read it.
    pub(crate) fn sector_label(&self, id: &str) -> String {
        self.study.sector_label(id).to_owned()
    }

    /// The numbers of sectors in the order of the vocabulary, then of first appearance.
    pub(crate) fn sector_order(&self, sectors: &Crossing) -> Vec<usize> {
        self.group_order(&sectors.by)
    }

    /// The same of any groups.
    pub(crate) fn group_order(&self, by: &Grouping) -> Vec<usize> {
        let declared = &self.study.settings.sector;
        let place = |id: &str| declared.iter().position(|word| word.id == id);
        let ids = by.labels();
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by_key(|&at| (place(&ids[at]).unwrap_or(usize::MAX), at));
        order
    }

    /// The groups that colours stand for, sectors in the order of the vocabulary, and the group of
    /// each actor that has just one.
    pub(crate) fn groups_of(&self) -> (Vec<String>, Vec<Option<usize>>) {
        match &self.sector {
            Some(crossing) => self.grouped(&crossing.by),
            None => (Vec::new(), vec![None; self.net.actors().len()]),
        }
    }

    /// The same of any grouping.
    pub(crate) fn grouped(&self, by: &Grouping) -> (Vec<String>, Vec<Option<usize>>) {
        let ids = by.labels();
        let order = self.group_order(by);
        let labels = order.iter().map(|&at| self.group_label(by.name(), &ids[at])).collect();
        let partition = by.partition();
        let group =
            |it: &Option<u32>| it.and_then(|id| order.iter().position(|&at| at == id as usize));
        (labels, partition.iter().map(group).collect())
    }

    /// The name of a locality.
    pub(crate) fn locality_label(&self, id: &str) -> String {
        self.study.locality_label(id).to_owned()
    }

    /// The word for a group as people read it.
    pub(crate) fn group_label(&self, by: &str, id: &str) -> String {
        match by {
            "sector" => self.sector_label(id),
            "locality" => self.locality_label(id),
            _ => id.to_owned(),
        }
    }

    /// The word for a relation as people read it.
    pub(crate) fn relation_label(&self, id: &str) -> String {
        self.study.relation_label(id).to_owned()
    }

    /// The name of an actor or activity, by identifier.
    pub(crate) fn name<'n>(&self, id: &'n str) -> &'n str
    where
        's: 'n,
    {
        self.names.get(id).copied().unwrap_or(id)
    }

    /// Whether the network joins actors to activities.
    pub(crate) fn is_two_mode(&self) -> bool {
        self.net.first_mode().is_some()
    }

    /// The sectors of an actor of the network.
    pub(crate) fn sector_cell(&self, actor: usize) -> Cell {
        let Some(column) = self.net.attribute("sector") else { return Cell::Blank };
        let sectors = &column[actor];
        if sectors.is_empty() {
            return Cell::words("not known");
        }
        let labels: Vec<String> = sectors.iter().map(|id| self.sector_label(id)).collect();
        Cell::words(labels.join(", "))
    }

    /// Whether a tie is there only because its actors shared activities.
    pub(crate) fn is_opportunity(&self, tie: usize) -> bool {
        !self.is_two_mode() && self.net.behind(tie).all(|reason| reason.kind == "activity")
    }

    /// How many ties rest on shared activities alone.
    pub(crate) fn opportunities(&self) -> usize {
        (0..self.net.ties().len()).filter(|&tie| self.is_opportunity(tie)).count()
    }

    /// Whether the actors are few enough to be laid out, and the picture to be read.
    pub(crate) fn is_drawable(&self) -> bool {
        self.net.actors().len() <= MOST_READABLE
    }

    /// Whether anybody was asked about the ties of this view.
    pub(crate) fn is_survey(&self) -> bool {
        self.net.observed().accounts().is_some()
    }
}

/// More marks than these nobody can read, however they stand.
pub(crate) const MOST_READABLE: usize = 2_500;

/// The names of actors and activities by identifier: organisations before people before activities.
fn names(study: &Study) -> HashMap<&str, &str> {
    let activities = study.activities.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    let people = study.people.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    let organisations = study.organisations.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    activities.chain(people).chain(organisations).collect()
}
