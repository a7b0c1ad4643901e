//! Results for people to read: plain, Markdown and LaTeX tables with their method.

use std::fmt::Write as _;

use clap::ArgMatches;
use tertius::{Column, Method, Results, Values, counted};

use crate::failure::Failure;
use crate::wrap::{self, wrapped};

/// Which rows to show, in which order.
pub(crate) struct Show {
    rows: Vec<usize>,
    sorted: Option<String>,
    width: usize,
    to_file: bool,
}

impl Show {
    pub(crate) fn new(results: &Results, matches: &ArgMatches) -> Result<Self, Failure> {
        let asked = matches.get_one::<String>("sort");
        if let Some(column) = asked.filter(|column| results.column(column).is_none()) {
            let known = results.columns.iter().map(|column| column.name.as_str());
            return Err(tertius::Error::unknown("column of the result", column, known).into());
        }
        let sorted = asked.cloned().or_else(|| main_column(results));
        let mut rows: Vec<usize> = (0..results.len()).collect();
        if let Some(column) = &sorted {
            match results.numbers(column) {
                Some(values) => rows.sort_by(|&a, &b| {
                    let value = |row: usize| values[row].unwrap_or(f64::NEG_INFINITY);
                    value(b).total_cmp(&value(a))
                }),
                None => rows.sort_by_cached_key(|&row| {
                    results.words(column).and_then(|words| words[row].clone())
                }),
            }
        }
        if let Some(&top) = matches.get_one::<usize>("top") {
            rows.truncate(top);
        }
        let to_file = matches.contains_id("output");
        let width = if to_file { wrap::PAGE } else { wrap::width() };
        Ok(Self { rows, sorted, width, to_file })
    }
}

/// The column a table of actors is sorted by unless another is asked for.
fn main_column(results: &Results) -> Option<String> {
    results.column("actor")?;
    let main = ["value", "total", "links_alone", "pairs_lost", "degree"];
    let main = main.iter().find_map(|name| results.column(name));
    let is_text = |column: &Column| matches!(column.values, Values::Text(_));
    let first = results.columns.iter().find(|column| !is_text(column));
    main.or(first).map(|column| column.name.clone())
}

/// A table in aligned columns, then what a reader must know.
pub(crate) fn plain(results: &Results, show: &Show, record: &[String]) -> String {
    let columns = shown_columns(results);
    let hidden = results.columns.len() - columns.len();
    let cells = |column: usize| -> Vec<String> {
        let of = &results.columns[column];
        let header = std::iter::once(of.name.clone());
        header.chain(show.rows.iter().map(|&row| cell(&of.values, row))).collect()
    };
    let table: Vec<Vec<String>> = columns.iter().map(|&column| cells(column)).collect();
    let widths: Vec<usize> = table
        .iter()
        .map(|cells| cells.iter().map(|it| it.chars().count()).max().unwrap_or(0))
        .collect();
    let mut text = String::new();
    if !results.method.provenance.notice.is_empty() {
        let _ = writeln!(text, "{}\n", results.method.provenance.notice);
    }
    for line in 0..=show.rows.len() {
        let mut row = String::new();
        for ((cells, &width), &column) in table.iter().zip(&widths).zip(&columns) {
            let cell = &cells[line];
            let gap = width - cell.chars().count();
            let is_text = matches!(results.columns[column].values, Values::Text(_));
            if !row.is_empty() {
                row.push_str("  ");
            }
            if is_text {
                let _ = write!(row, "{cell}{:gap$}", "");
            } else {
                let _ = write!(row, "{:gap$}{cell}", "");
            }
        }
        let _ = writeln!(text, "{}", row.trim_end());
    }
    let _ = writeln!(text);
    // On a terminal a reader has the command before their eyes.
    let record = if show.to_file { record } else { &[] };
    for line in remarks(results, show, hidden).iter().chain(record) {
        text += &wrapped(line, 4, show.width);
    }
    text
}

/// A table in Markdown, then what a reader must know; what made it is in a comment.
pub(crate) fn markdown(results: &Results, show: &Show, record: &[String]) -> String {
    let columns = shown_columns(results);
    let escaped = |text: String| text.replace('|', "\\|");
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = notice(results, "> ");
    text += &line(
        columns.iter().map(|&column| escaped(results.columns[column].name.clone())).collect(),
    );
    let align = |&column: &usize| {
        if matches!(results.columns[column].values, Values::Text(_)) { "---" } else { "---:" }
    };
    text += &line(columns.iter().map(|column| align(column).to_owned()).collect());
    for &row in &show.rows {
        text += &line(
            columns
                .iter()
                .map(|&column| escaped(cell(&results.columns[column].values, row)))
                .collect(),
        );
    }
    text.push('\n');
    for remark in remarks(results, show, results.columns.len() - columns.len()) {
        // Two spaces end a line.
        text += &each_line(&remark, "", "  ");
    }
    let _ = writeln!(text, "\n<!--");
    for line in record {
        // A comment ends at its first arrow, or `--!>`.
        let _ = writeln!(text, "{}", line.replace("-->", "-- >").replace("--!>", "--! >"));
    }
    text.push_str("-->\n");
    text
}

