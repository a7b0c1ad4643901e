//! What changed between two waves or periods, in plain sentences.

use clap::{Arg, ArgMatches, Command};
use serde_json::json;
use tertius::{Arguments, Error, Measure, Results, Study, Unit, View, Watch, counted};

use crate::command::capital;
use crate::failure::Failure;
use crate::wrap::{width, wrapped};
use crate::{grouping, output, progress, record, results, study};

/// How many brokers are told of.
const BROKERS: usize = 3;

/// `tertius compare STUDY`.
pub(crate) fn command() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help)
    };
    Command::new("compare")
        .about("Say in sentences what changed between two waves or periods")
        .after_help(
            "Examples:\n  tertius compare my-study                                first wave with last\n  \
             tertius compare my-study --from 2016..2017 --to 2018..  two periods\n  \
             tertius compare my-study --by locality --relation trusts\n\n\
             `tertius change ties my-study` and the others of `tertius change` give the tables",
        )
        .arg(study::argument())
        .arg(study::shape())
        .arg(option("from", "WAVE", "The time before: a wave, or a period such as 2016..2017 [default: the first wave]"))
        .arg(option("to", "WAVE", "The time after, in the same way [default: the last wave]"))
        .arg(option("by", "COLUMN", "Attribute that groups the actors [default: sector]"))
        .arg(option("without", "NAME", "Actors left out, by identifier, with commas between several"))
        .args(study::view_flags())
}

/// What is found, and by which groups.
struct Found {
    ties: Results,
    /// `None` if there is nothing to group by, and no grouping was asked for.
    groups: Option<Results>,
    closure: Results,
    by: Option<String>,
}

/// Compares, and prints what changed.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let evidence = study::read_sound(matches)?;
    let view = study::view(&evidence, matches)?;
    let found = progress::show("compare", matches.get_flag("quiet"), |watch| {
        find(&evidence, &view, matches, watch)
    });
    let found = found.map_err(|error| grouping::failure(error, &evidence, &view))?;
    let text = told(&evidence, &found);
    if !matches.get_flag("json") {
        return output::print(text.as_bytes());
    }
    let part = |it: &Results| json!({ "rows": results::rows(it), "method": it.method });
    let value = json!({
        "schema": "tertius.compare/1",
        "ties": part(&found.ties),
        "groups": found.groups.as_ref().map(part),
        "closure": part(&found.closure),
        "text": text,
        "record": record::json(&evidence.inputs),
    });
    output::print(output::pretty(&value).as_bytes())
}

fn find(study: &Study, view: &View, matches: &ArgMatches, watch: &Watch) -> tertius::Result<Found> {
    let times =
        ["from", "to", "without"].into_iter().fold(Arguments::default(), |all, name| match matches
            .get_one::<String>(
            name,
        ) {
            Some(value) => all.with(name, value),
            None => all,
        });
    let measure = |name: &str, arguments: &Arguments| {
        let measure = Measure::find(Unit::Change, name).expect("it is in the catalogue");
        measure.of_study(study, view, arguments, watch)
    };
    let found = measure("ties", &times)?;
    let asked = matches.get_one::<String>("by").map(String::as_str);
    let by = asked.unwrap_or("sector");
    let groups = match measure("groups", &times.clone().with("by", by)) {
        Err(Error::Unknown { what, .. }) if what == "grouping" && asked.is_none() => None,
        groups => Some(groups?),
    };
    let by = groups.is_some().then(|| by.to_owned());
    let crossing = by.as_ref().map_or(times.clone(), |by| times.clone().with("crossing", by));
    let closure = measure("closure", &crossing)?;
    Ok(Found { ties: found, groups, closure, by })
}

/// All of it, as a text.
fn told(study: &Study, found: &Found) -> String {
    let method = &found.ties.method;
    let option = |name: &str| method.option(name).unwrap_or_default();
    let mut lines = Vec::new();
    if !method.provenance.notice.is_empty() {
        lines.extend([method.provenance.notice.clone(), String::new()]);
    }
    lines.push(format!("{}: from {} to {}", study.title(), option("from"), option("to")));
    lines.push(format!("view: {}", method.provenance.view));
    let mut part = |title: &str, sentences: Vec<String>| {
        lines.extend([String::new(), title.to_owned()]);
        lines.extend(sentences.into_iter().map(|sentence| format!("  {sentence}")));
    };
    part("Ties", ties(&found.ties));
    match (&found.groups, &found.by) {
        (Some(groups), Some(by)) => {
            part(&format!("Between groups, by {by}"), between(study, groups, by));
        }
        _ => part(
            "Between groups",
            vec!["No actor has a sector on record; --by names another column.".to_owned()],
        ),
    }
    part("Brokers", brokers(&found.closure, found.by.as_deref()));
    let notes = method.provenance.notes.iter().chain(&method.notes);
    part("What to know", notes.map(|note| format!("{}.", capital(note))).collect());
    let mut text = String::new();
    for line in lines {
        let indent = if line.starts_with("  ") { 4 } else { 0 };
        text += &wrapped(&line, indent, width());
    }
    text
}

