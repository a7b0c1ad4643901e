use std::collections::VecDeque;

/// For each actor the actors it is tied to, in either direction, once each and without itself.
pub(crate) fn neighbours(n: usize, ties: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut near = vec![Vec::new(); n];
    for &(from, to) in ties {
        if from != to {
            near[from].push(to);
            near[to].push(from);
        }
    }
    for list in &mut near {
        list.sort_unstable();
        list.dedup();
    }
    near
}

/// Connected components, the largest first, equal ones by their first actor.
pub(crate) fn components(near: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut seen = vec![false; near.len()];
    let mut found = Vec::new();
    for start in 0..near.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut members = vec![start];
        let mut next = 0;
        while next < members.len() {
            for &actor in &near[members[next]] {
                if !seen[actor] {
                    seen[actor] = true;
                    members.push(actor);
                }
            }
            next += 1;
        }
        members.sort_unstable();
        found.push(members);
    }
    found.sort_by_key(|members| std::cmp::Reverse(members.len()));
    found
}

/// A symmetric table of the distances within one component.
pub(crate) struct Distances {
    pub(crate) n: usize,
    values: Vec<f64>,
}

impl Distances {
    pub(crate) fn get(&self, i: usize, j: usize) -> f64 {
        self.values[i * self.n + j]
    }

    pub(crate) fn row(&self, i: usize) -> &[f64] {
        &self.values[i * self.n..(i + 1) * self.n]
    }

    /// Lengthens every distance by what `extra` gives for the pair.
    pub(crate) fn lengthen(&mut self, extra: impl Fn(usize, usize) -> f64) {
        for i in 0..self.n {
            for j in 0..self.n {
                if i != j {
                    self.values[i * self.n + j] += extra(i, j);
                }
            }
        }
    }
}

/// Steps along ties between all members of a connected component, by breadth-first search from each.
pub(crate) fn all_pairs(near: &[Vec<usize>], members: &[usize]) -> Distances {
    let n = members.len();
    let mut place = vec![usize::MAX; near.len()];
    for (i, &actor) in members.iter().enumerate() {
        place[actor] = i;
    }
    let mut values = vec![f64::INFINITY; n * n];
    let mut queue = VecDeque::new();
    for (row, &start) in values.chunks_mut(n).zip(members) {
        row[place[start]] = 0.0;
        queue.push_back(start);
        while let Some(actor) = queue.pop_front() {
            let steps = row[place[actor]] + 1.0;
            for &next in &near[actor] {
                if row[place[next]].is_infinite() {
                    row[place[next]] = steps;
                    queue.push_back(next);
                }
            }
        }
    }
    Distances { n, values }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_the_distances_of_a_ruler() {
        let near = neighbours(5, &[(0, 1), (1, 2), (2, 3), (3, 2)]);
        let parts = components(&near);
        assert_eq!(parts, [vec![0, 1, 2, 3], vec![4]]);
        assert_eq!(all_pairs(&near, &parts[0]).row(0), [0.0, 1.0, 2.0, 3.0]);
    }
}
