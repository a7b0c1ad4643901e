//! Whoever embeds the library finds an example at everything it offers.

use std::fs;
use std::path::{Path, PathBuf};

/// What `pub` announces, by the words that follow. An enumeration of choices says what they are,
/// and is seen where it is taken.
const ITEMS: [&str; 4] = ["fn ", "struct ", "static ", "const "];

/// Files whose constants are entries of the catalogue, which nobody names in a program.
const ENTRIES: [&str; 1] = ["src/options.rs"];

#[test]
fn every_public_item_has_an_example() {
    let mut without = Vec::new();
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).expect("a source file");
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(item) = line.trim_start().strip_prefix("pub ") else { continue };
            let Some(kind) = ITEMS.iter().find(|kind| item.starts_with(**kind)) else { continue };
            if *kind == "const " && ENTRIES.iter().any(|file| path.ends_with(file)) {
                continue;
            }
            let name: String = item[kind.len()..]
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect();
            if !has_example(&lines[..at]) {
                let file = path.file_name().and_then(|name| name.to_str()).expect("a name");
                without.push(format!("{file}:{}: {}{name}", at + 1, kind));
            }
        }
    }
    assert!(without.is_empty(), "no example at {} items:\n{}", without.len(), without.join("\n"));
}

/// Whether the comment that ends where an item begins, attributes aside, has a block of code.
fn has_example(before: &[&str]) -> bool {
    let lines = before.iter().rev().map(|line| line.trim_start());
    let mut comment = lines.take_while(|line| !line.is_empty() && !line.ends_with([';', '}']));
    comment.any(|line| line == "/// ```")
}

pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
