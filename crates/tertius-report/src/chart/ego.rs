//! One actor, those around it, and the ties among them.

use tertius::network::Tie;
use tertius::options::{Direction, Model};
use tertius::{Error, Network, Result, actor};
use tertius_chart::layout::Method;
use tertius_chart::{Figure, Line, Node, Sociogram};

use super::{Kind, Sheet, TWO_MODES};
use crate::figure;
use crate::ground::Ground;
use crate::who;
use crate::wording::{TIE, list, number, whole};

pub(super) const KIND: Kind = Kind {
    name: "ego",
    about: "One actor (--ego), those around it, and who of them is tied to whom",
    needs_groups: false,
    draw,
};

/// Actors proposed where none is given.
const PROPOSED: usize = 3;

/// More names than these find no room around a ring.
const MOST_SHOWN: usize = 120;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    if ground.is_two_mode() {
        return Err(Error::not_applicable(WHAT, TWO_MODES));
    }
    let steps = sheet.choice.steps;
    if !(1..=2).contains(&steps) {
        return Err(Error::Option {
            option: "steps".to_owned(),
            value: steps.to_string(),
            expected: "1 or 2; at three most of a network is there".to_owned(),
        });
    }
    let ego = found(&ground.net, sheet.choice.ego.as_deref())?;
    let around = Around::of(&ground.net, ego, steps);
    let name = &ground.net.actors()[ego].name;
    if around.first.is_empty() {
        let why = format!(
            "{name} has no tie in this view; {}, or --via, --relation, --period and --level choose another view",
            proposal(&ground.net)
        );
        return Err(Error::not_applicable(WHAT, why));
    }
    if around.shown.len() > MOST_SHOWN {
        let why = format!(
            "{} within {} of {name} are too many to be read; --steps 1, --locality, --period and --relation leave fewer",
            ground.actors().count(around.shown.len() - 1),
            if steps == 1 { "one step" } else { "two steps" },
        );
        return Err(Error::not_applicable(WHAT, why));
    }
    let mut picture = picture(ground, &around);
    picture.title = sheet.title(&format!("who is around {name}"));
    let said = said(sheet, &around)?;
    picture.description = format!("{} It stands in the middle.", said[0]);
    picture.caption = sheet.caption(vec![said.join(" ")]);
    picture.draw(sheet.page, sheet.watch)
}

const WHAT: &str = "a picture of an actor and those around it";

/// The actor asked for, by identifier or by a name that no other has.
fn found(net: &Network, asked: Option<&str>) -> Result<usize> {
    let Some(asked) = asked else {
        let why =
            format!("it has to know whom: --ego takes an identifier or a name; {}", proposal(net));
        return Err(Error::not_applicable(WHAT, why));
    };
    who::actor(net, asked).map_err(|mut error| {
        if !error.suggests()
            && let Error::Unknown { help, .. } = &mut error
        {
            *help = format!("{help}; {}", proposal(net));
        }
        error
    })
}

/// Those with most contacts, as they could be asked for.
fn proposal(net: &Network) -> String {
    let rows = net.rows(Direction::All);
    let mut order: Vec<usize> = (0..net.actors().len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(rows.alters(at).len()));
    order.truncate(PROPOSED);
    order.retain(|&at| !rows.alters(at).is_empty());
    if order.is_empty() {
        return "no actor of this view has a contact".to_owned();
    }
    let word =
        |&at: &usize| format!("--ego {} ({})", quoted(&net.actors()[at].id), rows.alters(at).len());
    format!("most contacts have {}", list(&order.iter().map(word).collect::<Vec<_>>()))
}

/// As a shell takes it: a code has a space in it.
fn quoted(id: &str) -> String {
    if id.contains(' ') { format!("\"{id}\"") } else { id.to_owned() }
}

/// Who is how near.
struct Around {
    ego: usize,
    /// One step away.
    first: Vec<usize>,
    /// All in the picture, in the order of the network, and the steps to each.
    shown: Vec<usize>,
    steps: Vec<usize>,
}

impl Around {
    fn of(net: &Network, ego: usize, steps: usize) -> Self {
        let rows = net.rows(Direction::All);
        let mut away = vec![None; net.actors().len()];
        away[ego] = Some(0);
        let mut reached = vec![ego];
        for step in 1..=steps {
            let mut found = Vec::new();
            for &alter in reached.iter().flat_map(|&at| rows.alters(at)) {
                let alter = alter as usize;
                if away[alter].is_none() {
                    away[alter] = Some(step);
                    found.push(alter);
                }
            }
            reached = found;
        }
        let shown: Vec<usize> = (0..away.len()).filter(|&at| away[at].is_some()).collect();
        let first = shown.iter().copied().filter(|&at| away[at] == Some(1)).collect();
        let steps = shown.iter().filter_map(|&at| away[at]).collect();
        Self { ego, first, shown, steps }
    }
}

