use std::collections::BTreeMap;

use crate::actor::brokerage::CONVENTION;
use crate::actor::{Brokers, Convention, ROLES, zscore};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "brokerage",
    source: "Gould and Fernandez 1989",
    page: include_str!("brokerage.md"),
    options: &[options::BY, CONVENTION],
    run: Run::Network(|net, arguments, _| {
        brokerage(net, &arguments.grouping(net)?, arguments.choice("convention")?)
    }),
};

#[doc = include_str!("brokerage.md")]
///
/// # Errors
///
/// If no actor is of a known group, or the network has two modes.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(true, [("college", "centre", 1.0), ("centre", "charity", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "VCS"]);
/// let brokerage = whole::brokerage(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(brokerage.value("liaison", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn brokerage(net: &Network, by: &Grouping, convention: Convention) -> Result<Results> {
    let brokers = Brokers::new(net, by)?;
    let mut observed = [0.0; 6];
    for roles in (0..net.actors().len()).filter_map(|v| brokers.roles(v)) {
        observed.iter_mut().zip(roles).for_each(|(sum, count)| *sum += count as f64);
    }
    let chance: Vec<(f64, f64)> = (0..6).map(|role| chance(&brokers, role, convention)).collect();
    let mut results = Results::of(net)
        .text("quantity", ROLES.iter().map(|role| (*role).to_owned()))
        .number("value", observed.iter().map(|&count| Ok(count)))
        .number("expected", chance.iter().map(|&(mean, _)| Ok(mean)))
        .number("sd", chance.iter().map(|&(_, sd)| Ok(sd)))
        .number(
            "z",
            chance.iter().zip(observed).map(|(&(mean, sd), count)| zscore(count, mean, sd)),
        );
    brokers.note(&mut results, by);
    Ok(results.by(by).option("convention", format!("{convention:?}").to_lowercase()))
}

/// Expectation and sd of a role over the whole network.
fn chance(brokers: &Brokers<'_>, role: usize, convention: Convention) -> (f64, f64) {
    let d = brokers.density;
    let p = d * d * (1.0 - d);
    let sizes = Sizes::of(&brokers.sizes);
    let triples = triples(&sizes, role);
    let variance = match convention {
        Convention::Sna => sna_variance(&sizes, role, d),
        Convention::Exact if brokers.directed => {
            let shared = shared(&sizes, role, d, true);
            // Two triples on the same three actors that each need a tie the other must not have
            // share two arcs: the sum over arcs has taken the contradiction off twice.
            let contradictions = [2.0, 0.0, 1.0, 1.0, 2.0, 2.0][role] * triples;
            triples * p * (1.0 - p) + shared + contradictions * q(4, 2, d)
        }
        Convention::Exact => {
            let shared = shared(&sizes, role, d, false);
            let (pairs, ways) =
                if role == 2 || role == 3 { (triples, 1.0) } else { (triples / 2.0, 2.0) };
            // Undirected triples on the same three actors share all three ties and exclude each other.
            let exclusive = [2.0, 0.0, 1.0, 1.0, 2.0, 2.0][role] * pairs;
            ways * ways * (pairs * p * (1.0 - p) + shared + exclusive * (q(4, 2, d) - q(3, 3, d)))
        }
    };
    (triples * p, variance.max(0.0).sqrt())
}

/// dⁱ(1−d)ʲ.
fn q(i: i32, j: i32, d: f64) -> f64 {
    d.powi(i) * (1.0 - d).powi(j)
}

/// Sizes of groups, each with how many groups are of it: what chance knows of them.
struct Sizes(Vec<(f64, f64)>);

impl Sizes {
    fn of(sizes: &[usize]) -> Self {
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        sizes.iter().for_each(|&size| *groups.entry(size).or_default() += 1);
        Self(groups.into_iter().map(|(size, groups)| (size as f64, groups as f64)).collect())
    }

    fn actors(&self) -> f64 {
        self.each(|size| size)
    }

    /// The sum over groups.
    fn each(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.0.iter().map(|&(size, groups)| groups * f(size)).sum()
    }

    /// The sum over ordered pairs of different groups.
    fn pairs(&self, f: impl Fn(f64, f64) -> f64) -> f64 {
        let mut sum = 0.0;
        for (i, &(x, first)) in self.0.iter().enumerate() {
            for (j, &(y, groups)) in self.0.iter().enumerate() {
                let second = groups - f64::from(u8::from(i == j));
                sum += first * second * f(x, y);
            }
        }
        sum
    }

    /// The sum over ordered triples of different groups.
    fn triples(&self, f: impl Fn(f64, f64, f64) -> f64) -> f64 {
        let mut sum = 0.0;
        for (i, &(x, first)) in self.0.iter().enumerate() {
            for (j, &(y, groups)) in self.0.iter().enumerate() {
                let second = groups - f64::from(u8::from(i == j));
                for (k, &(z, groups)) in self.0.iter().enumerate() {
                    let third = groups - f64::from(u8::from(k == i)) - f64::from(u8::from(k == j));
                    sum += first * second * third * f(x, y, z);
                }
            }
        }
        sum
    }
}

