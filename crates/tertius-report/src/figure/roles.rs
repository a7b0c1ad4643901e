//! Brokerage roles as stacked bars.

use tertius::actor::ROLES;
use tertius::{Network, Results};
use tertius_chart::RoleBars;

use crate::wording::{list, number};

/// What the figure shows, with the ticks of what chance would give or without.
pub(crate) fn caption(with_chance: bool) -> String {
    let tick = if with_chance {
        "; the tick is the total that ties laid at random would give"
    } else {
        ""
    };
    format!(
        "Pairs that each stands between, by role{tick}. In an undirected network a pair counts both ways."
    )
}

/// Those who broker at all, most first.
pub(crate) fn brokers(actors: &Results) -> Vec<usize> {
    let total = actors.numbers("total").unwrap_or_default();
    let mut order: Vec<usize> = (0..total.len()).filter(|&at| total[at] > Some(0.0)).collect();
    order.sort_by(|&a, &b| total[b].partial_cmp(&total[a]).expect("counts").then(a.cmp(&b)));
    order
}

/// The roles of some actors, in order, with what chance would give or without.
pub(crate) fn roles(
    net: &Network,
    actors: &Results,
    order: &[usize],
    with_chance: bool,
) -> RoleBars {
    let name = |at: usize| net.actors()[at].name.clone();
    let columns = ROLES[..5].iter().map(|role| actors.numbers(role).unwrap_or_default());
    let columns: Vec<Vec<Option<f64>>> = columns.collect();
    let total = actors.numbers("total").unwrap_or_default();
    let expected = actors.numbers("expected_total").unwrap_or_default();
    let most: Vec<String> = order
        .iter()
        .take(3)
        .map(|&at| format!("{} ({})", name(at), number(total[at].unwrap_or_default())))
        .collect();
    RoleBars {
        title: String::new(),
        actors: order.iter().map(|&at| name(at)).collect(),
        roles: ROLES[..5].iter().map(|&role| role.to_owned()).collect(),
        values: order
            .iter()
            .map(|&at| columns.iter().map(|column| column[at].unwrap_or_default()).collect())
            .collect(),
        expected: order.iter().map(|&at| expected[at].filter(|_| with_chance)).collect(),
        value_name: "brokered pairs".to_owned(),
        expected_name: "expected if ties lay at random".to_owned(),
        caption: Vec::new(),
        description: format!(
            "Bars of brokered pairs by role. Most are brokered by {}.",
            list(&most)
        ),
    }
}
