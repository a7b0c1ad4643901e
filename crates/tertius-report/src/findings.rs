//! What the report reads: the network of the view, and every measure it reports, each run once.

use std::collections::HashMap;
use std::ops::Deref;

use tertius::actor::{self, Convention};
use tertius::group::{self, Expected};
use tertius::network::ActorKind;
use tertius::whole::{self, Ties};
use tertius::{Grouping, Network, Result, Results, Study, View, Watch};
use tertius_chart::layout::MOST_CONNECTED;

use crate::Run;
use crate::table::Cell;
use crate::wording::{
    ACTOR, Noun, ORDERED_PAIR, ORGANISATION, PAIR, PERSON, label, relations, whole, words,
};

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

/// What the picture of the network reads beside the network.
pub(crate) struct Standing {
    pub(crate) degree: Results,
    /// `None` where it would take long: see [`takes_long`].
    pub(crate) betweenness: Option<Results>,
    pub(crate) components: Results,
}

/// Everything the sections read.
pub(crate) struct Findings<'s> {
    ground: Ground<'s>,
    pub(crate) standing: Standing,
    pub(crate) constraint: Results,
    pub(crate) removal: Results,
    pub(crate) density: Results,
    /// `None` if nobody is on record whose posts could be profiled.
    pub(crate) spanners: Option<Results>,
    /// Brokerage by sector: of each actor, and in all; or why there is none.
    pub(crate) brokerage: std::result::Result<[Results; 2], String>,
    /// Each wave with its density and its crossing of sectors, where there are two or more.
    pub(crate) waves: Vec<Wave>,
}

/// Ties within and between the groups of a grouping, each tie counting 1.
pub(crate) struct Crossing {
    pub(crate) by: Grouping,
    pub(crate) ei: Results,
    /// `None` where there are more groups than a table of them could show.
    pub(crate) mixing: Option<Results>,
}

/// A table of so many groups by as many has 1,830 pairs.
const MOST_MIXED: usize = 60;

/// Betweenness follows every tie of a piece from every actor in it. So many steps take some ten
/// seconds of one core: with more, the page would be kept waiting for one column.
const MOST_STEPS: f64 = 5e8;

/// The same view at one wave.
pub(crate) struct Wave {
    pub(crate) name: String,
    pub(crate) density: Results,
    pub(crate) ei: Option<Results>,
}

impl Crossing {
    /// How many actors are of each group and of no other: those that a table of groups can place.
    pub(crate) fn placed(&self) -> Vec<usize> {
        let mut placed = vec![0; self.by.labels().len()];
        self.by.partition().into_iter().flatten().for_each(|group| placed[group as usize] += 1);
        placed
    }

    /// The share of ties that would cross if they were laid at random, where that says anything.
    pub(crate) fn expected_across(&self) -> Option<f64> {
        expected_across(&self.ei).filter(|_| self.beyond_chance().is_none())
    }

    /// Why a comparison with ties laid at random says nothing: there are few actors, or hardly two to a
    /// group, so that any role is as good as settled by who is there.
    pub(crate) fn beyond_chance(&self) -> Option<String> {
        const FEWEST: usize = 10;
        let placed = self.placed();
        let actors: usize = placed.iter().sum();
        let groups = placed.iter().filter(|&&size| size > 0).count();
        (actors < FEWEST || actors < 2 * groups).then(|| {
            let name = self.by.name();
            format!(
                "What ties laid at random would give is left out: {} of known {name}, in {} {}, are too few for chance to say anything.",
                ACTOR.count(actors),
                whole(groups),
                if groups == 1 { "group" } else { "groups" }
            )
        })
    }
}

impl Standing {
    pub(crate) fn of(net: &Network, watch: &Watch) -> Result<Self> {
        let components = whole::components(net)?;
        let betweenness = if takes_long(net, &components) {
            None
        } else {
            Some(actor::betweenness(net, &actor::BetweennessOptions::default(), watch)?)
        };
        Ok(Self { degree: actor::degree(net)?, betweenness, components })
    }

    /// The betweenness of each actor; of nobody where it was left out.
    pub(crate) fn between(&self) -> Vec<Option<f64>> {
        let values = self.betweenness.as_ref().and_then(|it| it.numbers("value"));
        values.unwrap_or_else(|| vec![None; self.degree.len()])
    }
}

/// Whether betweenness would take long: actors that each can reach, times ties of each of those.
fn takes_long(net: &Network, components: &Results) -> bool {
    let (actors, ties) = (net.actors().len() as f64, net.ties().len() as f64);
    let reached = components.value("connected", "value").unwrap_or_default();
    reached * actors * (actors + 2.0 * ties) > MOST_STEPS
}

