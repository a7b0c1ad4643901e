//! Which bars a histogram has.

use crate::number::short;

/// The bars, from left to right.
#[derive(Debug, Clone)]
pub(super) struct Bins {
    pub(super) bars: Vec<Bar>,
    /// How wide they are; whether each is one value.
    step: f64,
    is_value: bool,
}

/// One bar: the values from its start up to, and but for the last without, its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    pub(super) from: f64,
    pub(super) to: f64,
    /// Values that stand out, and the others.
    pub(super) shaded: usize,
    pub(super) plain: usize,
    is_value: bool,
}

/// More bars of one value each could not be told apart.
const MOST_VALUES: f64 = 60.0;

impl Bins {
    /// Of sorted values.
    pub(super) fn of(values: &[f64], shaded: Option<(f64, f64)>) -> Self {
        let (Some(&low), Some(&high)) = (values.first(), values.last()) else {
            return Self { bars: Vec::new(), step: 1.0, is_value: true };
        };
        let (start, step, is_value) = if let Some(step) = lattice(values) {
            (low - step / 2.0, step, true)
        } else {
            let step = round_step(values, high - low);
            ((low / step).floor() * step, step, false)
        };
        let n = ((high - start) / step + 1e-9).floor() as usize + 1;
        let bar = |i: usize| {
            // Bars of a value each are narrow where there are few: they are not as wide as their step.
            let wide = (0.88 * step).min(step * n as f64 / 12.0);
            let inset = if is_value { (step - wide) / 2.0 } else { 0.0 };
            let from = start + i as f64 * step;
            Bar { from: from + inset, to: from + step - inset, shaded: 0, plain: 0, is_value }
        };
        let mut bars: Vec<Bar> = (0..n).map(bar).collect();
        for &value in values {
            let at = (((value - start) / step + 1e-9).floor() as usize).min(n - 1);
            let slack = step * 1e-6;
            match shaded {
                Some((from, to)) if value >= from - slack && value <= to + slack => {
                    bars[at].shaded += 1;
                }
                _ => bars[at].plain += 1,
            }
        }
        Self { bars, step, is_value }
    }

    /// From the start of the first to the end of the last.
    pub(super) fn bounds(&self) -> (f64, f64) {
        match (self.bars.first(), self.bars.last()) {
            (Some(first), Some(last)) => (first.from, last.to),
            _ => (0.0, 1.0),
        }
    }

    /// How wide bars of several values are.
    pub(super) fn width(&self) -> Option<f64> {
        (!self.is_value && !self.bars.is_empty()).then_some(self.step)
    }
}

impl Bar {
    pub(super) fn count(&self) -> usize {
        self.shaded + self.plain
    }

    /// The value, or from where to where.
    pub(super) fn name(&self) -> String {
        if self.is_value {
            short(f64::midpoint(self.from, self.to))
        } else {
            format!("{} to {}", short(self.from), short(self.to))
        }
    }
}

/// The step of values that are all so many steps apart, if there are few enough for a bar each.
fn lattice(values: &[f64]) -> Option<f64> {
    let span = values[values.len() - 1] - values[0];
    if values.iter().all(|value| value.fract() == 0.0) {
        return (span <= MOST_VALUES).then_some(1.0);
    }
    if span == 0.0 {
        return Some(values[0].abs() / 10.0);
    }
    let gaps = values.windows(2).map(|pair| pair[1] - pair[0]).filter(|gap| *gap > span * 1e-9);
    let step = gaps.clone().fold(f64::INFINITY, f64::min);
    let is_multiple = |gap: f64| ((gap / step).round() - gap / step).abs() < 1e-3;
    (span / step <= MOST_VALUES && gaps.into_iter().all(is_multiple)).then_some(step)
}

/// A round step that gives about twice the cube root of their number of bars (Rice).
fn round_step(values: &[f64], span: f64) -> f64 {
    let bars = (2.0 * (values.len() as f64).cbrt()).clamp(8.0, 40.0);
    let rough = span / bars;
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power);
    steps.into_iter().find(|step| *step >= rough).unwrap_or(rough)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_have_a_bar_each() {
        let bins = Bins::of(&[0.0, 0.0, 2.0, 3.0], None);
        let counts: Vec<usize> = bins.bars.iter().map(Bar::count).collect();
        assert_eq!((counts, bins.width()), (vec![2, 0, 1, 1], None));
    }

    #[test]
    fn values_in_even_steps_have_a_bar_each() {
        let bins = Bins::of(&[-0.5, -0.25, 0.25, 0.25], Some((-1.0, -0.25)));
        let counts: Vec<(usize, usize)> =
            bins.bars.iter().map(|bar| (bar.shaded, bar.plain)).collect();
        assert_eq!(counts, [(1, 0), (1, 0), (0, 0), (0, 2)]);
    }

    #[test]
    fn other_values_share_bars_of_a_round_width() {
        let values: Vec<f64> = (0..500).map(|i| f64::from(i).sqrt()).collect();
        let bins = Bins::of(&values, None);
        assert_eq!(bins.bars.iter().map(Bar::count).sum::<usize>(), 500);
        assert_eq!(bins.width(), Some(2.0));
    }
}
