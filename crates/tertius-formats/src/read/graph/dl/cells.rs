//! The data of a DL file as the cells of a matrix.

use std::collections::{BTreeMap, HashMap};

use tertius::study::fold;

use super::Wrong;
use super::head::Dl;
use crate::read::graph::tokens::Token;

impl Dl {
    /// Cells of one matrix after the other, row by row.
    pub(super) fn full_matrix(&mut self) -> Result<Vec<Cells>, Wrong> {
        let line = self.data.last().map_or(self.line, |(line, _)| *line);
        let data = std::mem::take(&mut self.data);
        let mut words = data
            .into_iter()
            .flat_map(|(line, words)| words.into_iter().map(move |it| (line, it.text)));
        let mut next = || {
            words.next().ok_or_else(|| (line, "the matrix ends before its last cell".to_owned()))
        };
        let mut matrices = Vec::new();
        for _ in 0..self.matrices {
            let mut cells = Cells::new();
            if self.columns_embedded {
                let labels = (0..self.columns)
                    .map(|_| next().map(|(_, it)| it))
                    .collect::<Result<_, _>>()?;
                self.column_labels = labels;
            }
            let mut labels = Vec::new();
            for from in 0..self.rows {
                if self.rows_embedded {
                    labels.push(next()?.1);
                }
                for to in (0..self.columns).filter(|&to| !self.without_diagonal || from != to) {
                    let (line, text) = next()?;
                    if text.parse() != Ok(0.0) {
                        cells.insert((from, to), Cell { line, text });
                    }
                }
            }
            if self.rows_embedded {
                self.row_labels = labels;
            } else if self.columns_embedded && !self.two_modes {
                self.row_labels = self.column_labels.clone();
            }
            matrices.push(cells);
        }
        match words.next() {
            Some((line, text)) => {
                Err((line, format!("`{text}` comes after the last cell of the matrix")))
            }
            None => Ok(matrices),
        }
    }

    /// Cells above or below the diagonal, each for both ways.
    pub(super) fn half_matrix(&mut self) -> Result<Vec<Cells>, Wrong> {
        if self.two_modes || self.matrices > 1 {
            return Err((
                self.line,
                "half a matrix is of one relation and one mode: n=5".to_owned(),
            ));
        }
        let line = self.data.last().map_or(self.line, |(line, _)| *line);
        let mut words = self
            .data
            .iter()
            .flat_map(|(line, words)| words.iter().map(move |it| (*line, &it.text)));
        let is_upper = self.format.starts_with('u');
        let mut cells = Cells::new();
        for row in 0..self.rows {
            let columns = if is_upper { row..self.columns } else { 0..row + 1 };
            for column in columns.filter(|&column| !self.without_diagonal || row != column) {
                let (line, text) = words
                    .next()
                    .ok_or((line, "the matrix ends before its last cell".to_owned()))?;
                if text.parse() != Ok(0.0) {
                    cells.insert((row, column), Cell { line, text: text.clone() });
                    cells.insert((column, row), Cell { line, text: text.clone() });
                }
            }
        }
        Ok(vec![cells])
    }

    /// A tie a line with its weight, or an actor and all its alters a line.
    pub(super) fn list(&mut self, alters: bool) -> Result<Vec<Cells>, Wrong> {
        if self.matrices > 1 {
            return Err((self.line, "several matrices are read as fullmatrix alone".to_owned()));
        }
        let two = self.two_modes || self.format.ends_with('2');
        let mut rows = Ends::new(&self.row_labels, self.rows, self.rows_embedded);
        let mut columns = Ends::new(&self.column_labels, self.columns, self.columns_embedded);
        let mut cells = Cells::new();
        for (line, words) in &self.data {
            let from = rows.position(&words[0], *line)?;
            let mut others: Vec<(&Token, String)> = Vec::new();
            if alters {
                others.extend(words[1..].iter().map(|to| (to, String::new())));
            } else {
                let to = words.get(1).ok_or((*line, "a tie needs two ends".to_owned()))?;
                others.push((to, words.get(2).map_or(String::new(), |it| it.text.clone())));
            }
            for (to, text) in others {
                let to = if two { columns.position(to, *line)? } else { rows.position(to, *line)? };
                if text.parse() != Ok(0.0) {
                    cells.insert((from, to), Cell { line: *line, text });
                }
            }
        }
        self.row_labels = rows.labels;
        self.column_labels = columns.labels;
        Ok(vec![cells])
    }
}

pub(super) type Cells = BTreeMap<(usize, usize), Cell>;

/// A cell that says something, as written.
pub(super) struct Cell {
    pub(super) line: u32,
    pub(super) text: String,
}

/// Whether a matrix says the same above and below its diagonal.
pub(super) fn is_symmetric(cells: &Cells) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    cells.iter().all(|((from, to), cell)| {
        cells.get(&(*to, *from)).is_some_and(|other| {
            other.text == cell.text
                || number(&other.text).is_some() && number(&other.text) == number(&cell.text)
        })
    })
}

/// The actors that lines of ties point to: by number, by label where labels are in the data.
struct Ends {
    labels: Vec<String>,
    known: HashMap<String, usize>,
    most: usize,
    embedded: bool,
}

impl Ends {
    fn new(labels: &[String], most: usize, embedded: bool) -> Self {
        let known = labels.iter().enumerate().map(|(at, it)| (fold(it), at)).collect();
        Self { labels: labels.to_vec(), known, most, embedded }
    }

    fn position(&mut self, end: &Token, line: u32) -> Result<usize, Wrong> {
        if self.embedded {
            let next = self.labels.len();
            let at = *self.known.entry(fold(&end.text)).or_insert(next);
            if at == next {
                self.labels.push(end.text.clone());
            }
            let too_many =
                format!("`{}` is one actor more than the {} announced", end.text, self.most);
            return (at < self.most).then_some(at).ok_or((line, too_many));
        }
        let number = end.text.parse::<usize>().ok().filter(|it| (1..=self.most).contains(it));
        let message = || {
            format!(
                "`{}` is not the number of an actor: they go from 1 to {}; labels in the data need `labels embedded`",
                end.text, self.most
            )
        };
        number.map(|it| it - 1).ok_or_else(|| (line, message()))
    }
}
