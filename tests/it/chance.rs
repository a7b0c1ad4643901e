//! Expectation and spread of brokerage against every network there is.
//!
//! With N actors, every network of N actors is listed, its roles are counted, and the counts are
//! averaged with the probability d^m (1−d)^(D−m) of a network of m ties among D dyads. What the
//! library says for any network of density d must be that average, for all roles, actors and d.

use tertius::actor::ROLES;
use tertius::{Arguments, Measure, Network, Results, Unit, Watch};

use crate::networks::close;

/// Groups of every size that three to six actors can form.
const THREE: &[&[usize]] = &[&[3], &[2, 1], &[1, 1, 1]];
const FOUR: &[&[usize]] = &[&[4], &[3, 1], &[2, 2], &[2, 1, 1], &[1, 1, 1, 1]];
const FIVE: &[&[usize]] =
    &[&[5], &[4, 1], &[3, 2], &[3, 1, 1], &[2, 2, 1], &[2, 1, 1, 1], &[1, 1, 1, 1, 1]];
const SIX: &[&[usize]] = &[
    &[6],
    &[5, 1],
    &[4, 2],
    &[3, 3],
    &[4, 1, 1],
    &[3, 2, 1],
    &[2, 2, 2],
    &[3, 1, 1, 1],
    &[2, 2, 1, 1],
    &[2, 1, 1, 1, 1],
    &[1; 6],
];

#[test]
fn directed_networks_of_three_and_four_actors() {
    THREE.iter().chain(FOUR).for_each(|sizes| Setting::new(sizes, true).check());
}

#[test]
fn directed_networks_of_five_actors() {
    FIVE.iter().for_each(|sizes| Setting::new(sizes, true).check());
}

#[test]
fn undirected_networks_of_three_and_four_actors() {
    THREE.iter().chain(FOUR).for_each(|sizes| Setting::new(sizes, false).check());
}

#[test]
fn undirected_networks_of_five_actors() {
    FIVE.iter().for_each(|sizes| Setting::new(sizes, false).check());
}

#[test]
fn undirected_networks_of_six_actors() {
    SIX.iter().for_each(|sizes| Setting::new(sizes, false).check());
}

/// Networks too many to list: the variance of a count is the sum of the covariances of all pairs of
/// its triples.
#[test]
fn larger_networks_by_pairs_of_triples() {
    for (sizes, ties) in [(&[4, 3, 2, 1][..], 23), (&[2, 2, 2, 2], 15), (&[5, 4], 40), (&[1; 8], 9)]
    {
        for directed in [true, false] {
            let setting = Setting::new(sizes, directed);
            let ties = if directed { ties } else { ties / 2 };
            let density = ties as f64 / setting.dyads.len() as f64;
            let chance = |of: Option<usize>, role| setting.by_pairs(density, of, role);
            setting.compare(ties, "density", chance);
        }
    }
}

#[test]
fn sna_is_exact_for_itinerant_and_liaison_and_too_large_for_the_others() {
    let ratio = |setting: &Setting, ties, role: &str| {
        let sd = |null| setting.run(Unit::Whole, ties, null).value(role, "sd");
        (sd("sna").expect("an sd"), sd("density").expect("an sd"))
    };
    for sizes in FIVE {
        let setting = Setting::new(sizes, true);
        for ties in 0..=setting.dyads.len() {
            for role in ROLES {
                let (sna, exact) = ratio(&setting, ties, role);
                let same = role == "itinerant" || role == "liaison";
                assert!(close(sna, exact) || (!same && sna > exact), "{role} {sizes:?} {ties}");
            }
        }
    }
    // What the page says of two groups of ten.
    let (sna, exact) = ratio(&Setting::new(&[10, 10], true), 228, "representative");
    assert!(sna / exact > 1.5);
}