fn ties(found: &Results) -> Vec<String> {
    let value = |name: &str| found.value(name, "value");
    let number = |name: &str| whole(value(name));
    let mut said = vec![format!(
        "{} there at both times; {} joined, {} left.",
        counted(number("stayed"), "actor was", "actors were"),
        nobody(number("joined")),
        nobody(number("left")),
    )];
    said.push(format!(
        "{} before, {} after. Where both times were observed, {} kept, {} gained and {} lost.",
        counted(number("ties_before"), "tie", "ties"),
        number("ties_after"),
        counted(number("kept"), "was", "were"),
        number("gained"),
        number("lost"),
    ));
    if let (Some(retention), Some(jaccard)) = (value("retention"), value("jaccard")) {
        said.push(format!(
            "{} of the ties before lasted; of the ties at either time {} are at both (Jaccard {jaccard:.3}).",
            percent(retention),
            percent(jaccard)
        ));
    }
    if let Some(birth) = value("birth") {
        said.push(format!("Of the pairs without a tie before {} are tied now.", percent(birth)));
    }
    for (name, one, many) in [
        (
            "not_observed_after",
            "tie before was not heard of again, because nobody answered: silence, not loss.",
            "ties before were not heard of again, because nobody answered: silence, not loss.",
        ),
        (
            "not_observed_before",
            "tie after may be new or not: nobody had answered before.",
            "ties after may be new or not: nobody had answered before.",
        ),
        (
            "known_from_others",
            "tie is known from others alone, and in no share.",
            "ties are known from others alone, and in no share.",
        ),
        ("of_joiners", "tie came with who joined.", "ties came with those who joined."),
        ("of_leavers", "tie went with who left.", "ties went with those who left."),
    ] {
        let count = number(name);
        if count > 0 {
            said.push(counted(count, one, many));
        }
    }
    said
}

/// Pairs of groups with ties at either time, those that changed most first.
fn between(study: &Study, found: &Results, by: &str) -> Vec<String> {
    let words = |name: &str, row: usize| {
        let id = found.words(name).and_then(|it| it[row].as_deref()).unwrap_or_default();
        match by {
            "sector" => study.sector_label(id),
            "locality" => study.locality_label(id),
            _ => id,
        }
    };
    let number = |name: &str, row: usize| whole(found.numbers(name).and_then(|it| it[row]));
    let mut rows: Vec<usize> =
        (0..found.len()).filter(|&row| number("before", row) + number("after", row) > 0).collect();
    let changed = |&row: &usize| number("gained", row) + number("lost", row);
    rows.sort_by_key(|row| std::cmp::Reverse(changed(row)));
    let to = if found.method.directed { "to" } else { "with" };
    let row = |row: usize| {
        let [from, other] = ["from_group", "to_group"].map(|name| words(name, row));
        let ends =
            if from == other { format!("within {from}") } else { format!("{from} {to} {other}") };
        let apart: usize = ["not_observed_before", "not_observed_after", "known_from_others"]
            .map(|name| number(name, row))
            .iter()
            .sum();
        let silent = if apart > 0 { format!(", {apart} not observed") } else { String::new() };
        format!(
            "{ends}: {} before, {} after; {} kept, {} gained, {} lost{silent}",
            counted(number("before", row), "tie", "ties"),
            number("after", row),
            number("kept", row),
            number("gained", row),
            number("lost", row)
        )
    };
    if rows.is_empty() {
        return vec!["No ties at either time.".to_owned()];
    }
    rows.into_iter().map(row).collect()
}

/// Those who stood between most pairs, and what became of these.
fn brokers(found: &Results, by: Option<&str>) -> Vec<String> {
    let number =
        |name: &str, row: usize| found.numbers(name).and_then(|it| it[row]).unwrap_or_default();
    let mut rows: Vec<usize> =
        (0..found.len()).filter(|&row| number("brokered", row) > 0.0).collect();
    rows.sort_by(|&a, &b| number("brokered", b).total_cmp(&number("brokered", a)));
    rows.truncate(BROKERS);
    let of = by.map_or(String::new(), |by| format!(" of different {by}"));
    let row = |row: usize| {
        let name = found.words("name").and_then(|it| it[row].clone()).unwrap_or_default();
        let count = |column: &str| whole(Some(number(column, row)));
        let pairs = counted(count("brokered"), "pair", "pairs");
        let alone = match count("alone") {
            0 => "always beside others".to_owned(),
            alone if alone == count("brokered") => "nobody else did".to_owned(),
            alone => format!("{alone} of them alone"),
        };
        let mut became = vec![format!("{} tied directly now", count("closed"))];
        for (column, what) in [
            ("still", "still through it"),
            ("by_others", "through others"),
            ("apart", "no longer joined by anybody"),
            ("left", "of actors who left"),
            ("not_observed", "not observed"),
        ] {
            if count(column) > 0 {
                became.push(format!("{} {what}", count(column)));
            }
        }
        let share = |column: &str| found.numbers(column).and_then(|it| it[row]);
        let compared = match (share("share_closed"), share("share_other")) {
            (Some(own), Some(other)) => format!(
                " That is {} of those known, against {} of the {} other pairs without a tie before.",
                percent(own),
                percent(other),
                count("other_pairs")
            ),
            _ => String::new(),
        };
        format!(
            "{name} stood between {pairs}{of} without a tie ({alone}). After: {}.{compared}",
            became.join(", ")
        )
    };
    if rows.is_empty() {
        return vec![format!("Nobody stood between two actors{of} without a tie.")];
    }
    rows.into_iter().map(row).collect()
}

#[expect(clippy::cast_sign_loss, reason = "a count is none or more")]
fn whole(count: Option<f64>) -> usize {
    count.unwrap_or_default() as usize
}

fn nobody(count: usize) -> String {
    if count == 0 { "nobody".to_owned() } else { count.to_string() }
}

fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    if percent > 0.0 && percent < 1.0 {
        format!("{percent:.1} %")
    } else {
        format!("{percent:.0} %")
    }
}
