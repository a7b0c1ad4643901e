use std::fmt::Write as _;

use clap::ArgMatches;
use serde_json::json;
use tertius::catalogue::{OptionSpec, Takes};
use tertius::network::VIEW_OPTIONS;
use tertius::study::{Cells, PROBLEMS, ProblemKind, Severity, TABLES, TableSpec};
use tertius::{MEASURES, Measure, Unit};

use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{command, output};

/// What programs read.
const JSON: &str = include_str!("json.txt");

/// What the words of the pages mean.
const TERMS: &str = include_str!("terms.txt");

/// `tertius explain TERM`: a measure, a problem code, a table, the view, the JSON or the terms.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let words: Vec<&str> =
        matches.get_many::<String>("term").into_iter().flatten().map(String::as_str).collect();
    let (unit, term) = match words[..] {
        [] if matches.get_flag("json") => {
            return explain_json(&MEASURES.iter().collect::<Vec<_>>(), None, None, &words);
        }
        [] => return output::print(index().as_bytes()),
        [term] => (None, term),
        [unit, term] => (Some(unit), term),
        _ => {
            return Err(Failure::usage(
                "give one term, such as `brokerage`, or a unit and a measure, such as `actor brokerage`",
            ));
        }
    };
    let measures: Vec<_> = MEASURES
        .iter()
        .filter(|it| it.name == term && unit.is_none_or(|unit| it.unit.name() == unit))
        .collect();
    if matches.get_flag("json") {
        let kind = ProblemKind::find(term).filter(|_| unit.is_none());
        let table = TABLES.iter().find(|it| it.name == term).filter(|_| unit.is_none());
        return explain_json(&measures, kind, table, &words);
    }
    // A table may have the name of a measure: ties, participation.
    let other = if unit.is_none() { explained(term) } else { None };
    let pages: Vec<String> = other.into_iter().chain(measures.into_iter().map(page)).collect();
    if pages.is_empty() {
        return Err(unknown(&words));
    }
    output::print(pages.join("\n\n").as_bytes())
}

/// The page of what is no measure: a problem code, a table of a study, `view`, `json` or `terms`.
///
/// ```
/// assert!(tertius_cli::explained("self-tie").unwrap().starts_with("self-tie: "));
/// assert_eq!(tertius_cli::explained("betweenness"), None);
/// ```
#[must_use]
pub fn explained(term: &str) -> Option<String> {
    match term {
        "view" => Some(view()),
        "json" => Some(JSON.to_owned()),
        "terms" => Some(TERMS.to_owned()),
        _ => ProblemKind::find(term)
            .map(problem)
            .or_else(|| TABLES.iter().find(|it| it.name == term).map(columns)),
    }
}

/// Every term that [`explained`] knows.
///
/// ```
/// assert!(tertius_cli::explainable().all(|term| tertius_cli::explained(term).is_some()));
/// ```
pub fn explainable() -> impl Iterator<Item = &'static str> {
    let codes = PROBLEMS.iter().map(|it| it.code);
    codes.chain(TABLES.iter().map(|it| it.name)).chain(["view", "json", "terms"])
}

fn explain_json(
    measures: &[&Measure],
    kind: Option<&ProblemKind>,
    table: Option<&TableSpec>,
    words: &[&str],
) -> Result<(), Failure> {
    let measure = |it: &&Measure| {
        json!({ "unit": it.unit.name(), "name": it.name, "about": it.about(), "source": it.source, "page": it.page,
            "options": it.options.iter().map(|o| json!({ "name": o.name, "about": o.about, "default": o.default })).collect::<Vec<_>>() })
    };
    let column = |it: &tertius::study::ColumnSpec| json!({ "name": it.name, "required": it.required, "about": it.about });
    let mut value = match (measures, kind, table) {
        ([], Some(kind), _) => json!({ "problem": kind }),
        ([], None, Some(_)) => json!({}),
        ([], None, None) if words == ["view"] => {
            let option = |it: &tertius::network::ViewOption| json!({ "name": it.name, "about": it.about, "words": it.words, "several": it.several });
            json!({ "view": VIEW_OPTIONS.iter().map(option).collect::<Vec<_>>() })
        }
        ([], None, None) if words == ["json"] => json!({ "json": JSON }),
        ([], None, None) if words == ["terms"] => json!({ "terms": TERMS }),
        ([], None, None) => return Err(unknown(words)),
        (measures, ..) => json!({ "measures": measures.iter().map(measure).collect::<Vec<_>>() }),
    };
    if let (None, Some(table)) = (kind, table) {
        value["table"] = json!(table.name);
        value["row"] = json!(table.row);
        value["columns"] = table.all_columns().map(column).collect();
    }
    output::print(output::pretty(&value).as_bytes())
}