/// A pair with several brokers, shared among them: what each may expect.
#[test]
fn shared_pairs_in_every_network_of_four_and_five_actors() {
    let settings = FOUR.iter().flat_map(|sizes| [(sizes, true), (sizes, false)]);
    for (sizes, directed) in settings.chain(FIVE.iter().map(|sizes| (sizes, false))) {
        let setting = Setting::new(sizes, directed);
        let (dyads, n) = (setting.dyads.len(), setting.group.len());
        let triples = setting.triples();
        // For each number of ties, what actors get in each role, over all such networks.
        let mut sums = vec![vec![[0.0; 6]; n]; dyads + 1];
        for network in 0..1_u32 << dyads {
            let has = |dyad: usize| network >> dyad & 1 == 1;
            let open = |it: &&Triple| it.needs.iter().all(|&dyad| has(dyad)) && !has(it.empty);
            let open: Vec<&Triple> = triples.iter().filter(open).collect();
            for triple in &open {
                let brokers = open.iter().filter(|it| it.ends == triple.ends).count() as f64;
                let sum = &mut sums[network.count_ones() as usize][triple.broker];
                sum[triple.role] += 1.0 / brokers;
                sum[5] += 1.0 / brokers;
            }
        }
        for ties in 0..=dyads {
            let d = ties as f64 / dyads as f64;
            let options = [("null", "density"), ("counting", "shared")];
            let (actor, whole) = (
                setting.with(Unit::Actor, ties, &options),
                setting.with(Unit::Whole, ties, &options),
            );
            for (role, name) in ROLES.iter().enumerate() {
                let mut all = 0.0;
                for v in 0..n {
                    let each = sums.iter().enumerate();
                    let mean: f64 = each
                        .map(|(m, sum)| power(d, m) * power(1.0 - d, dyads - m) * sum[v][role])
                        .sum();
                    let found = actor.value(&v.to_string(), &format!("expected_{name}"));
                    let found = found.expect("an expectation");
                    assert!(close(found, mean), "{name} of {v}, {ties} ties: {found}, not {mean}");
                    all += mean;
                }
                assert!(close(whole.value(name, "expected").expect("an expectation"), all));
            }
        }
    }
}

/// Actors in groups of given sizes, and the dyads that may hold a tie.
struct Setting {
    group: Vec<usize>,
    directed: bool,
    dyads: Vec<(usize, usize)>,
}

/// Three different actors: dyads the path needs, the dyad that must be empty, who brokers, and how.
struct Triple {
    needs: [usize; 2],
    empty: usize,
    ends: (usize, usize),
    broker: usize,
    role: usize,
}

/// Counts of an actor in each role and in all; the last row is the whole network.
type Counts = Vec<[u64; 6]>;

impl Setting {
    fn new(sizes: &[usize], directed: bool) -> Self {
        let group: Vec<usize> =
            sizes.iter().enumerate().flat_map(|(group, &size)| vec![group; size]).collect();
        let n = group.len();
        let dyads = (0..n).flat_map(|i| (0..n).map(move |j| (i, j)));
        let dyads = dyads.filter(|&(i, j)| if directed { i != j } else { i < j }).collect();
        Self { group, directed, dyads }
    }

    fn dyad(&self, from: usize, to: usize) -> usize {
        let ends = if self.directed { (from, to) } else { (from.min(to), from.max(to)) };
        self.dyads.iter().position(|&it| it == ends).expect("two different actors")
    }

    fn triples(&self) -> Vec<Triple> {
        let n = self.group.len();
        let mut triples = Vec::new();
        for a in 0..n {
            for v in (0..n).filter(|&v| v != a) {
                for b in (0..n).filter(|&b| b != a && b != v) {
                    let groups = [a, v, b].map(|it| self.group[it]);
                    let role = match groups {
                        [x, y, z] if x == y && y == z => 0,
                        [x, _, z] if x == z => 1,
                        [x, y, _] if x == y => 2,
                        [_, y, z] if y == z => 3,
                        _ => 4,
                    };
                    let needs = [self.dyad(a, v), self.dyad(v, b)];
                    let (empty, ends) = (self.dyad(a, b), (a, b));
                    triples.push(Triple { needs, empty, ends, broker: v, role });
                }
            }
        }
        triples
    }

    /// Checks every density that a network of this many actors can have.
    fn check(&self) {
        let (dyads, n) = (self.dyads.len(), self.group.len());
        let triples = self.triples();
        // Sums of counts and of their squares over all networks with so many ties.
        let none = || vec![[0_u64; 6]; n + 1];
        let mut sums: Vec<(Counts, Counts)> = (0..=dyads).map(|_| (none(), none())).collect();
        let mut counts = none();
        for network in 0..1_u32 << dyads {
            counts.fill([0; 6]);
            for triple in &triples {
                let [first, second] = triple.needs;
                if network >> first & network >> second & !(network >> triple.empty) & 1 == 1 {
                    for of in [triple.broker, n] {
                        counts[of][triple.role] += 1;
                        counts[of][5] += 1;
                    }
                }
            }
            let (once, squared) = &mut sums[network.count_ones() as usize];
            for (of, roles) in counts.iter().enumerate() {
                for (role, count) in roles.iter().enumerate() {
                    once[of][role] += count;
                    squared[of][role] += count * count;
                }
            }
        }
        for ties in 0..=dyads {
            let d = ties as f64 / dyads as f64;
            let chance = |of: Option<usize>, role: usize| {
                let (mut mean, mut square) = (0.0, 0.0);
                for (m, (once, squared)) in sums.iter().enumerate() {
                    let probability = power(d, m) * power(1.0 - d, dyads - m);
                    mean += probability * once[of.unwrap_or(n)][role] as f64;
                    square += probability * squared[of.unwrap_or(n)][role] as f64;
                }
                (mean, (square - mean * mean).max(0.0))
            };
            self.compare(ties, "density", chance);
            // Of the networks with just so many ties, each is as likely.
            let (once, squared) = &sums[ties];
            let networks = choose(dyads, ties);
            let chance = |of: Option<usize>, role: usize| {
                let mean = once[of.unwrap_or(n)][role] as f64 / networks;
                (mean, squared[of.unwrap_or(n)][role] as f64 / networks - mean * mean)
            };
            self.compare(ties, "edges", chance);
        }
    }

