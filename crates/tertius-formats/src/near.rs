//! Tables and files with nearly the same name, for "did you mean".

use std::path::Path;

use strsim::normalized_damerau_levenshtein as likeness;
use tertius::study::{TABLES, Table, nearest};

use crate::whole::folder_of;

/// The name of the table that a file or worksheet was perhaps meant to be.
pub(crate) fn table(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    if let Some(table) = words.find_map(Table::named) {
        return Some(table.spec().name);
    }
    let names = TABLES.iter().flat_map(|spec| spec.synonyms.iter().chain([&spec.name]).copied());
    let found = nearest(&name, names)?;
    TABLES
        .iter()
        .find(|spec| spec.name == found || spec.synonyms.contains(&found))
        .map(|spec| spec.name)
}

/// Files and folders beside a path that is not there, with names like it, the likest first.
pub(crate) fn files(path: &Path) -> Vec<String> {
    let (Some(wanted), Ok(entries)) = (path.file_name(), std::fs::read_dir(folder_of(path))) else {
        return Vec::new();
    };
    let wanted = wanted.to_string_lossy().to_lowercase();
    let mut found: Vec<(f64, String)> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .map(|name| (likeness(&wanted, &name.to_lowercase()), name))
        .filter(|(alike, _)| *alike >= 0.6)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.into_iter().take(3).map(|(_, name)| name).collect()
}
