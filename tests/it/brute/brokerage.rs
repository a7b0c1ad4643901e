//! Brokerage by looking at every three actors.

use proptest::prelude::*;
use tertius::Unit;

use super::{run, same};
use crate::networks::{Ties, any_grouped, close};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn brokerage_counts_by_triple_loop(
        ((ties, groups), accounts) in any_grouped(8).prop_flat_map(|(ties, groups)| {
            let accounts = prop_oneof![
                Just(None), proptest::collection::vec(any::<bool>(), ties.actors).prop_map(Some)
            ];
            (Just((ties, groups)), accounts)
        }),
        shared in any::<bool>(),
    ) {
        let mut net = ties.network().with_attribute("sector", &groups);
        if let Some(accounts) = &accounts {
            net = net.with_accounts(accounts.clone());
        }
        let heard = |i: usize, j: usize| match &accounts {
            None => true,
            Some(accounts) => accounts[i] || (!ties.directed && accounts[j]),
        };
        let options = [("counting", if shared { "shared" } else { "pairs" })];
        let roles = roles(&ties, &groups, heard, shared);
        prop_assume!(groups.iter().filter(|group| !group.is_empty()).count() >= 3);
        let of_groups = run(&net, Unit::Group, "brokerage", &options);
        let (found, whole) =
            (run(&net, Unit::Actor, "brokerage", &options), run(&net, Unit::Whole, "brokerage", &options));
        for (role, name) in tertius::actor::ROLES.iter().enumerate() {
            for (v, roles) in roles.iter().enumerate() {
                let known = !groups[v].is_empty();
                same(&found, name, v, known.then(|| roles[role]))?;
            }
            for (row, group) in of_groups.words("group").expect("groups").iter().enumerate() {
                let inside = (0..ties.actors).filter(|&v| Some(groups[v]) == group.as_deref());
                let sum = inside.map(|v| roles[v][role]).sum();
                same(&of_groups, name, row, Some(sum))?;
            }
            let all = roles.iter().map(|roles| roles[role]).sum::<f64>();
            prop_assert!(close(whole.value(name, "value").expect("a number"), all));
        }
    }
}

/// Roles of each actor, the last of the six all of them, over every three actors of known group.
fn roles(
    ties: &Ties,
    groups: &[&str],
    heard: impl Fn(usize, usize) -> bool,
    shared: bool,
) -> Vec<[f64; 6]> {
    let (n, w) = (ties.actors, ties.matrix());
    let mut roles = vec![[0.0; 6]; n];
    for a in 0..n {
        for v in 0..n {
            for b in 0..n {
                let different = a != v && v != b && a != b;
                let joins = |x: usize| !groups[x].is_empty() && w[a][x] > 0.0 && w[x][b] > 0.0;
                let known = !groups[a].is_empty() && !groups[b].is_empty();
                if different && known && joins(v) && w[a][b] == 0.0 && heard(a, b) {
                    let role = if groups[a] == groups[v] && groups[v] == groups[b] {
                        0
                    } else if groups[a] == groups[b] {
                        1
                    } else if groups[a] == groups[v] {
                        2
                    } else if groups[v] == groups[b] {
                        3
                    } else {
                        4
                    };
                    let brokers = if shared { (0..n).filter(|&x| joins(x)).count() } else { 1 };
                    roles[v][role] += 1.0 / brokers as f64;
                    roles[v][5] += 1.0 / brokers as f64;
                }
            }
        }
    }
    roles
}
