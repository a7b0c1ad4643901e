//! What a measure makes of actors, version by version.

use std::ops::Range;

use super::{Doubt, Version, VersionOptions, Versions};
use crate::draws::Draws;
use crate::null::Finding;
use crate::shards::{Found, Tasks};
use crate::{Error, Network, Result, Results, Study, Unit, Values, View, Watch};

/// Values of actors by identifier; NaN is undefined.
pub(crate) type Scores = Vec<(String, f64)>;

/// A measure of actors, as observed and in versions of the study.
pub(crate) struct Ranked<'s> {
    pub(crate) versions: Versions<'s>,
    finding: &'s Finding,
    /// The column by which actors are ranked.
    pub(crate) column: String,
    pub(crate) observed: Scores,
    found: Results,
}

impl<'s> Ranked<'s> {
    pub(crate) fn new(
        study: &Study,
        view: &'s View,
        finding: &'s Finding,
        options: &'s VersionOptions,
        watch: &Watch,
    ) -> Result<Self> {
        let measure = finding.measure;
        if measure.unit != Unit::Actor {
            let what = format!("the ranks of {} {}", measure.unit, measure.name);
            return Err(Error::not_applicable(&what, "it is no measure of actors"));
        }
        let groups = measure.options.iter().any(|it| it.name == crate::options::BY.name);
        let versions = Versions::new(study, view, options, groups)?;
        let found = finding.of_network(&versions.observed, &watch.part())?;
        let column = column(&found, finding)?;
        let observed = scores(&found, &column);
        Ok(Self { versions, finding, column, observed, found })
    }

    /// What a version makes of actors, for as many versions as are asked for; `None` where nothing
    /// is left to rank. `of` says what is kept of each.
    pub(crate) fn each<T: Found>(
        &self,
        doubts: &[Doubt],
        stream: u64,
        watch: &Watch,
        of: impl Fn(&[(String, f64)]) -> T + Sync,
    ) -> Result<Vec<Option<T>>> {
        let VersionOptions { draws, seed, .. } = *self.versions.options;
        let version = |task: Range<usize>| {
            watch.tick()?;
            let draws = Draws::new(seed, stream * draws + task.start as u64);
            let Some(Version { net, coding }) = self.versions.draw(doubts, draws, watch)? else {
                return Ok(None);
            };
            let found = match coding {
                None => self.finding.of_network(&net, &watch.part()),
                Some(by) => self.finding.clone().with("by", by).of_network(&net, &watch.part()),
            };
            match found {
                Ok(found) => Ok(Some(of(&scores(&found, &self.column)))),
                Err(Error::NotApplicable { .. }) => Ok(None),
                Err(error) => Err(error),
            }
        };
        watch.each(Tasks::of(draws as usize), version)
    }

    /// The network as observed.
    pub(crate) fn net(&self) -> &Network {
        &self.versions.observed
    }

    /// What varies, or why there is nothing to vary.
    pub(crate) fn doubts(&self) -> Result<Vec<Doubt>> {
        let doubts = self.versions.doubts();
        if doubts.is_empty() {
            let why = "nothing of what was asked for is open in this study: it varies if evidence \
                is less than certain (column `certainty`), somebody did not answer (table \
                `respondents`), directed ties are taken as undirected (`--orientation`), \
                organisations have units (column `parent`) or there are other codings \
                (`--codings`); `--certain 0.95` doubts all evidence a little";
            return Err(Error::not_applicable("robustness", why));
        }
        Ok(doubts)
    }

    /// Says what was ranked, and how versions were drawn.
    pub(crate) fn told(&self, results: Results, doubts: &[Doubt]) -> Results {
        let options = self.versions.options;
        let results = self.finding.told(results, &self.found).option("only", &self.column);
        let vary = doubts.iter().map(|it| it.name()).collect::<Vec<_>>().join(",");
        let mut results = results.option("vary", vary);
        if doubts.contains(&Doubt::Ties) {
            for (name, chance) in [
                ("certain", options.certain),
                ("probable", options.probable),
                ("ambiguous", options.ambiguous),
            ] {
                results = results.option(name, chance.to_string());
            }
        }
        results.option("draws", options.draws.to_string()).option("seed", options.seed.to_string())
    }
}

/// The column to rank by: the one asked for, or `value`, or the first of numbers.
fn column(found: &Results, finding: &Finding) -> Result<String> {
    let numbers = found.columns.iter().filter(|it| !matches!(it.values, Values::Text(_)));
    let names: Vec<&str> = numbers.map(|it| it.name.as_str()).collect();
    let asked = finding.only.first().map(String::as_str);
    let column = match asked {
        Some(asked) if names.contains(&asked) => asked,
        Some(asked) => return Err(Error::unknown("column of the result", asked, names)),
        None if names.contains(&"value") => "value",
        None => names.first().copied().unwrap_or_default(),
    };
    Ok(column.to_owned())
}

fn scores(found: &Results, column: &str) -> Scores {
    let actors = found.words("actor").unwrap_or_default().iter().flatten().cloned();
    let values = found.numbers(column).unwrap_or_default();
    actors.zip(values.into_iter().map(|it| it.unwrap_or(f64::NAN))).collect()
}