fn unknown(words: &[&str]) -> Failure {
    let command = command::command();
    let asked = words.iter().try_fold(&command, |it, word| it.find_subcommand(word));
    if let Some(asked) = asked {
        // It has its own help.
        let about = asked.get_about().map(ToString::to_string).unwrap_or_default();
        let name = words.join(" ");
        return Failure::usage(format!("`{name}` is a command, not a measure: {about}"))
            .hint(format!("`tertius {name} --help` tells its options"));
    }
    let known = MEASURES.iter().map(|it| it.name).chain(explainable());
    let term = words.join(" ");
    let last = words.last().copied().unwrap_or_default();
    match tertius::Error::unknown("measure, problem code or table", last, known) {
        tertius::Error::Unknown { what, help, .. } => {
            let is_near = help.ends_with('?');
            let hint = if is_near { help } else { "`tertius explain` lists everything".to_owned() };
            Failure::usage(format!("no {what} is called `{term}`")).hint(hint)
        }
        error => error.into(),
    }
}

/// Everything that can be explained.
fn index() -> String {
    let mut text = String::new();
    let name = MEASURES.iter().map(|it| it.name.len()).max().unwrap_or(0);
    for unit in Unit::ALL {
        let _ = writeln!(text, "{}: {}", unit.name(), unit.about());
        for measure in MEASURES.iter().filter(|it| it.unit == unit) {
            let about = format!("  {:name$} {}", measure.name, measure.about());
            text += &wrapped(&about, name + 3, width());
        }
        text.push('\n');
    }
    let _ = writeln!(text, "terms: what the words of the pages mean");
    let _ = writeln!(text, "view: the options that choose which evidence becomes a network");
    let _ = writeln!(text, "json: what a program reads with --json, and every failure");
    let _ = writeln!(text, "\nTables of a study");
    for table in TABLES {
        let _ = writeln!(text, "  {:16} one row is {}", table.name, table.row);
    }
    let _ = writeln!(text, "\nProblems that `tertius check` finds");
    for kind in PROBLEMS {
        let _ = writeln!(text, "  {:24} {:8} {}", kind.code, severity(kind.severity), kind.title);
    }
    text
}

fn page(measure: &Measure) -> String {
    let mut text = format!("{} {}\n\n{}", measure.unit, measure.name, measure.page.trim_end());
    if !measure.options.is_empty() {
        text.push_str("\n\n# Options\n");
        for spec in measure.options {
            let _ = write!(
                text,
                "\n--{} {}\n    {} [default: {}]",
                spec.name,
                values(spec),
                spec.about,
                spec.default
            );
        }
    }
    let _ = write!(text, "\n\n# Command\n\ntertius {} {} STUDY\n", measure.unit, measure.name);
    text
}

fn values(spec: &OptionSpec) -> String {
    match spec.takes {
        Takes::Words(words) => words.join("|"),
        Takes::Grouping => "COLUMN".to_owned(),
        Takes::Number { .. } => "NUMBER".to_owned(),
        Takes::Count { .. } => "N".to_owned(),
        Takes::Names => "NAME".to_owned(),
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn problem(kind: &ProblemKind) -> String {
    let stops = match kind.severity {
        Severity::Error => "An error: no analysis until it is mended.",
        Severity::Warning => "A warning: analyses run, and you should know.",
        Severity::Note => "A note: what was assumed in reading.",
    };
    format!("{}: {}\n\n{}\n\n{stops}\n", kind.code, kind.title, kind.page)
}

fn columns(table: &TableSpec) -> String {
    let mut text = format!("{}: one row is {}\n\n", table.name, table.row);
    for column in table.columns {
        let need = if column.required { " (required)" } else { "" };
        let _ = writeln!(text, "  {:20} {}{need}", column.name, column.about);
        if let Cells::Words(words) = column.cells {
            let _ = writeln!(text, "  {:20} {}", "", words.join(", "));
        }
        if !column.synonyms.is_empty() {
            let _ = writeln!(text, "  {:20} also read: {}", "", column.synonyms.join(", "));
        }
    }
    let _ = writeln!(text, "\nAny table may also have\n");
    for column in table.evidence() {
        let _ = writeln!(text, "  {:20} {}", column.name, column.about);
    }
    let others = if table.has_attributes() {
        "Other columns are kept as attributes; those of actors can group them: give its name to --by."
    } else {
        "Other columns are kept in the file and not analysed."
    };
    let _ = writeln!(text, "\n{others}");
    text
}

fn view() -> String {
    let mut text = "view: which evidence becomes a network; every result carries it\n\n".to_owned();
    for option in VIEW_OPTIONS {
        let _ = writeln!(text, "  --{:12} {}", option.name, option.about);
        if !option.words.is_empty() {
            let _ = writeln!(text, "  {:14} {}", "", option.words.join(", "));
        }
    }
    text.push_str(
        "\nA study may declare its own default under [view] in study.toml, in the same words.\n",
    );
    text
}
