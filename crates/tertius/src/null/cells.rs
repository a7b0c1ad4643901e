use std::collections::HashMap;

use super::Adjust;
use crate::{Error, Result, Results, Unit, Values};

/// The numbers of a result that are compared with others, each named by its row and its column.
pub(crate) struct Cells<'r> {
    results: &'r Results,
    /// How many columns name a row.
    names: usize,
    /// Row and column of each cell.
    places: Vec<(usize, usize)>,
}

impl<'r> Cells<'r> {
    /// The numbers in the columns and rows that are asked for; if none are, all but those by which
    /// a measure says itself what to expect.
    pub(crate) fn new(results: &'r Results, unit: Unit, only: &[String]) -> Result<Self> {
        let names = match unit {
            Unit::Whole => 1,
            Unit::Actor => 2,
            Unit::Tie => 4,
            _ => {
                let text = |it: &&crate::Column| matches!(it.values, Values::Text(_));
                results.columns.iter().take_while(text).count()
            }
        };
        let mut cells = Self { results, names, places: Vec::new() };
        let numbers = results.columns.iter().enumerate().skip(names);
        let numbers = numbers.filter(|(_, it)| !matches!(it.values, Values::Text(_)));
        let numbers: Vec<(usize, &str)> = numbers.map(|(at, it)| (at, it.name.as_str())).collect();
        let known = |word: &str| {
            numbers.iter().any(|(_, name)| *name == word)
                || (0..results.len()).any(|row| cells.word(row, 0) == word)
        };
        if let Some(unknown) = only.iter().find(|word| !known(word)) {
            let columns = numbers.iter().map(|(_, name)| *name);
            let rows = (0..results.len()).map(|row| cells.word(row, 0));
            let rows = rows.filter(|_| unit == Unit::Whole);
            return Err(Error::unknown(
                "column or row of the result",
                unknown,
                columns.chain(rows),
            ));
        }
        let wanted = |name: &str| only.iter().any(|word| word == name);
        let mut places = Vec::new();
        for (at, name) in numbers {
            for row in 0..results.len() {
                let first = cells.word(row, 0);
                let taken = if only.is_empty() {
                    let quantity = if unit == Unit::Whole { first } else { name };
                    !cells.is_expectation(name) && !cells.is_expectation(quantity)
                } else {
                    wanted(name) || wanted(first)
                };
                if taken {
                    places.push((row, at));
                }
            }
        }
        cells.places = places;
        Ok(cells)
    }

    /// Whether a column is what the measure itself compares its values with.
    fn is_expectation(&self, name: &str) -> bool {
        let compares = self.results.column("sd").is_some();
        matches!(name, "expected" | "sd")
            || (compares && name == "z")
            || ["expected_", "sd_", "z_"].iter().any(|start| name.starts_with(start))
    }

    pub(crate) fn len(&self) -> usize {
        self.places.len()
    }

    /// What a column says of a row.
    fn word(&self, row: usize, column: usize) -> &'r str {
        match &self.results.columns[column].values {
            Values::Text(words) => words[row].as_deref().unwrap_or_default(),
            _ => "",
        }
    }

    /// The words that name a row.
    fn key(&self, row: usize) -> Vec<&'r str> {
        (0..self.names).map(|column| self.word(row, column)).collect()
    }

    /// The values; NaN is undefined.
    pub(crate) fn values(&self) -> Vec<f64> {
        self.places.iter().map(|&(row, column)| number(self.results, row, column)).collect()
    }

    /// The values of the same cells in another result of the same measure; NaN is undefined, or not
    /// there.
    pub(crate) fn values_in(&self, other: &Results) -> Vec<f64> {
        let value = |place: Option<_>| place.map_or(f64::NAN, |(row, at)| number(other, row, at));
        self.places_in(other).into_iter().map(value).collect()
    }

    /// Why each of the same cells has no value in another result.
    pub(crate) fn reasons_in<'o>(&self, other: &'o Results) -> Vec<&'o str> {
        let reason = |place: Option<(usize, usize)>| match place {
            Some((row, at)) => {
                other.reason(row, &other.columns[at].name).unwrap_or("it is undefined")
            }
            None => "the measure has no such row there",
        };
        self.places_in(other).into_iter().map(reason).collect()
    }

    /// Row and column of the same cells in another result of the same measure.
    fn places_in(&self, other: &Results) -> Vec<Option<(usize, usize)>> {
        let columns: Vec<Option<usize>> = self
            .results
            .columns
            .iter()
            .map(|own| other.columns.iter().position(|it| it.name == own.name))
            .collect();
        let theirs = Cells { results: other, names: self.names, places: Vec::new() };
        let same_rows = other.len() == self.results.len()
            && self.results.columns[..self.names]
                == other.columns[..self.names.min(other.columns.len())];
        let rows: HashMap<Vec<&str>, usize> = if same_rows {
            HashMap::new()
        } else {
            (0..other.len()).map(|row| (theirs.key(row), row)).collect()
        };
        let row_of = |row| if same_rows { Some(row) } else { rows.get(&self.key(row)).copied() };
        let place = |&(row, column): &(usize, usize)| row_of(row).zip(columns[column]);
        self.places.iter().map(place).collect()
    }

    /// What the row of each cell begins with, and its column.
    pub(crate) fn names(&self) -> impl Iterator<Item = (&'r str, &'r str)> {
        let name = |&(row, at): &(usize, usize)| {
            (self.word(row, 0), self.results.columns[at].name.as_str())
        };
        self.places.iter().map(name)
    }

    /// Results with a row for each cell: what names its row, and its `column`.
    pub(crate) fn begin(&self, mut results: Results) -> Results {
        for at in 0..self.names {
            let words = self.places.iter().map(|&(row, _)| self.word(row, at).to_owned());
            results = results.text(&self.results.columns[at].name, words);
        }
        let column = |&(_, at): &(usize, usize)| self.results.columns[at].name.clone();
        results.text("column", self.places.iter().map(column))
    }

    /// Why a cell has no value.
    pub(crate) fn reason(&self, cell: usize) -> &'r str {
        let (row, column) = self.places[cell];
        self.results.reason(row, &self.results.columns[column].name).unwrap_or("it is undefined")
    }

    /// Adds probabilities adjusted for the number of cells of one column, which are asked the same
    /// question; and says how many these are at most. Of `asked` cells alone: of the others chance
    /// leaves nothing open.
    pub(crate) fn adjusted(
        &self,
        results: Results,
        mut p: Vec<std::result::Result<f64, &str>>,
        adjust: Adjust,
        asked: impl Fn(usize) -> bool,
    ) -> (Results, usize) {
        let cells: Vec<usize> = (0..self.len()).collect();
        let mut most = 0;
        for family in cells.chunk_by(|&a, &b| self.places[a].1 == self.places[b].1) {
            let known = |&at: &usize| Some((at, p[at].ok().filter(|_| asked(at))?));
            let (family, raw): (Vec<usize>, Vec<f64>) = family.iter().filter_map(known).unzip();
            most = most.max(family.len());
            family.into_iter().zip(adjust.adjusted(&raw)).for_each(|(at, it)| p[at] = Ok(it));
        }
        (results.number("p_adjusted", p).option("adjust", adjust.name()), most)
    }
}

fn number(results: &Results, row: usize, column: usize) -> f64 {
    match &results.columns[column].values {
        Values::Number(values) => values[row].unwrap_or(f64::NAN),
        Values::Count(values) => values[row].map_or(f64::NAN, |it| it as f64),
        Values::Text(_) => f64::NAN,
    }
}
