//! The network of the view as a picture.

use tertius::{Error, Result, Watch};
use tertius_chart::{Line, Node, NodeKind, Sociogram};

use super::kind_of;
use crate::crossing::groups;
use crate::findings::Standing;
use crate::ground::Ground;
use crate::wording::{TIE, list, whole};
use crate::{Look, Places};

/// Areas drawn around actors: more than these cover one another.
const AREAS: usize = 6;

/// The network of the view: colour and shape are sectors, areas localities, size a centrality.
pub(crate) fn sociogram(
    ground: &Ground<'_>,
    standing: &Standing,
    look: &Look,
    watch: &Watch,
) -> Result<Sociogram> {
    let net = &ground.net;
    let (sectors, sector_of) = ground.groups_of();
    let areas = areas(ground, look)?;
    let (size_name, sizes) = sizes(ground, standing, look, watch)?;
    let actors = net.actors().iter().enumerate().map(|(at, actor)| Node {
        id: format!("actor-{at}"),
        label: actor.name.clone(),
        group: sector_of[at],
        hulls: areas.of[at].clone(),
        size: sizes[at],
        collective: actor.group.is_some(),
        kind: match net.first_mode() {
            Some(first) if at >= first => NodeKind::Activity,
            _ => kind_of(actor),
        },
        faded: false,
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
    let mut drawn = Sociogram {
        title: String::new(),
        actors: actors.collect(),
        ties: ties.collect(),
        directed: net.is_directed(),
        groups: sectors,
        group_name: ground.grouping_name().to_owned(),
        hulls: areas.names,
        hull_name: look.areas().unwrap_or_default().to_owned(),
        size_name,
        width_name: net.is_weighted().then(|| "strength of the tie".to_owned()),
        dash_name: dashed.then(|| "shared activities only".to_owned()),
        caption: Vec::new(),
        seed,
        ..Sociogram::default()
    };
    drawn.description = description(ground, standing, &drawn);
    Ok(drawn)
}

/// Why a network too large for [`Ground::is_drawable`] has no picture, and what to do.
pub(crate) fn unreadable(ground: &Ground<'_>) -> String {
    format!(
        "a picture of {} cannot be read; cut a smaller view with --locality, --period, --relation or --level",
        ground.actors().count(ground.net.actors().len())
    )
}

/// What the caption says that the picture does not.
pub(crate) fn caption(ground: &Ground<'_>, drawn: &Sociogram, places: &Places) -> String {
    let net = &ground.net;
    let size = drawn.size_name.iter();
    let size = size.map(|name| format!("The larger a mark, the higher its {name}."));
    let mut said: Vec<String> = size.chain([places.said()]).collect();
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

fn description(ground: &Ground<'_>, standing: &Standing, drawn: &Sociogram) -> String {
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
    let Some(name) = &drawn.size_name else { return said.join(" ") };
    let size = |at: usize| drawn.actors[at].size.unwrap_or_default();
    let mut order: Vec<usize> = (0..drawn.actors.len()).filter(|&at| size(at) > 0.0).collect();
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)).then(a.cmp(&b)));
    let names: Vec<&str> = order.iter().take(3).map(|&at| net.actors()[at].name.as_str()).collect();
    if !names.is_empty() {
        said.push(format!("Largest marks, by {name}: {}.", list(&names)));
    }
    said.join(" ")
}

/// The measure asked for; else betweenness, or contacts where nobody lies between others.
fn sizes(
    ground: &Ground<'_>,
    standing: &Standing,
    look: &Look,
    watch: &Watch,
) -> Result<(Option<String>, Vec<Option<f64>>)> {
    if !look.has_sizes() {
        return Ok((None, vec![None; ground.net.actors().len()]));
    }
    if let Some(score) = look.score(ground.grouping_name(), &ground.net, watch)? {
        return Ok((Some(score.name), score.values));
    }
    let betweenness = standing.between();
    Ok(if betweenness.iter().flatten().any(|value| *value > 0.0) {
        (Some("betweenness".to_owned()), betweenness)
    } else {
        let contacts = standing.degree.numbers("degree").unwrap_or_default();
        (Some("number of contacts".to_owned()), contacts)
    })
}

/// Areas by name, and those that each actor lies in.
struct Areas {
    names: Vec<String>,
    of: Vec<Vec<usize>>,
}

/// The localities, or groups of the column asked for, with most tied actors, and those of each actor. Groups of the same actors are
/// one area, and one that holds everybody is none: it would say nothing.
fn areas(ground: &Ground<'_>, look: &Look) -> Result<Areas> {
    let net = &ground.net;
    let mut areas_of = vec![Vec::new(); net.actors().len()];
    let Some(column) = look.areas() else { return Ok(Areas { names: Vec::new(), of: areas_of }) };
    let by = match &look.hull {
        Some(asked) if net.attribute(asked).is_none() => {
            return Err(Error::unknown("column", asked, net.attributes()));
        }
        Some(asked) => net.grouping(asked).ok(),
        None => groups(net, column),
    };
    let Some(by) = by else { return Ok(Areas { names: Vec::new(), of: areas_of }) };
    let is_tied =
        |at: &usize| !net.out().alters(*at).is_empty() || !net.into_rows().alters(*at).is_empty();
    let tied: Vec<usize> = (0..net.actors().len()).filter(is_tied).collect();
    let mut areas: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    for (id, label) in by.labels().iter().enumerate() {
        let is_in = |at: &usize| by.groups(*at).contains(&(id as u32));
        let members: Vec<usize> = tied.iter().copied().filter(is_in).collect();
        let name = ground.group_label(column, label);
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
    let names = areas.into_iter().map(|(_, names)| area_name(&names)).collect();
    Ok(Areas { names, of: areas_of })
}

/// The name of an area: that of its locality, or of the first of several.
fn area_name(names: &[String]) -> String {
    match names {
        [first, rest @ ..] if !rest.is_empty() => format!("{first} and {} more", rest.len()),
        names => names.concat(),
    }
}
