//! One graph cut from a study. See [`Network`].

mod build;
mod carry;
mod cut;
mod disclosure;
mod grouping;
mod observed;
mod others;
mod places;
mod project;
mod redraw;
mod restrict;
mod rows;
mod symmetric;
mod view;

use std::borrow::Cow;
use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use serde::{Deserialize, Serialize};

use crate::options::Direction;

pub(crate) use carry::held_together;
pub use disclosure::FEWEST_ALIKE;
pub use grouping::Grouping;
pub use observed::Observed;
pub(crate) use others::Others;
pub(crate) use places::Places;
use rows::Ends;
pub use rows::Rows;
pub use view::{Groups, Keep, Level, Orientation, VIEW_OPTIONS, Via, View, ViewOption, Weights};

/// A network of actors and weighted ties, with the evidence behind every tie.
///
/// It does not change once it is cut. Actors are numbered from zero in the order of the study's
/// tables; ties are sorted by their ends and have no parallels and no self-ties: rows of evidence
/// for the same pair are added up, and [`Network::behind`] lists them.
///
/// ```
/// use tertius::Network;
/// let ties = [("uni", "col", 1.0), ("uni", "col", 0.5), ("uni", "uni", 1.0)];
/// let net = Network::from_ties(true, ties)?;
/// assert_eq!(net.ties().len(), 1);
/// assert_eq!(net.ties()[0].strength, 1.5);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, Serialize)]
pub struct Network {
    actors: Vec<Actor>,
    ties: Vec<Tie>,
    directed: bool,
    #[serde(skip)]
    out: Rows,
    #[serde(skip)]
    into: Rows,
    attributes: BTreeMap<String, Vec<Vec<String>>>,
    /// Groups dealt anew, instead of those of the attribute of that name.
    #[serde(skip)]
    dealt: Option<Grouping>,
    /// What must be said of localities that lie in one another, by attribute.
    #[serde(skip)]
    nesting: BTreeMap<String, String>,
    #[serde(skip)]
    reasons: Vec<Reason>,
    #[serde(skip)]
    behind: Vec<u32>,
    #[serde(skip)]
    behind_ends: Vec<usize>,
    /// People through whom a tie is there, and whether it would not be there without each.
    #[serde(skip)]
    people: BTreeMap<usize, Vec<(String, bool)>>,
    /// Names of those people, by identifier, where the study has any.
    #[serde(skip)]
    person_names: BTreeMap<String, String>,
    observed: Observed,
    /// Number of actors of the first mode, in a two-mode network; they come first.
    first_mode: Option<usize>,
    provenance: Provenance,
}

/// An actor of a network.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// use tertius::network::ActorKind;
/// assert_eq!(net.actors()[0].id, "uni");
/// assert_eq!(net.actors()[0].kind, ActorKind::Organisation);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Actor {
    /// Identifier in the study.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// For a group that was counted and not named: how many it stands for, in words.
    pub group: Option<String>,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ActorKind {
    Organisation,
    Person,
    Activity,
}

/// A tie between two actors, by their numbers; in an undirected network `from` is the smaller.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// use tertius::network::Tie;
/// assert_eq!(net.ties()[0], Tie { from: 0, to: 1, strength: 2.0 });
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tie {
    /// Where it starts.
    pub from: u32,
    /// Where it goes.
    pub to: u32,
    /// How strong it is: more is closer.
    pub strength: f64,
}

/// A piece of evidence behind a tie.
///
/// ```
/// use tertius::Network;
/// use tertius::network::Weights;
/// let parts = Network::from_participation([("uni", "talk"), ("col", "talk")]);
/// let net = parts.projected(Weights::Newman)?;
/// let reason = net.behind(0).next().unwrap();
/// assert_eq!((reason.kind.as_str(), reason.what.as_str()), ("activity", "talk"));
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Reason {
    /// What kind: a relation such as `commissions`, `activity` or `person`.
    pub kind: String,
    /// Which one: the activity, the person, or the row of ties.
    pub what: String,
    /// The wave of an activity that is told in waves.
    pub wave: Option<String>,
}

/// Where a network comes from: carried by every result.
///
/// ```
/// use tertius::Network;
/// let net = Network::from_ties(false, [("uni", "uni", 1.0)])?;
/// assert_eq!(net.provenance().notes, ["1 self-tie left out"]);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Provenance {
    /// The study.
    pub study: String,
    /// What must be seen wherever the study is shown.
    pub notice: String,
    /// The view, in words.
    pub view: String,
    /// What was left out, added up or taken otherwise than recorded, and how much.
    pub notes: Vec<String>,
}

