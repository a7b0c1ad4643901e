//! The network of the view as a picture.

use tertius::network::ActorKind;
use tertius_chart::{Line, Node, Sociogram};

use crate::Places;
use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::{TIE, list, whole};

/// Areas drawn around actors: more than these cover one another.
const AREAS: usize = 6;

/// The network of the view: colour and shape are sectors, areas localities, size a centrality.
pub(crate) fn sociogram(ground: &Ground<'_>, standing: &Standing) -> Sociogram {
    let net = &ground.net;
    let (sectors, sector_of) = ground.groups_of();
    let (areas, areas_of) = areas(ground);
    let (size_name, sizes) = sizes(standing);
    let actors = net.actors().iter().enumerate().map(|(at, actor)| Node {
        id: format!("actor-{at}"),
        label: actor.name.clone(),
        group: sector_of[at],
        hulls: areas_of[at].clone(),
        size: sizes[at],
        collective: actor.group.is_some(),
        person: actor.kind == ActorKind::Person,
        activity: net.first_mode().is_some_and(|first| at >= first),
    });
    let ties = net.ties().iter().enumerate().map(|(at, tie)| Line {
        from: tie.from as usize,
        to: tie.to as usize,
        weight: tie.strength,
        dashed: ground.is_opportunity(at),
        bold: false,
        light: false,
    });
    let seed = ground.run.seed;
    let dashed = ground.opportunities() > 0;
    Sociogram {
        title: String::new(),
        actors: actors.collect(),
        ties: ties.collect(),
        directed: net.is_directed(),
        groups: sectors,
        group_name: ground.grouping_name().to_owned(),
        hulls: areas.iter().map(|names| area_name(names)).collect(),
        hull_name: "locality".to_owned(),
        size_name: Some(size_name.to_owned()),
        width_name: net.is_weighted().then(|| "strength of the tie".to_owned()),
        dash_name: dashed.then(|| "shared activities only".to_owned()),
        caption: Vec::new(),
        description: description(ground, standing, size_name),
        seed,
        ..Sociogram::default()
    }
}

/// Why a network too large for [`Ground::is_drawable`] has no picture, and what to do.
pub(crate) fn unreadable(ground: &Ground<'_>) -> String {
    format!(
        "a picture of {} cannot be read; cut a smaller view with --locality, --period, --relation or --level",
        ground.actors().count(ground.net.actors().len())
    )
}

/// What the caption says that the picture does not.
pub(crate) fn caption(ground: &Ground<'_>, standing: &Standing, places: &Places) -> String {
    let net = &ground.net;
    let size = sizes(standing).0;
    let mut said = vec![format!("The larger a mark, the higher its {size}. {}", places.said())];
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    if observed < dyads {
        said.push(format!(
            "{} of {} pairs were observed; no line between the others means not known.",
            whole(observed),
            whole(dyads)
        ));
    }
    let groups = ground.groups();
    if groups > 0 {
        said.push(format!(
            "A double outline marks a group that was counted and not named ({groups} here)."
        ));
    }
    said.push(format!("View: {}.", net.provenance().view));
    said.join(" ")
}

fn description(ground: &Ground<'_>, standing: &Standing, size: &str) -> String {
    let net = &ground.net;
    let mut said = vec![format!(
        "Network picture of {} and {}.",
        ground.actors().count(net.actors().len()),
        TIE.count(net.ties().len())
    )];
    if let Some(isolates) = standing.components.value("isolates", "value").filter(|n| *n > 0.0) {
        let stand = if isolates > 1.0 { "stand" } else { "stands" };
        said.push(format!("{isolates} without a tie {stand} apart."));
    }
    let values = sizes(standing).1;
    let mut order: Vec<usize> = (0..values.len()).filter(|&at| values[at] > Some(0.0)).collect();
    order.sort_by(|&a, &b| values[b].partial_cmp(&values[a]).expect("finite").then(a.cmp(&b)));
    let names: Vec<&str> = order.iter().take(3).map(|&at| net.actors()[at].name.as_str()).collect();
    if !names.is_empty() {
        said.push(format!("Largest marks, by {size}: {}.", list(&names)));
    }
    said.join(" ")
}

/// Betweenness, or contacts where nobody lies between others.
fn sizes(standing: &Standing) -> (&'static str, Vec<Option<f64>>) {
    let betweenness = standing.between();
    if betweenness.iter().flatten().any(|value| *value > 0.0) {
        ("betweenness", betweenness)
    } else {
        ("number of contacts", standing.degree.numbers("degree").unwrap_or_default())
    }
}

/// The localities with most tied actors, and those of each actor. Localities of the same actors are
/// one area, and one that holds everybody is none: it would say nothing.
fn areas(ground: &Ground<'_>) -> (Vec<Vec<String>>, Vec<Vec<usize>>) {
    let net = &ground.net;
    let mut areas_of = vec![Vec::new(); net.actors().len()];
    let Some(crossing) = &ground.locality else { return (Vec::new(), areas_of) };
    let is_tied =
        |at: &usize| !net.out().alters(*at).is_empty() || !net.into_rows().alters(*at).is_empty();
    let tied: Vec<usize> = (0..net.actors().len()).filter(is_tied).collect();
    let mut areas: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    for (id, label) in crossing.by.labels().iter().enumerate() {
        let is_in = |at: &usize| crossing.by.groups(*at).contains(&(id as u32));
        let members: Vec<usize> = tied.iter().copied().filter(is_in).collect();
        let name = ground.locality_label(label);
        match areas.iter_mut().find(|(same, _)| *same == members) {
            Some((_, names)) => names.push(name),
            None if members.len() > 1 && members.len() < tied.len() => {
                areas.push((members, vec![name]));
            }
            None => {}
        }
    }
    areas.sort_by_key(|(members, _)| std::cmp::Reverse(members.len()));
    areas.truncate(AREAS);
    for (area, (members, _)) in areas.iter().enumerate() {
        members.iter().for_each(|&at| areas_of[at].push(area));
    }
    (areas.into_iter().map(|(_, names)| names).collect(), areas_of)
}

/// The name of an area: that of its locality, or of the first of several.
fn area_name(names: &[String]) -> String {
    match names {
        [first, rest @ ..] if !rest.is_empty() => format!("{first} and {} more", rest.len()),
        names => names.concat(),
    }
}
