use std::collections::HashSet;

use tertius::study::{Problem, fold};

use super::tokens::{Token, tokens};
use super::{Graph, wrong, yes_no};

/// Words that say how a vertex or a line is drawn, each before its value (Pajek reference manual,
/// input files).
const DRAWING: &[&str] = &[
    "x_fact", "y_fact", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font",
    "url", "c", "w", "p", "s", "a", "ap", "lp", "k1", "k2", "a1", "a2", "h1", "h2",
];

/// Shapes of vertices, which stand before what else is said.
const SHAPES: &[&str] =
    &["ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman"];

/// Vertices that a file may announce; more are a slip or damage.
const MOST: usize = 10_000_000;

const TIMES: &str = "times at which vertices or lines are there";
const DRAWN: &str = "positions, shapes and colours";

/// What the lines under a heading hold.
#[derive(Clone, Copy)]
enum Part {
    Vertices,
    /// A tie a line.
    Ties {
        directed: bool,
    },
    /// An actor and all its alters a line.
    Lists {
        directed: bool,
    },
    /// The ties of an actor a line.
    Matrix,
    /// No network.
    Other,
}

/// Reads Pajek's .net.
pub(super) fn read(text: &str, file: &str, problems: &mut Vec<Problem>) -> Option<Graph> {
    let mut net = Net::new(file);
    let mut part = None;
    for (number, line) in (1..).zip(text.lines().map(str::trim)) {
        if line.is_empty() || line.starts_with('%') || line.starts_with("/*") {
            continue;
        }
        if line.starts_with('*') {
            let words = tokens(line, |_| false);
            let word = words[0].text.to_lowercase();
            if word == "*vertices" && matches!(part, Some(Part::Other)) {
                continue;
            }
            if word == "*vertices" && part.is_some() {
                net.graph.unread.part("networks after the first", number);
                break;
            }
            part = net.heading(&word, &words, number).or(part);
            continue;
        }
        match part {
            None => break,
            Some(Part::Vertices) => net.vertex(line, number),
            Some(Part::Ties { directed }) => net.tie(line, number, directed),
            Some(Part::Lists { directed }) => net.list(line, number, directed),
            Some(Part::Matrix) => net.matrix_row(line, number),
            Some(Part::Other) => {}
        }
    }
    if part.is_none() {
        let message = "this is not a Pajek network: it begins with *Vertices and how many they are";
        net.problems.push(wrong("unreadable-file", file, 1, message));
    }
    problems.append(&mut net.problems);
    part.is_some().then(|| net.finish())
}

struct Net<'f> {
    graph: Graph,
    file: &'f str,
    problems: Vec<Problem>,
    /// Line and label of each vertex, in order of their numbers.
    vertices: Vec<(u32, String)>,
    /// What else vertices say: which, and in what words.
    said: Vec<(usize, [String; 2])>,
    /// Vertices of the first mode, if there are two.
    first_mode: Option<usize>,
    /// What the lines under a heading are called there.
    relation: Option<String>,
    ties: Vec<Tie>,
    /// Rows of the matrix so far.
    rows: usize,
}

/// A tie between two vertices, counted from zero.
struct Tie {
    line: u32,
    ends: [usize; 2],
    directed: bool,
    said: Vec<[String; 2]>,
}

impl<'f> Net<'f> {
    fn new(file: &'f str) -> Self {
        Self {
            graph: Graph::new("Pajek"),
            file,
            problems: Vec::new(),
            vertices: Vec::new(),
            said: Vec::new(),
            first_mode: None,
            relation: None,
            ties: Vec::new(),
            rows: 0,
        }
    }

    fn wrong(&mut self, code: &str, line: u32, message: &str, value: &str) {
        self.problems.push(wrong(code, self.file, line, message).value(value));
    }

