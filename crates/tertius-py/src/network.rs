//! Networks as Python sees them: each keeps the study and the view it was cut from.

use std::sync::Arc;

use pyo3::prelude::*;
use serde_json::json;
use tertius::network::{Actor, ActorKind, Tie};
use tertius::{Column, Method, Results, Study, Values, View};
use tertius_report::Chart;

use crate::drawing::{self, Drawing, Options, Spot};
use crate::error::py_err;
use crate::figure::Figure;
use crate::page;
use crate::said::in_python;
use crate::table::Table;
use crate::watch;

/// A network, and what it was cut from.
#[pyclass(frozen, module = "tertius._tertius")]
#[derive(Clone)]
pub(crate) struct Network {
    pub(crate) net: Arc<tertius::Network>,
    pub(crate) study: Arc<Study>,
    pub(crate) view: View,
}

impl Network {
    pub(crate) fn cut(study: Arc<Study>, view: View) -> tertius::Result<Self> {
        Ok(Self { net: Arc::new(study.network(&view)?), study, view })
    }
}

impl Network {
    /// A table on the network itself.
    fn table(
        &self,
        name: &str,
        about: &str,
        columns: Vec<Column>,
        notes: Vec<String>,
    ) -> PyResult<Table> {
        let method = Method {
            measure: name.to_owned(),
            about: about.to_owned(),
            provenance: self.net.provenance().clone(),
            actors: self.net.actors().len(),
            ties: self.net.ties().len(),
            directed: self.net.is_directed(),
            dyads: self.net.dyads(),
            observed_dyads: self.net.observed_dyads(),
            notes,
            ..Method::default()
        };
        Table::new(&Results { columns, method })
    }
}

/// How a figure or a page came about.
pub(crate) fn run(command: String, seed: u64, anonymise: bool) -> tertius_report::Run {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    tertius_report::Run { command, version, seed, anonymise }
}

fn column(name: &str, values: Values) -> Column {
    Column { name: name.to_owned(), values }
}

#[pymethods]
impl Network {
    /// Whether ties have a direction.
    #[getter]
    fn directed(&self) -> bool {
        self.net.is_directed()
    }

    /// Number of actors, activities of a second mode among them.
    #[getter]
    fn actors(&self) -> usize {
        self.net.actors().len()
    }

    /// Number of ties.
    #[getter]
    fn ties(&self) -> usize {
        self.net.ties().len()
    }

    /// The view, to cut it again.
    fn view(&self) -> String {
        json!(self.view).to_string()
    }

    /// The actors, with what they are and their attributes.
    fn actor_table(&self) -> PyResult<Table> {
        let actors = self.net.actors();
        let text = |of: fn(&Actor) -> Option<String>| Values::Text(actors.iter().map(of).collect());
        let mode = |it: &Actor| {
            Some(match it.kind {
                ActorKind::Organisation => "organisation".to_owned(),
                ActorKind::Person => "person".to_owned(),
                ActorKind::Activity => "activity".to_owned(),
            })
        };
        let mut columns = vec![
            column("actor", text(|it| Some(it.id.clone()))),
            column("name", text(|it| Some(it.name.clone()))),
            column("mode", text(mode)),
        ];
        for name in self.net.attributes() {
            let values = self.net.attribute(name).unwrap_or_default();
            let joined = |it: &Vec<String>| (!it.is_empty()).then(|| it.join("; "));
            let taken = columns.iter().any(|it| it.name == name);
            let name = if taken { format!("{name} (attribute)") } else { name.to_owned() };
            columns.push(column(&name, Values::Text(values.iter().map(joined).collect())));
        }
        self.table("actors", "The actors of the network", columns, Vec::new())
    }

    /// The ties, with how much evidence is behind each.
    fn tie_table(&self) -> PyResult<Table> {
        let (actors, ties) = (self.net.actors(), self.net.ties());
        let end = |of: fn(&Tie) -> u32| {
            Values::Text(ties.iter().map(|it| Some(actors[of(it) as usize].id.clone())).collect())
        };
        let observed = |it: &Tie| {
            let seen = self.net.is_observed(it.from as usize, it.to as usize);
            Some(if seen { "yes" } else { "no" }.to_owned())
        };
        let behind = (0..ties.len()).map(|at| i64::try_from(self.net.behind(at).count()).ok());
        let columns = vec![
            column("from", end(|it| it.from)),
            column("to", end(|it| it.to)),
            column("strength", Values::Number(ties.iter().map(|it| Some(it.strength)).collect())),
            column("evidence", Values::Count(behind.collect())),
            column("observed", Values::Text(ties.iter().map(observed).collect())),
        ];
        self.table("ties", "The ties of the network", columns, Vec::new())
    }

