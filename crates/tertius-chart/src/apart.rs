//! Labels along a line, moved apart as little as it takes.

/// Places for labels that want to be about `wanted` and are `sizes` long, so that none lies on another and all
/// keep to their order and within `low` and `high`, as near to what they want as can be (least squares). Where
/// there is too little room for all they run on beyond `high`.
pub(crate) fn apart(wanted: &[f64], sizes: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]).then(a.cmp(&b)));
    let mut blocks: Vec<Block> = Vec::new();
    for &at in &order {
        blocks.push(Block { labels: 1, size: sizes[at], wanted: wanted[at] - sizes[at] / 2.0 });
        while let [.., above, below] = &blocks[..]
            && above.start(low, high) + above.size > below.start(low, high)
        {
            let both = above.and(below);
            blocks.truncate(blocks.len() - 2);
            blocks.push(both);
        }
    }
    let mut places = vec![0.0; wanted.len()];
    let mut labels = order.into_iter();
    for block in blocks {
        let mut start = block.start(low, high);
        for at in labels.by_ref().take(block.labels) {
            places[at] = start + sizes[at] / 2.0;
            start += sizes[at];
        }
    }
    places
}

/// Labels that touch.
struct Block {
    labels: usize,
    size: f64,
    /// Where its start should be: the mean of where its labels would have it.
    wanted: f64,
}

impl Block {
    fn start(&self, low: f64, high: f64) -> f64 {
        self.wanted.min(high - self.size).max(low)
    }

    fn and(&self, below: &Self) -> Self {
        let (a, b) = (self.labels as f64, below.labels as f64);
        Self {
            labels: self.labels + below.labels,
            size: self.size + below.size,
            wanted: (self.wanted * a + (below.wanted - self.size) * b) / (a + b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::apart;
    use proptest::prelude::*;

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(apart(&[30.0, 10.0], &[8.0, 8.0], 0.0, 40.0), [30.0, 10.0]);
        assert_eq!(apart(&[10.0, 10.0], &[8.0, 8.0], 0.0, 40.0), [6.0, 14.0]);
        assert_eq!(apart(&[0.0, 0.0], &[8.0, 8.0], 0.0, 40.0), [4.0, 12.0]);
    }

    proptest! {
        #[test]
        fn none_lies_on_another(labels in prop::collection::vec((-50.0..150.0, 1.0..9.0), 0..20)) {
            let (wanted, sizes): (Vec<f64>, Vec<f64>) = labels.into_iter().unzip();
            let total: f64 = sizes.iter().sum();
            let places = apart(&wanted, &sizes, 0.0, total + 20.0);
            let mut boxes: Vec<(f64, f64)> =
                places.iter().zip(&sizes).map(|(at, size)| (at - size / 2.0, at + size / 2.0)).collect();
            boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
            prop_assert!(boxes.windows(2).all(|pair| pair[0].1 <= pair[1].0 + 1e-9));
            prop_assert!(boxes.iter().all(|it| it.0 >= -1e-9 && it.1 <= total + 20.0 + 1e-9));
        }
    }
}
