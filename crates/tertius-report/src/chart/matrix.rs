//! The ties as a table of cells, actors of one group side by side.

use tertius::{Error, Network, Result};
use tertius_chart::{Cell, Figure, Matrix, Member};

use super::{Kind, Sheet, TWO_MODES};
use crate::ground::Ground;
use crate::wording::{TIE, list, whole};

pub(super) const KIND: Kind = Kind {
    name: "matrix",
    about: "The ties as a table of cells: actors of one group side by side, most contacts first",
    needs_groups: false,
    draw,
};

/// More actors than these have cells too small to see.
const MOST_ACTORS: usize = 300;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    refuse("a matrix", ground)?;
    let (groups, of_group) = ground.groups_of();
    let degree = contacts(&ground.net);
    let mut order: Vec<usize> = (0..degree.len()).collect();
    let key = |at: usize| (of_group[at].unwrap_or(usize::MAX), std::cmp::Reverse(degree[at]), at);
    order.sort_by_key(|&at| key(at));
    let unknown = of_group.iter().filter(|it| it.is_none()).count();
    let (mut groups, stated) = (groups, !ground.groups_of().0.is_empty());
    let rest = groups.len();
    if stated && unknown > 0 {
        groups.push("not stated".to_owned());
    }
    let group = |at: usize| of_group[at].or((stated && unknown > 0).then_some(rest));
    let size = |wanted: usize| order.iter().filter(|&&at| group(at) == Some(wanted)).count();
    let sizes: Vec<usize> = (0..groups.len()).map(size).collect();
    let mut drawn = cells(ground, &order);
    for (member, &at) in drawn.actors.iter_mut().zip(&order) {
        member.group = group(at);
    }
    drawn.groups = groups.iter().zip(&sizes).map(|(name, n)| format!("{name} ({n})")).collect();
    ground.grouping_name().clone_into(&mut drawn.group_name);
    drawn.title = sheet.title("who is tied to whom");
    let sorted = if stated {
        format!(
            "Actors are sorted by {}, then by the number of their contacts.",
            ground.grouping_name()
        )
    } else {
        "Actors are sorted by the number of their contacts.".to_owned()
    };
    drawn.description = format!(
        "Matrix of {} between {}{}.",
        TIE.count(ground.net.ties().len()),
        ground.actors().count(order.len()),
        if stated {
            format!(", by {}: {}", ground.grouping_name(), list(&drawn.groups))
        } else {
            String::new()
        }
    );
    drawn.caption = sheet.caption(vec![format!("{sorted} {}", how_to_read(ground))]);
    Ok(drawn.draw(sheet.page))
}

/// Refuses what a matrix cannot show.
pub(super) fn refuse(what: &str, ground: &Ground<'_>) -> Result<()> {
    let n = ground.net.actors().len();
    if ground.is_two_mode() {
        return Err(Error::not_applicable(what, TWO_MODES));
    }
    if n > MOST_ACTORS {
        let why = format!(
            "cells of {} cannot be seen; cut a smaller view with --locality, --period, --relation or --level",
            ground.actors().count(n)
        );
        return Err(Error::not_applicable(what, why));
    }
    Ok(())
}

/// The number of contacts of each actor, in either direction.
pub(super) fn contacts(net: &Network) -> Vec<usize> {
    let rows = net.rows(tertius::options::Direction::All);
    (0..net.actors().len()).map(|at| rows.alters(at).len()).collect()
}

/// The cells, actors in an order.
pub(super) fn cells(ground: &Ground<'_>, order: &[usize]) -> Matrix {
    let net = &ground.net;
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(row, &at)| place[at] = row);
    let ties = net.ties().iter().map(|tie| Cell {
        from: place[tie.from as usize],
        to: place[tie.to as usize],
        value: tie.strength,
    });
    let n = order.len();
    let pairs = (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
    let pairs = pairs.filter(|(from, to)| if net.is_directed() { from != to } else { from < to });
    let unobserved = pairs.filter(|&(from, to)| !net.is_observed(order[from], order[to]));
    let name = |&at: &usize| Member { name: net.actors()[at].name.clone(), group: None };
    Matrix {
        actors: order.iter().map(name).collect(),
        ties: ties.collect(),
        unobserved: unobserved.collect(),
        directed: net.is_directed(),
        value_name: net.is_weighted().then(|| "strength of the tie".to_owned()),
        ..Matrix::default()
    }
}

/// What a row, a column and a striped cell are.
pub(super) fn how_to_read(ground: &Ground<'_>) -> String {
    let net = &ground.net;
    let (n, ties) = (net.actors().len(), net.ties().len());
    let way = if net.is_directed() {
        "A tie goes from the actor of the row to that of the column."
    } else {
        "Ties have no direction: each is shown on both sides of the diagonal."
    };
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    let missing = if observed < dyads {
        format!(
            " {} of {} were not observed; they are striped unless a tie is known.",
            whole(dyads - observed),
            ground.pairs().count(dyads)
        )
    } else {
        String::new()
    };
    format!("{}, {}. {way}{missing}", ground.actors().count(n), TIE.count(ties))
}
