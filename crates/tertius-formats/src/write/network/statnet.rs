use std::path::{Path, PathBuf};

use super::edge_list::nodes;
use super::plain::{Plain, number};
use crate::Error;
use crate::write::folder::csv_rows;

/// Actors in a matrix: more would be files of gigabytes.
const MOST: usize = 20_000;

/// A folder for statnet: the matrix, the actors, two lines of R and what to know.
pub(super) fn files(path: &Path, plain: &Plain) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let actors = plain.net.actors().len();
    if actors > MOST {
        return Err(Error::TooLarge { path: path.to_path_buf(), actors });
    }
    let script = script(plain);
    Ok(vec![
        (path.join("adjacency.csv"), matrix(plain)),
        (path.join("nodes.csv"), nodes(plain)),
        (path.join("README.txt"), read_me(plain, &script).into_bytes()),
        (path.join("read.R"), script.into_bytes()),
    ])
}

/// Actors by actors; of two modes, the first by the second.
fn matrix(plain: &Plain) -> Vec<u8> {
    let net = plain.net;
    let all = net.actors().len();
    let first = net.first_mode();
    let (rows, columns) = (0..first.unwrap_or(all), first.unwrap_or(0)..all);
    let mut header = vec![""];
    header.extend(columns.clone().map(|at| plain.id(at as u32)));
    let cell = |from: usize, to: usize| match net.out().strength(from, to) {
        Some(strength) => number(strength),
        None if from != to && !net.is_observed(from, to) => "NA".to_owned(),
        None => "0".to_owned(),
    };
    let rows = rows.map(|from| {
        let mut row = vec![plain.id(from as u32).to_owned()];
        row.extend(columns.clone().map(|to| cell(from, to)));
        row
    });
    csv_rows(&header, rows)
}

/// Two lines, for R in the folder.
fn script(plain: &Plain) -> String {
    let kind = if plain.net.first_mode().is_some() {
        "matrix.type = \"bipartite\", directed = FALSE".to_owned()
    } else {
        let directed = if plain.net.is_directed() { "TRUE" } else { "FALSE" };
        format!("matrix.type = \"adjacency\", directed = {directed}")
    };
    format!(
        "adjacency <- as.matrix(read.csv(\"adjacency.csv\", row.names = 1, check.names = FALSE, encoding = \"UTF-8\"))\n\
         net <- network::network(adjacency, {kind}, ignore.eval = FALSE, names.eval = \"weight\", vertex.attr = read.csv(\"nodes.csv\", check.names = FALSE, na.strings = \"\", encoding = \"UTF-8\"))\n"
    )
}

fn read_me(plain: &Plain, script: &str) -> String {
    let about = plain.net.provenance();
    let said = [&about.study, &about.notice, &about.view];
    let mut text = String::new();
    for line in said.into_iter().filter(|it| !it.is_empty()).chain(&about.notes) {
        text += line;
        text.push('\n');
    }
    format!(
        "{text}\n\
         For statnet in R, in this folder:\n\n{script}\n\
         adjacency.csv: a row sends ties to the columns; a number is the strength of a tie, 0 no tie, and NA a pair\n\
         about which nobody was asked or nobody answered. network.naedgecount(net) counts them. A tie that is known\n\
         from somebody else is there, though its sender did not answer.\n\
         nodes.csv: the actors in the order of the matrix, with their attributes; blank is not known.\n"
    )
}