    /// What the lines under a heading hold; none if it is one line by itself.
    fn heading(&mut self, word: &str, words: &[Token], line: u32) -> Option<Part> {
        self.relation = words.iter().skip(1).find(|it| it.quoted).map(|it| it.text.clone());
        if let (None, Some(number)) =
            (&self.relation, words.get(1).and_then(|it| it.text.strip_prefix(':')))
        {
            self.relation =
                Some(number.to_owned()).filter(|it| word != "*vertices" && !it.is_empty());
        }
        match word {
            "*vertices" => self.announce(words, line),
            "*arcs" => return Some(Part::Ties { directed: true }),
            "*edges" => return Some(Part::Ties { directed: false }),
            "*arcslist" => return Some(Part::Lists { directed: true }),
            "*edgeslist" => return Some(Part::Lists { directed: false }),
            "*matrix" => {
                self.rows = 0;
                return Some(Part::Matrix);
            }
            "*network" => {
                self.graph.unread.detail("the name of the network", line);
                return None;
            }
            _ => {
                self.graph.unread.part("partitions, vectors and what else is no network", line);
                return Some(Part::Other);
            }
        }
        Some(Part::Vertices)
    }

    /// `*Vertices 7`, or `*Vertices 7 5` where the first five are of the first of two modes.
    fn announce(&mut self, words: &[Token], line: u32) {
        let counts: Vec<Option<usize>> = words[1..]
            .iter()
            .take(2)
            .map(|it| it.text.parse().ok().filter(|n| *n <= MOST))
            .collect();
        let Some(&Some(all)) = counts.first() else {
            let message = "*Vertices does not say how many they are";
            let said = words.get(1).map_or("", |it| &it.text);
            return self.wrong("bad-number", line, message, said);
        };
        self.vertices = (1..=all).map(|number| (line, number.to_string())).collect();
        self.first_mode = counts.get(1).copied().flatten().filter(|first| *first < all);
    }

    /// `3 "Leeds College" 0.1 0.5 0.5 box ic Red`.
    fn vertex(&mut self, line: &str, number: u32) {
        let words = tokens(line, |_| false);
        let Some(at) = self.position(&words[0].text, number) else { return };
        let Some(label) = words.get(1) else { return };
        // So igraph writes a quotation mark in a label.
        self.vertices[at] = (number, label.text.replace("&#34;", "\""));
        let mut rest = &words[2..];
        while let Some((first, after)) = rest.split_first() {
            let word = first.text.to_lowercase();
            if first.text.starts_with('[') {
                self.graph.unread.part(TIMES, number);
            } else if !first.quoted
                && (first.text.parse::<f64>().is_ok() || SHAPES.contains(&word.as_str()))
            {
                self.graph.unread.detail(DRAWN, number);
            } else {
                let Some((value, after)) = after.split_first() else { break };
                if DRAWING.contains(&word.as_str()) {
                    self.graph.unread.detail(DRAWN, number);
                } else {
                    self.said.push((at, [first.text.clone(), value.text.clone()]));
                }
                rest = after;
                continue;
            }
            rest = after;
        }
    }

    /// `3 4 2.5 l "advice"`.
    fn tie(&mut self, line: &str, number: u32, directed: bool) {
        let words = tokens(line, |_| false);
        let [from, to] = [0, 1].map(|at| words.get(at).map_or("", |it| it.text.as_str()));
        let ends = [from, to].map(|end| self.position(end, number));
        let [Some(from), Some(to)] = ends else { return };
        let mut said: Vec<[String; 2]> = Vec::new();
        let mut rest = words.get(2..).unwrap_or_default();
        if let Some((weight, after)) =
            rest.split_first().filter(|(it, _)| !it.text.starts_with('['))
        {
            said.push(["weight".to_owned(), weight.text.clone()]);
            rest = after;
        }
        while let Some((word, after)) = rest.split_first() {
            rest = after;
            if word.text.starts_with('[') {
                self.graph.unread.part(TIMES, number);
                continue;
            }
            let Some((value, after)) = after.split_first() else { break };
            rest = after;
            if word.text == "l" {
                said.push(["label".to_owned(), value.text.clone()]);
            } else if DRAWING.contains(&word.text.to_lowercase().as_str()) {
                self.graph.unread.detail(DRAWN, number);
            } else {
                said.push([word.text.clone(), value.text.clone()]);
            }
        }
        self.add([from, to], number, directed, said);
    }

