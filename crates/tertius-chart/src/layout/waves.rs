use tertius::{Result, Watch};

use super::distance::Distances;
use super::graph::{Graph, UNREACHED};

/// The mean over waves of the steps between two actors of a network that is connected over all waves together.
/// Where no ties lead in a wave, one step more than the longest way of the two in any other; where they lead in
/// none, the steps by the ties of all waves together, and one more.
pub(super) fn mean_distances(all: &Graph, waves: &[Graph], watch: &Watch) -> Result<Distances> {
    let n = all.len();
    let (mut queue, mut together) = (Vec::new(), vec![0; n]);
    let mut steps = vec![vec![0; n]; waves.len()];
    let mut mean = vec![0.0; n * n];
    for from in 0..n {
        watch.go_on()?;
        all.steps(from, &mut together, &mut queue);
        for (wave, steps) in waves.iter().zip(&mut steps) {
            wave.steps(from, steps, &mut queue);
        }
        for to in 0..n {
            let reached = || steps.iter().map(|wave| wave[to]).filter(|&it| it != UNREACHED);
            let no_way = reached().max().unwrap_or(together[to]) + 1;
            let sum: u32 =
                steps.iter().map(|it| if it[to] == UNREACHED { no_way } else { it[to] }).sum();
            mean[from * n + to] = f64::from(sum) / waves.len().max(1) as f64;
        }
    }
    Ok(Distances::from_fn(n, |i, j| if i == j { 0.0 } else { mean[i * n + j] }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_those_worked_by_hand() {
        let (first, second) = ([(0, 1), (1, 2)], [(0, 2), (2, 3)]);
        let waves = [Graph::new(4, &first), Graph::new(4, &second)];
        let all = Graph::new(4, &[first, second].concat());
        let mean = mean_distances(&all, &waves, &Watch::new()).unwrap();
        // 0 to 2: two steps, then one. 0 to 1: one step, then no way: two. 1 to 3: no way in either; together
        // two steps by 2, and one more.
        assert_eq!((mean.get(0, 2), mean.get(0, 1), mean.get(1, 3)), (1.5, 1.5, 3.0));
        assert!((mean.get(3, 1) - 3.0).abs() < 1e-12);
    }
}
