//! What changed between two networks, from dense matrices with masks.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tertius::{Network, Results, Study, View, Watch, change};

use super::same;
use crate::networks::{Ties, any_ties, close};
use crate::tables::reading;

/// A network at one time, as matrices over all actors there ever are.
#[derive(Debug, Clone)]
struct Time {
    there: Vec<bool>,
    tied: Vec<Vec<bool>>,
    /// Whether it was observed if a dyad is tied.
    seen: Vec<Vec<bool>>,
    groups: Vec<&'static str>,
}

/// How many actors there ever are.
const N: usize = 6;

fn any_time(directed: bool) -> impl Strategy<Value = (Time, Network)> {
    let actors = (
        proptest::collection::vec(prop::bool::weighted(0.85), N),
        proptest::option::of(proptest::collection::vec(prop::bool::weighted(0.7), N)),
        proptest::collection::vec(prop::sample::select(vec!["HE", "FE", ""]), N),
        proptest::collection::vec(0..10_u32, N * N),
        0..8_u32,
    );
    actors.prop_map(move |(there, accounts, groups, chance, tenths)| {
        let mut tied = vec![vec![false; N]; N];
        for i in 0..N {
            for j in (0..N).filter(|&j| if directed { i != j } else { i < j }) {
                let tie = there[i] && there[j] && chance[i * N + j] < tenths;
                tied[i][j] |= tie;
                tied[j][i] |= tie && !directed;
            }
        }
        let heard = |i: usize| accounts.as_ref().is_none_or(|all| all[i]);
        let seen = |i: usize, j: usize| heard(i) || (!directed && heard(j));
        let seen = (0..N).map(|i| (0..N).map(|j| seen(i, j)).collect()).collect();
        // In another order at each time, so that numbers cannot do for names.
        let mut order: Vec<usize> = (0..N).filter(|&i| there[i]).collect();
        let turn = tenths as usize % order.len().max(1);
        order.rotate_left(turn);
        let name = |i: usize| format!("o{i}");
        let own = order.iter().map(|&i| (name(i), name(i), 1.0));
        let held = (0..N).flat_map(|i| (0..N).map(move |j| (i, j)));
        let held = held.filter(|&(i, j)| tied[i][j] && (directed || i < j));
        let arcs = held.map(|(i, j)| (name(i), name(j), 1.0));
        let mut net = Network::from_ties(directed, own.chain(arcs)).expect("strengths of 1");
        net = net.with_attribute("sector", order.iter().map(|&i| groups[i]));
        if let Some(accounts) = &accounts {
            net = net.with_accounts(order.iter().map(|&i| accounts[i]));
        }
        (Time { there, tied, seen, groups }, net)
    })
}

fn any_change() -> impl Strategy<Value = (bool, [(Time, Network); 2])> {
    any::<bool>().prop_flat_map(|directed| {
        let two = [any_time(directed), any_time(directed)];
        (Just(directed), two)
    })
}

/// The twin: both times, and how pairs are to be counted.
struct Twin<'t> {
    directed: bool,
    was: &'t Time,
    is: &'t Time,
    crossing: bool,
}

impl Twin<'_> {
    fn dyads(&self) -> Vec<(usize, usize)> {
        let all = (0..N).flat_map(|i| (0..N).map(move |j| (i, j)));
        all.filter(|&(i, j)| (if self.directed { i != j } else { i < j }) && self.counts(i, j))
            .collect()
    }

    fn stayed(&self, i: usize) -> bool {
        self.was.there[i] && self.is.there[i]
    }

    /// The sectors an actor was ever in.
    fn sectors(&self, i: usize) -> BTreeSet<&'static str> {
        let at = |time: &Time| time.there[i].then_some(time.groups[i]);
        let both = [at(self.was), at(self.is)].into_iter().flatten();
        both.filter(|it| !it.is_empty()).collect()
    }

    fn counts(&self, i: usize, j: usize) -> bool {
        let (a, b) = (self.sectors(i), self.sectors(j));
        !self.crossing || (!a.is_empty() && !b.is_empty() && a.is_disjoint(&b))
    }

    fn compared(&self) -> Vec<(usize, usize)> {
        let mut dyads = self.dyads();
        dyads.retain(|&(i, j)| {
            self.stayed(i) && self.stayed(j) && self.was.seen[i][j] && self.is.seen[i][j]
        });
        dyads
    }

    fn number(&self, was: bool, is: bool) -> f64 {
        let dyads = self.compared();
        let so =
            |&&(i, j): &&(usize, usize)| (self.was.tied[i][j], self.is.tied[i][j]) == (was, is);
        dyads.iter().filter(so).count() as f64
    }

    /// Partners in common, on the way from one to the other.
    fn between(time: &Time, i: usize, j: usize) -> Vec<usize> {
        (0..N).filter(|&v| v != i && v != j && time.tied[i][v] && time.tied[v][j]).collect()
    }
}

