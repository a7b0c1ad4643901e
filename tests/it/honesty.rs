//! Whether tests keep their word: how often each says 5 % where chance alone is at work.
//!
//! `cargo test --release -p tertius --test it honesty -- --ignored --nocapture` prints the table of
//! docs/honesty.md. The share of false alarms among so many cases must lie within the bounds that 5 %
//! give it. It may lie below them where a number can take few values.

use tertius::null::{
    CompareOptions, Dyadic, Finding, LogitOptions, MrqapOptions, Null, QapOptions, TestOptions,
};
use tertius::options::Ties;
use tertius::{Network, Results, Watch, null};

/// Cases for each test, and draws in each.
const CASES: u64 = 2_000;
const DRAWS: u64 = 199;

/// Numbers by chance: the generator of Steele, Lea and Flood (2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    #[expect(clippy::cast_sign_loss, reason = "a number from 0")]
    fn below(&mut self, count: usize) -> usize {
        (self.next() * count as f64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// Each dyad holds a tie with a chance of its own.
    fn network(
        &mut self,
        n: usize,
        directed: bool,
        chance: impl Fn(usize, usize) -> f64,
    ) -> Network {
        let order = (0..n).map(|at| (at.to_string(), at.to_string(), 1.0));
        let mut ties: Vec<(String, String, f64)> = order.collect();
        for i in 0..n {
            for j in (0..n).filter(|&j| if directed { i != j } else { i < j }) {
                if self.next() < chance(i, j) {
                    ties.push((i.to_string(), j.to_string(), 1.0));
                }
            }
        }
        Network::from_ties(directed, ties).expect("strengths of 1")
    }

    /// A network of actors each of which has a size that has nothing to do with ties.
    fn sized(&mut self, n: usize, chance: impl Fn(usize, usize) -> f64) -> Network {
        let sizes: Vec<String> = (0..n).map(|_| self.next().to_string()).collect();
        self.network(n, false, chance).with_attribute("size", sizes)
    }

    fn sectors(&mut self, n: usize) -> Vec<&'static str> {
        let mut sectors: Vec<_> = (0..n).map(|at| ["HE", "HE", "FE", "VCS"][at % 4]).collect();
        self.shuffle(&mut sectors);
        sectors
    }
}

/// Some have more ties than others, as in any real network: the odds of a tie are a product, so that
/// all networks of the same degrees are as likely.
fn lively(i: usize, j: usize) -> f64 {
    let odds = [0.15, 0.3, 0.5, 0.8, 1.6];
    let odds = odds[i % 5] * odds[j % 5];
    odds / (1.0 + odds)
}

/// By how much the share of false alarms may differ from 5 % among so many cases, with a chance of one
/// in a hundred that it does.
fn allowance() -> f64 {
    2.6 * (0.05 * 0.95 / CASES as f64).sqrt()
}

/// The rate of p ≤ 5 % over all cases, of a number that can take nearly any value: neither more than
/// 5 % nor fewer.
fn fine_rate(what: &str, p: impl Fn(u64, &mut Chance) -> f64) {
    rate(what, 0.05 - allowance(), p);
}

/// The rate of p ≤ 5 % over all cases: no more than 5 %, and no fewer than the least.
fn rate(what: &str, least: f64, p: impl Fn(u64, &mut Chance) -> f64) {
    let alarms = (0..CASES).filter(|&case| p(case, &mut Chance(case * 7919 + 1)) <= 0.05).count();
    let rate = alarms as f64 / CASES as f64;
    println!("| {what} | {:.1} % |", 100.0 * rate);
    assert!(rate <= 0.05 + allowance() && rate >= least, "{what}: {rate}");
}

fn test(net: &Network, measure: &str, only: &str, against: Null, seed: u64) -> Results {
    let finding = Finding::of(measure).expect("a measure").only(only);
    let options = TestOptions { against, draws: DRAWS, seed, ..TestOptions::default() };
    null::test(net, &finding, &options, &Watch::new()).expect("it applies")
}

