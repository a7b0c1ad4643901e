use super::naming::Named;
use super::ties::{Joined, is_drawn};
use super::{Labels, NodeKind, Sociogram};
use crate::layout::{Freedom, Method};
use crate::number::{counted, short};
use crate::scene::font;

/// What the picture itself has to say under it, after the caller's own paragraphs: how large the network is,
/// how it was laid out, and what was left out.
pub(super) fn notes(
    chart: &Sociogram,
    lines: &[Joined],
    stress: Option<f64>,
    named: &Named,
    mingled: &[usize],
) -> Vec<String> {
    let mut notes = vec![size(chart, lines, stress)];
    let (shown, labelled) = named.shown();
    let by = chart.size_name.as_deref().unwrap_or("number of contacts");
    if let Labels::Top(most) = chart.labels {
        notes.push(format!("Named are the {most} connected actors with the highest {by}."));
    }
    if shown < labelled {
        let whose = match chart.labels {
            Labels::Top(_) => "of these",
            _ => "connected actors",
        };
        notes.push(format!(
            "{shown} of {labelled} {whose} are labelled; the others have no room for a name. Where names compete, more of {by} goes first."
        ));
    }
    if named.cut() > 0 {
        notes.push(format!("Cut short, with …: {}.", counted(named.cut(), "name")));
    }
    let listed = |hulls: &[usize]| -> String {
        let list: Vec<&str> = hulls.iter().map(|&hull| chart.hulls[hull].as_str()).collect();
        list.join(", ")
    };
    if !named.unnamed.is_empty() {
        notes.push(format!("Areas without room for a name: {}.", listed(&named.unnamed)));
    }
    if !mingled.is_empty() {
        notes.push(format!(
            "No area is drawn for {}: actors of other {} stand among theirs.",
            listed(mingled),
            plural(&chart.hull_name)
        ));
    }
    let undrawn = chart.ties.iter().filter(|line| !is_drawn(line, chart.actors.len())).count();
    if undrawn > 0 {
        notes.push(format!(
            "Not drawn: {}, from an actor to itself or to none.",
            counted(undrawn, "tie")
        ));
    }
    let undefined = chart.actors.iter().filter(|actor| actor.size.is_none()).count();
    if let Some(name) = chart.size_name.as_ref().filter(|_| undefined > 0) {
        notes.push(format!(
            "Drawn smallest: {} without a value of {name}.",
            counted(undefined, "actor")
        ));
    }
    notes
}

/// Letters that readers of the PNG will not see, since the embedded font has none for them.
pub(super) fn missing_letters(chart: &Sociogram) -> Option<String> {
    let texts = chart
        .actors
        .iter()
        .map(|actor| &actor.label)
        .chain([&chart.title])
        .chain(&chart.caption)
        .chain(chart.remarks.iter().map(|it| &it.text))
        .chain(&chart.groups)
        .chain(&chart.hulls);
    let mut letters: Vec<char> = texts.flat_map(|text| font::missing(text)).collect();
    letters.sort_unstable();
    letters.dedup();
    let list: Vec<String> = letters.iter().map(char::to_string).collect();
    (!list.is_empty()).then(|| format!("The font has no letter for: {}", list.join(" ")))
}

fn size(chart: &Sociogram, lines: &[Joined], stress: Option<f64>) -> String {
    let mutual = lines.iter().filter(|line| line.to_a && line.to_b).count();
    let ties = if chart.directed { lines.len() + mutual } else { lines.len() };
    let stress = stress
        .map_or_else(String::new, |stress| format!(", scale-normalised stress {}", short(stress)));
    let apart = match chart.method {
        Method::Grouped { .. } => format!(
            " Actors of different {} were held apart: distance between them is not evidence.",
            plural(&chart.hull_name)
        ),
        Method::Clusters => String::from(
            " Actors tied among themselves were drawn together: distance is not a count of steps.",
        ),
        _ => String::new(),
    };
    let freedom = chart.method.freedom();
    let parted = if freedom == Freedom::None { "" } else { ", overlaps removed" };
    let activities = chart.actors.iter().filter(|actor| actor.kind == NodeKind::Activity).count();
    let beside = match activities {
        0 => String::new(),
        1 => ", 1 activity".to_owned(),
        some => format!(", {some} activities"),
    };
    format!(
        "{}{beside}, {}. Layout: {}{parted}{stress}.{apart}",
        counted(chart.actors.len() - activities, "actor"),
        counted(ties, if chart.directed { "directed tie" } else { "tie" }),
        chart.method.words(chart.seed)
    )
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}
