//! How far two partitions of the same actors agree.

/// Number of members of each label; labels have no gaps.
pub(super) fn sizes(labels: &[u32]) -> Vec<usize> {
    let mut sizes = vec![0; labels.iter().max().map_or(0, |&label| label as usize + 1)];
    labels.iter().for_each(|&label| sizes[label as usize] += 1);
    sizes
}

/// For each actor, how many are with it in both partitions, itself among them.
fn together(a: &[u32], b: &[u32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..a.len()).collect();
    let key = |&actor: &usize| (a[actor], b[actor]);
    order.sort_unstable_by_key(key);
    let mut together = vec![0; a.len()];
    for cell in order.chunk_by(|x, y| key(x) == key(y)) {
        cell.iter().for_each(|&actor| together[actor] = cell.len());
    }
    together
}

/// The adjusted Rand index of Hubert and Arabie (1985): pairs together in both, above what chance
/// gives partitions of these sizes; 1 for the same partition, 0 for one that has nothing of the other.
pub(super) fn adjusted_rand(a: &[u32], b: &[u32]) -> f64 {
    let pairs = |of: usize| of as f64 * (of as f64 - 1.0) / 2.0;
    let within = |labels| sizes(labels).into_iter().map(pairs).sum::<f64>();
    let both: f64 = together(a, b).into_iter().map(|cell| (cell as f64 - 1.0) / 2.0).sum();
    let (in_a, in_b) = (within(a), within(b));
    let chance = if a.len() < 2 { 0.0 } else { in_a * in_b / pairs(a.len()) };
    let most = f64::midpoint(in_a, in_b);
    // All apart in both, or all together in both: the same.
    if most - chance == 0.0 { 1.0 } else { (both - chance) / (most - chance) }
}

/// For each actor, members that its two groups share over members of either.
pub(super) fn overlap(a: &[u32], b: &[u32]) -> Vec<f64> {
    let (size_a, size_b) = (sizes(a), sizes(b));
    let share = |(actor, both): (usize, usize)| {
        let either = size_a[a[actor] as usize] + size_b[b[actor] as usize] - both;
        both as f64 / either as f64
    };
    together(a, b).into_iter().enumerate().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::{adjusted_rand, overlap};

    #[test]
    fn two_partitions_of_four_and_of_six() {
        // By hand: pairs 1 and 2, one in both; chance 1/3; (1 − 1/3) / (1.5 − 1/3).
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12;
        assert!(close(adjusted_rand(&[0, 0, 1, 2], &[0, 0, 1, 1]), 4.0 / 7.0));
        // By hand: pairs 3 + 3 and 1 + 1 + 1, one of each in both: 2; chance 18/15; (2 − 1.2) / 3.3.
        let (a, b) = ([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]);
        assert!(close(adjusted_rand(&a, &b), 0.8 / 3.3));
        assert_eq!(overlap(&a, &b)[..3], [2.0 / 3.0, 2.0 / 3.0, 0.25]);
        assert!(close(adjusted_rand(&[0, 1, 2], &[2, 1, 0]), 1.0));
    }
}
