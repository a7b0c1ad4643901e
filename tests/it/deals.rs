//! Expectation and spread of brokerage against every way of dealing out the groups.
//!
//! The ties stay as they are. For each broker, whose own group is kept, every order of the groups of
//! the others is listed and its roles are counted; for the whole network, every order of all groups.

use proptest::prelude::*;
use tertius::actor::ROLES;
use tertius::{Arguments, Measure, Network, Results, Unit, Watch};

use crate::networks::{Ties, any_ties, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_deal_of_groups_to_up_to_six_actors(
        ties in any_ties(6), groups in proptest::collection::vec(0..3_usize, 6),
        accounts in proptest::option::of(proptest::collection::vec(any::<bool>(), 6)),
    ) {
        let n = ties.actors;
        prop_assume!(n > 0);
        let groups = &groups[..n];
        let mut net = ties.network();
        if let Some(accounts) = &accounts {
            net = net.with_accounts(accounts.iter().copied().take(n));
        }
        let heard = |a: usize, b: usize| match &accounts {
            None => true,
            Some(accounts) => accounts[a] || (!ties.directed && accounts[b]),
        };
        let open = open(&ties, heard);
        let net = net.with_attribute("sector", groups.iter().map(usize::to_string));
        let actor = run(&net, Unit::Actor, &[]);
        let shared = run(&net, Unit::Actor, &[("counting", "shared")]);
        for v in 0..n {
            let mut deals = Vec::new();
            orders(groups, &mut vec![None; n], Some(v), &mut deals);
            for (role, name) in ROLES.iter().enumerate() {
                let count = |deal: &Vec<usize>| counted(&open, deal, Some(v), role, |_, _| 1.0);
                let (mean, variance) = moments(&deals.iter().map(count).collect::<Vec<_>>());
                let value = |what: &str| actor.value(&v.to_string(), &format!("{what}_{name}"));
                let (found, sd) = (value("expected").unwrap(), value("sd").unwrap());
                prop_assert!(close(found, mean), "{} of {}: {}, not {}", name, v, found, mean);
                prop_assert!(close(sd * sd, variance), "sd of {} of {}: {}", name, v, sd);

                let brokers = |a, b| open.iter().filter(|it| (it.0, it.2) == (a, b)).count();
                let share = |a, b| 1.0 / brokers(a, b) as f64;
                let count = |deal: &Vec<usize>| counted(&open, deal, Some(v), role, share);
                let (mean, _) = moments(&deals.iter().map(count).collect::<Vec<_>>());
                let found = shared.value(&v.to_string(), &format!("expected_{name}")).unwrap();
                prop_assert!(close(found, mean), "{} shared: {}, not {}", name, found, mean);
            }
        }
        let whole = run(&net, Unit::Whole, &[]);
        let mut deals = Vec::new();
        orders(groups, &mut vec![None; n], None, &mut deals);
        for (role, name) in ROLES.iter().enumerate() {
            let count = |deal: &Vec<usize>| counted(&open, deal, None, role, |_, _| 1.0);
            let (mean, _) = moments(&deals.iter().map(count).collect::<Vec<_>>());
            prop_assert!(close(whole.value(name, "expected").unwrap(), mean), "{} in all", name);
        }
    }
}

/// Open two-paths a → v → b.
fn open(ties: &Ties, heard: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize, usize)> {
    let (n, w) = (ties.actors, ties.matrix());
    let triples = (0..n).flat_map(|a| (0..n).map(move |v| (a, v)));
    let triples = triples.flat_map(|(a, v)| (0..n).map(move |b| (a, v, b)));
    let is_open = |&(a, v, b): &(usize, usize, usize)| {
        let path = a != b && w[a][v] > 0.0 && w[v][b] > 0.0;
        path && w[a][b] == 0.0 && heard(a, b)
    };
    triples.filter(is_open).collect()
}

/// Every order of the groups, with that of one actor kept.
fn orders(
    groups: &[usize],
    deal: &mut Vec<Option<usize>>,
    kept: Option<usize>,
    deals: &mut Vec<Vec<usize>>,
) {
    // The place to fill next is as many as are filled; `deal` holds who gets whose group.
    let Some(next) = (0..groups.len()).find(|&at| deal[at].is_none()) else {
        deals.push(deal.iter().flatten().map(|&from| groups[from]).collect());
        return;
    };
    for from in 0..groups.len() {
        let fits = (kept == Some(next)) == (kept == Some(from));
        if fits && !deal.contains(&Some(from)) {
            deal[next] = Some(from);
            orders(groups, deal, kept, deals);
            deal[next] = None;
        }
    }
}

fn counted(
    open: &[(usize, usize, usize)],
    group: &[usize],
    of: Option<usize>,
    role: usize,
    share: impl Fn(usize, usize) -> f64,
) -> f64 {
    let here = open.iter().filter(|&&(a, v, b)| {
        let found = match [a, v, b].map(|it| group[it]) {
            [x, y, z] if x == y && y == z => 0,
            [x, _, z] if x == z => 1,
            [x, y, _] if x == y => 2,
            [_, y, z] if y == z => 3,
            _ => 4,
        };
        of.is_none_or(|of| of == v) && (role == 5 || role == found)
    });
    here.map(|&(a, _, b)| share(a, b)).sum()
}

fn moments(counts: &[f64]) -> (f64, f64) {
    let n = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / n;
    (mean, counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / n)
}

fn run(net: &Network, unit: Unit, options: &[(&str, &str)]) -> Results {
    let labels = Arguments::default().with("null", "labels");
    let arguments = options.iter().fold(labels, |all, (name, word)| all.with(name, word));
    let measure = Measure::find(unit, "brokerage").expect("a measure");
    measure.of_network(net, &arguments, &Watch::new()).expect("roles")
}
