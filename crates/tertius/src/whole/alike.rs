//! How alike the two ends of ties are: by groups, and by numbers.

use crate::Result;
use crate::network::{Network, Tie};
use crate::options::Ties;

/// A tie with what its ends are like.
pub(super) struct Ends<'n, T> {
    pub(super) tie: &'n Tie,
    pub(super) from: T,
    pub(super) to: T,
}

pub(super) fn ends<T>(net: &Network, of: impl Fn(&Tie) -> Option<(T, T)>) -> Vec<Ends<'_, T>> {
    let ends = |tie| of(tie).map(|(from, to)| Ends { tie, from, to });
    net.observed_ties().filter_map(ends).collect()
}

const NO_TIE: &str = "no observed tie joins actors of which it is known what they are like";

/// Ties by the groups of their ends; those without direction count both ways.
pub(super) struct Mixing {
    directed: bool,
    total: f64,
    inside: f64,
    from: Vec<f64>,
    to: Vec<f64>,
    /// Σ_k of what group k sends times what it receives.
    products: f64,
}

impl Mixing {
    pub(super) fn new(groups: usize, directed: bool, ends: &[Ends<'_, u32>], ties: Ties) -> Self {
        let (from, to) = (vec![0.0; groups], vec![0.0; groups]);
        let mut mixing = Self { directed, total: 0.0, inside: 0.0, from, to, products: 0.0 };
        for end in ends {
            let counts = ties.strength(end.tie);
            let (g, h) = (end.from as usize, end.to as usize);
            for (g, h) in if directed { vec![(g, h)] } else { vec![(g, h), (h, g)] } {
                mixing.total += counts;
                mixing.inside += if g == h { counts } else { 0.0 };
                mixing.from[g] += counts;
                mixing.to[h] += counts;
            }
        }
        mixing.products = mixing.from.iter().zip(&mixing.to).map(|(a, b)| a * b).sum();
        mixing
    }

    pub(super) fn assortativity(&self) -> Result<f64, &'static str> {
        assortativity_of(self.total, self.inside, self.products)
    }

    /// The least that it can be with every group as active as it is: a group that holds more than
    /// half of all ends cannot but have ties inside.
    pub(super) fn lowest(&self) -> Result<f64, &'static str> {
        let ends = self.from.iter().zip(&self.to).map(|(from, to)| from + to);
        let inside = (ends.fold(0.0, f64::max) - self.total).max(0.0);
        assortativity_of(self.total, inside, self.products)
    }

    /// The same without a tie.
    pub(super) fn without(&self, end: &Ends<'_, u32>, ties: Ties) -> Result<f64, &'static str> {
        let (g, h, counts) = (end.from as usize, end.to as usize, ties.strength(end.tie));
        let ways = if self.directed { 1.0 } else { 2.0 };
        let of = |k: usize| {
            let back = !self.directed;
            let sent = f64::from(u8::from(k == g) + u8::from(back && k == h)) * counts;
            let got = f64::from(u8::from(k == h) + u8::from(back && k == g)) * counts;
            (self.from[k] - sent) * (self.to[k] - got) - self.from[k] * self.to[k]
        };
        let change = of(g) + if g == h { 0.0 } else { of(h) };
        let inside = if g == h { self.inside - ways * counts } else { self.inside };
        assortativity_of(self.total - ways * counts, inside, self.products + change)
    }
}

fn assortativity_of(total: f64, inside: f64, products: f64) -> Result<f64, &'static str> {
    if total <= 0.0 {
        return Err(NO_TIE);
    }
    let chance = products / (total * total);
    if chance > 1.0 - ROUNDING {
        return Err("all ties are inside one group");
    }
    Ok((inside / total - chance) / (1.0 - chance))
}

/// Differences below this, against the largest, are rounding.
const ROUNDING: f64 = 1e-12;

/// How far the numbers at the two ends go together.
pub(super) fn correlated(
    ends: &[Ends<'_, f64>],
    directed: bool,
    ties: Ties,
) -> Vec<(&'static str, Result<f64, &'static str>)> {
    // Seen from their mean, numbers that are large and alike lose no digits.
    let mean = ends.iter().map(|it| it.from + it.to).sum::<f64>() / (2.0 * ends.len() as f64);
    let largest = ends.iter().map(|it| it.from.abs().max(it.to.abs())).fold(0.0, f64::max);
    let of = |it: &Ends<'_, f64>| {
        let (x, y) = (it.from - mean, it.to - mean);
        let one = Moments::of(ties.strength(it.tie), x, y);
        if directed { one } else { one.plus(&Moments::of(ties.strength(it.tie), y, x), 1.0) }
    };
    let all = ends.iter().fold(Moments::default(), |sum, it| sum.plus(&of(it), 1.0));
    let r = all.correlation(largest);
    let without = ends.iter().map(|it| all.plus(&of(it), -1.0).correlation(largest));
    vec![("assortativity", r), ("standard_error", jackknife(r, without))]
}

/// Sums over ties of x and y at their ends, and of their squares and products.
#[derive(Debug, Clone, Copy, Default)]
struct Moments([f64; 6]);

impl Moments {
    fn of(w: f64, x: f64, y: f64) -> Self {
        Self([w, w * x, w * y, w * x * x, w * y * y, w * x * y])
    }

    fn plus(&self, other: &Self, times: f64) -> Self {
        Self(std::array::from_fn(|at| self.0[at] + times * other.0[at]))
    }

    fn correlation(&self, largest: f64) -> Result<f64, &'static str> {
        let [w, x, y, xx, yy, xy] = self.0;
        if w <= 0.0 {
            return Err(NO_TIE);
        }
        let spread = |one: f64, squares: f64| squares / w - (one / w).powi(2);
        let (of_x, of_y) = (spread(x, xx), spread(y, yy));
        let least = ROUNDING * largest * largest;
        if of_x <= least || of_y <= least {
            return Err("all ties start, or end, at actors who do not differ");
        }
        Ok((xy / w - x * y / (w * w)) / (of_x * of_y).sqrt())
    }
}

/// Newman's jackknife: how far the value moves without each of the ties.
pub(super) fn jackknife(
    value: Result<f64, &'static str>,
    without: impl Iterator<Item = Result<f64, &'static str>>,
) -> Result<f64, &'static str> {
    let value = value?;
    let mut squares = 0.0;
    for without in without {
        let without = without.map_err(|_| "without one of the ties there is no value")?;
        squares += (value - without).powi(2);
    }
    Ok(squares.sqrt())
}
