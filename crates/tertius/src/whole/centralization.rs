use serde::Deserialize;

use crate::actor::{
    BetweennessOptions, Closeness, ClosenessOptions, EigenvectorOptions, betweenness, closeness,
    eigenvector,
};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{Direction, Paths, Ties};
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "centralization",
    source: "Freeman 1978",
    page: include_str!("centralization.md"),
    options: &[OptionSpec {
        name: "of",
        takes: Takes::Words(&[
            "all",
            "degree",
            "betweenness",
            "closeness",
            "harmonic",
            "eigenvector",
        ]),
        default: "all",
        about: "which centrality",
    }],
    run: Run::Network(|net, arguments, watch| centralization(net, arguments.choice("of")?, watch)),
};

/// A centrality that is more or less in the hands of one actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Centrality {
    /// Each of the others.
    #[default]
    All,
    Degree,
    Betweenness,
    Closeness,
    Harmonic,
    Eigenvector,
}

#[doc = include_str!("centralization.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] between two modes; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::whole::{Centrality, centralization};
/// use tertius::{Network, Watch};
/// let star = Network::from_ties(false, ["b", "c", "d"].map(|ray| ("a", ray, 1.0)))?;
/// let found = centralization(&star, Centrality::Betweenness, &Watch::new())?;
/// assert_eq!(found.value("betweenness", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn centralization(net: &Network, of: Centrality, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no star can be as central as in one: look at one mode \
                   (--via participation ties the actors who share an activity)";
        return Err(Error::not_applicable("centralization", why));
    }
    let asked = |it| of == it || of == Centrality::All;
    let n = net.actors().len().max(1) as f64;
    let mut rows = Vec::new();
    if asked(Centrality::Degree) {
        rows.extend(of_degree(net, n));
    }
    if asked(Centrality::Betweenness) {
        rows.push(of_betweenness(net, n, watch)?);
    }
    if asked(Centrality::Closeness) {
        rows.push(of_closeness(net, n, watch)?);
    }
    if asked(Centrality::Harmonic) {
        rows.extend(of_harmonic(net, n, watch)?);
    }
    if asked(Centrality::Eigenvector) {
        rows.push(of_eigenvector(net, n, watch)?);
    }
    let results = Results::of(net)
        .text("quantity", rows.iter().map(|row| row.name.to_owned()))
        .number("value", rows.iter().map(Row::share))
        .number("differences", rows.iter().map(|row| row.differences))
        .number("largest", rows.iter().map(|row| row.largest));
    Ok(results.option("of", of.name()))
}

type Number = std::result::Result<f64, &'static str>;

/// A centrality: how much less of it the others have than the most central, and the largest sum that
/// is possible among as many actors.
struct Row {
    name: &'static str,
    differences: Number,
    largest: Number,
}

impl Row {
    /// `None` among the scores is for the reason given.
    fn new(name: &'static str, scores: &[Option<f64>], why: &'static str, largest: f64) -> Self {
        let most = scores.iter().flatten().copied().fold(0.0, f64::max);
        let differences = scores.iter().map(|score| score.map(|score| most - score).ok_or(why));
        let largest = if largest > 0.0 { Ok(largest) } else { Err(TOO_FEW) };
        Self { name, differences: differences.sum(), largest }
    }

    fn share(&self) -> Number {
        Ok(self.differences? / self.largest?)
    }
}

const TOO_FEW: &str = "so few actors are alike: nobody can be more central than others";
const APART: &str = "some actors do not reach all others; harmonic closeness says something there";
const NO_VECTOR: &str = "some actors have no eigenvector centrality, as `actor eigenvector` says";
const ONE_WAY: &str = "the largest possible is not known where ties have a direction; harmonic \
                       closeness has one";

/// The largest: a star; if directed, one that all or that none of its rays answer.
fn of_degree(net: &Network, n: f64) -> Vec<Row> {
    let (out, into) = (net.out(), net.into_rows());
    let actors = 0..net.actors().len();
    let sent: Vec<_> = actors.clone().map(|it| Some(out.alters(it).len() as f64)).collect();
    let got: Vec<_> = actors.clone().map(|it| Some(into.alters(it).len() as f64)).collect();
    let total = actors.map(|it| Some(sent[it]? + got[it]?)).collect::<Vec<_>>();
    let star = (n - 1.0) * (n - 2.0);
    if !net.is_directed() {
        return vec![Row::new("degree", &sent, "", star)];
    }
    vec![
        Row::new("in_degree", &got, "", (n - 1.0).powi(2)),
        Row::new("out_degree", &sent, "", (n - 1.0).powi(2)),
        Row::new("degree", &total, "", 2.0 * star),
    ]
}

/// The largest: a star, with ties both ways.
fn of_betweenness(net: &Network, n: f64, watch: &Watch) -> Result<Row> {
    let options = BetweennessOptions { paths: Paths::Binary, ..BetweennessOptions::default() };
    let scores = values(&betweenness(net, &options, watch)?);
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    Ok(Row::new("betweenness", &scores, "", (n - 1.0).powi(2) * (n - 2.0) / ways))
}

/// The largest: a star.
fn of_closeness(net: &Network, n: f64, watch: &Watch) -> Result<Row> {
    if net.is_directed() {
        return Ok(Row { name: "closeness", differences: Err(ONE_WAY), largest: Err(ONE_WAY) });
    }
    let scores = distances(net, Closeness::Classic, Direction::Out, watch)?;
    Ok(Row::new("closeness", &scores, APART, (n - 1.0) * (n - 2.0) / (2.0 * n - 3.0)))
}

/// The largest: a star; if directed, one that none of its rays answer.
fn of_harmonic(net: &Network, n: f64, watch: &Watch) -> Result<Vec<Row>> {
    let scores = |direction| distances(net, Closeness::Harmonic, direction, watch);
    if !net.is_directed() {
        let star = (n - 1.0) * (n - 2.0) / 2.0;
        return Ok(vec![Row::new("harmonic", &scores(Direction::Out)?, "", star)]);
    }
    let star = (n - 1.0).powi(2);
    Ok(vec![
        Row::new("in_harmonic", &scores(Direction::In)?, "", star),
        Row::new("out_harmonic", &scores(Direction::Out)?, "", star),
    ])
}

/// The largest: a pair tied each way, and nobody else. The most central has 1, and those it draws on
/// have λ ≥ 1 between them, so that no scores add up to less than 2.
fn of_eigenvector(net: &Network, n: f64, watch: &Watch) -> Result<Row> {
    let options = EigenvectorOptions { ties: Ties::Binary, ..EigenvectorOptions::default() };
    let scores = values(&eigenvector(net, &options, watch)?);
    Ok(Row::new("eigenvector", &scores, NO_VECTOR, n - 2.0))
}

fn distances(
    net: &Network,
    variant: Closeness,
    direction: Direction,
    watch: &Watch,
) -> Result<Vec<Option<f64>>> {
    let paths = Paths::Binary;
    let options = ClosenessOptions { variant, direction, paths, ..ClosenessOptions::default() };
    Ok(values(&closeness(net, &options, watch)?))
}

fn values(results: &Results) -> Vec<Option<f64>> {
    results.numbers("value").unwrap_or_default()
}

impl Centrality {
    fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Degree => "degree",
            Self::Betweenness => "betweenness",
            Self::Closeness => "closeness",
            Self::Harmonic => "harmonic",
            Self::Eigenvector => "eigenvector",
        }
    }
}