impl<'s> Findings<'s> {
    pub(crate) fn of(study: &'s Study, view: &'s View, run: &'s Run) -> Result<Self> {
        let ground = Ground::of(study, view, run)?;
        let (net, watch) = (&ground.net, Watch::new());
        Ok(Self {
            standing: Standing::of(net, &watch)?,
            constraint: actor::constraint(net)?,
            removal: actor::removal(net, &watch)?,
            density: whole::density(net)?,
            spanners: if study.people.is_empty() {
                None
            } else {
                Some(actor::spanners(study, view)?).filter(|found| !found.is_empty())
            },
            brokerage: brokerage(net, "sector").map_err(|error| error.to_string()),
            waves: waves(&ground, view)?,
            ground,
        })
    }
}

impl<'s> Deref for Findings<'s> {
    type Target = Ground<'s>;

    fn deref(&self) -> &Ground<'s> {
        &self.ground
    }
}

impl<'s> Ground<'s> {
    pub(crate) fn of(study: &'s Study, view: &View, run: &'s Run) -> Result<Self> {
        let net = study.network(view)?;
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
        label(words(&self.study.settings.sector), id).to_owned()
    }

    /// The numbers of sectors in the order of the vocabulary, then of first appearance.
    pub(crate) fn sector_order(&self, sectors: &Crossing) -> Vec<usize> {
        let declared = &self.study.settings.sector;
        let place = |id: &str| declared.iter().position(|word| word.id == id);
        let ids = sectors.by.labels();
        let mut order: Vec<usize> = (0..ids.len()).collect();
        order.sort_by_key(|&at| (place(&ids[at]).unwrap_or(usize::MAX), at));
        order
    }

    /// The name of a locality.
    pub(crate) fn locality_label(&self, id: &str) -> String {
        let listed = self.study.localities.iter().map(|it| (it.id.as_str(), it.name.as_str()));
        label(listed, id).to_owned()
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
        label(relations(&self.study.settings.relation), id).to_owned()
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
        self.net.actors().len() <= MOST_CONNECTED
    }

    /// Whether anybody was asked about the ties of this view.
    pub(crate) fn is_survey(&self) -> bool {
        self.net.observed().accounts().is_some()
    }
}

fn crossing(net: &Network, by: &str) -> Result<Option<Crossing>> {
    let Some(by) = groups(net, by) else { return Ok(None) };
    let mixing = if by.labels().len() <= MOST_MIXED {
        Some(group::mixing(net, &by, Ties::Binary, Expected::Density)?)
    } else {
        None
    };
    Ok(Some(Crossing { ei: whole::ei_index(net, &by, Ties::Binary)?, mixing, by }))
}

/// The groups that ties can be within or across; none in a network of two modes.
fn groups(net: &Network, by: &str) -> Option<Grouping> {
    let by = net.grouping(by).ok()?;
    (!by.labels().is_empty() && net.first_mode().is_none()).then_some(by)
}

/// The names of actors and activities by identifier: organisations before people before activities.
fn names(study: &Study) -> HashMap<&str, &str> {
    let activities = study.activities.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    let people = study.people.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    let organisations = study.organisations.iter().map(|it| (it.id.as_str(), it.name.as_str()));
    activities.chain(people).chain(organisations).collect()
}

/// Brokerage by a grouping: of each actor, and in all.
pub(crate) fn brokerage(net: &Network, by: &str) -> Result<[Results; 2]> {
    let by = net.grouping(by)?;
    Ok([
        actor::brokerage(net, &by, Convention::Exact)?,
        whole::brokerage(net, &by, Convention::Exact)?,
    ])
}

/// The same view at each wave; the one that the report is about is not cut again.
fn waves(ground: &Ground<'_>, view: &View) -> Result<Vec<Wave>> {
    let names = ground.study.waves();
    if names.len() < 2 {
        return Ok(Vec::new());
    }
    let wave = |name: &str| {
        if view.wave.as_deref() == Some(name) {
            return Wave::of(name, &ground.net);
        }
        let view = View { wave: Some(name.to_owned()), ..view.clone() };
        Wave::of(name, &ground.study.network(&view)?)
    };
    names.into_iter().map(wave).collect()
}

impl Wave {
    fn of(name: &str, net: &Network) -> Result<Self> {
        let sectors = groups(net, "sector");
        let ei = sectors.map(|by| whole::ei_index(net, &by, Ties::Binary)).transpose()?;
        Ok(Self { name: name.to_owned(), density: whole::density(net)?, ei })
    }
}

/// The share of ties that cross, from external and internal ties; `None` without a tie.
pub(crate) fn share_across(ei: &Results) -> Option<(usize, usize, f64)> {
    #[expect(clippy::cast_sign_loss, reason = "counts of ties")]
    let ties = |name: &str| ei.value(name, "value").map(|ties| ties as usize);
    let (external, internal) = (ties("external")?, ties("internal")?);
    let all = external + internal;
    (all > 0).then(|| (external, all, external as f64 / all as f64))
}

/// The share of ties that would cross if they were laid at random: the index read as a share.
pub(crate) fn expected_across(ei: &Results) -> Option<f64> {
    ei.value("expected", "value").map(|index| f64::midpoint(index, 1.0))
}
