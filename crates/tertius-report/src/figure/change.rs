//! The network before and after, everybody in the same place.

use std::collections::HashMap;

use tertius::network::Actor;
use tertius::{Network, Result, Watch};
use tertius_chart::layout::Method;
use tertius_chart::{Figure, Line, Node, Page, Panel, Panels, Sociogram};

use super::kind_of;
use crate::change::Two;
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
    change: &Two,
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

/// The same two networks as one figure, each panel with its numbers above it, and what is to be said of both;
/// `None` where they are too large.
pub(crate) fn panels(ground: &Ground<'_>, change: &Two) -> Option<(Panels, Vec<String>)> {
    let everyone = Everyone::of(change);
    if everyone.actors.len() > MOST_COMPARED {
        return None;
    }
    let panel = |time: usize| Panel {
        heading: format!("Wave {}", change.waves[time]),
        said: format!("{}.", numbers(change, time)),
        picture: everyone.picture(ground, change, Some(time)),
    };
    let panels = Panels { panels: [panel(0), panel(1)], ..Panels::default() };
    Some((panels, said(&everyone, change)))
}

/// What is to be said of both panels.
fn said(everyone: &Everyone<'_>, change: &Two) -> Vec<String> {
    let [first, last] = &change.waves;
    let mut said = vec![
        "Everybody stands in the same place in both panels, laid out by the ties of both waves."
            .to_owned(),
    ];
    let only_at = |time: usize| {
        let is_there = |actor: &&&Actor| change.nets[1 - time].actor(&actor.id).is_none();
        everyone.actors.iter().filter(is_there).map(|it| it.name.as_str()).collect::<Vec<_>>()
    };
    let (left, came) = (only_at(0), only_at(1));
    if left.is_empty() && came.is_empty() {
        said.push(format!("Nobody left between waves {first} and {last}, and nobody came."));
    }
    for (names, what) in [(left, "Left"), (came, "Came")] {
        match names.len() {
            0 => {}
            1..=NAMED => said.push(format!("{what}: {}.", list(&names))),
            some => said.push(format!("{what}: {}.", ACTOR.count(some))),
        }
    }
    let waves = [0, 1]
        .map(|time| unobserved(change, time, &format!("wave {}", change.waves[time])).join(" "));
    let waves = waves.into_iter().filter(|said| !said.is_empty());
    std::iter::once(said.join(" ")).chain(waves).collect()
}

/// Who did not answer at a wave, and how much of it was observed.
fn unobserved(change: &Two, time: usize, wave: &str) -> Vec<String> {
    let mut said = Vec::new();
    let unheard = change.unheard(time);
    match unheard.len() {
        0 => {}
        1..=NAMED => said.push(format!("* No full answer in {wave} from {}.", list(&unheard))),
        some => said.push(format!("* No full answer in {wave} from {}.", ACTOR.count(some))),
    }
    let net = &change.nets[time];
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    if observed < dyads {
        said.push(format!(
            "{} of {} pairs were observed in {wave}; no line between the others means not known.",
            whole(observed),
            whole(dyads)
        ));
    }
    said
}

/// Whoever was there at either wave: first those of the first.
struct Everyone<'c> {
    actors: Vec<&'c Actor>,
    at: HashMap<&'c str, usize>,
}

impl<'c> Everyone<'c> {
    fn of(change: &'c Two) -> Self {
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
    fn picture(&self, ground: &Ground<'_>, change: &'c Two, time: Option<usize>) -> Sociogram {
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
        Sociogram {
            actors: actors.collect(),
            ties: self.lines(change, time),
            directed,
            groups,
            group_name: ground.grouping_name().to_owned(),
            light_name: Some("kept: there in both waves".to_owned()),
            bold_name: Some(format!("gained: not there in wave {}{either}", change.waves[0])),
            dash_name: Some(format!("lost: not there in wave {}{either}", change.waves[1])),
            light_dash_name: Some("not comparable: not observed at both waves".to_owned()),
            description: time.map_or_else(String::new, |time| description(change, time)),
            seed: ground.run.seed,
            ..Sociogram::default()
        }
    }

    /// The ties of a wave, or of both: light if kept, bold if gained, dashed if lost, light and dashed if
    /// that is not known.
    fn lines(&self, change: &Two, time: Option<usize>) -> Vec<Line> {
        let words = |column: &str| change.pairs.words(column).unwrap_or_default();
        let (from, to, became) = (words("from"), words("to"), words("became"));
        let strength = ["before", "after"].map(|it| change.pairs.numbers(it).unwrap_or_default());
        let is_there = |row: &usize| time.is_none_or(|time| strength[time][*row].is_some());
        let end = |id: &Option<String>| self.at.get(id.as_deref()?).copied();
        let line = |row: usize| {
            let became = became[row].as_deref()?;
            Some(Line {
                from: end(&from[row])?,
                to: end(&to[row])?,
                weight: 1.0,
                dashed: became != "kept" && became != "gained",
                bold: became == "gained",
                light: became != "gained" && became != "lost",
            })
        };
        let mut lines: Vec<Line> =
            (0..change.pairs.len()).filter(is_there).filter_map(line).collect();
        // A pair is one line: what changed in either direction is what it shows.
        let pair = |line: &Line| (line.from.min(line.to), line.from.max(line.to));
        let changed: HashMap<(usize, usize), Line> =
            lines.iter().filter(|line| !line.light).map(|line| (pair(line), *line)).collect();
        for line in &mut lines {
            if let Some(Line { dashed, bold, light, .. }) = changed.get(&pair(line)).copied() {
                *line = Line { dashed, bold, light, ..*line };
            }
        }
        lines
    }

    /// The sectors in the order of the vocabulary, then of first appearance, and that of each actor
    /// that has just one.
    fn sectors(&self, ground: &Ground<'_>, change: &'c Two) -> (Vec<String>, Vec<Option<usize>>) {
        let by = ground.grouping_name();
        let of = |actor: &&Actor| {
            let [before, after] = &change.nets;
            let at = |net: &'c Network| Some(&net.attribute(by)?[net.actor(&actor.id)?]);
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
        (ids.iter().map(|id| ground.group_label(by, id)).collect(), group_of)
    }
}

/// What became of the ties of a wave, in numbers.
fn numbers(change: &Two, time: usize) -> String {
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
fn caption(change: &Two, time: usize) -> String {
    let when = ["Before", "After"][time];
    let changed = ["Dashed lines are those lost", "Bold lines are those gained"][time];
    let mut said = vec![format!(
        "{when}: {}. {changed}. Everybody stands in the same place in both pictures, laid out by the ties of both waves.",
        numbers(change, time)
    )];
    said.extend(unobserved(change, time, "this wave"));
    said.join(" ")
}

/// The same for a reader who does not see the picture.
fn description(change: &Two, time: usize) -> String {
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
        let change = Two::between(waves, nets).expect("they are alike");
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
