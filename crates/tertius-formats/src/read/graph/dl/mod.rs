//! The DL of UCINET.

mod cells;
mod head;

use std::collections::HashSet;

use tertius::study::{Place, Problem, fold};

use super::{Graph, wrong, yes_no};
use cells::{Cell, is_symmetric};
use head::Dl;

/// Reads the DL of UCINET: full and half matrices, lists of ties and of alters, one mode or two
/// (UCINET 6 user's guide, "DL").
pub(in crate::read::graph) fn read(
    text: &str,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<Graph> {
    match Dl::read(text).and_then(Dl::graph) {
        Ok((graph, said)) => {
            let note = |said| Problem::new("network-file", Place::file(file), said);
            problems.extend(said.map(note));
            Some(graph)
        }
        Err((line, message)) => {
            problems.push(wrong("unreadable-file", file, line, message));
            None
        }
    }
}

/// What is wrong, and on which line.
type Wrong = (u32, String);

impl Dl {
    /// The network, and what was assumed of the direction of its ties.
    fn graph(mut self) -> Result<(Graph, Option<&'static str>), Wrong> {
        let cells = match self.format.as_str() {
            "fullmatrix" | "fm" => self.full_matrix()?,
            "upperhalf" | "lowerhalf" | "uh" | "lh" => self.half_matrix()?,
            "edgelist1" | "el1" | "edgelist2" | "el2" | "edgelist" => self.list(false)?,
            "nodelist1" | "nl1" | "nodelist2" | "nl2" | "nodelist" => self.list(true)?,
            other => {
                let message = format!(
                    "the format `{other}` is not read: fullmatrix, upperhalf, lowerhalf, edgelist1, edgelist2, nodelist1 and nodelist2 are"
                );
                return Err((self.line, message));
            }
        };
        self.two_modes |= self.format.ends_with('2');
        let (rows, columns) = (self.rows, self.columns);
        let [row_names, column_names] = [
            names(&mut self.row_labels, rows, self.line)?,
            if self.two_modes {
                names(&mut self.column_labels, columns, self.line)?
            } else {
                Vec::new()
            },
        ];
        let mut graph = Graph::new("UCINET DL");
        let taken: HashSet<String> = row_names.iter().map(|it| fold(it)).collect();
        // An activity needs another identifier than an actor.
        let apart = |name: &String| {
            if taken.contains(&fold(name)) { format!("{name} (column)") } else { name.clone() }
        };
        let column_ids: Vec<String> = column_names.iter().map(apart).collect();
        for name in &row_names {
            graph.nodes.push(self.line, &[name, name]);
            if self.two_modes {
                graph.nodes.set("mode", "1");
            }
        }
        for (id, name) in column_ids.iter().zip(&column_names) {
            graph.nodes.push(self.line, &[id, name]);
            graph.nodes.set("mode", "2");
        }
        let to_names = if self.two_modes { &column_ids } else { &row_names };
        let mut undirected = 0;
        for (at, cells) in cells.into_iter().enumerate() {
            let symmetric = !self.two_modes && is_symmetric(&cells);
            undirected += usize::from(symmetric);
            for ((from, to), Cell { line, text }) in cells {
                if symmetric && from > to {
                    continue;
                }
                graph.edges.push(line, &[&row_names[from], &to_names[to], yes_no(!symmetric)]);
                match text.to_lowercase().as_str() {
                    "na" | "." => graph.edges.set("status", "unknown"),
                    _ => graph.edges.set("weight", text),
                }
                if self.matrices > 1 {
                    let name = self.matrix_labels.get(at).cloned();
                    graph.edges.set("relation", name.unwrap_or_else(|| (at + 1).to_string()));
                }
            }
        }
        let said = match undirected {
            _ if self.two_modes => None,
            0 => Some(
                "it says not the same both ways: ties are read as directed, from row to column",
            ),
            n if n == self.matrices => {
                Some("it says the same both ways: ties are read as undirected")
            }
            _ => Some(
                "some of its matrices say the same both ways: their ties are read as undirected, the others as directed",
            ),
        };
        Ok((graph, said))
    }
}

/// The names of actors: their labels, or their numbers.
fn names(labels: &mut Vec<String>, all: usize, line: u32) -> Result<Vec<String>, Wrong> {
    if labels.is_empty() {
        return Ok((1..=all).map(|number| number.to_string()).collect());
    }
    let mut seen = HashSet::new();
    if let Some(twice) = labels.iter().find(|label| !seen.insert(fold(label))) {
        return Err((line, format!("the label `{twice}` is there twice")));
    }
    if labels.len() > all {
        return Err((line, format!("there are {} labels for {all} actors", labels.len())));
    }
    // Announced and never named: they have no tie.
    let numbers = (1..).map(|number: usize| number.to_string());
    let free: Vec<String> =
        numbers.filter(|number| seen.insert(fold(number))).take(all - labels.len()).collect();
    labels.extend(free);
    Ok(std::mem::take(labels))
}
