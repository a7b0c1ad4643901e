//! What a measure says of each actor, and how far that may be from what is not on record.

use tertius::null::{self, Finding};
use tertius::{Arguments, Error, MEASURES, Measure, Network, Result, Results, Unit, Values, Watch};

use crate::ground::Ground;

/// The values of one measure.
#[derive(Debug, Clone)]
pub(crate) struct Score {
    /// In words: `betweenness`, `contacts`.
    pub(crate) name: String,
    /// For each actor of the network, in its order.
    pub(crate) values: Vec<Option<f64>>,
    /// The least and the most with any ties in the pairs that were not observed; empty where there is
    /// no such pair.
    pub(crate) bounds: Vec<Option<(f64, f64)>>,
    finding: Finding,
}

/// Missing pairs of which every way to tie them is looked at; with more, the ends alone are.
const FEW: usize = 12;

/// So many steps of all ways together take some ten seconds of one core: of shortest paths.
const MOST_STEPS: f64 = 5e8;

impl Score {
    /// Of a measure by its name, and by that of a column where it has several: `degree:in_degree`.
    pub(crate) fn named(words: &str, by: &str, net: &Network, watch: &Watch) -> Result<Self> {
        let (name, column) = words.split_once(':').map_or((words, None), |(a, b)| (a, Some(b)));
        let Some(measure) = Measure::find(Unit::Actor, name) else {
            let known = MEASURES.iter().filter(|it| it.unit == Unit::Actor).map(|it| it.name);
            return Err(Error::unknown("measure of actors", name, known));
        };
        let takes_groups = measure.options.iter().any(|it| it.name == "by");
        let arguments = Arguments::default();
        let arguments = if takes_groups { arguments.with("by", by) } else { arguments };
        let found = measure.of_network(net, &arguments, watch)?;
        if found.len() != net.actors().len() {
            let why = "it does not give every actor of the network one value";
            return Err(Error::not_applicable(&format!("a figure of {name}"), why));
        }
        let column = column_of(&found, column)?;
        let finding = Finding { measure, arguments, only: vec![column.clone()] };
        Ok(Self::of(finding, &found, &column))
    }

    /// A column of what a measure without options found.
    pub(crate) fn found(measure: &str, column: &str, found: &Results) -> Result<Self> {
        Ok(Self::of(Finding::of(measure)?.only(column), found, column))
    }

    fn of(finding: Finding, found: &Results, column: &str) -> Self {
        let name = match (finding.measure.name, column) {
            ("degree", "degree") => "contacts".to_owned(),
            (measure, "value") => measure.replace('_', " "),
            (measure, column) if column.contains(measure) => column.replace('_', " "),
            (measure, column) => format!("{measure}: {column}").replace('_', " "),
        };
        let values = found.numbers(column).unwrap_or_default();
        Self { name, values, bounds: Vec::new(), finding }
    }

    /// The same with what ties in pairs that were not observed could make of it.
    pub(crate) fn bounded(mut self, ground: &Ground<'_>, watch: &Watch) -> Result<Self> {
        let net = &ground.net;
        let missing = net.dyads() - net.observed_dyads();
        let ways = if missing <= FEW { f64::from(1_u32 << missing) } else { 3.0 };
        let (actors, ties) = (net.actors().len() as f64, (net.ties().len() + missing) as f64);
        let is_long = ways * actors * (actors + 2.0 * ties) > MOST_STEPS;
        if is_long || ground.is_two_mode() || missing == 0 {
            return Ok(self);
        }
        let found = match null::bounds(net, &self.finding, watch) {
            Ok(found) => found,
            Err(Error::NotApplicable { .. }) => return Ok(self),
            Err(error) => return Err(error),
        };
        let ends = ["low", "high"].map(|end| found.numbers(end).unwrap_or_default());
        self.bounds = ends[0].iter().zip(&ends[1]).map(|(low, high)| (*low).zip(*high)).collect();
        Ok(self)
    }

    /// Whether any value could be another.
    pub(crate) fn is_open(&self) -> bool {
        self.bounds.iter().flatten().any(|(low, high)| low < high)
    }

    /// Whether every value is a whole number.
    pub(crate) fn is_whole(&self) -> bool {
        self.values.iter().flatten().all(|value| value.fract() == 0.0)
    }

    /// The actors from the highest first score to the lowest, of equals those with the higher second;
    /// those without a value last.
    pub(crate) fn order(scores: &[Self]) -> Vec<usize> {
        // Rounding must not part what is equal.
        let rounded = |value: f64| format!("{value:.9e}").parse().unwrap_or(value);
        let key = |score: &Self, at: usize| score.values[at].map_or(f64::NEG_INFINITY, rounded);
        let mut order: Vec<usize> = (0..scores.first().map_or(0, |it| it.values.len())).collect();
        order.sort_by(|&a, &b| {
            let by = |score: &Self| key(score, b).total_cmp(&key(score, a));
            let told = scores.iter().map(by).find(|it| it.is_ne());
            told.unwrap_or_else(|| a.cmp(&b))
        });
        order
    }

    /// Whether two values are the same but for rounding.
    pub(crate) fn same(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
    }
}

/// The column asked for, or `value`, or the first of numbers.
fn column_of(found: &Results, asked: Option<&str>) -> Result<String> {
    let numbers = found.columns.iter().filter(|it| !matches!(it.values, Values::Text(_)));
    let names: Vec<&str> = numbers.map(|it| it.name.as_str()).collect();
    let column = match asked {
        Some(asked) if names.contains(&asked) => asked,
        Some(asked) => return Err(Error::unknown("column of the measure", asked, names)),
        None if names.contains(&"value") => "value",
        None => names.first().copied().unwrap_or_default(),
    };
    Ok(column.to_owned())
}
