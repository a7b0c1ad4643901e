//! The network before and after, everybody in the same place.

use std::collections::HashMap;

use tertius::network::Actor;
use tertius::{Network, Result, Watch};
use tertius_chart::layout::Method;
use tertius_chart::{Figure, Line, Node, Page, Sociogram};

use super::kind_of;
use crate::change::Change;
use crate::ground::Ground;
use crate::wording::{ACTOR, TIE, list, whole};

/// Two pictures and their captions.
const PAGE: Page = Page { height_mm: 125.0, ..Page::double() };

/// More actors than these are too many to find again in a second picture.
pub(crate) const MOST_COMPARED: usize = 200;

/// More names than these are counted.
const NAMED: usize = 8;

/// The networks of the first wave and of the last, each with its caption; `None` where they are too
/// large to be compared by eye.
pub(crate) fn before_and_after(
    ground: &Ground<'_>,
    change: &Change,
    watch: &Watch,
) -> Result<Option<[(Figure, String); 2]>> {
    let everyone = Everyone::of(change);
    if everyone.actors.len() > MOST_COMPARED {
        return Ok(None);
    }
    let pairs = |time| {
        let lines = everyone.lines(change, Some(time));
        lines.iter().map(|line| (line.from, line.to)).collect()
    };
    let all = everyone.picture(ground, change, None);
    let common = Sociogram { method: Method::Waves { ties: vec![pairs(0), pairs(1)] }, ..all };
    let common = common.draw(&PAGE, watch)?;
    let places = common.layout().map_or_else(Vec::new, |layout| layout.xy.clone());
    let places: Vec<_> = places.into_iter().map(Some).collect();
    let picture = |time: usize| {
        let method = Method::Fixed { places: places.clone() };
        let picture = Sociogram { method, ..everyone.picture(ground, change, Some(time)) };
        Ok((picture.draw(&PAGE, watch)?, caption(change, time)))
    };
    Ok(Some([picture(0)?, picture(1)?]))
}

/// Whoever was there at either wave: first those of the first.
struct Everyone<'c> {
    actors: Vec<&'c Actor>,
    at: HashMap<&'c str, usize>,
}

impl<'c> Everyone<'c> {
    fn of(change: &'c Change) -> Self {
        let mut all = Self { actors: Vec::new(), at: HashMap::new() };
        for actor in change.nets.iter().flat_map(Network::actors) {
            let next = all.actors.len();
            if *all.at.entry(&actor.id).or_insert(next) == next {
                all.actors.push(actor);
            }
        }
        all
    }

    /// The picture of a wave, or that of the ties of both, which gives everybody a place.
    fn picture(&self, ground: &Ground<'_>, change: &'c Change, time: Option<usize>) -> Sociogram {
        let (groups, group_of) = self.sectors(ground, change);
        let unheard = time.map_or_else(Vec::new, |time| change.unheard(time));
        let label = |actor: &Actor| match time {
            Some(time) if change.nets[time].actor(&actor.id).is_none() => {
                format!("{} (not there)", actor.name)
            }
            _ if unheard.contains(&actor.name.as_str()) => format!("{} *", actor.name),
            _ => actor.name.clone(),
        };
        let actors = self.actors.iter().enumerate().map(|(at, actor)| Node {
            id: format!("actor-{at}"),
            label: label(actor),
            group: group_of[at],
            collective: actor.group.is_some(),
            kind: kind_of(actor),
            ..Node::default()
        });
        let directed = change.ties.method.directed;
        let either = if directed { ", in one direction or both" } else { "" };
        let other = |time: usize| &change.waves[1 - time];
        Sociogram {
            actors: actors.collect(),
            ties: self.lines(change, time),
            directed,
            groups,
            group_name: "sector".to_owned(),
            plain_name: time.map(|_| "kept: there in both waves".to_owned()),
            bold_name: time.map(|time| match time {
                0 => format!("lost: not there in wave {}{either}", other(0)),
                _ => format!("gained: not there in wave {}{either}", other(1)),
            }),
            dash_name: time.map(|time| format!("not comparable with wave {}", other(time))),
            description: time.map_or_else(String::new, |time| description(change, time)),
            seed: ground.run.seed,
            ..Sociogram::default()
        }
    }

    /// The ties of a wave, or of both: bold if lost or gained, dashed if that is not known.
    fn lines(&self, change: &Change, time: Option<usize>) -> Vec<Line> {
        let words = |column: &str| change.pairs.words(column).unwrap_or_default();
        let (from, to, became) = (words("from"), words("to"), words("became"));
        let strength = ["before", "after"].map(|it| change.pairs.numbers(it).unwrap_or_default());
        let is_there = |row: &usize| time.is_none_or(|time| strength[time][*row].is_some());
        let end = |id: &Option<String>| self.at.get(id.as_deref()?).copied();
        let line = |row: usize| {
            let became = became[row].as_deref()?;
            let changed = matches!(became, "gained" | "lost");
            Some(Line {
                from: end(&from[row])?,
                to: end(&to[row])?,
                weight: 1.0,
                dashed: became != "kept" && !changed,
                bold: changed,
                light: false,
            })
        };
        (0..change.pairs.len()).filter(is_there).filter_map(line).collect()
    }