impl Network {
    /// The actors in order.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let names: Vec<&str> = net.actors().iter().map(|actor| actor.name.as_str()).collect();
    /// assert_eq!(names, ["uni", "col", "hub"]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The ties in order.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let ends: Vec<_> = net.ties().iter().map(|tie| (tie.from, tie.to)).collect();
    /// assert_eq!(ends, [(0, 1), (1, 2)]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// Whether ties have a direction.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(!net.is_directed());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// Whether any two ties differ in strength.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.is_weighted());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_weighted(&self) -> bool {
        self.ties.windows(2).any(|pair| pair[0].strength.to_bits() != pair[1].strength.to_bits())
    }

    /// Ties from each actor, sorted; in an undirected network, all its ties.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.out().alters(1), [0, 2]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn out(&self) -> &Rows {
        &self.out
    }

    /// Ties to each actor, sorted; in an undirected network, all its ties.
    ///
    /// ```
    /// use tertius::Network;
    /// let net = Network::from_ties(true, [("uni", "col", 1.0)])?;
    /// assert_eq!((net.out().alters(1).len(), net.into_rows().alters(1)), (0, &[0][..]));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn into_rows(&self) -> &Rows {
        if self.directed { &self.into } else { &self.out }
    }

    /// Ties of each actor in a direction, sorted; in an undirected network, all its ties.
    ///
    /// ```
    /// use tertius::Network;
    /// use tertius::options::Direction;
    /// let net = Network::from_ties(true, [("uni", "col", 2.0), ("col", "uni", 1.0)])?;
    /// assert_eq!(net.rows(Direction::All).strength(0, 1), Some(3.0));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn rows(&self, direction: Direction) -> Cow<'_, Rows> {
        match direction {
            Direction::In => Cow::Borrowed(self.into_rows()),
            Direction::All if self.directed => Cow::Owned(Rows::either_way(&self.out, &self.into)),
            Direction::Out | Direction::All => Cow::Borrowed(&self.out),
        }
    }

    /// The number of an actor, by identifier.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!((net.actor("hub"), net.actor("pub")), (Some(2), None));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn actor(&self, id: &str) -> Option<usize> {
        self.actors.iter().position(|actor| actor.id == id)
    }

    /// The evidence behind a tie: activities, relations, people.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let behind: Vec<&str> = net.behind(0).map(|reason| reason.what.as_str()).collect();
    /// assert_eq!(behind, ["as given"]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn behind(&self, tie: usize) -> impl Iterator<Item = &Reason> {
        let start = if tie == 0 { 0 } else { self.behind_ends[tie - 1] };
        self.behind[start..self.behind_ends[tie]].iter().map(|&at| &self.reasons[at as usize])
    }

    /// The people through whom a tie is there, and for each whether it would not be there without
    /// that person.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.people_behind(0).is_empty(), "ties that are given are nobody's");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn people_behind(&self, tie: usize) -> &[(String, bool)] {
        self.people.get(&tie).map_or(&[], Vec::as_slice)
    }

    /// Everybody through whom any tie is there, with those ties, and for each whether it would not
    /// be there without that person.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.people().is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn people(&self) -> BTreeMap<&str, Vec<(usize, bool)>> {
        let mut people: BTreeMap<&str, Vec<(usize, bool)>> = BTreeMap::new();
        for (&tie, behind) in &self.people {
            for (person, alone) in behind {
                people.entry(person).or_default().push((tie, *alone));
            }
        }
        people
    }

    /// The name of a person behind a tie; the identifier, where none is on record.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.person_name("ann"), "ann");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn person_name<'n>(&'n self, id: &'n str) -> &'n str {
        self.person_names.get(id).map_or(id, String::as_str)
    }

    /// Which dyads were observed.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.observed().is_complete());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn observed(&self) -> &Observed {
        &self.observed
    }

    /// Number of actors of the first mode, if there are two modes; they come first.
    ///
    /// ```
    /// use tertius::Network;
    /// let net = Network::from_participation([("uni", "talk"), ("col", "talk")]);
    /// assert_eq!(net.first_mode(), Some(2));
    /// ```
    pub fn first_mode(&self) -> Option<usize> {
        self.first_mode
    }

    /// Where the network comes from.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.provenance().notes.is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    /// Names of the attributes.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_attribute("sector", ["HE", "FE"]);
    /// assert_eq!(net.attributes().collect::<Vec<_>>(), ["sector"]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn attributes(&self) -> impl Iterator<Item = &str> {
        self.attributes.keys().map(String::as_str)
    }

    /// The values of an attribute, several or none for each actor.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_attribute("sector", ["HE", "FE"]);
    /// assert_eq!(net.attribute("sector").unwrap()[0], ["HE"]);
    /// assert!(net.attribute("sector").unwrap()[2].is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn attribute(&self, name: &str) -> Option<&[Vec<String>]> {
        self.attributes.get(name).map(Vec::as_slice)
    }

    /// The network as a petgraph graph, for any of its algorithms: node `i` is actor `i`. An
    /// undirected tie becomes two arcs, one each way.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.digraph().edge_count(), 4);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn digraph(&self) -> DiGraph<&Actor, &Tie> {
        let mut graph = DiGraph::with_capacity(self.actors.len(), self.ties.len());
        for actor in &self.actors {
            graph.add_node(actor);
        }
        for tie in &self.ties {
            let (from, to) = (NodeIndex::new(tie.from as usize), NodeIndex::new(tie.to as usize));
            graph.add_edge(from, to, tie);
            if !self.directed {
                graph.add_edge(to, from, tie);
            }
        }
        graph
    }

    /// The network as an undirected petgraph graph: node `i` is actor `i`. Two arcs between the
    /// same actors become two parallel edges.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let graph = net.ungraph();
    /// assert_eq!(petgraph::algo::connected_components(&graph), 1);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn ungraph(&self) -> UnGraph<&Actor, &Tie> {
        let mut graph = UnGraph::with_capacity(self.actors.len(), self.ties.len());
        for actor in &self.actors {
            graph.add_node(actor);
        }
        for tie in &self.ties {
            graph.add_edge(NodeIndex::new(tie.from as usize), NodeIndex::new(tie.to as usize), tie);
        }
        graph
    }
}
