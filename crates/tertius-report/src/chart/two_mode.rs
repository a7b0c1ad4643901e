//! Actors beside what they take part in.

use std::collections::HashMap;

use tertius::network::{ActorKind, Via};
use tertius::options::Direction;
use tertius::study::Activity;
use tertius::{Error, Result, View};
use tertius_chart::{Figure, Labels, Sociogram};

use super::{Kind, Sheet};
use crate::figure;
use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::{Noun, ORGANISATION, PERSON, TIE, list, number, whole};
use crate::{Look, Places};

pub(super) const KIND: Kind = Kind {
    name: "twomode",
    about: "Actors beside what they take part in, in columns of organisations, people and activities",
    needs_groups: false,
    draw,
};

const WHAT: &str = "a picture of actors beside activities";
const ACTIVITY: Noun = Noun { one: "activity", many: "activities", article: "an" };

/// More marks than these never have room for their names in columns.
const MOST_SHOWN: usize = 400;

/// The view with activities as a second mode, whatever joins actors in it.
pub(super) fn view(view: &View) -> View {
    View { via: vec![Via::TwoMode], ..view.clone() }
}

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    let net = &ground.net;
    if net.ties().is_empty() {
        let why = "nobody in this view is on record as having taken part in an activity; rows in participation.csv would show who did, and --status, --period, --certainty and --level choose among them";
        return Err(Error::not_applicable(WHAT, why));
    }
    if net.actors().len() > MOST_SHOWN {
        return Err(too_many(ground));
    }
    let standing = Standing::of(net, sheet.watch)?;
    let by = net.grouping(sheet.by());
    let (groups, group_of) =
        by.as_ref().map_or_else(|_| ground.groups_of(), |by| ground.grouped(by));
    let look = &sheet.choice.look;
    // No area can be drawn around those who stand in columns.
    let look = Look {
        size: Some(look.size.clone().unwrap_or_else(|| "degree".to_owned())),
        hull: Some("none".to_owned()),
        ..look.clone()
    };
    let mut drawn = figure::sociogram(ground, &standing, &look, sheet.watch)?;
    for (node, group) in drawn.actors.iter_mut().zip(group_of) {
        node.group = group;
    }
    let counted = counted(ground);
    drawn.description = format!("Columns joined by lines: {counted}.");
    let dressed = look.dress(&mut drawn, ground, sheet.watch)?;
    let picture = Sociogram {
        title: sheet.title("who takes part in what"),
        method: Places::Layered.method(ground, &standing)?,
        layer_names: Places::Layered.columns(ground),
        groups,
        group_name: sheet.by().to_owned(),
        caption: sheet.caption([said(ground, &counted)].into_iter().chain(dressed).collect()),
        ..drawn
    };
    let figure = picture.draw(sheet.page, sheet.watch)?;
    let all = matches!(look.labels, Labels::Auto | Labels::All);
    if all && figure.unnamed() > 0 { Err(too_many(ground)) } else { Ok(figure) }
}

fn too_many(ground: &Ground<'_>) -> Error {
    let why = format!(
        "{} are too many for columns of names on this page; --period, --locality or --level leave fewer, --page double has most room, and `chart sociogram --via two-mode` draws all without columns",
        counted(ground)
    );
    Error::not_applicable(WHAT, why)
}

/// How many there are of each kind: `27 organisations, 2 people and 29 activities`.
fn counted(ground: &Ground<'_>) -> String {
    let net = &ground.net;
    let first = net.first_mode().unwrap_or_default();
    let people = net.actors()[..first].iter().filter(|it| it.kind == ActorKind::Person).count();
    let kinds =
        [(ORGANISATION, first - people), (PERSON, people), (ACTIVITY, net.actors().len() - first)];
    let there = kinds.into_iter().filter(|(_, n)| *n > 0);
    list(&there.map(|(noun, n)| noun.count(n)).collect::<Vec<_>>())
}

/// What the picture shows in numbers.
fn said(ground: &Ground<'_>, counted: &str) -> String {
    let net = &ground.net;
    let (n, first) = (net.actors().len(), net.first_mode().unwrap_or_default());
    let rows = net.rows(Direction::All);
    let ties = net.ties().len();
    let mut said = vec![format!(
        "{counted}, {}: each joins an actor to an activity it took part in.",
        TIE.count(ties)
    )];
    let parts: Vec<usize> =
        (0..first).map(|at| rows.alters(at).len()).filter(|parts| *parts > 0).collect();
    let most = parts.iter().max().copied().unwrap_or_default();
    said.push(format!(
        "On average whoever took part did so in {} of them, at most in {}.",
        number(ties as f64 / parts.len().max(1) as f64),
        whole(most)
    ));
    let none = first - parts.len();
    if none > 0 {
        said.push(format!("{} took part in none on record.", whole(none)));
    }
    let alone = (first..n).filter(|&at| rows.alters(at).len() == 1).count();
    if alone > 0 {
        said.push(format!("Of {}, one participant alone is on record.", ACTIVITY.count(alone)));
    }
    let activities: HashMap<&str, &Activity> =
        ground.study.activities.iter().map(|it| (it.id.as_str(), it)).collect();
    let is_dated = |it: &&&Activity| it.start.is_some() || it.end.is_some();
    let shown = net.actors()[first..].iter().filter_map(|it| activities.get(it.id.as_str()));
    let undated = n - first - shown.filter(is_dated).count();
    if undated > 0 {
        let have = if undated == 1 { "has" } else { "have" };
        said.push(format!("{} {have} no date on record.", ACTIVITY.count(undated)));
    }
    let groups = ground.groups();
    if groups > 0 {
        said.push(format!(
            "A double outline marks a group that was counted and not named ({groups} here)."
        ));
    }
    said.push("The order in a column says nothing.".to_owned());
    said.join(" ")
}