/// Number of ordered triples (a, v, b) of a role.
fn triples(sizes: &Sizes, role: usize) -> f64 {
    let n = sizes.actors();
    let same = sizes.each(|g| g * (g - 1.0) * (g - 2.0));
    let two = sizes.each(|g| g * (g - 1.0) * (n - g));
    let all = n * (n - 1.0) * (n - 2.0);
    [same, two, two, two, all - same - 3.0 * two, all][role]
}

/// Covariances of triples that share one tie, over all ordered pairs of different triples of a role:
/// a tie that both need is there gives q3, that both need absent q5, that one needs and the other
/// must not have −q4.
fn shared(sizes: &Sizes, role: usize, d: f64, directed: bool) -> f64 {
    let n = sizes.actors();
    let covariance = |ties: f64, ends: Ends| {
        let (there, absent) = needs(n, role, ends, directed);
        let pairs = there * (there - 1.0) * q(3, 3, d) + absent * (absent - 1.0) * q(5, 1, d)
            - 2.0 * there * absent * q(4, 2, d);
        // Undirected, each dyad is met as (g, h) and as (h, g).
        ties * pairs / if directed { 1.0 } else { 2.0 }
    };
    sizes.each(|g| covariance(g * (g - 1.0), Ends { from: g, to: None }))
        + sizes.pairs(|g, h| covariance(g * h, Ends { from: g, to: Some(h) }))
}

/// The groups at the ends of a tie, by size: `to` is `None` if they are one.
#[derive(Clone, Copy)]
struct Ends {
    from: f64,
    to: Option<f64>,
}

/// How many triples of a role need the tie from an actor of a group g to one of a group h, and how
/// many must not have it. Undirected, a triple is a broker and an unordered pair.
fn needs(n: f64, role: usize, ends: Ends, directed: bool) -> (f64, f64) {
    const ELSEWHERE: usize = 2;
    let (g, h) = (0, usize::from(ends.to.is_some()));
    // Actors left for a third: of g, of h, and of other groups.
    let (of_g, of_h) = match ends.to {
        None => (ends.from - 2.0, 0.0),
        Some(to) => (ends.from - 1.0, to - 1.0),
    };
    let third = |is_role: &dyn Fn(usize) -> bool| {
        let count = |group: usize, actors: f64| if is_role(group) { actors } else { 0.0 };
        count(g, of_g) + count(h, of_h) + count(ELSEWHERE, n - 2.0 - of_g - of_h)
    };
    let is = |a, v, b| of_role(role, a, v, b);
    if directed {
        return (third(&|b| is(g, h, b)) + third(&|a| is(a, g, h)), third(&|v| is(g, v, h)));
    }
    let either = |a, v, b| is(a, v, b) || (role != 5 && is(b, v, a));
    (third(&|x| either(g, h, x)) + third(&|x| either(h, g, x)), third(&|v| either(g, v, h)))
}

/// Whether groups make a role; representative and gatekeeper are one if the triple is unordered.
fn of_role(role: usize, a: usize, v: usize, b: usize) -> bool {
    match role {
        0 => a == v && v == b,
        1 => a == b && a != v,
        2 => a == v && v != b,
        3 => a != v && v == b,
        4 => a != v && v != b && a != b,
        _ => true,
    }
}

/// Variances as R sna gives them.
fn sna_variance(sizes: &Sizes, role: usize, d: f64) -> f64 {
    let n = sizes.actors();
    let (q3, q4, q5) = (q(3, 3, d), q(4, 2, d), q(5, 1, d));
    let p = d * d * (1.0 - d);
    let own = triples(sizes, role) * p * (1.0 - p);
    own + match role {
        0 => sizes.each(|g| {
            g * (g - 1.0)
                * (g - 2.0)
                * ((4.0 * g - 10.0) * q3 - 4.0 * (g - 3.0) * q4 + (g - 3.0) * q5)
        }),
        1 => sizes.pairs(|x, y| {
            x * y * (x - 1.0) * ((2.0 * x + 2.0 * y - 6.0) * q3 + (n - x - 1.0) * q5)
        }),
        2 | 3 => sizes.each(|g| g * (n - g) * (g - 1.0) * ((n - 3.0) * q3 + (g - 2.0) * q5)),
        4 => sizes.triples(|x, y, z| {
            x * y
                * z
                * ((4.0 * (n - y) - 2.0 * (x + z + 1.0)) * q3
                    - (4.0 * (n - z) - 2.0 * (x + y + 1.0)) * q4
                    + (n - (x + z + 1.0)) * q5)
        }),
        _ => {
            n * (n - 1.0)
                * (n - 2.0)
                * ((4.0 * n - 10.0) * q3 - 4.0 * (n - 3.0) * q4 + (n - 3.0) * q5)
        }
    }
}