/// p of whether ties join actors of like size, where sizes have nothing to do with ties.
fn like_size(net: &Network, against: Null, seed: u64) -> f64 {
    let finding = Finding::of("whole assortativity").expect("a measure");
    let finding = finding.with("kind", "numeric").with("by", "size").only("assortativity");
    let options = TestOptions { against, draws: DRAWS, seed, ..TestOptions::default() };
    p(&null::test(net, &finding, &options, &Watch::new()).expect("it applies"))
}

fn p(found: &Results) -> f64 {
    // Where chance gives nothing else there is no alarm.
    found.numbers("p").and_then(|p| p[0]).unwrap_or(1.0)
}

#[test]
#[ignore = "takes minutes: prints the table of docs/honesty.md"]
fn false_alarms_of_every_test() {
    println!("| test, where nothing but chance is at work | p ≤ 5 % |\n|---|---|");
    counts();
    finer_numbers();
    dyads();
    comparisons();
}

/// Of numbers that take few values.
fn counts() {
    rate(
        "labels: E–I index, sectors at random, 20 actors of unequal degree",
        0.02,
        |case, chance| {
            let net =
                chance.network(20, false, lively).with_attribute("sector", chance.sectors(20));
            p(&test(&net, "whole ei_index", "ei_index", Null::Labels, case))
        },
    );
    rate("places: the same", 0.02, |case, chance| {
        let net = chance.network(20, false, lively).with_attribute("sector", chance.sectors(20));
        p(&test(&net, "whole ei_index", "ei_index", Null::Places, case))
    });
    rate("edges: transitivity of random networks, 20 actors", 0.02, |case, chance| {
        let net = chance.network(20, false, |_, _| 0.2);
        p(&test(&net, "whole transitivity", "transitivity", Null::Edges, case))
    });
    rate("dyads: two-paths closed, random directed networks, 15 actors", 0.02, |case, chance| {
        let net = chance.network(15, true, |_, _| 0.2);
        p(&test(&net, "whole transitivity", "weak", Null::Dyads, case))
    });
    rate("size: density, each dyad tied by the toss of a coin, 12 actors", 0.02, |case, chance| {
        let net = chance.network(12, false, |_, _| 0.5);
        p(&test(&net, "whole density", "density", Null::Size, case))
    });
    rate(
        "rewiring: transitivity where some have more ties, and nothing else",
        0.02,
        |case, chance| {
            let net = chance.network(24, false, lively);
            p(&test(&net, "whole transitivity", "transitivity", Null::Rewiring, case))
        },
    );
}

/// Of a number that takes nearly any value.
fn finer_numbers() {
    fine_rate("labels: whether actors of like size are tied, 20 actors", |case, chance| {
        like_size(&chance.sized(20, lively), Null::Labels, case)
    });
    fine_rate("places: the same", |case, chance| {
        like_size(&chance.sized(20, lively), Null::Places, case)
    });
    fine_rate("edges: the same in random networks", |case, chance| {
        like_size(&chance.sized(20, |_, _| 0.2), Null::Edges, case)
    });
    fine_rate("rewiring: the same where some have more ties", |case, chance| {
        like_size(&chance.sized(20, lively), Null::Rewiring, case)
    });
}

/// Of terms that belong to pairs of actors.
fn dyads() {
    fine_rate("qap: ties and how far sizes are apart, 20 actors", |case, chance| {
        let net = chance.sized(20, lively);
        let with = Dyadic::distance(&net, "size").expect("numbers");
        let options = QapOptions { draws: DRAWS, seed: case, ..QapOptions::default() };
        p(&null::qap(&net, &[with], &options, &Watch::new()).expect("it applies"))
    });
    rate(
        "qap: two networks whose actors differ, one apart from the other, 20 actors",
        0.02,
        |case, chance| {
            let (net, other) =
                (chance.network(20, false, lively), chance.network(20, false, lively));
            let other = chance.reordered(&other);
            let with = Dyadic::ties_of(&net, &other, Ties::Binary).expect("the same actors");
            let options = QapOptions { draws: DRAWS, seed: case, ..QapOptions::default() };
            p(&null::qap(&net, &[with], &options, &Watch::new()).expect("it applies"))
        },
    );
    fine_rate(
        "mrqap: a term that goes with another, and not with ties beside it, 20 actors",
        |case, chance| {
            let (net, terms) = chance.two_terms(20);
            let options = MrqapOptions { draws: DRAWS, seed: case, ..MrqapOptions::default() };
            second(&null::mrqap(&net, &terms, &options, &Watch::new()).expect("it applies"))
        },
    );
    fine_rate("mrqap_logit: the same, as odds", |case, chance| {
        let (net, terms) = chance.two_terms(20);
        let options = LogitOptions { draws: DRAWS, seed: case };
        let found = null::mrqap_logit(&net, &terms, options, &Watch::new());
        found.map_or(1.0, |found| second(&found))
    });
}