    /// `3 4 5 6`: ties from 3 to all others.
    fn list(&mut self, line: &str, number: u32, directed: bool) {
        let words = tokens(line, |_| false);
        let Some(from) = self.position(&words[0].text, number) else { return };
        for to in &words[1..] {
            if let Some(to) = self.position(&to.text, number) {
                self.add([from, to], number, directed, Vec::new());
            }
        }
    }

    /// The ties of the next vertex, one cell for each; of two modes, for each of the second.
    fn matrix_row(&mut self, line: &str, number: u32) {
        let (from, all) = (self.rows, self.vertices.len());
        let first = self.first_mode.unwrap_or(0);
        let cells: Vec<&str> = line.split_whitespace().collect();
        self.rows += 1;
        if from >= self.first_mode.unwrap_or(all) || cells.len() != all - first {
            let message = format!(
                "a row of the matrix has {} cells, not {}, or is one too many",
                cells.len(),
                all - first
            );
            return self.wrong("unreadable-file", number, &message, line);
        }
        for (at, cell) in cells.into_iter().enumerate().filter(|(_, cell)| cell.parse() != Ok(0.0))
        {
            let said = vec![["weight".to_owned(), cell.to_owned()]];
            self.add([from, first + at], number, self.first_mode.is_none(), said);
        }
    }

    fn add(&mut self, ends: [usize; 2], line: u32, directed: bool, mut said: Vec<[String; 2]>) {
        let relation = self.relation.iter().map(|it| ["relation".to_owned(), it.clone()]);
        said.extend(relation);
        self.ties.push(Tie { line, ends, directed, said });
    }

    /// The place of a vertex in the list, by its number as written.
    fn position(&mut self, number: &str, line: u32) -> Option<usize> {
        // Of a relation among several, Pajek writes `2: 3 4 1`; a minus marks a dotted line.
        let plain = number.trim_start_matches('-');
        let known = plain.parse::<usize>().ok().filter(|it| (1..=self.vertices.len()).contains(it));
        if known.is_none() {
            let message = format!(
                "there is no vertex of this number: they go from 1 to {}",
                self.vertices.len()
            );
            self.wrong("unknown-id", line, &message, number);
        }
        known.map(|it| it - 1)
    }

    /// Vertices go by their labels, unless two have the same.
    fn finish(self) -> Graph {
        let Self { mut graph, vertices, mut said, first_mode, ties, .. } = self;
        let mut seen = HashSet::new();
        let unique =
            vertices.iter().all(|(_, label)| !label.trim().is_empty() && seen.insert(fold(label)));
        let ids: Vec<String> = if unique {
            vertices.iter().map(|(_, label)| label.clone()).collect()
        } else {
            (1..=vertices.len()).map(|number| number.to_string()).collect()
        };
        said.sort_by_key(|(at, _)| *at);
        let mut said = said.into_iter().peekable();
        for (at, ((line, label), id)) in vertices.iter().zip(&ids).enumerate() {
            graph.nodes.push(*line, &[id, label]);
            while let Some((_, [name, value])) = said.next_if(|(of, _)| *of == at) {
                graph.nodes.set(&name, value);
            }
            if let Some(first) = first_mode {
                graph.nodes.set("mode", if at < first { "1" } else { "2" });
            }
        }
        for tie in ties {
            let [from, to] = tie.ends.map(|end| &ids[end]);
            graph.edges.push(tie.line, &[from, to, yes_no(tie.directed)]);
            for [name, value] in tie.said {
                graph.edges.set(&name, value);
            }
        }
        graph
    }
}
