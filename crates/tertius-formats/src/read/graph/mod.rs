//! Files of network programs: nodes become organisations, edges ties.

mod dl;
mod gexf;
mod graphml;
mod lines;
mod node_link;
mod pajek;
mod rows;
mod sheets;
mod tokens;
mod unread;
mod xml;

use tertius::study::{Place, Problem, Reading};

use super::encoding::{Decoded, decode};
use node_link::NodeLink;
use rows::Rows;
use unread::Unread;

/// A network as a file tells it.
struct Graph {
    /// The format by its usual name.
    format: &'static str,
    /// A row for each node: its identifier and its name, then its attributes.
    nodes: Rows,
    /// A row for each edge: its ends and whether it has a direction, then its attributes.
    edges: Rows,
    unread: Unread,
    /// Worksheets, so to speak: what a row of nodes and of edges is counted in, where a file has no
    /// lines of its own for them.
    sheets: Option<[&'static str; 2]>,
}

impl Graph {
    fn new(format: &'static str) -> Self {
        Self {
            format,
            nodes: Rows::new(&["id", "name"]),
            edges: Rows::new(&["from", "to", "directed"]),
            unread: Unread::default(),
            sheets: None,
        }
    }
}

/// Whether a file with this ending holds a network of another program.
pub(super) fn is_one(ending: &str) -> bool {
    matches!(ending, "graphml" | "gexf" | "net" | "dl")
}

/// Takes a file with such an ending into a reading.
pub(super) fn read(ending: &str, bytes: Vec<u8>, file: &str, reading: &mut Reading) {
    let is_xml = matches!(ending, "graphml" | "gexf");
    let Decoded { text, assumed } = if is_xml { xml::decoded(bytes) } else { decode(bytes) };
    if let Some(assumed) = assumed {
        let message = format!("read as {assumed}");
        reading.problems.push(Problem::new("encoding", Place::file(file), message));
    }
    let problems = &mut reading.problems;
    let graph = match ending {
        "graphml" => graphml::read(&text, file, problems),
        "gexf" => gexf::read(&text, file, problems),
        "net" => pajek::read(&text, file, problems),
        _ => dl::read(&text, file, problems),
    };
    if let Some(graph) = graph {
        sheets::open(graph, file, reading);
    }
}

/// Takes JSON with nodes and links into a reading.
pub(super) fn read_node_link(found: &NodeLink, file: &str, reading: &mut Reading) {
    reading.settings = found.about();
    let graph = node_link::read(found, file, &mut reading.problems);
    sheets::open(graph, file, reading);
}

/// yes or no, as a table of ties says whether a tie has a direction.
fn yes_no(directed: bool) -> &'static str {
    if directed { "yes" } else { "no" }
}

/// Something wrong on a line of a file.
fn wrong(code: &str, file: &str, line: u32, message: impl Into<String>) -> Problem {
    Problem::new(code, Place { row: Some(line), ..Place::file(file) }, message)
}