    /// The sectors in the order of the vocabulary, then of first appearance, and that of each actor
    /// that has just one.
    fn sectors(
        &self,
        ground: &Ground<'_>,
        change: &'c Change,
    ) -> (Vec<String>, Vec<Option<usize>>) {
        let of = |actor: &&Actor| {
            let [before, after] = &change.nets;
            let at = |net: &'c Network| Some(&net.attribute("sector")?[net.actor(&actor.id)?]);
            match at(after).or_else(|| at(before)).map(Vec::as_slice) {
                Some([one]) => Some(one.as_str()),
                _ => None,
            }
        };
        let of_each: Vec<Option<&str>> = self.actors.iter().map(of).collect();
        let mut ids: Vec<&str> = Vec::new();
        for id in of_each.iter().flatten() {
            if !ids.contains(id) {
                ids.push(id);
            }
        }
        let declared = &ground.study.settings.sector;
        ids.sort_by_key(|id| declared.iter().position(|word| word.id == *id).unwrap_or(usize::MAX));
        let place = |id: Option<&str>| id.and_then(|id| ids.iter().position(|it| *it == id));
        let group_of = of_each.iter().copied().map(place).collect();
        (ids.iter().map(|id| ground.sector_label(id)).collect(), group_of)
    }
}

/// What became of the ties of a wave, in numbers.
fn numbers(change: &Change, time: usize) -> String {
    let changed = ["lost", "gained"][time];
    let all = ["ties_before", "ties_after"][time];
    let (all, kept, changed) = (change.count(all), change.count("kept"), change.count(changed));
    let unknown = all.saturating_sub(kept + changed);
    let unknown = match unknown {
        0 => String::new(),
        _ => format!(", {} not comparable", whole(unknown)),
    };
    let [from, to] = &change.waves;
    let (wave, became) = match time {
        0 => (from, format!("{} kept, {} lost by wave {to}", whole(kept), whole(changed))),
        _ => (to, format!("{} kept from wave {from}, {} gained", whole(kept), whole(changed))),
    };
    format!("{} in wave {wave}: {became}{unknown}", TIE.count(all))
}

/// What the picture shows and how to read it.
fn caption(change: &Change, time: usize) -> String {
    let when = ["Before", "After"][time];
    let bold = ["lost", "gained"][time];
    let mut said = vec![format!(
        "{when}: {}. Bold lines are those {bold}. Everybody stands in the same place in both pictures, laid out by the ties of both waves.",
        numbers(change, time)
    )];
    let unheard = change.unheard(time);
    match unheard.len() {
        0 => {}
        1..=NAMED => said.push(format!("* No full answer from {}.", list(&unheard))),
        some => said.push(format!("* No full answer from {}.", ACTOR.count(some))),
    }
    let net = &change.nets[time];
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    if observed < dyads {
        said.push(format!(
            "{} of {} pairs were observed in this wave; no line between the others means not known.",
            whole(observed),
            whole(dyads)
        ));
    }
    said.join(" ")
}

/// The same for a reader who does not see the picture.
fn description(change: &Change, time: usize) -> String {
    let when = ["before", "after"][time];
    format!(
        "The network {when}, everybody in the same place as in the other picture. {}.",
        numbers(change, time)
    )
}

#[cfg(test)]
mod tests {
    use tertius::Study;

    use super::*;
    use crate::Run;

    #[test]
    fn everybody_keeps_a_place_and_changes_are_bold() {
        let waves = ["1".to_owned(), "2".to_owned()];
        let before = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)];
        let after = [("a", "b", 1.0), ("a", "c", 1.0), ("c", "e", 1.0)];
        let nets = [&before[..], &after[..]]
            .map(|ties| Network::from_ties(false, ties.iter().copied()).expect("a network"));
        let change = Change::between(waves, nets, 1, &Watch::new()).expect("they are alike");
        let (study, run) = (Study::default(), Run::default());
        let ground = Ground::over(&study, &run, change.nets[1].clone()).expect("a ground");
        let [(first, said), (second, _)] =
            before_and_after(&ground, &change, &Watch::new()).unwrap().expect("two pictures");
        let places = |figure: &Figure| {
            let xy = &figure.layout().expect("places").xy;
            xy.iter().map(|at| *at - xy[0]).collect::<Vec<_>>()
        };
        assert_eq!(places(&first), places(&second));
        assert!(
            said.starts_with(
                "Before: 3 ties in wave 1: 1 kept, 1 lost by wave 2, 1 not comparable."
            ),
            "{said}"
        );
        let svg = first.svg();
        assert!(svg.contains("e (not there)") && svg.contains("lost: not there in wave 2"));
        assert!(svg.contains("not comparable"), "d left");
    }
}
