//! The most central actors as dots, by one measure or a few.

use tertius::{Error, Result};
use tertius_chart::{DotPlot, Dots, Figure};

use super::score::Score;
use super::{Kind, Sheet, TOP, Told};
use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::{list, number, whole};

pub(super) const KIND: Kind = Kind {
    name: "centrality",
    about: "The most central actors as dots, by betweenness, contacts and constraint, or other measures",
    needs_groups: false,
    draw,
};

/// More panels would be too narrow to read.
const MOST_MEASURES: usize = 4;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let (ground, asked) = (&sheet.ground, &sheet.choice.measures);
    if asked.len() > MOST_MEASURES {
        return Err(Error::Option {
            option: "measure".to_owned(),
            value: list(asked),
            expected: format!("up to {MOST_MEASURES} have room side by side"),
        });
    }
    if ground.net.ties().is_empty() {
        let why = "no tie is on record in this view; --via, --relation or --period choose another";
        return Err(Error::not_applicable("a figure of centrality", why));
    }
    let usual = ["betweenness", "degree", "constraint"].map(str::to_owned);
    let takes_long = asked.is_empty() && Standing::takes_long(&ground.net)?;
    let names = if asked.is_empty() { &usual[usize::from(takes_long)..] } else { asked };
    let score = |name: &String| {
        Score::named(name, sheet.by(), &ground.net, sheet.watch)?.bounded(ground, sheet.watch)
    };
    let scores = names.iter().map(score).collect::<Result<Vec<Score>>>()?;
    let Told { mut picture, mut said } = picture(ground, &scores);
    picture.title = sheet.title(&format!("who is central, by {}", scores[0].name));
    if takes_long {
        said.push(format!(
            "Betweenness is left out: shortest paths between all {} actors would take long; --measure betweenness asks for it.",
            whole(ground.net.actors().len())
        ));
    }
    picture.caption = sheet.caption(said);
    Ok(picture.draw(sheet.page))
}

/// The actors with the highest first score, and what must be said of them.
pub(crate) fn picture(ground: &Ground<'_>, scores: &[Score]) -> Told<DotPlot> {
    let (groups, of_group) = ground.groups_of();
    let first = &scores[0];
    let order = Score::order(scores);
    let shown = &order[..order.len().min(TOP)];
    let pick = |values: &[Option<f64>]| shown.iter().map(|&at| values[at]).collect();
    let measures = scores.iter().map(|score| Dots {
        name: score.name.clone(),
        values: pick(&score.values),
        intervals: if score.is_open() {
            shown.iter().map(|&at| score.bounds[at]).collect()
        } else {
            Vec::new()
        },
    });
    let picture = DotPlot {
        actors: shown.iter().map(|&at| ground.net.actors()[at].name.clone()).collect(),
        of_group: shown.iter().map(|&at| of_group[at]).collect(),
        groups,
        group_name: ground.grouping_name().to_owned(),
        measures: measures.collect(),
        interval_name:
            "least and most that it could be, whatever the pairs that were not observed hold"
                .to_owned(),
        description: description(ground, scores, shown),
        ..DotPlot::default()
    };
    let mut said = vec![whom(ground, first, &order)];
    said.extend(doubt(ground, scores));
    if scores.iter().any(|score| shown.iter().any(|&at| score.values[at].is_none())) {
        said.push("A cross marks an actor for whom the measure is not defined.".to_owned());
    }
    said.push(
        "High values show where contacts meet in this record. They do not show importance."
            .to_owned(),
    );
    Told { picture, said: vec![said.join(" ")] }
}

/// Who is shown, and whether others are as high as the last of them.
fn whom(ground: &Ground<'_>, score: &Score, order: &[usize]) -> String {
    let (noun, n) = (ground.actors(), order.len());
    let (most, same) = match score.name.as_str() {
        "contacts" => ("most contacts".to_owned(), "as many".to_owned()),
        name => (format!("the highest {name}"), format!("the same {name}")),
    };
    if n <= TOP {
        return format!("All {}, those with {most} first.", noun.count(n));
    }
    let last = score.values[order[TOP - 1]];
    let is_same = |at: &&usize| match (score.values[**at], last) {
        (Some(value), Some(last)) => Score::same(value, last),
        (value, last) => value == last,
    };
    let more = order[TOP..].iter().filter(is_same).count();
    let shared = match more {
        0 => String::new(),
        1 => format!("; 1 more has {same} as the last of them"),
        _ => format!("; {} more have {same} as the last of them", whole(more)),
    };
    format!("The {TOP} of {} with {most}{shared}.", noun.count(n))
}

/// What the lines through the dots are, or why there is none.
fn doubt(ground: &Ground<'_>, scores: &[Score]) -> Vec<String> {
    let net = &ground.net;
    let missing = net.dyads() - net.observed_dyads();
    if missing == 0 && ground.is_survey() {
        return vec!["Every pair was observed, so no range is drawn.".to_owned()];
    }
    if missing == 0 {
        return vec!["The study does not say who was asked: how far values may be off for want of answers is not known, and no range is drawn.".to_owned()];
    }
    let open: Vec<&str> =
        scores.iter().filter(|it| it.is_open()).map(|it| it.name.as_str()).collect();
    let pairs =
        format!("{} of {} were not observed", whole(missing), ground.pairs().count(net.dyads()));
    let mut said = Vec::new();
    if open.is_empty() {
        said.push(format!("{pairs}; no range is drawn, as none can be told, or none is open."));
        return said;
    }
    let closed: Vec<&str> =
        scores.iter().filter(|it| !it.is_open()).map(|it| it.name.as_str()).collect();
    said.push(format!(
        "{pairs}: a line spans all that {} could be if any of them held a tie, which is a bound and not a probability.",
        list(&open)
    ));
    if !closed.is_empty() {
        said.push(format!("For {} there is no such range.", list(&closed)));
    }
    said
}

fn description(ground: &Ground<'_>, scores: &[Score], shown: &[usize]) -> String {
    let name = |at: usize| ground.net.actors()[at].name.as_str();
    let first = &scores[0];
    let most = shown
        .iter()
        .take(3)
        .filter_map(|&at| Some(format!("{} ({})", name(at), number(first.values[at]?))));
    let names: Vec<&str> = scores.iter().map(|it| it.name.as_str()).collect();
    format!(
        "Dot plot of {} for {}. Highest {}: {}.",
        list(&names),
        ground.actors().count(shown.len()),
        first.name,
        list(&most.collect::<Vec<_>>())
    )
}