fn picture(ground: &Ground<'_>, around: &Around) -> Sociogram {
    let net = &ground.net;
    let (groups, group_of) = ground.groups_of();
    let name = &net.actors()[around.ego].name;
    let actors = around.shown.iter().map(|&at| {
        let actor = &net.actors()[at];
        Node {
            id: format!("actor-{at}"),
            label: actor.name.clone(),
            group: group_of[at],
            collective: actor.group.is_some(),
            kind: figure::kind_of(actor),
            ..Node::default()
        }
    });
    let place = |at: u32| around.shown.binary_search(&(at as usize)).ok();
    let line = |(at, tie): (usize, &Tie)| {
        Some(Line {
            from: place(tie.from)?,
            to: place(tie.to)?,
            weight: tie.strength,
            dashed: ground.is_opportunity(at),
            bold: false,
            light: [tie.from, tie.to].contains(&(around.ego as u32)),
        })
    };
    let shared = "shared activities only";
    Sociogram {
        actors: actors.collect(),
        ties: net.ties().iter().enumerate().filter_map(line).collect(),
        directed: net.is_directed(),
        method: Method::Rings {
            rings: around.steps.clone(),
            groups: around.shown.iter().map(|&at| group_of[at]).collect(),
        },
        groups,
        group_name: ground.grouping_name().to_owned(),
        width_name: net.is_weighted().then(|| "strength of the tie".to_owned()),
        plain_name: Some("among the others".to_owned()),
        dash_name: Some(format!("among the others, {shared}")),
        light_name: Some(format!("of {name}")),
        light_dash_name: Some(format!("of {name}, {shared}")),
        ring_name: Some(match around.steps.iter().max() {
            Some(2) => format!("one step from {name}, and two"),
            _ => format!("one step from {name}"),
        }),
        seed: ground.run.seed,
        ..Sociogram::default()
    }
}

/// What the picture shows in numbers.
fn said(sheet: &Sheet<'_>, around: &Around) -> Result<Vec<String>> {
    let (ground, net) = (&sheet.ground, &sheet.ground.net);
    let (ego, name) = (around.ego, &net.actors()[around.ego].name);
    let alters = &around.first;
    let among = Among::of(net, alters);
    let mut said = vec![format!(
        "{name} is tied to {}, with {} among them.",
        ground.actors().count(alters.len()),
        TIE.count_or_no(among.ties)
    )];
    if alters.len() > 1 && among.observed > 0 {
        let apart = among.pairs - among.observed;
        let left = match apart {
            0 => String::new(),
            _ => format!("; {} more were not observed", whole(apart)),
        };
        said.push(format!(
            "Density among them: {} ({} of {}{left}).",
            number(among.observed_ties as f64 / among.observed as f64),
            whole(among.observed_ties),
            ground.pairs().count(among.observed)
        ));
    }
    let watch = sheet.watch;
    let value = |found: tertius::Results| found.numbers("value").and_then(|it| it[ego]);
    let constraint = value(actor::constraint(net, Model::default(), watch)?);
    let size = value(actor::effective_size(net, Model::default(), watch)?);
    if let (Some(constraint), Some(size)) = (constraint, size) {
        let by = if net.is_weighted() { ", by the strength of ties" } else { "" };
        said.push(format!(
            "Burt’s constraint of {name} is {}, its effective size {}{by}.",
            number(constraint),
            number(size)
        ));
    }
    let second = around.shown.len() - 1 - alters.len();
    if sheet.choice.steps == 2 {
        let are = if second == 1 { "is" } else { "are" };
        said.push(match second {
            0 => "Nobody is two steps away.".to_owned(),
            _ => format!("{} {are} two steps away.", ground.actors().count(second)),
        });
    }
    said.extend(unobserved(ground, around));
    said.push("Around the ring stand those of one group side by side; nothing else is meant by where they stand.".to_owned());
    Ok(said)
}

/// What is not known of the ties of the actor itself.
fn unobserved(ground: &Ground<'_>, around: &Around) -> Vec<String> {
    let (net, ego) = (&ground.net, around.ego);
    let name = &net.actors()[ego].name;
    let mut said = Vec::new();
    if net.observed().accounts().is_some_and(|heard| !heard[ego]) {
        said.push(format!(
            "No full answer from {name} is on record: the ties are those that others told of."
        ));
    }
    let rows = net.rows(Direction::All);
    let unknown = (0..net.actors().len())
        .filter(|&other| other != ego && !rows.has(ego, other))
        .filter(|&other| !net.is_observed(ego, other) || !net.is_observed(other, ego))
        .count();
    if unknown > 0 {
        said.push(format!(
            "Whether it has ties with {} more was not observed.",
            ground.actors().count(unknown)
        ));
    }
    said
}

/// What is known of the ties among some actors.
struct Among {
    ties: usize,
    /// Pairs of them, ordered ones in a directed network; of these, those observed, and the ties in them.
    pairs: usize,
    observed: usize,
    observed_ties: usize,
}

impl Among {
    fn of(net: &Network, members: &[usize]) -> Self {
        let is_member = |at: u32| members.binary_search(&(at as usize)).is_ok();
        let is_among = |tie: &&Tie| is_member(tie.from) && is_member(tie.to);
        let ordered = members.iter().flat_map(|&a| members.iter().map(move |&b| (a, b)));
        let pairs =
            || ordered.clone().filter(|(a, b)| if net.is_directed() { a != b } else { a < b });
        Self {
            ties: net.ties().iter().filter(is_among).count(),
            pairs: pairs().count(),
            observed: pairs().filter(|&(a, b)| net.is_observed(a, b)).count(),
            observed_ties: net.observed_ties().filter(is_among).count(),
        }
    }
}
