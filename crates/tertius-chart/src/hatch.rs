//! Line patterns that say again what a fill colour says.

use plotters_backend::BackendCoord;

use crate::backend::{SUB, sub};
use crate::geometry::{Rect, point};
use crate::scene::{Element, Paint, Path, Stroke};

/// The patterns in the order in which categories get them, the first being plain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hatch {
    Plain,
    Rising,
    Level,
    Falling,
    Upright,
    Crossed,
}

impl Hatch {
    const ALL: [Self; 6] =
        [Self::Plain, Self::Rising, Self::Level, Self::Falling, Self::Upright, Self::Crossed];

    pub(crate) fn of(category: usize) -> Self {
        Self::ALL[category % Self::ALL.len()]
    }

    /// The lines of the pattern over a box, `gap` apart, as one path.
    pub(crate) fn over(self, rect: Rect, gap: f64, stroke: Stroke) -> Option<Element> {
        let (low, high) = ((sub(rect.min.x), sub(rect.min.y)), (sub(rect.max.x), sub(rect.max.y)));
        let at = |(x, y): BackendCoord| point(f64::from(x), f64::from(y)) * (1.0 / SUB);
        let lines = self.lines(low, high, sub(gap));
        let steps = lines.into_iter().flat_map(|ends| Path::open(&ends.map(at)).0);
        let path = Path(steps.collect());
        (!path.0.is_empty()).then(|| Element::Path { path, paint: Paint::stroke(stroke) })
    }

    /// The lines of the pattern inside a box given by two corners, `gap` apart. They lie on one grid for the
    /// whole page, so that neighbouring boxes of one pattern match.
    pub(crate) fn lines(
        self,
        low: BackendCoord,
        high: BackendCoord,
        gap: i32,
    ) -> Vec<[BackendCoord; 2]> {
        match self {
            Self::Plain => Vec::new(),
            Self::Level => on_grid(low.1, high.1, gap).map(|y| [(low.0, y), (high.0, y)]).collect(),
            Self::Upright => {
                on_grid(low.0, high.0, gap).map(|x| [(x, low.1), (x, high.1)]).collect()
            }
            Self::Rising => slanted(low, high, gap * 7 / 5, 1),
            Self::Falling => slanted(low, high, gap * 7 / 5, -1),
            Self::Crossed => {
                let mut lines = Self::Rising.lines(low, high, gap * 3 / 2);
                lines.extend(Self::Falling.lines(low, high, gap * 3 / 2));
                lines
            }
        }
    }
}

/// Multiples of `gap` strictly between two bounds.
fn on_grid(low: i32, high: i32, gap: i32) -> impl Iterator<Item = i32> {
    (low.div_euclid(gap) + 1..).map(move |i| i * gap).take_while(move |&value| value < high)
}

/// Lines `x + sign · y = c`, cut to the box.
fn slanted(low: BackendCoord, high: BackendCoord, gap: i32, sign: i32) -> Vec<[BackendCoord; 2]> {
    let (first, last) = (sign * low.1, sign * high.1);
    let bounds = (low.0 + first.min(last), high.0 + first.max(last));
    on_grid(bounds.0, bounds.1, gap)
        .map(|c| {
            let y_at = |x: i32| sign * (c - x);
            let (from, to) = (y_at(low.0).clamp(low.1, high.1), y_at(high.0).clamp(low.1, high.1));
            [(c - sign * from, from), (c - sign * to, to)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_its_box() {
        let (low, high) = ((13, -20), (171, 64));
        for category in 0..6 {
            for end in Hatch::of(category).lines(low, high, 15).concat() {
                assert!(
                    (low.0..=high.0).contains(&end.0) && (low.1..=high.1).contains(&end.1),
                    "{end:?}"
                );
            }
        }
    }
}
