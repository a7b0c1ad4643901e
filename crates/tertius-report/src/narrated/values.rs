//! What actors are sized and coloured by: a few measures of the catalogue.

use std::collections::BTreeMap;

use tertius::actor::{self, BrokerageOptions, ClosenessOptions, EigenvectorOptions};
use tertius::options::Model;
use tertius::{Error, Result, Results, Unit, Watch};

use super::data::Measure;
use super::json::Number;
use super::waves::{Waves, called};
use crate::findings::Standing;
use crate::wording::sentence;

/// Why an actor of another wave has no value.
const ABSENT: &str = "it is not there at this wave";

/// Of more actors, only what is quick.
const MOST_MEASURED: usize = 2_000;

/// The measures, the values of each actor, and what must be said of measures that are not there.
#[derive(Default)]
pub(super) struct Values {
    pub(super) measures: Vec<Measure>,
    found: Vec<(Results, &'static str)>,
    pub(super) notes: Vec<String>,
}

impl Values {
    pub(super) fn of(waves: &Waves<'_>, standing: &Standing, watch: &Watch) -> Result<Self> {
        let ground = &waves.begin().ground;
        let net = &ground.net;
        let mut values = Self::default();
        let (contacts, about) = if net.is_directed() {
            ("Ties sent and received", "How many ties an actor sends and receives, in all.")
        } else {
            ("Contacts", "How many others an actor has a tie with.")
        };
        values.add(("degree", contacts, 0), "degree", Ok(standing.degree.clone()))?;
        // The measure gives more numbers than this one.
        about.clone_into(&mut values.measures[0].about);
        let slow = net.actors().len() > MOST_MEASURED;
        let between = standing.betweenness.clone().filter(|_| !slow);
        values.add_or_skip(("betweenness", "Betweenness", 1), between.map(Ok))?;
        let closeness = || actor::closeness(net, &ClosenessOptions::default(), watch);
        values.add_or_skip(("closeness", "Closeness", 2), (!slow).then(closeness))?;
        let constraint = actor::constraint(net, Model::default(), watch);
        values.add(("constraint", "Constraint", 3), "value", constraint)?;
        let size = actor::effective_size(net, Model::default(), watch);
        values.add(("effective_size", "Effective size", 1), "value", size)?;
        let by = ground.grouping_name();
        let brokerage = net
            .grouping(by)
            .and_then(|by| actor::brokerage(net, &by, &BrokerageOptions::default(), watch));
        values.add(("brokerage", &format!("Brokerage by {by}"), 0), "total", brokerage)?;
        let eigenvector = || actor::eigenvector(net, &EigenvectorOptions::default(), watch);
        values.add_or_skip(("eigenvector", "Eigenvector", 3), (!slow).then(eigenvector))?;
        if let Some(wave) = waves.first() {
            let wave = called(wave);
            values.measures.iter_mut().for_each(|it| it.label = format!("{}, {wave}", it.label));
        }
        Ok(values)
    }

    /// Adds what is not quick, or says that it is left out.
    fn add_or_skip(
        &mut self,
        named: (&'static str, &str, u8),
        found: Option<Result<Results>>,
    ) -> Result<()> {
        if let Some(found) = found {
            return self.add(named, "value", found);
        }
        let (name, label, _) = named;
        self.notes.push(format!(
            "{label} is left out, as the network is large: tertius actor {name} gives it."
        ));
        Ok(())
    }

    /// Adds a column of a measure. One that does not apply is no error of the page, and is said.
    fn add(
        &mut self,
        (id, label, decimals): (&'static str, &str, u8),
        column: &'static str,
        found: Result<Results>,
    ) -> Result<()> {
        let found = match found {
            Ok(found) => found,
            Err(Error::Stopped) => return Err(Error::Stopped),
            Err(error) => {
                self.notes.push(sentence(&format!("{label} is left out: {error}")));
                return Ok(());
            }
        };
        let measure = tertius::Measure::find(Unit::Actor, id).expect("it is in the catalogue");
        let about = sentence(&measure.about());
        self.measures.push(Measure { id, label: label.to_owned(), about, decimals });
        self.found.push((found, column));
        Ok(())
    }

    /// Whether the page shows a measure.
    pub(super) fn has(&self, measure: &str) -> bool {
        self.measures.iter().any(|it| it.id == measure)
    }

    /// The values of each actor of the page, in the order of the measures, and why those are
    /// undefined that are.
    pub(super) fn by_actor(&self, waves: &Waves<'_>) -> Vec<Row> {
        let absent = || Row {
            values: vec![None; self.found.len()],
            why: (0..self.found.len()).map(|at| (at, ABSENT.to_owned())).collect(),
        };
        let mut rows: Vec<Row> = waves.everybody().net.actors().iter().map(|_| absent()).collect();
        for (at, (found, column)) in self.found.iter().enumerate() {
            let numbers = found.numbers(column).expect("the measure has the column");
            for (actor, value) in numbers.into_iter().enumerate() {
                let row = &mut rows[waves.begin().places[actor] as usize];
                row.values[at] = value.map(Number::value);
                row.why.remove(&at);
                if let Some(why) = found.reason(actor, column).filter(|_| value.is_none()) {
                    row.why.insert(at, why.to_owned());
                }
            }
        }
        rows
    }
}

/// What one actor has.
#[derive(Default)]
pub(super) struct Row {
    pub(super) values: Vec<Option<Number>>,
    pub(super) why: BTreeMap<usize, String>,
}