    /// The dyads that were not observed: whether they hold a tie is not known, unless somebody else
    /// told of one.
    fn unobserved_table(&self, py: Python<'_>) -> PyResult<Table> {
        let (actors, n) = (self.net.actors(), self.net.actors().len());
        let complete = self.net.observed_dyads() == self.net.dyads();
        let net = Arc::clone(&self.net);
        let dyads = watch::run(py, None, move |watch| {
            let mut dyads = Vec::new();
            let asked = if complete { 0 } else { n };
            watch.expect(asked);
            for from in 0..asked {
                watch.tick()?;
                let others = if net.is_directed() { 0..n } else { from + 1..n };
                let unknown = others.filter(|&to| to != from && !net.is_observed(from, to));
                dyads.extend(unknown.map(|to| (from, to)));
            }
            Ok(dyads)
        })?;
        let end = |of: fn(&(usize, usize)) -> usize| {
            Values::Text(dyads.iter().map(|it| Some(actors[of(it)].id.clone())).collect())
        };
        let columns = vec![column("from", end(|it| it.0)), column("to", end(|it| it.1))];
        self.table("unobserved", "The dyads that were not observed", columns, Vec::new())
    }

    /// The view, what was left out, and what was observed, as JSON.
    fn told(&self) -> String {
        let mut provenance = self.net.provenance().clone();
        provenance.notes.iter_mut().for_each(|it| *it = in_python(it));
        json!({
            "provenance": provenance,
            "directed": self.net.is_directed(),
            "weighted": self.net.is_weighted(),
            "first_mode": self.net.first_mode(),
            "dyads": self.net.dyads(),
            "observed_dyads": self.net.observed_dyads(),
            "attributes": self.net.attributes().collect::<Vec<_>>(),
        })
        .to_string()
    }

    /// Draws a figure of it.
    fn draw(
        &self,
        py: Python<'_>,
        kind: &str,
        options: Options,
        spots: Option<Vec<Spot>>,
        anonymise: bool,
    ) -> PyResult<Figure> {
        let names = Chart::ALL.iter().map(|(_, name, _)| *name);
        let chart = Chart::ALL.iter().find(|(_, name, _)| *name == kind);
        let (chart, ..) =
            chart.ok_or_else(|| py_err(tertius::Error::unknown("figure", kind, names)))?;
        let command = drawing::call(kind, &options);
        let Drawing { choice, page, seed } = Drawing::asked(options, spots).map_err(py_err)?;
        let (cut, about) = (self.clone(), run(command, seed, anonymise));
        let drawn = watch::run(py, None, move |watch| {
            tertius_report::chart(*chart, &cut.study, &cut.view, &choice, &about, &page, watch)
        })?;
        Ok(Figure(drawn))
    }

    /// Where the actors stand in a sociogram, and how good that is.
    fn layout_table(
        &self,
        py: Python<'_>,
        options: Options,
        spots: Option<Vec<Spot>>,
    ) -> PyResult<Table> {
        let Drawing { choice, page, seed } = Drawing::asked(options, spots).map_err(py_err)?;
        let (cut, about) = (self.clone(), run(String::new(), seed, false));
        let placed = watch::run(py, None, move |watch| {
            tertius_report::layout(&cut.study, &cut.view, &choice.places, &about, &page, watch)
        })?;
        let number = |of: fn(&tertius_chart::Point) -> f64| {
            Values::Number(placed.rows.iter().map(|(_, at)| Some(of(at))).collect())
        };
        let ids = placed.rows.iter().map(|(id, _)| Some(id.clone())).collect();
        let columns = vec![
            column("id", Values::Text(ids)),
            column("x", number(|at| at.x)),
            column("y", number(|at| at.y)),
        ];
        let quality = placed
            .measured()
            .into_iter()
            .filter_map(|(name, value, about)| Some(format!("{name} {:.4}: {about}", value?)));
        let about = format!("Where actors stand, in points; layout: {}", placed.method);
        self.table("layout", &about, columns, quality.collect())
    }

    /// Makes the page to look around in; with `waves` it begins at that of the view.
    fn explore(
        &self,
        py: Python<'_>,
        by: &str,
        seed: u64,
        anonymise: bool,
        waves: bool,
    ) -> PyResult<page::Page> {
        let about = run(format!("net.explore(by={by:?}, seed={seed})"), seed, anonymise);
        let (cut, by) = (self.clone(), by.to_owned());
        let made = watch::run(py, None, move |watch| {
            let make = if waves { tertius_report::page_of_waves } else { tertius_report::page };
            make(&cut.study, &cut.view, &by, &about, watch)
        })?;
        Ok(page::Page(made))
    }

    /// The actors who could be named in spite of codes.
    fn disclosure_table(
        &self,
        py: Python<'_>,
        by: Vec<String>,
        at_least: usize,
    ) -> PyResult<Table> {
        let by: Vec<&str> = by.iter().map(String::as_str).collect();
        let found = py.detach(|| self.net.disclosure(&by, at_least)).map_err(py_err)?;
        Table::new(&found)
    }
}
