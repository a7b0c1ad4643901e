use serde::Deserialize;

use super::alike::{Mixing, correlated, ends, jackknife};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Ties};
use crate::{Error, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "assortativity",
    source: "Newman 2003",
    page: include_str!("assortativity.md"),
    options: &[
        OptionSpec {
            name: "kind",
            takes: Takes::Words(&["nominal", "numeric", "degree"]),
            default: "nominal",
            about: "in what the two ends of ties may be alike: their group, an attribute that is a \
                    number, or how many ties they have",
        },
        options::BY,
        options::TIES,
    ],
    run: Run::Network(|net, arguments, _| {
        let ties = arguments.choice("ties")?;
        match arguments.choice("kind")? {
            Kind::Nominal => assortativity(net, Trait::Group(&arguments.grouping(net)?), ties),
            Kind::Numeric => assortativity(net, Trait::Number(&arguments.grouping(net)?), ties),
            Kind::Degree => assortativity(net, Trait::Degree, ties),
        }
    }),
};

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Nominal,
    Numeric,
    Degree,
}

/// In what the two ends of ties may be alike.
#[derive(Debug, Clone, Copy)]
pub enum Trait<'g> {
    /// Their group.
    Group(&'g Grouping),
    /// A number: what the label of their group says.
    Number(&'g Grouping),
    /// How many ties they have; directed, those the sender sends and the receiver receives.
    Degree,
}

#[doc = include_str!("assortativity.md")]
///
/// # Errors
///
/// If a trait is to be a number and a label is none.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let by = net.grouping("sector")?;
/// let found = whole::assortativity(&net, whole::Trait::Group(&by), Default::default())?;
/// assert_eq!(found.value("assortativity", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn assortativity(net: &Network, alike: Trait<'_>, ties: Ties) -> Result<Results> {
    let (mut rows, counted, kind) = match alike {
        Trait::Group(by) => {
            let groups = by.partition();
            let ends =
                ends(net, |tie| Some((groups[tie.from as usize]?, groups[tie.to as usize]?)));
            let mixing = Mixing::new(by.labels().len(), net.is_directed(), &ends, ties);
            let r = mixing.assortativity();
            let rows = vec![
                ("assortativity", r),
                ("standard_error", jackknife(r, ends.iter().map(|end| mixing.without(end, ties)))),
                ("lowest", mixing.lowest()),
            ];
            (rows, ends.len(), "nominal")
        }
        Trait::Number(by) => {
            let numbers = numbers(by)?;
            let ends =
                ends(net, |tie| Some((numbers[tie.from as usize]?, numbers[tie.to as usize]?)));
            (correlated(&ends, net.is_directed(), ties), ends.len(), "numeric")
        }
        Trait::Degree => {
            let (sent, got) = degrees(net, ties);
            let ends = ends(net, |tie| Some((sent[tie.from as usize], got[tie.to as usize])));
            (correlated(&ends, net.is_directed(), ties), ends.len(), "degree")
        }
    };
    rows.push(("ties", Ok(counted as f64)));
    let results = Results::quantities(net, rows).option("kind", kind).option("ties", ties.name());
    let (Trait::Group(by) | Trait::Number(by)) = alike else { return Ok(results) };
    let mut results = results.by(by);
    by.notes().into_iter().for_each(|note| results.note(note + ", whose ties are left out"));
    Ok(results)
}

/// The number of each actor that is in exactly one group.
fn numbers(by: &Grouping) -> Result<Vec<Option<f64>>> {
    by.numbers().map_err(|label| {
        let why = format!(
            "`{label}` of {} is not a number; take --by an attribute that is, or --kind nominal",
            by.name()
        );
        Error::not_applicable("numeric assortativity", why)
    })
}

/// What each actor's ties count: as sender and as receiver, or all of them at either end.
fn degrees(net: &Network, ties: Ties) -> (Vec<f64>, Vec<f64>) {
    let (mut sent, mut got) = (vec![0.0; net.actors().len()], vec![0.0; net.actors().len()]);
    for tie in net.observed_ties() {
        sent[tie.from as usize] += ties.strength(tie);
        got[tie.to as usize] += ties.strength(tie);
    }
    if !net.is_directed() {
        sent.iter_mut().zip(&got).for_each(|(sent, got)| *sent += got);
        got.clone_from(&sent);
    }
    (sent, got)
}