/// A LaTeX tabular with rules of the booktabs package, then what a reader must know as comments.
pub(crate) fn latex(results: &Results, show: &Show, record: &[String]) -> String {
    let columns = shown_columns(results);
    let line = |cells: Vec<String>| format!("{} \\\\\n", cells.join(" & "));
    let mut text = notice(results, "% ");
    let align = |&column: &usize| {
        if matches!(results.columns[column].values, Values::Text(_)) { 'l' } else { 'r' }
    };
    let _ = writeln!(
        text,
        "\\begin{{tabular}}{{{}}}\n\\toprule",
        columns.iter().map(align).collect::<String>()
    );
    text += &line(columns.iter().map(|&column| tex(&results.columns[column].name)).collect());
    text.push_str("\\midrule\n");
    for &row in &show.rows {
        text += &line(
            columns
                .iter()
                .map(|&column| tex(&cell(&results.columns[column].values, row)))
                .collect(),
        );
    }
    text.push_str("\\bottomrule\n\\end{tabular}\n");
    for remark in remarks(results, show, results.columns.len() - columns.len()) {
        text += &each_line(&remark, "% ", "");
    }
    for line in record {
        text += &each_line(line, "% ", "");
    }
    text
}

fn notice(results: &Results, mark: &str) -> String {
    let notice = &results.method.provenance.notice;
    if notice.is_empty() { String::new() } else { each_line(notice, mark, "") + "\n" }
}

/// A text with a mark before and after each of its lines: a title, a notice or the name of a file may
/// have several.
fn each_line(text: &str, before: &str, after: &str) -> String {
    let lines = text.lines().flat_map(|line| line.split('\r'));
    lines.fold(String::new(), |text, line| text + before + line + after + "\n")
}

/// What goes to CSV and JSON and not into a reader's table: expectation and spread, of many roles
/// each, beside z; the identifiers of two ends, beside their names.
fn shown_columns(results: &Results) -> Vec<usize> {
    let many = results.columns.len() > 12;
    let named = results.column("from_name").is_some();
    let is_hidden = |name: &str| {
        (many && (name.starts_with("expected_") || name.starts_with("sd_")))
            || (named && (name == "from" || name == "to"))
    };
    (0..results.columns.len()).filter(|&at| !is_hidden(&results.columns[at].name)).collect()
}

/// A value as a person reads it: four significant digits, a dash for undefined.
fn cell(values: &Values, row: usize) -> String {
    match values {
        // A cell has one line.
        Values::Text(values) => {
            values[row].as_ref().map_or_else(|| "–".to_owned(), |it| it.replace(['\n', '\r'], " "))
        }
        Values::Count(values) => values[row].map_or_else(|| "–".to_owned(), |it| it.to_string()),
        Values::Number(values) => values[row].map_or_else(|| "–".to_owned(), number),
    }
}

/// Four significant digits, without trailing zeros.
fn number(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let magnitude = value.abs().log10().floor();
    if !(-5.0..15.0).contains(&magnitude) {
        return format!("{value:.3e}");
    }
    #[expect(clippy::cast_sign_loss, reason = "at least 1 by the maximum")]
    let decimals = (3.0 - magnitude).clamp(1.0, 8.0) as usize;
    let text = format!("{value:.decimals$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The size of the network.
fn network(method: &Method) -> String {
    let actors = counted(method.actors, "actor", "actors");
    let actors = match method.activities {
        0 => actors,
        many => format!("{actors} and {}", counted(many, "activity", "activities")),
    };
    let ties = if method.directed {
        counted(method.ties, "directed tie", "directed ties")
    } else {
        counted(method.ties, "undirected tie", "undirected ties")
    };
    format!("network: {actors}, {ties}")
}

/// What a reader must know: view, size, what was left out, why values are undefined, the source.
fn remarks(results: &Results, show: &Show, hidden: usize) -> Vec<String> {
    let method = &results.method;
    let options: Vec<String> =
        method.options.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let mut lines = vec![
        format!("{}: {}", method.measure, method.about),
        format!("study: {}", method.provenance.study),
        format!("view: {}", method.provenance.view),
        network(method),
    ];
    if method.ties == 0 {
        lines.push(
            "note: nothing joins anybody in this view; `tertius explain view` tells what else could"
                .to_owned(),
        );
    }
    if !options.is_empty() {
        lines.push(format!("options: {}", options.join("; ")));
    }
    lines.extend(
        method.provenance.notes.iter().chain(&method.notes).map(|note| format!("note: {note}")),
    );
    lines.extend(undefined(results));
    if let Some(column) = &show.sorted {
        lines.push(format!("sorted by {column}"));
    }
    if show.rows.len() < results.len() {
        lines.push(format!(
            "shown: {} of {}",
            show.rows.len(),
            counted(results.len(), "row", "rows")
        ));
    }
    if hidden > 0 {
        lines.push(format!("{hidden} more columns are in --format csv and --json"));
    }
    lines.push(format!("source: {}", method.source));
    lines
}

/// One line for each reason why values are undefined.
fn undefined(results: &Results) -> Vec<String> {
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for it in &results.method.undefined {
        match reasons.iter_mut().find(|(reason, _)| *reason == it.reason) {
            Some((_, cells)) => *cells += 1,
            None => reasons.push((&it.reason, 1)),
        }
    }
    reasons.iter().map(|(reason, cells)| format!("– undefined ({cells}): {reason}")).collect()
}

/// Text in which nothing is special to LaTeX.
fn tex(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '–' => escaped.push_str("--"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{number, tex};

    #[test]
    fn numbers_read_well() {
        let texts =
            [0.0, 3.0, 0.558_642, -1.5, 1_234.567, 0.000_012_34, 1e-9, 2.0 / 3.0].map(number);
        assert_eq!(
            texts,
            ["0", "3", "0.5586", "-1.5", "1234.6", "0.00001234", "1.000e-9", "0.6667"]
        );
    }

    #[test]
    fn nothing_is_special_to_latex() {
        assert_eq!(tex("R&D_50%"), "R\\&D\\_50\\%");
    }
}
