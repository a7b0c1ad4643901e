use serde::Deserialize;

use super::table::Table;
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
            takes: Takes::Words(&["density", "degree", "sent"]),
            default: "density",
            about: "what the counts are compared with: the same density everywhere, each group's own \
                    activity, or each actor's own ties spread evenly over all others",
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
    /// Each actor's own ties, spread evenly over all others.
    Sent,
}

impl Expected {
    /// Its name.
    ///
    /// ```
    /// use tertius::group::Expected;
    /// assert_eq!(Expected::Degree.name(), "degree");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Density => "density",
            Self::Degree => "degree",
            Self::Sent => "sent",
        }
    }
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
    refuse_many_groups(by, "mixing")?;
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
            _ if dyads == 0 => Err("no dyad was observed"),
            Expected::Density => Ok(total * table.dyads(cell) as f64 / dyads as f64),
            Expected::Degree if total == 0.0 => Err("there is no tie"),
            Expected::Degree => Ok(table.by_degree(cell, total)),
            Expected::Sent => Ok(table.spread(cell)),
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
    Ok(results.by(by).option("ties", ties.name()).option("expected", expected.name()))
}

pub(crate) fn refuse_many_groups(by: &Grouping, measure: &str) -> Result<()> {
    if by.labels().len() <= MOST_GROUPS {
        return Ok(());
    }
    let why = format!(
        "there are {} groups by {}, and {measure} has a row for every two of them; group by \
         something that brings them down to {MOST_GROUPS}",
        by.labels().len(),
        by.name()
    );
    Err(Error::not_applicable(measure, why))
}
