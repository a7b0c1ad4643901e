use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network, Tie};
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

/// A tie with what its ends are like.
struct Ends<'n, T> {
    tie: &'n Tie,
    from: T,
    to: T,
}

fn ends<T>(net: &Network, of: impl Fn(&Tie) -> Option<(T, T)>) -> Vec<Ends<'_, T>> {
    let ends = |tie| of(tie).map(|(from, to)| Ends { tie, from, to });
    net.observed_ties().filter_map(ends).collect()
}

/// The number of each actor that is in exactly one group.
fn numbers(by: &Grouping) -> Result<Vec<Option<f64>>> {
    let number = |label: &String| match label.trim().parse() {
        Ok(number) if f64::is_finite(number) => Ok(number),
        _ => {
            let why = format!(
                "`{label}` of {} is not a number; take --by an attribute that is, or --kind nominal",
                by.name()
            );
            Err(Error::not_applicable("numeric assortativity", why))
        }
    };
    let numbers: Vec<f64> = by.labels().iter().map(number).collect::<Result<_>>()?;
    Ok(by.partition().into_iter().map(|group| Some(numbers[group? as usize])).collect())
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

const NO_TIE: &str = "no observed tie joins actors of which it is known what they are like";

/// Ties by the groups of their ends; those without direction count both ways.
struct Mixing {
    directed: bool,
    total: f64,
    inside: f64,
    from: Vec<f64>,
    to: Vec<f64>,
    /// Σ_k of what group k sends times what it receives.
    products: f64,
}

impl Mixing {
    fn new(groups: usize, directed: bool, ends: &[Ends<'_, u32>], ties: Ties) -> Self {
        let (from, to) = (vec![0.0; groups], vec![0.0; groups]);
        let mut mixing = Self { directed, total: 0.0, inside: 0.0, from, to, products: 0.0 };
        for end in ends {
            let counts = ties.strength(end.tie);
            let (g, h) = (end.from as usize, end.to as usize);
            for (g, h) in if directed { vec![(g, h)] } else { vec![(g, h), (h, g)] } {
                mixing.total += counts;
                mixing.inside += if g == h { counts } else { 0.0 };
                mixing.from[g] += counts;
                mixing.to[h] += counts;
            }
        }
        mixing.products = mixing.from.iter().zip(&mixing.to).map(|(a, b)| a * b).sum();
        mixing
    }

    fn assortativity(&self) -> Result<f64, &'static str> {
        assortativity_of(self.total, self.inside, self.products)
    }

    fn lowest(&self) -> Result<f64, &'static str> {
        assortativity_of(self.total, 0.0, self.products)
    }

    /// The same without a tie.
    fn without(&self, end: &Ends<'_, u32>, ties: Ties) -> Result<f64, &'static str> {
        let (g, h, counts) = (end.from as usize, end.to as usize, ties.strength(end.tie));
        let ways = if self.directed { 1.0 } else { 2.0 };
        let of = |k: usize| {
            let back = !self.directed;
            let sent = f64::from(u8::from(k == g) + u8::from(back && k == h)) * counts;
            let got = f64::from(u8::from(k == h) + u8::from(back && k == g)) * counts;
            (self.from[k] - sent) * (self.to[k] - got) - self.from[k] * self.to[k]
        };
        let change = of(g) + if g == h { 0.0 } else { of(h) };
        let inside = if g == h { self.inside - ways * counts } else { self.inside };
        assortativity_of(self.total - ways * counts, inside, self.products + change)
    }
}

fn assortativity_of(total: f64, inside: f64, products: f64) -> Result<f64, &'static str> {
    if total <= 0.0 {
        return Err(NO_TIE);
    }
    let chance = products / (total * total);
    if chance > 1.0 - ROUNDING {
        return Err("all ties are inside one group");
    }
    Ok((inside / total - chance) / (1.0 - chance))
}

/// Differences below this, against the largest, are rounding.
const ROUNDING: f64 = 1e-12;

/// How far the numbers at the two ends go together.
fn correlated(
    ends: &[Ends<'_, f64>],
    directed: bool,
    ties: Ties,
) -> Vec<(&'static str, Result<f64, &'static str>)> {
    // Seen from their mean, numbers that are large and alike lose no digits.
    let mean = ends.iter().map(|it| it.from + it.to).sum::<f64>() / (2.0 * ends.len() as f64);
    let largest = ends.iter().map(|it| it.from.abs().max(it.to.abs())).fold(0.0, f64::max);
    let of = |it: &Ends<'_, f64>| {
        let (x, y) = (it.from - mean, it.to - mean);
        let one = Moments::of(ties.strength(it.tie), x, y);
        if directed { one } else { one.plus(&Moments::of(ties.strength(it.tie), y, x), 1.0) }
    };
    let all = ends.iter().fold(Moments::default(), |sum, it| sum.plus(&of(it), 1.0));
    let r = all.correlation(largest);
    let without = ends.iter().map(|it| all.plus(&of(it), -1.0).correlation(largest));
    vec![("assortativity", r), ("standard_error", jackknife(r, without))]
}

/// Sums over ties of x and y at their ends, and of their squares and products.
#[derive(Debug, Clone, Copy, Default)]
struct Moments([f64; 6]);

impl Moments {
    fn of(w: f64, x: f64, y: f64) -> Self {
        Self([w, w * x, w * y, w * x * x, w * y * y, w * x * y])
    }

    fn plus(&self, other: &Self, times: f64) -> Self {
        Self(std::array::from_fn(|at| self.0[at] + times * other.0[at]))
    }

    fn correlation(&self, largest: f64) -> Result<f64, &'static str> {
        let [w, x, y, xx, yy, xy] = self.0;
        if w <= 0.0 {
            return Err(NO_TIE);
        }
        let spread = |one: f64, squares: f64| squares / w - (one / w).powi(2);
        let (of_x, of_y) = (spread(x, xx), spread(y, yy));
        let least = ROUNDING * largest * largest;
        if of_x <= least || of_y <= least {
            return Err("all ties start, or end, at actors who do not differ");
        }
        Ok((xy / w - x * y / (w * w)) / (of_x * of_y).sqrt())
    }
}

/// Newman's jackknife: how far the value moves without each of the ties.
fn jackknife(
    value: Result<f64, &'static str>,
    without: impl Iterator<Item = Result<f64, &'static str>>,
) -> Result<f64, &'static str> {
    let value = value?;
    let mut squares = 0.0;
    for without in without {
        let without = without.map_err(|_| "without one of the ties there is no value")?;
        squares += (value - without).powi(2);
    }
    Ok(squares.sqrt())
}
