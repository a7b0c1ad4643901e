use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::actor::robustness::{OPTIONS, asked};
use crate::actor::{Doubt, Order, VersionOptions};
use crate::catalogue::{Measure, Run, Unit};
use crate::null::Finding;
use crate::versions::{Ranked, Ranks, correlation};
use crate::{Result, Results, Study, View, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "robustness",
    source: "Borgatti, Carley and Krackhardt 2006",
    page: include_str!("robustness.md"),
    options: &OPTIONS,
    run: Run::Study(|study, view, arguments, watch| {
        let (finding, order, options) = asked(arguments)?;
        robustness(study, view, &finding, order, &options, watch)
    }),
};

/// What a version has in common with the observed ranking.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// Whether one who is first as observed is the first, among the first three, and the first tenth.
    first: [bool; 3],
    /// Share of those in either first tenth that are in both.
    overlap: f64,
    correlation: Option<f64>,
}

#[doc = include_str!("robustness.md")]
///
/// # Errors
///
/// As of [`actor::robustness`](crate::actor::robustness).
///
/// ```
/// # use tertius::Study;
/// # use tertius::study::{Reading, Sheet, Table};
/// # let mut ties = Sheet::new("ties.csv", None, 1, ["from", "to", "certainty"].map(str::to_owned).to_vec());
/// # ties.push_row(2, ["uni", "col", "certain"]);
/// # ties.push_row(3, ["hub", "col", "probable"]);
/// # ties.push_row(4, ["col", "hub", "certain"]);
/// # let mut actors = Sheet::new("organisations.csv", None, 1, vec!["id".to_owned()]);
/// # ["uni", "col", "hub"].iter().zip(2..).for_each(|(id, row)| actors.push_row(row, [*id]));
/// # let sheets = vec![(Table::Organisations, actors), (Table::Ties, ties)];
/// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// use tertius::actor::{Order, VersionOptions};
/// use tertius::null::Finding;
/// use tertius::{View, Watch, whole};
/// let degree = Finding::of("actor degree")?.only("in_degree");
/// let (view, options) = (View::ties(), VersionOptions::default());
/// let found = whole::robustness(&study, &view, &degree, Order::High, &options, &Watch::new())?;
/// assert_eq!(found.value("ties", "top"), Some(1.0), "col has two ties, or one as hub has");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn robustness(
    study: &Study,
    view: &View,
    finding: &Finding,
    order: Order,
    options: &VersionOptions,
    watch: &Watch,
) -> Result<Results> {
    let ranked = Ranked::new(study, view, finding, options, watch)?;
    let doubts = ranked.doubts()?;
    let mut rows: Vec<(&str, Vec<Doubt>)> =
        doubts.iter().map(|&doubt| (doubt.name(), vec![doubt])).collect();
    if doubts.len() > 1 {
        rows.push(("all", doubts.clone()));
    }
    watch.expect(rows.len() * options.draws as usize);
    let observed = Observed::new(&ranked.observed, order);
    let mut kept = Vec::new();
    for (at, (_, doubts)) in rows.iter().enumerate() {
        // The first stream is that of all doubts together, as of the ranks of actors.
        let stream = (at as u64 + 1) % rows.len() as u64;
        let versions = ranked.each(doubts, stream, watch, |scores| observed.beside(scores))?;
        kept.push(versions.into_iter().flatten().collect::<Vec<Kept>>());
    }
    let mean = |of: &dyn Fn(&Kept) -> Option<f64>| {
        let each = kept.iter().map(|versions| {
            let values: Vec<f64> = versions.iter().filter_map(of).collect();
            if values.is_empty() {
                return Err(NOTHING);
            }
            Ok(values.iter().sum::<f64>() / values.len() as f64)
        });
        each.collect::<Vec<_>>()
    };
    let first = |at: usize| mean(&|it| Some(f64::from(u8::from(it.first[at]))));
    let low = kept.iter().map(|versions| {
        let mut values: Vec<f64> = versions.iter().filter_map(|it| it.correlation).collect();
        values.sort_unstable_by(f64::total_cmp);
        let at = (25 * values.len()).div_ceil(1_000);
        values.get(at.max(1) - 1).copied().ok_or(NOTHING)
    });
    let results = Results::of(ranked.net())
        .text("quantity", rows.iter().map(|row| row.0.to_owned()))
        .number("top", first(0))
        .number("top_three", first(1))
        .number("top_decile", first(2))
        .number("overlap", mean(&|it| Some(it.overlap)))
        .number("correlation", mean(&|it| it.correlation))
        .number("correlation_low", low)
        .count("versions", kept.iter().map(Vec::len));
    Ok(ranked.told(results, &doubts).option("order", order.name()))
}

const NOTHING: &str = "no version has a ranking to compare with";

/// The ranking as observed.
struct Observed<'r> {
    scores: &'r [(String, f64)],
    order: Order,
    /// Those who are first.
    leaders: Vec<&'r str>,
    /// Those of the first tenth.
    tenth: BTreeSet<&'r str>,
}

impl<'r> Observed<'r> {
    fn new(scores: &'r [(String, f64)], order: Order) -> Self {
        let ranks = order.ranks(scores);
        let leaders = scores.iter().map(|it| it.0.as_str()).filter(|it| ranks.of(it) == Some(1));
        Self { scores, order, leaders: leaders.collect(), tenth: tenth(&ranks, scores) }
    }

    /// What a version has in common with it.
    fn beside(&self, version: &[(String, f64)]) -> Kept {
        let ranks = self.order.ranks(version);
        let best = self.leaders.iter().filter_map(|leader| ranks.of(leader)).min();
        let within = |last: usize| best.is_some_and(|rank| rank <= last);
        let theirs = tenth(&ranks, version);
        let both = self.tenth.intersection(&theirs).count();
        let either = self.tenth.union(&theirs).count();
        let values: BTreeMap<&str, f64> =
            version.iter().map(|(actor, value)| (actor.as_str(), *value)).collect();
        let pairs = self.scores.iter().filter_map(|(actor, value)| {
            let other = *values.get(actor.as_str())?;
            (!value.is_nan() && !other.is_nan()).then_some((*value, other))
        });
        let (a, b): (Vec<f64>, Vec<f64>) = pairs.unzip();
        Kept {
            first: [within(1), within(3), within(ranks.tenth())],
            overlap: if either == 0 { 0.0 } else { both as f64 / either as f64 },
            correlation: correlation(&a, &b),
        }
    }
}

/// The actors of the first tenth.
fn tenth<'s>(ranks: &Ranks<'_>, scores: &'s [(String, f64)]) -> BTreeSet<&'s str> {
    let actors = scores.iter().map(|it| it.0.as_str());
    actors.filter(|it| ranks.of(it).is_some_and(|rank| rank <= ranks.tenth())).collect()
}
