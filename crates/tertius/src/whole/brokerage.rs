use crate::actor::{Brokers, Convention, ROLES, zscore};
use crate::network::{Grouping, Network};
use crate::{Result, Results};

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
    let sizes: Vec<f64> = brokers.sizes.iter().map(|&size| size as f64).collect();
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

/// Number of ordered triples (a, v, b) of a role.
fn triples(sizes: &[f64], role: usize) -> f64 {
    let n: f64 = sizes.iter().sum();
    let same: f64 = sizes.iter().map(|g| g * (g - 1.0) * (g - 2.0)).sum();
    let two: f64 = sizes.iter().map(|g| g * (g - 1.0) * (n - g)).sum();
    let all = n * (n - 1.0) * (n - 2.0);
    [same, two, two, two, all - same - 3.0 * two, all][role]
}

/// Covariances of triples that share one tie, over all ordered pairs of different triples of a role:
/// a tie that both need is there gives q3, that both need absent q5, that one needs and the other
/// must not have −q4.
fn shared(sizes: &[f64], role: usize, d: f64, directed: bool) -> f64 {
    let n: f64 = sizes.iter().sum();
    let mut sum = 0.0;
    for (g, &from) in sizes.iter().enumerate() {
        for (h, &to) in sizes.iter().enumerate() {
            let ties = if g == h { from * (from - 1.0) } else { from * to };
            let (there, absent) = needs(sizes, n, role, (g, h), directed);
            let pairs = there * (there - 1.0) * q(3, 3, d) + absent * (absent - 1.0) * q(5, 1, d)
                - 2.0 * there * absent * q(4, 2, d);
            // Undirected, each dyad is met as (g, h) and as (h, g).
            sum += ties * pairs / if directed { 1.0 } else { 2.0 };
        }
    }
    sum
}

/// How many triples of a role need the tie from an actor of g to one of h, and how many must not
/// have it. Undirected, a triple is a broker and an unordered pair.
fn needs(sizes: &[f64], n: f64, role: usize, (g, h): (usize, usize), directed: bool) -> (f64, f64) {
    let others = |group: usize| {
        sizes[group] - f64::from(u8::from(group == g)) - f64::from(u8::from(group == h))
    };
    // The third actor is of group g, of group h, or of another.
    let third = |is_role: &dyn Fn(usize) -> bool| {
        let mut count = 0.0;
        let mut rest = n - 2.0;
        for group in if g == h { vec![g] } else { vec![g, h] } {
            rest -= others(group);
            if is_role(group) {
                count += others(group);
            }
        }
        if is_role(usize::MAX) { count + rest } else { count }
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
fn sna_variance(sizes: &[f64], role: usize, d: f64) -> f64 {
    let n: f64 = sizes.iter().sum();
    let (q3, q4, q5) = (q(3, 3, d), q(4, 2, d), q(5, 1, d));
    let p = d * d * (1.0 - d);
    let own = triples(sizes, role) * p * (1.0 - p);
    let each = |f: &dyn Fn(f64) -> f64| sizes.iter().map(|&g| f(g)).sum::<f64>();
    let ordered = |f: &dyn Fn(f64, f64) -> f64| {
        let pairs = sizes.iter().enumerate().flat_map(|(i, &x)| {
            sizes.iter().enumerate().filter(move |(j, _)| *j != i).map(move |(_, &y)| (x, y))
        });
        pairs.map(|(x, y)| f(x, y)).sum::<f64>()
    };
    own + match role {
        0 => each(&|g| {
            g * (g - 1.0)
                * (g - 2.0)
                * ((4.0 * g - 10.0) * q3 - 4.0 * (g - 3.0) * q4 + (g - 3.0) * q5)
        }),
        1 => ordered(&|x, y| {
            x * y * (x - 1.0) * ((2.0 * x + 2.0 * y - 6.0) * q3 + (n - x - 1.0) * q5)
        }),
        2 | 3 => each(&|g| g * (n - g) * (g - 1.0) * ((n - 3.0) * q3 + (g - 2.0) * q5)),
        4 => {
            let mut sum = 0.0;
            for (i, &x) in sizes.iter().enumerate() {
                for (j, &y) in sizes.iter().enumerate().filter(|(j, _)| *j != i) {
                    for (_, &z) in sizes.iter().enumerate().filter(|(k, _)| *k != i && *k != j) {
                        sum += x
                            * y
                            * z
                            * ((4.0 * (n - y) - 2.0 * (x + z + 1.0)) * q3
                                - (4.0 * (n - z) - 2.0 * (x + y + 1.0)) * q4
                                + (n - (x + z + 1.0)) * q5);
                    }
                }
            }
            sum
        }
        _ => {
            n * (n - 1.0)
                * (n - 2.0)
                * ((4.0 * n - 10.0) * q3 - 4.0 * (n - 3.0) * q4 + (n - 3.0) * q5)
        }
    }
}
