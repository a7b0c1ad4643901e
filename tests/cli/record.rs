//! What made an output is in it or beside it.

use std::path::Path;

use crate::support::{root, study, tertius};

/// Runs a command with its outputs in a folder, and gives the folder.
fn written(words: &[&str], names: &[&str]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &&str| dir.path().join(name).to_str().expect("UTF-8").to_owned();
    let outputs: Vec<String> =
        names.iter().flat_map(|name| ["-o".to_owned(), path(name)]).collect();
    let words: Vec<&str> =
        words.iter().copied().chain(outputs.iter().map(String::as_str)).collect();
    let done = tertius(&words);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    dir
}

fn read(dir: &Path, name: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(dir.join(name)).expect(name)).into_owned()
}

/// The hash of a table of the study, as the system's own tool gives it.
const PEOPLE: &str = "fb3af168596455c023a20f8e68d52bf4d3bf4e1807c37a32d77ef01965388673";

#[test]
fn every_text_and_picture_carries_command_version_view_and_hashes() {
    let tables = written(&["actor", "degree", "data/equalls"], &["d.md", "d.tex", "d.txt"]);
    let figures = written(&["chart", "sociogram", "data/equalls"], &["f.svg", "f.png"]);
    let page = written(&["report", "data/equalls"], &["r.html"]);
    let version = env!("CARGO_PKG_VERSION");
    for (dir, name, command) in [
        (&tables, "d.md", "tertius actor degree data/equalls -o"),
        (&tables, "d.tex", "tertius actor degree data/equalls -o"),
        (&tables, "d.txt", "tertius actor degree data/equalls -o"),
        (&figures, "f.svg", "tertius chart sociogram data/equalls -o"),
        (&figures, "f.png", "tertius chart sociogram data/equalls -o"),
        (&page, "r.html", "tertius report data/equalls -o"),
    ] {
        let text = read(dir.path(), name);
        for part in [command, version, PEOPLE, "via shared activities"] {
            assert!(text.contains(part), "{name}: {part}");
        }
        let here = root().display().to_string();
        assert!(!text.contains(&here), "{name} names a folder that nobody typed");
    }
}

#[test]
fn in_markdown_the_record_is_a_comment_and_in_latex_too() {
    let dir = written(&["actor", "degree", "data/equalls"], &["a-->b.md", "d.tex"]);
    let text = read(dir.path(), "a-->b.md");
    let (shown, comment) = text.split_once("<!--\n").expect("a comment");
    assert!(shown.contains("view: via shared activities") && !shown.contains("sha256"), "{shown}");
    assert_eq!(comment.find("-->"), Some(comment.len() - 4), "{comment}");
    let tex = read(dir.path(), "d.tex");
    let (_, after) = tex.split_once("\\end{tabular}\n").expect("a table");
    assert!(after.lines().all(|line| line.starts_with("% ")), "{after}");
}

#[test]
fn csv_stays_cells_alone_with_the_record_beside_it() {
    let dir = written(&["actor", "degree", "data/equalls"], &["d.csv"]);
    let csv = read(dir.path(), "d.csv");
    assert_eq!(csv.lines().count(), 6, "{csv}");
    assert!(csv.lines().all(|line| line.matches(',').count() == 5), "{csv}");
    assert!(read(dir.path(), "d.csv.meta.json").contains(PEOPLE));
}

#[test]
fn a_table_for_the_screen_is_not_followed_by_hashes() {
    assert!(!tertius(["actor", "degree", "data/equalls"]).out.contains("sha256"));
}

#[test]
fn figures_of_the_same_command_are_the_same_bytes() {
    let svg = || tertius(["chart", "sociogram", "data/equalls"]).out;
    assert_eq!(svg(), svg());
}

#[test]
fn an_anonymised_figure_keeps_no_command() {
    let words = ["chart", "sociogram", "data/wm-lsrn", "--by", "sector", "--anonymise"];
    let dir = written(&words, &["wmcett.svg", "wmcett.png"]);
    for name in ["wmcett.svg", "wmcett.png"] {
        let text = read(dir.path(), name);
        assert!(text.contains("replaced by codes"), "{name}");
        assert!(!text.to_lowercase().contains("wmcett") && !text.contains("Command"), "{name}");
    }
}

#[test]
fn every_line_of_a_notice_and_a_title_is_marked() {
    let settings = "title = \"Two\\nlines\"\nnotice = \"Invented,\\r\\nfor teaching\"\n";
    let actors = ("organisations.csv", "id,name\na,\"A\nB\"\nc,C\n");
    let study = study(&[("study.toml", settings), actors, ("ties.csv", "from,to\na,c\n")]);
    let study = study.path().to_str().expect("UTF-8");
    let dir = written(&["actor", "degree", study], &["d.tex", "d.md"]);
    let tex = read(dir.path(), "d.tex");
    let (before, after) = tex.split_once("\n\n").expect("a notice");
    assert_eq!(before, "% Invented,\n% for teaching");
    let (table, after) = after.split_once("\\end{tabular}\n").expect("a table");
    assert!(table.contains("a & A B & "), "{table}");
    assert!(after.contains("% study: Two\n% lines\n"), "{after}");
    assert!(after.lines().all(|line| line.starts_with("% ")), "{after}");
    let text = read(dir.path(), "d.md");
    assert!(text.starts_with("> Invented,\n> for teaching\n\n| actor |"), "{text}");
    assert!(text.contains("study: Two  \nlines  \n"), "{text}");
    assert!(text.contains("| a | A B | "), "{text}");
}