fn row(found: &Results, name: &str) -> Option<usize> {
    found.words("actor").expect("actors").iter().position(|it| it.as_deref() == Some(name))
}

fn share(some: f64, all: f64) -> Option<f64> {
    (all > 0.0).then(|| some / all)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn ties_are_counted_in_masked_matrices(
        (directed, [(was, before), (is, after)]) in any_change(), crossing in any::<bool>(),
    ) {
        let attribute = crossing.then_some("sector");
        let Ok(found) = change::ties(&before, &after, attribute) else { return Ok(()) };
        let twin = Twin { directed, was: &was, is: &is, crossing };
        let [kept, lost, gained, absent] =
            [(true, true), (true, false), (false, true), (false, false)].map(|(a, b)| twin.number(a, b));
        let value = |name: &str| found.value(name, "value");
        prop_assert_eq!(value("kept"), Some(kept));
        prop_assert_eq!(value("lost"), Some(lost));
        prop_assert_eq!(value("gained"), Some(gained));
        prop_assert_eq!(value("absent"), Some(absent));
        prop_assert_eq!(value("dyads"), Some(twin.compared().len() as f64));
        prop_assert_eq!(value("jaccard"), share(kept, kept + lost + gained));
        prop_assert_eq!(value("retention"), share(kept, kept + lost));
        prop_assert_eq!(value("birth"), share(gained, gained + absent));
        prop_assert_eq!(value("hamming"), Some(gained + lost));
        let dice = share(2.0 * kept, 2.0 * kept + lost + gained);
        prop_assert_eq!(value("dice"), dice);
        // Pearson's correlation of the cells of the two matrices.
        let cells = twin.compared();
        let n = cells.len() as f64;
        let (x, y) = ((kept + lost) / n, (kept + gained) / n);
        let spread = |of: &dyn Fn(usize, usize) -> f64| {
            cells.iter().map(|&(i, j)| of(i, j).powi(2)).sum::<f64>().sqrt()
        };
        let dx = |i: usize, j: usize| f64::from(u8::from(was.tied[i][j])) - x;
        let dy = |i: usize, j: usize| f64::from(u8::from(is.tied[i][j])) - y;
        let product: f64 = cells.iter().map(|&(i, j)| dx(i, j) * dy(i, j)).sum();
        match value("correlation") {
            Some(found) => prop_assert!(close(found, product / (spread(&dx) * spread(&dy)))),
            None => prop_assert!(n == 0.0 || spread(&dx) * spread(&dy) < 1e-9),
        }
        // Every tie is somewhere.
        let all = |time: &Time| twin.dyads().iter().filter(|&&(i, j)| time.tied[i][j]).count() as f64;
        prop_assert_eq!(value("ties_before"), Some(all(&was)));
        prop_assert_eq!(value("ties_after"), Some(all(&is)));
        let stay = |&&(i, j): &&(usize, usize)| twin.stayed(i) && twin.stayed(j);
        let raw = |a: bool, b: bool| {
            let dyads = twin.dyads();
            let so = |it: &&(usize, usize)| (was.tied[it.0][it.1], is.tied[it.0][it.1]) == (a, b);
            Some(dyads.iter().filter(stay).filter(so).count() as f64)
        };
        prop_assert_eq!(value("raw_kept"), raw(true, true));
        prop_assert_eq!(value("raw_lost"), raw(true, false));
        prop_assert_eq!(value("raw_gained"), raw(false, true));
        let sum = |names: &[&str]| names.iter().map(|it| value(it).unwrap()).sum::<f64>();
        let apart = ["not_observed_before", "not_observed_after", "known_from_others"];
        let raw_sum = sum(&["raw_kept", "raw_lost", "raw_gained"]);
        prop_assert!(close(raw_sum, kept + lost + gained + sum(&apart)));
        let gone = twin.dyads().iter().filter(|it| !stay(it))
            .filter(|&&(i, j)| was.tied[i][j]).count() as f64;
        prop_assert_eq!(value("of_leavers"), Some(gone));
        let silent = twin.dyads().iter().filter(stay).filter(|&&(i, j)| {
            was.tied[i][j] && !is.tied[i][j] && was.seen[i][j] && !is.seen[i][j]
        }).count() as f64;
        prop_assert_eq!(value("not_observed_after"), Some(silent));
    }

    #[test]
    fn groups_and_actors_and_pairs_add_up(
        (directed, [(was, before), (is, after)]) in any_change(),
    ) {
        let Ok(ties) = change::ties(&before, &after, None) else { return Ok(()) };
        let twin = Twin { directed, was: &was, is: &is, crossing: false };
        let Ok(groups) = change::groups(&before, &after, "sector") else { return Ok(()) };
        let label = |i: usize| {
            let sectors: Vec<_> = twin.sectors(i).into_iter().collect();
            match sectors[..] { [] => "not known", [one] => one, _ => "several" }
        };
        let (from, to) = (groups.words("from_group").unwrap(), groups.words("to_group").unwrap());
        for at in 0..groups.len() {
            let cell = (from[at].as_deref().unwrap(), to[at].as_deref().unwrap());
            let here = |i: usize, j: usize| {
                let ends = (label(i), label(j));
                ends == cell || (!directed && (ends.1, ends.0) == cell)
            };
            let compared: Vec<_> =
                twin.compared().into_iter().filter(|&(i, j)| here(i, j)).collect();
            same(&groups, "dyads", at, Some(compared.len() as f64))?;
            let kept = compared.iter().filter(|&&(i, j)| was.tied[i][j] && is.tied[i][j]).count();
            same(&groups, "kept", at, Some(kept as f64))?;
            let old = twin.dyads().into_iter().filter(|&(i, j)| here(i, j) && was.tied[i][j]);
            same(&groups, "before", at, Some(old.count() as f64))?;
        }
        let pairs = change::pairs(&before, &after, Some("sector"), None).unwrap();
        let actors = change::actors(&before, &after, "sector", &Watch::new()).unwrap();
        for (quantity, column) in [
            ("kept", "kept"), ("gained", "gained"), ("lost", "lost"), ("of_joiners", "of a joiner"),
            ("of_leavers", "of a leaver"), ("not_observed_before", "not observed before"),
            ("not_observed_after", "not observed after"), ("known_from_others", "known from others"),
        ] {
            let all = ties.value(quantity, "value");
            let of_groups: f64 = groups.numbers(quantity).unwrap().into_iter().flatten().sum();
            prop_assert_eq!(Some(of_groups), all, "{}", quantity);
            let became = pairs.words("became").unwrap();
            let listed = became.iter().filter(|it| it.as_deref() == Some(column)).count();
            prop_assert_eq!(Some(listed as f64), all, "{}", quantity);
            if let Some(of_actors) = actors.numbers(quantity) {
                let of_actors: f64 = of_actors.into_iter().flatten().sum();
                prop_assert_eq!(Some(of_actors / 2.0), all, "{}", quantity);
            }
        }
        for i in 0..N {
            let Some(at) = row(&actors, &format!("o{i}")) else { continue };
            let degree = |time: &Time| {
                let ties = (0..N).map(|j| {
                    f64::from(u8::from(time.tied[i][j]))
                        + f64::from(u8::from(directed && time.tied[j][i]))
                });
                time.there[i].then(|| ties.sum())
            };
            same(&actors, "before", at, degree(&was))?;
            same(&actors, "after", at, degree(&is))?;
        }
    }

    #[test]
    fn brokered_pairs_are_looked_at_one_by_one(
        (directed, [(was, before), (is, after)]) in any_change(), crossing in any::<bool>(),
    ) {
        let attribute = crossing.then_some("sector");
        let Ok(found) = change::closure(&before, &after, attribute, &Watch::new()) else {
            return Ok(());
        };
        let twin = Twin { directed, was: &was, is: &is, crossing };
        let open: Vec<_> = twin.dyads().into_iter()
            .filter(|&(i, j)| was.there[i] && was.there[j] && !was.tied[i][j] && was.seen[i][j])
            .collect();
        let compared = |&(i, j): &(usize, usize)| {
            twin.stayed(i) && twin.stayed(j) && is.seen[i][j]
        };
        for v in 0..N {
            let Some(at) = row(&found, &format!("o{v}")) else { continue };
            let brokers = |time: &Time, i, j| Twin::between(time, i, j);
            let mine: Vec<_> = open.iter().copied()
                .filter(|&(i, j)| brokers(&was, i, j).contains(&v)).collect();
            let count = |of: &dyn Fn(usize, usize) -> bool| {
                was.there[v].then(|| mine.iter().filter(|&&(i, j)| of(i, j)).count() as f64)
            };
            let gone = |i: usize, j: usize| !is.there[i] || !is.there[j];
            let free = |i: usize, j: usize| !gone(i, j) && is.seen[i][j] && !is.tied[i][j];
            let closed = |i: usize, j: usize| !gone(i, j) && is.seen[i][j] && is.tied[i][j];
            let alone = |i: usize, j: usize| brokers(&was, i, j) == [v];
            let by_v = |i: usize, j: usize| brokers(&is, i, j).contains(&v);
            let apart = |i: usize, j: usize| brokers(&is, i, j).is_empty();
            same(&found, "brokered", at, count(&|_, _| true))?;
            same(&found, "alone", at, count(&alone))?;
            same(&found, "closed", at, count(&closed))?;
            same(&found, "closed_alone", at, count(&|i, j| closed(i, j) && alone(i, j)))?;
            same(&found, "still", at, count(&|i, j| free(i, j) && by_v(i, j)))?;
            same(&found, "by_others", at, count(&|i, j| free(i, j) && !by_v(i, j) && !apart(i, j)))?;
            same(&found, "apart", at, count(&|i, j| free(i, j) && apart(i, j)))?;
            same(&found, "left", at, count(&gone))?;
            same(&found, "not_observed", at, count(&|i, j| !gone(i, j) && !is.seen[i][j]))?;
            let known: Vec<_> = mine.iter().filter(|it| compared(it)).collect();
            let done = known.iter().filter(|&&&(i, j)| is.tied[i][j]).count() as f64;
            let want = was.there[v].then(|| share(done, known.len() as f64)).flatten();
            same(&found, "share_closed", at, want)?;
            let others: Vec<_> = open.iter().filter(|it| compared(it))
                .filter(|it| !mine.contains(it) && it.0 != v && it.1 != v).collect();
            let met = others.iter().filter(|&&&(i, j)| is.tied[i][j]).count() as f64;
            same(&found, "other_pairs", at, Some(others.len() as f64))?;
            same(&found, "other_closed", at, Some(met))?;
            same(&found, "share_other", at, share(met, others.len() as f64))?;
            let now = twin.dyads().into_iter().filter(|&(i, j)| {
                !is.tied[i][j] && is.seen[i][j] && brokers(&is, i, j).contains(&v)
            }).count() as f64;
            same(&found, "brokered_after", at, is.there[v].then_some(now))?;
        }
    }

    #[test]
    fn routes_are_looked_at_pair_by_pair(
        (directed, [(was, before), (is, after)]) in any_change(),
        crossing in any::<bool>(), hub in proptest::option::of(0..N),
    ) {
        let attribute = crossing.then_some("sector");
        let through = hub.map(|hub| format!("o{hub}"));
        let found = change::routes(&before, &after, through.as_deref(), attribute, &Watch::new());
        let Ok(found) = found else { return Ok(()) };
        let twin = Twin { directed, was: &was, is: &is, crossing };
        let route = |time: &Time, i: usize, j: usize| {
            let by = Twin::between(time, i, j);
            match hub {
                _ if time.tied[i][j] => "tied",
                _ if by.is_empty() => "apart",
                None => if by.len() == 1 { "by_one" } else { "by_several" },
                Some(hub) if by == [hub] => "by_it_alone",
                Some(hub) => if by.contains(&hub) { "by_it_and_others" } else { "by_others" },
            }
        };
        let mut pairs = twin.dyads();
        pairs.retain(|&(i, j)| {
            twin.stayed(i) && twin.stayed(j) && Some(i) != hub && Some(j) != hub
        });
        let compared: Vec<_> = pairs.iter().filter(|it| twin.compared().contains(it)).collect();
        let names: Vec<_> =
            found.words("route").unwrap().iter().map(|it| it.clone().unwrap()).collect();
        for (at, name) in names.iter().enumerate() {
            let so = |time: &Time| {
                Some(pairs.iter().filter(|&&(i, j)| route(time, i, j) == name).count() as f64)
            };
            same(&found, "before", at, so(&was))?;
            same(&found, "after", at, so(&is))?;
            let mut all = 0.0;
            for then in &names {
                let flow = compared.iter().filter(|&&&(i, j)| {
                    (route(&was, i, j), route(&is, i, j)) == (name, then)
                });
                let flow = flow.count() as f64;
                all += flow;
                same(&found, &format!("then_{then}"), at, Some(flow))?;
            }
            same(&found, "compared", at, Some(all))?;
        }
    }

    #[test]
    fn localities_are_tested_against_every_deal(
        (directed, [(was, before), (is, after)]) in any_change(),
    ) {
        let found = change::localities(&before, &after, "sector", None);
        let Ok(found) = found else { return Ok(()) };
        let twin = Twin { directed, was: &was, is: &is, crossing: false };
        let inside = |i: usize, j: usize, group: &str| {
            twin.sectors(i).contains(group) && twin.sectors(j).contains(group)
        };
        let any = |i: usize, j: usize| ["HE", "FE"].iter().any(|group| inside(i, j, group));
        let cells: Vec<_> = twin.compared().into_iter().filter(|&(i, j)| any(i, j)).collect();
        let free: Vec<_> = cells.iter().filter(|&&(i, j)| !was.tied[i][j]).collect();
        let tied: Vec<_> = cells.iter().filter(|&&(i, j)| was.tied[i][j]).collect();
        let gained = free.iter().filter(|&&&(i, j)| is.tied[i][j]).count();
        let lost = tied.iter().filter(|&&&(i, j)| !is.tied[i][j]).count();
        if free.len().max(tied.len()) > 14 {
            return Ok(());
        }
        for (at, group) in found.words("group").unwrap().iter().enumerate() {
            let group = group.as_deref().unwrap();
            let own = |pairs: &[&(usize, usize)], dealt: usize| {
                let subsets = (0..1_u32 << pairs.len()).filter(|it| it.count_ones() as usize == dealt);
                let of = |set: u32| (0..pairs.len()).filter(|&at| {
                    set >> at & 1 == 1 && inside(pairs[at].0, pairs[at].1, group)
                }).count() as f64;
                subsets.map(of).collect::<Vec<_>>()
            };
            let (gains, losses) = (own(&free, gained), own(&tied, lost));
            let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
            same(&found, "expected", at, Some(mean(&gains) - mean(&losses)))?;
            let numbers = |name: &str| found.numbers(name).unwrap()[at];
            let net = numbers("gained").unwrap() - numbers("lost").unwrap();
            let mut nets = Vec::new();
            gains.iter().for_each(|a| losses.iter().for_each(|b| nets.push(a - b)));
            if nets.iter().all(|it| close(*it, nets[0])) {
                same(&found, "p", at, None)?;
                same(&found, "z", at, None)?;
            } else {
                let low = nets.iter().filter(|it| **it <= net).count() as f64 / nets.len() as f64;
                let high = nets.iter().filter(|it| **it >= net).count() as f64 / nets.len() as f64;
                same(&found, "p_low", at, Some(low))?;
                same(&found, "p_high", at, Some(high))?;
                same(&found, "p", at, Some((2.0 * low.min(high)).min(1.0)))?;
                let centre = mean(&nets);
                let squares = nets.iter().map(|it| (it - centre).powi(2)).sum::<f64>();
                same(&found, "sd", at, Some((squares / nets.len() as f64).sqrt()))?;
            }
        }
    }

    #[test]
    fn a_network_is_as_it_was_and_time_turns_round(ties in any_ties(7), other in any_ties(7)) {
        let net = ties.network();
        let alike = change::ties(&net, &net, None).unwrap();
        let held = ties.held.len() as f64;
        prop_assert_eq!(alike.value("kept", "value"), Some(held));
        prop_assert_eq!(alike.value("hamming", "value"), Some(0.0));
        prop_assert_eq!(alike.value("jaccard", "value"), (held > 0.0).then_some(1.0));
        let other = Ties { directed: ties.directed, ..other };
        let held = other.held.iter().filter(|it| ties.directed || it.0 < it.1).copied().collect();
        let other = Ties { held, ..other }.network();
        let (there, back) =
            (change::ties(&net, &other, None).unwrap(), change::ties(&other, &net, None).unwrap());
        for (one, turned) in [
            ("gained", "lost"), ("jaccard", "jaccard"), ("of_joiners", "of_leavers"),
            ("joined", "left"), ("ties_before", "ties_after"), ("absent", "absent"),
        ] {
            prop_assert_eq!(there.value(one, "value"), back.value(turned, "value"), "{}", one);
        }
    }

    #[test]
    fn participants_are_looked_up_one_by_one(
        meetings in proptest::collection::vec(
            (0..5_u32, prop::sample::select(vec!["seminar", "forum", ""]),
             proptest::collection::vec(any::<bool>(), 4)), 1..6,
        ),
    ) {
        let mut lines = vec!["organisations | id".to_owned()];
        lines.extend((0..4).map(|actor| format!("| o{actor}")));
        lines.push("activities | id | kind | start".to_owned());
        // Day 0 is none.
        let day = |day: u32| if day == 0 { String::new() } else { format!("2021-04-0{day}") };
        for (at, (when, kind, _)) in meetings.iter().enumerate() {
            lines.push(format!("| m{at} | {kind} | {}", day(*when)));
        }
        lines.push("participation | actor | activity".to_owned());
        for (at, (_, _, who)) in meetings.iter().enumerate() {
            let came = who.iter().enumerate().filter(|(_, came)| **came);
            lines.extend(came.map(|(actor, _)| format!("| o{actor} | m{at}")));
        }
        let study = Study::from_reading(reading(&lines.join("\n")));
        let Ok(found) = change::participation(&study, &View::participation()) else {
            prop_assert!(meetings.iter().all(|(_, _, who)| who.iter().all(|came| !came)));
            return Ok(());
        };
        let names = found.words("activity").unwrap();
        for (row, name) in names.iter().enumerate() {
            let at: usize = name.as_deref().unwrap()[1..].parse().unwrap();
            let (when, kind, who) = &meetings[at];
            let past = |it: &&(u32, &str, Vec<bool>)| {
                it.0 > 0 && it.0 < *when && it.2.iter().any(|came| *came)
            };
            let past: Vec<_> = meetings.iter().filter(past).collect();
            let met = |some: &[&(u32, &str, Vec<bool>)]| {
                let back = |actor: &usize| who[*actor] && some.iter().any(|it| it.2[*actor]);
                (0..4).filter(back).count() as f64
            };
            let dated = *when > 0;
            let all = who.iter().filter(|came| **came).count() as f64;
            same(&found, "participants", row, Some(all))?;
            same(&found, "returning", row, dated.then(|| met(&past)))?;
            same(&found, "new", row, dated.then(|| all - met(&past)))?;
            let alike: Vec<_> = past.iter().copied().filter(|it| it.1 == *kind).collect();
            let last = alike.iter().map(|it| it.0).max();
            let previous: Vec<_> =
                alike.iter().copied().filter(|it| Some(it.0) == last).collect();
            let known = dated && !kind.is_empty() && last.is_some();
            same(&found, "from_previous", row, known.then(|| met(&previous)))?;
            same(&found, "share_from_previous", row, known.then(|| met(&previous) / all))?;
        }
        let days: Vec<u32> = names.iter().flatten()
            .map(|it| meetings[it[1..].parse::<usize>().unwrap()].0)
            .map(|day| if day == 0 { 9 } else { day }).collect();
        prop_assert!(days.is_sorted());
    }
}
