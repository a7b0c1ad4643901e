use std::path::{Path, PathBuf};

use super::plain::{Plain, number};
use crate::write::folder::csv_rows;

/// Ties as CSV, and beside them actors with their attributes: who has no tie is there alone.
pub(super) fn files(path: &Path, plain: &Plain) -> Vec<(PathBuf, Vec<u8>)> {
    let beside = path.with_extension("nodes.csv");
    vec![(path.to_path_buf(), ties(plain)), (beside, nodes(plain))]
}

fn ties(plain: &Plain) -> Vec<u8> {
    let net = plain.net;
    let two_modes = net.first_mode().is_some();
    let mut header =
        if two_modes { vec!["actor", "activity"] } else { vec!["from", "to", "directed"] };
    header.extend(plain.weighted.then_some("weight"));
    header.extend(plain.relations.is_some().then_some("relation"));
    let directed = if net.is_directed() { "yes" } else { "no" };
    let rows = net.ties().iter().enumerate().map(|(at, tie)| {
        let mut row = vec![plain.id(tie.from).to_owned(), plain.id(tie.to).to_owned()];
        row.extend((!two_modes).then(|| directed.to_owned()));
        row.extend(plain.weighted.then(|| number(tie.strength)));
        row.extend(plain.relations.as_ref().map(|relations| relations[at].clone()));
        row
    });
    csv_rows(&header, rows)
}

/// Actors with their attributes as CSV; blank is unknown.
pub(super) fn nodes(plain: &Plain) -> Vec<u8> {
    let net = plain.net;
    let mut header = vec!["id", "name"];
    header.extend(net.first_mode().map(|_| "mode"));
    header.extend(plain.attributes.iter().map(|(name, _)| name.as_str()));
    let rows = net.actors().iter().enumerate().map(|(at, actor)| {
        let mut row = vec![actor.id.clone(), actor.name.clone()];
        row.extend(plain.mode(at).map(|mode| mode.to_string()));
        row.extend(plain.attributes.iter().map(|(_, values)| values[at].clone()));
        row
    });
    csv_rows(&header, rows)
}
