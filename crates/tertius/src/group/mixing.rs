use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Ties};
use crate::{Error, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "mixing",
    source: "Newman 2003",
    page: include_str!("mixing.md"),
    options: &[
        options::BY,
        options::TIES,
        OptionSpec {
            name: "expected",
            takes: Takes::Words(&["density", "degree"]),
            default: "density",
            about: "what the counts are compared with: the same density everywhere, or each group's own activity",
        },
    ],
    run: Run::Network(|net, arguments, _| {
        mixing(
            net,
            &arguments.grouping(net)?,
            arguments.choice("ties")?,
            arguments.choice("expected")?,
        )
    }),
};

/// What counts between groups are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expected {
    /// The same density everywhere.
    #[default]
    Density,
    /// Each group's own activity.
    Degree,
}

/// Beyond so many groups, a row for every pair of them is more than anyone can use.
const MOST_GROUPS: usize = 1_000;

#[doc = include_str!("mixing.md")]
///
/// # Errors
///
/// If there are more than a thousand groups.
///
/// # Example
///
/// ```
/// use tertius::{Network, group};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let mixing = group::mixing(&net, &net.grouping("sector")?, Default::default(), Default::default())?;
/// assert_eq!(mixing.numbers("ties").unwrap(), [Some(1.0), Some(1.0), Some(0.0)]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn mixing(net: &Network, by: &Grouping, ties: Ties, expected: Expected) -> Result<Results> {
    if by.labels().len() > MOST_GROUPS {
        let why = format!(
            "there are {} groups by {}, and mixing has a row for every two of them; group by \
             something that brings them down to {MOST_GROUPS}",
            by.labels().len(),
            by.name()
        );
        return Err(Error::not_applicable("mixing", why));
    }
    let table = Table::new(net, by, ties);
    let cells = table.cells();
    let label = |place: usize| table.labels[place].clone();
    let total: f64 =
        cells.iter().filter(|&&cell| table.known(cell)).map(|cell| table.ties(*cell)).sum();
    let dyads: usize =
        cells.iter().filter(|&&cell| table.known(cell)).map(|&cell| table.dyads(cell)).sum();
    let expect = |cell: (usize, usize)| {
        if !table.known(cell) {
            return Err("the group of one end is not known, or there are several");
        }
        match expected {
            Expected::Density if dyads == 0 => Err("no dyad was observed"),
            Expected::Density => Ok(total * table.dyads(cell) as f64 / dyads as f64),
            Expected::Degree if total == 0.0 => Err("there is no tie"),
            Expected::Degree => Ok(table.by_degree(cell, total)),
        }
    };
    let ratio = |cell: (usize, usize)| {
        let expected = expect(cell)?;
        if expected == 0.0 { Err("no tie is expected") } else { Ok(table.ties(cell) / expected) }
    };
    let density = |cell: (usize, usize)| match table.dyads(cell) {
        0 => Err("no dyad was observed"),
        dyads => Ok(table.number(cell) as f64 / dyads as f64),
    };
    let mut results = Results::of(net)
        .text("from_group", cells.iter().map(|cell| label(cell.0)))
        .text("to_group", cells.iter().map(|cell| label(cell.1)))
        .count("ties", cells.iter().map(|&cell| table.number(cell)))
        .number("strength", cells.iter().map(|&cell| Ok(table.strength(cell))))
        .count("dyads", cells.iter().map(|&cell| table.dyads(cell)))
        .number("density", cells.iter().map(|&cell| density(cell)))
        .number("expected", cells.iter().map(|&cell| expect(cell)))
        .number("ratio", cells.iter().map(|&cell| ratio(cell)));
    by.notes().into_iter().for_each(|note| results.note(note + ", shown in rows of their own"));
    let expected = if expected == Expected::Density { "density" } else { "degree" };
    Ok(results.by(by).option("ties", ties.name()).option("expected", expected))
}

/// Ties and dyads by pair of groups. After the groups come two places: not known, and several.
struct Table {
    labels: Vec<String>,
    groups: usize,
    directed: bool,
    two_modes: bool,
    /// How ties are compared with what is expected.
    counted: Ties,
    /// Strengths added up, ties, and observed dyads.
    strengths: BTreeMap<(usize, usize), f64>,
    numbers: BTreeMap<(usize, usize), usize>,
    dyads: BTreeMap<(usize, usize), usize>,
    out: Vec<f64>,
    into: Vec<f64>,
}