/// Of two networks.
fn comparisons() {
    rate(
        "compare: density of two networks of the same actors, each dyad by itself",
        0.02,
        |case, chance| {
            let [one, other] = [(); 2].map(|()| chance.network(16, false, |_, _| 0.3));
            compare(&one, &other, case)
        },
    );
    rate(
        "compare: density of two networks of other actors, each dyad by itself",
        0.0,
        |case, chance| {
            let [one, other] = [(); 2].map(|()| chance.network(16, false, |_, _| 0.3));
            compare(&one, &of_others(&other), case)
        },
    );
    fine_rate(
        "compare: the same, where some actors have more ties, drawn like all from one crowd",
        |case, chance| {
            let [one, other] = [(); 2].map(|()| {
                let odds: Vec<f64> = (0..16).map(|_| 3.0 * chance.next().powi(2)).collect();
                let share = |i: usize, j: usize| odds[i] * odds[j] / (1.0 + odds[i] * odds[j]);
                chance.network(16, false, share)
            });
            compare(&one, &of_others(&other), case)
        },
    );
}

/// The same network of actors of other names.
fn of_others(net: &Network) -> Network {
    let name = |at: u32| format!("x{at}");
    let order = (0..net.actors().len() as u32).map(|at| (name(at), name(at), 1.0));
    let ties = net.ties().iter().map(|tie| (name(tie.from), name(tie.to), 1.0));
    Network::from_ties(false, order.chain(ties)).expect("strengths of 1")
}

/// p of the second term, after the intercept and the first.
fn second(found: &Results) -> f64 {
    found.numbers("p").and_then(|p| p[2]).unwrap_or(1.0)
}

fn compare(one: &Network, other: &Network, seed: u64) -> f64 {
    let density = Finding::of("whole density").expect("a measure").only("density");
    let options = CompareOptions { draws: DRAWS, seed, ..CompareOptions::default() };
    p(&null::compare(one, other, &density, &options, &Watch::new()).expect("it applies"))
}

impl Chance {
    /// The same network with its actors in another order.
    fn reordered(&mut self, net: &Network) -> Network {
        let n = net.actors().len();
        let mut to: Vec<usize> = (0..n).collect();
        self.shuffle(&mut to);
        let order = (0..n).map(|at| (at.to_string(), at.to_string(), 1.0));
        let name = |at: u32| to[at as usize].to_string();
        let ties = net.ties().iter().map(|tie| (name(tie.from), name(tie.to), 1.0));
        Network::from_ties(false, order.chain(ties)).expect("strengths of 1")
    }

    /// A network that follows one term, and a second term that follows the first alone.
    fn two_terms(&mut self, n: usize) -> (Network, Vec<Dyadic>) {
        let places: Vec<f64> = (0..n).map(|_| self.next()).collect();
        let others: Vec<f64> = (0..n).map(|_| self.next()).collect();
        let apart = |of: &[f64], i: usize, j: usize| (of[i] - of[j]).abs();
        let values = |of: &dyn Fn(usize, usize) -> f64| {
            (0..n * n).map(|cell| of(cell / n, cell % n)).collect::<Vec<f64>>()
        };
        let first = values(&|i, j| apart(&places, i, j));
        let second = values(&|i, j| apart(&places, i, j) + apart(&others, i, j));
        let net = self.network(n, false, |i, j| 0.6 - 0.5 * apart(&places, i, j));
        let term =
            |name: &str, values: &[f64]| Dyadic::new(name, n, values).expect("a number each");
        (net, vec![term("first", &first), term("second", &second)])
    }
}
