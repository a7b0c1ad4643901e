use serde::Deserialize;

use crate::around::{Around, GETS, Places, SENDS, Way};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "honest_broker",
    source: "Borgatti, Everett and Freeman 2002",
    page: include_str!("honest_broker.md"),
    options: &[CONTACTS],
    run: Run::Network(|net, arguments, watch| {
        honest_broker(net, arguments.choice("direction")?, watch)
    }),
};

const CONTACTS: OptionSpec = OptionSpec {
    name: "direction",
    takes: Takes::Words(&["in", "out", "all", "mutual"]),
    default: "in",
    about: "whose pairs count: those who name the actor, whom it names, either, or both at once",
};

/// Who is a contact of an actor in a directed network; in an undirected one all alters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Contacts {
    /// Who sends it a tie: who trusts it.
    #[default]
    In,
    /// Whom it sends one.
    Out,
    /// Either.
    All,
    /// Both at once.
    Mutual,
}

impl Contacts {
    fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::All => "all",
            Self::Mutual => "mutual",
        }
    }

    fn has(self, way: Way) -> bool {
        match self {
            Self::In => way & GETS != 0,
            Self::Out => way & SENDS != 0,
            Self::All => true,
            Self::Mutual => way == SENDS | GETS,
        }
    }
}

#[doc = include_str!("honest_broker.md")]
///
/// # Errors
///
/// In a two-mode network; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// Of the three who trust v, a trusts b.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "v", 1.0), ("b", "v", 1.0), ("c", "v", 1.0), ("a", "b", 1.0)];
/// let net = Network::from_ties(true, ties)?;
/// let broker = actor::honest_broker(&net, Default::default(), &Watch::new())?;
/// assert_eq!(broker.value("v", "none"), Some(2.0));
/// assert_eq!(broker.value("v", "one_way"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn honest_broker(net: &Network, contacts: Contacts, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no two alters of an actor can be tied; --via participation ties the \
                   actors who share an activity";
        return Err(Error::not_applicable("honest_broker", why));
    }
    let around = Around::new(net, |_| true);
    let found = around.each(watch, |v, places| {
        let trusts: Vec<bool> = around.ways(v).iter().map(|&way| contacts.has(way)).collect();
        if net.observed().is_complete() {
            counted(&around, v, &trusts, places)
        } else {
            looked_at(net, around.alters(v), &trusts)
        }
    })?;
    let mut results = Results::by_actor(net).count("pairs", found.iter().map(|it| it.iter().sum()));
    let names = ["none", "one_way", "mutual"];
    for (kind, name) in names.into_iter().enumerate() {
        results = results.count(name, found.iter().map(|it| it[kind]));
    }
    for (kind, name) in names.into_iter().enumerate() {
        let share = |it: &[usize; 3]| match it.iter().sum::<usize>() {
            0 => Err("the actor has no two contacts"),
            pairs => Ok(it[kind] as f64 / pairs as f64),
        };
        results = results.number(&format!("normalised_{name}"), found.iter().map(share));
    }
    if !net.observed().is_complete() {
        results.note(
            "pairs of contacts of whom it is not known if each is tied to the other are left out",
        );
    }
    Ok(results.option("direction", contacts.name()))
}

/// Pairs of contacts with no tie, one, and one each way.
fn counted(around: &Around, v: usize, trusts: &[bool], places: &mut Places) -> [usize; 3] {
    let k = trusts.iter().filter(|it| **it).count();
    let mut pairs = [k * k.saturating_sub(1) / 2, 0, 0];
    around.among(v, places, |q, j, at| {
        if trusts[q] && trusts[j] {
            pairs[0] -= 1;
            pairs[around.way(at).count_ones() as usize] += 1;
        }
    });
    pairs
}

/// The same where some ties were not observed.
fn looked_at(net: &Network, alters: &[u32], trusts: &[bool]) -> [usize; 3] {
    let contacts: Vec<usize> =
        alters.iter().zip(trusts).filter(|it| *it.1).map(|it| *it.0 as usize).collect();
    let tie = |from: usize, to: usize| {
        let tied = net.out().has(from, to);
        (tied || net.is_observed(from, to)).then_some(usize::from(tied))
    };
    let mut pairs = [0; 3];
    for (at, &a) in contacts.iter().enumerate() {
        for &b in &contacts[at + 1..] {
            if let (Some(forth), Some(back)) = (tie(a, b), tie(b, a)) {
                pairs[forth + back] += 1;
            }
        }
    }
    pairs
}
