use std::collections::BTreeMap;

/// Sizes of groups, each with how many groups are of it: what chance knows of them.
pub(super) struct Sizes(Vec<(f64, f64)>);

impl Sizes {
    pub(super) fn of(sizes: &[usize]) -> Self {
        let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
        sizes.iter().for_each(|&size| *groups.entry(size).or_default() += 1);
        Self(groups.into_iter().map(|(size, groups)| (size as f64, groups as f64)).collect())
    }

    pub(super) fn actors(&self) -> f64 {
        self.each(|size| size)
    }

    /// The sum over groups.
    pub(super) fn each(&self, f: impl Fn(f64) -> f64) -> f64 {
        self.0.iter().map(|&(size, groups)| groups * f(size)).sum()
    }

    /// The sum over ordered pairs of different groups.
    pub(super) fn pairs(&self, f: impl Fn(f64, f64) -> f64) -> f64 {
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
    pub(super) fn triples(&self, f: impl Fn(f64, f64, f64) -> f64) -> f64 {
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
