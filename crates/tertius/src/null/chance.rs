use std::collections::BTreeMap;

use serde::Deserialize;

use super::census::Census;
use super::edges::Edges;
use super::rewiring::Rewiring;
use super::size::Size;
use super::{Deals, Pick};
use crate::{Error, Grouping, Network, Result, Watch};

/// What is left to chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Null {
    /// Who is in which group; every tie stays.
    #[default]
    Labels,
    /// Which actor has which place in the network; groups stay with the actors.
    Places,
    /// Where the ties are; there are as many.
    Edges,
    /// Where the pairs tied both ways, one way and not at all are; there are as many of each.
    Dyads,
    /// Whether each dyad holds a tie, by the toss of a coin.
    Size,
    /// Who is tied to whom; every actor has as many ties, in and out.
    Rewiring,
}

/// Networks that chance could have made instead of the one observed.
pub(crate) enum Chance<'n> {
    Labels { by: Grouping, deals: Deals },
    Places(Deals),
    Edges(Edges<'n>),
    Dyads(Census<'n>),
    Size(Size),
    Rewiring(Rewiring<'n>),
}

impl Null {
    /// Every null.
    ///
    /// ```
    /// use tertius::null::Null;
    /// assert!(Null::ALL.iter().any(|null| null.name() == "rewiring"));
    /// ```
    pub const ALL: [Self; 6] =
        [Self::Labels, Self::Places, Self::Edges, Self::Dyads, Self::Size, Self::Rewiring];

    /// Its name.
    ///
    /// ```
    /// use tertius::null::Null;
    /// assert_eq!(Null::Labels.name(), "labels");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Labels => "labels",
            Self::Places => "places",
            Self::Edges => "edges",
            Self::Dyads => "dyads",
            Self::Size => "size",
            Self::Rewiring => "rewiring",
        }
    }
}

impl<'n> Chance<'n> {
    /// `by` is the attribute whose labels are dealt anew; within each value of the attribute
    /// `within`, if there is one.
    pub(crate) fn new(
        net: &'n Network,
        null: Null,
        by: &str,
        within: Option<&str>,
        seed: u64,
        watch: &Watch,
    ) -> Result<Self> {
        Ok(match null {
            Null::Labels => Self::Labels { by: net.grouping(by)?, deals: labels(net, by, within)? },
            Null::Places => {
                let free = strata(net, within)?;
                Self::Places(Deals::new((0..net.actors().len() as u32).collect(), &free))
            }
            _ if within.is_some() => {
                let why = format!(
                    "`within` says who may change places, and the null `{}` lets nobody do so; it goes with `labels` and `places`",
                    null.name()
                );
                return Err(Error::not_applicable("the test", why));
            }
            Null::Dyads if net.is_directed() => Self::Dyads(Census::new(net)),
            // Where ties have no direction, a pair is tied or not.
            Null::Edges | Null::Dyads => Self::Edges(Edges::new(net)),
            Null::Size => Self::Size(Size::new(net)?),
            Null::Rewiring => Self::Rewiring(Rewiring::new(net, seed, watch)?),
        })
    }

    /// How many networks there are, if that is known and not beyond counting. Each comes as often.
    pub(crate) fn arrangements(&self) -> Option<u64> {
        match self {
            Self::Labels { deals, .. } | Self::Places(deals) => deals.arrangements(),
            Self::Edges(edges) => edges.arrangements(),
            Self::Dyads(census) => census.arrangements(),
            Self::Size(size) => size.arrangements(),
            Self::Rewiring(_) => None,
        }
    }

    /// Makes a copy of the observed network the one picked.
    pub(crate) fn lay(
        &self,
        net: &mut Network,
        observed: &Network,
        pick: Pick,
        watch: &Watch,
    ) -> Result<()> {
        match (self, pick) {
            (Self::Labels { by, deals }, pick) => net.set_groups(by, &deals.pick(pick)),
            (Self::Places(deals), pick) => net.set_places(observed, &deals.pick(pick)),
            (Self::Edges(edges), pick) => net.set_ties(edges.pick(pick)),
            (Self::Dyads(census), pick) => net.set_ties(census.pick(pick)),
            (Self::Size(size), pick) => net.set_ties(size.pick(pick)),
            (Self::Rewiring(rewiring), Pick::Draw(draws)) => {
                net.set_ties(rewiring.draw(draws, watch)?);
            }
            (Self::Rewiring(_), Pick::Nth(_)) => {}
        }
        Ok(())
    }
}

/// Deals of the labels of actors. Whose label is not known stays unknown: that is no label.
fn labels(net: &Network, by: &str, within: Option<&str>) -> Result<Deals> {
    net.grouping(by)?;
    let labels = net.attribute(by).unwrap_or_default();
    let mut free = strata(net, within)?;
    free.iter_mut().zip(labels).filter(|(_, it)| it.is_empty()).for_each(|it| *it.0 = None);
    // A card is the first actor with the same labels.
    let mut first: BTreeMap<&[String], u32> = BTreeMap::new();
    let cards = labels.iter().zip(0..).map(|(it, actor)| *first.entry(it).or_insert(actor));
    Ok(Deals::new(cards.collect(), &free))
}

/// Who may change places with whom: actors of the same mode, and of the same value of an attribute
/// if one is named; whoever has none stays.
fn strata(net: &Network, within: Option<&str>) -> Result<Vec<Option<u32>>> {
    let first_mode = net.first_mode().unwrap_or(net.actors().len());
    let listed = match within {
        None => None,
        Some(within) => {
            net.grouping(within)?;
            net.attribute(within)
        }
    };
    let mut known: BTreeMap<(bool, &[String]), u32> = BTreeMap::new();
    let stratum = |actor: usize| {
        let values = listed.map_or(&[][..], |it| &it[actor]);
        let fresh = known.len() as u32;
        let placed = within.is_none() || !values.is_empty();
        placed.then(|| *known.entry((actor < first_mode, values)).or_insert(fresh))
    };
    Ok((0..net.actors().len()).map(stratum).collect())
}