impl Table {
    fn new(net: &Network, by: &Grouping, ties: Ties) -> Self {
        let groups = by.labels().len();
        let place = |actor: usize| match by.groups(actor) {
            [] => groups,
            [one] => *one as usize,
            _ => groups + 1,
        };
        let places: Vec<usize> = (0..net.actors().len()).map(place).collect();
        let directed = net.is_directed();
        let cell = |a: usize, b: usize| if directed || a <= b { (a, b) } else { (b, a) };
        let labels =
            by.labels().iter().cloned().chain(["not known".to_owned(), "several".to_owned()]);
        let mut table = Self {
            labels: labels.collect(),
            groups,
            directed,
            two_modes: net.first_mode().is_some(),
            counted: ties,
            strengths: BTreeMap::new(),
            numbers: BTreeMap::new(),
            dyads: BTreeMap::new(),
            out: vec![0.0; groups + 2],
            into: vec![0.0; groups + 2],
        };
        for tie in net.observed_ties() {
            let (from, to) = (places[tie.from as usize], places[tie.to as usize]);
            *table.strengths.entry(cell(from, to)).or_default() += tie.strength;
            *table.numbers.entry(cell(from, to)).or_default() += 1;
            if from < groups && to < groups {
                table.out[from] += ties.strength(tie);
                table.into[to] += ties.strength(tie);
            }
        }
        table.count_dyads(net, &places, cell);
        table
    }

    fn count_dyads(
        &mut self,
        net: &Network,
        places: &[usize],
        cell: impl Fn(usize, usize) -> (usize, usize),
    ) {
        if net.observed().is_complete() {
            // Members of each place, and how many of them are of the first mode if there are two.
            let (mut sizes, mut firsts) =
                (vec![0_usize; self.groups + 2], vec![0_usize; self.groups + 2]);
            for (actor, &place) in places.iter().enumerate() {
                sizes[place] += 1;
                firsts[place] += usize::from(net.first_mode().is_some_and(|first| actor < first));
            }
            let seconds = |place: usize| sizes[place] - firsts[place];
            for a in 0..sizes.len() {
                for b in if self.directed { 0 } else { a }..sizes.len() {
                    let dyads = match (a == b, self.directed) {
                        (true, _) if net.first_mode().is_some() => firsts[a] * seconds(a),
                        (false, _) if net.first_mode().is_some() => {
                            firsts[a] * seconds(b) + firsts[b] * seconds(a)
                        }
                        (false, _) => sizes[a] * sizes[b],
                        (true, true) => sizes[a] * sizes[a].saturating_sub(1),
                        (true, false) => sizes[a] * sizes[a].saturating_sub(1) / 2,
                    };
                    self.dyads.insert((a, b), dyads);
                }
            }
            return;
        }
        for from in 0..places.len() {
            for to in if self.directed { 0 } else { from + 1 }..places.len() {
                if from != to && net.is_observed(from, to) {
                    *self.dyads.entry(cell(places[from], places[to])).or_default() += 1;
                }
            }
        }
    }

    fn known(&self, cell: (usize, usize)) -> bool {
        cell.0 < self.groups && cell.1 < self.groups
    }

    fn dyads(&self, cell: (usize, usize)) -> usize {
        self.dyads.get(&cell).copied().unwrap_or(0)
    }

    fn number(&self, cell: (usize, usize)) -> usize {
        self.numbers.get(&cell).copied().unwrap_or(0)
    }

    fn strength(&self, cell: (usize, usize)) -> f64 {
        self.strengths.get(&cell).copied().unwrap_or(0.0)
    }

    /// Ties as they are to count.
    fn ties(&self, cell: (usize, usize)) -> f64 {
        match self.counted {
            Ties::Binary => self.number(cell) as f64,
            Ties::Strength => self.strength(cell),
        }
    }

    /// Every pair of groups, and pairs with actors that cannot be placed where they hold ties.
    fn cells(&self) -> Vec<(usize, usize)> {
        let groups = 0..self.groups;
        let known = groups
            .clone()
            .flat_map(|a| (if self.directed { 0 } else { a }..self.groups).map(move |b| (a, b)));
        let unplaced = self.strengths.keys().copied().filter(|&cell| !self.known(cell));
        known.chain(unplaced).collect()
    }

    fn by_degree(&self, (g, h): (usize, usize), total: f64) -> f64 {
        if self.directed {
            return self.out[g] * self.into[h] / total;
        }
        if self.two_modes {
            // The first mode sends and the second gets: a tie within a group joins its two parts.
            let across = self.out[g] * self.into[h] + self.out[h] * self.into[g];
            return if g == h { across / 2.0 } else { across } / total;
        }
        let degree = |group: usize| self.out[group] + self.into[group];
        let both = degree(g) * degree(h) / (2.0 * total);
        if g == h { both / 2.0 } else { both }
    }
}