    /// Mean and variance of a count as a sum over pairs of triples.
    fn by_pairs(&self, d: f64, of: Option<usize>, role: usize) -> (f64, f64) {
        let mut triples = self.triples();
        triples.retain(|it| (role == 5 || it.role == role) && of.is_none_or(|of| it.broker == of));
        let p = d * d * (1.0 - d);
        let mut variance = 0.0;
        for x in &triples {
            for y in &triples {
                let apart = y.needs.iter().filter(|it| !x.needs.contains(it)).count();
                let contradict = x.needs.contains(&y.empty) || y.needs.contains(&x.empty);
                let empty = if x.empty == y.empty { 1 } else { 2 };
                let both = power(d, 2 + apart) * power(1.0 - d, empty);
                variance += if contradict { 0.0 } else { both } - p * p;
            }
        }
        (triples.len() as f64 * p, variance)
    }

    /// Compares mean and variance with those that the library gives at this density.
    fn compare(
        &self,
        ties: usize,
        null: &str,
        chance: impl Fn(Option<usize>, usize) -> (f64, f64),
    ) {
        let (actor, whole) = (self.run(Unit::Actor, ties, null), self.run(Unit::Whole, ties, null));
        for (role, name) in ROLES.iter().enumerate() {
            let here =
                |of| format!("{null}: {name} of {of:?}, {ties} ties, groups {:?}", self.group);
            for of in 0..self.group.len() {
                let got = |what| actor.value(&of.to_string(), &format!("{what}_{name}"));
                agree((got("expected"), got("sd")), chance(Some(of), role), &here(Some(of)));
            }
            let got = |column| whole.value(name, column);
            agree((got("expected"), got("sd")), chance(None, role), &here(None));
        }
    }

    /// Brokerage of some network with so many ties: only their number and the groups matter here.
    fn run(&self, unit: Unit, ties: usize, null: &str) -> Results {
        self.with(unit, ties, &[("null", null)])
    }

    fn with(&self, unit: Unit, ties: usize, options: &[(&str, &str)]) -> Results {
        let n = self.group.len();
        // A self-tie of each actor, which is left out again, puts actors in their order.
        let order = (0..n).map(|actor| (actor, actor));
        let ties = order.chain(self.dyads.iter().copied().take(ties));
        let ties = ties.map(|(i, j)| (i.to_string(), j.to_string(), 1.0));
        let net = Network::from_ties(self.directed, ties).expect("strengths above zero");
        let net = net.with_attribute("sector", self.group.iter().map(usize::to_string));
        let measure = Measure::find(unit, "brokerage").expect("a measure");
        let options = options.iter();
        let arguments =
            options.fold(Arguments::default(), |all, (name, word)| all.with(name, word));
        measure.of_network(&net, &arguments, &Watch::new()).expect("roles")
    }
}

/// In how many ways some of many can be chosen.
fn choose(many: usize, some: usize) -> f64 {
    (0..some).map(|it| (many - it) as f64 / (some - it) as f64).product()
}

fn power(base: f64, exponent: usize) -> f64 {
    std::iter::repeat_n(base, exponent).product()
}

fn agree(got: (Option<f64>, Option<f64>), (mean, variance): (f64, f64), what: &str) {
    let (expected, sd) = (got.0.expect("an expectation"), got.1.expect("an sd"));
    assert!(close(expected, mean), "expectation of {what}: {expected}, not {mean}");
    assert!(close(sd * sd, variance), "variance of {what}: {}, not {variance}", sd * sd);
}
