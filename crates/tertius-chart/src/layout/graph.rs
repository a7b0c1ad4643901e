/// The ties of a network as a layout uses them: without direction, once each, none from an actor to itself.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    /// Where each actor's contacts begin in `contacts`, and where the last one's end.
    starts: Vec<usize>,
    contacts: Vec<u32>,
}

impl Graph {
    pub(crate) fn new(n: usize, ties: &[(usize, usize)]) -> Self {
        let between = ties.iter().filter(|(a, b)| a != b);
        let mut both: Vec<(u32, u32)> =
            between.flat_map(|&(a, b)| [(a as u32, b as u32), (b as u32, a as u32)]).collect();
        both.sort_unstable();
        both.dedup();
        let mut starts = vec![0; n + 1];
        for &(a, _) in &both {
            starts[a as usize + 1] += 1;
        }
        for at in 0..n {
            starts[at + 1] += starts[at];
        }
        Self { starts, contacts: both.into_iter().map(|(_, b)| b).collect() }
    }

    /// How many actors there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The actors one is tied to, in order.
    pub(crate) fn contacts(&self, actor: usize) -> &[u32] {
        &self.contacts[self.starts[actor]..self.starts[actor + 1]]
    }

    pub(crate) fn degree(&self, actor: usize) -> usize {
        self.starts[actor + 1] - self.starts[actor]
    }

    /// Every tie once.
    pub(crate) fn ties(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.len()).flat_map(|a| {
            self.contacts(a).iter().map(move |&b| (a, b as usize)).filter(|(a, b)| a < b)
        })
    }

    /// Connected components, the largest first, equal ones by their first actor.
    pub(crate) fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.len()];
        let mut found = Vec::new();
        for start in 0..self.len() {
            if seen[start] {
                continue;
            }
            seen[start] = true;
            let mut members = vec![start];
            let mut next = 0;
            while next < members.len() {
                for &actor in self.contacts(members[next]) {
                    let actor = actor as usize;
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

    /// The network of some of the actors, numbered anew in the order given, which is ascending.
    pub(crate) fn part(&self, members: &[usize]) -> Self {
        if members.len() == self.len() {
            return self.clone();
        }
        let place = |actor: u32| members.binary_search(&(actor as usize)).ok();
        let mut starts = vec![0];
        let mut contacts = Vec::new();
        for &actor in members {
            let inner = self.contacts(actor).iter().filter_map(|&next| place(next));
            contacts.extend(inner.map(|at| at as u32));
            starts.push(contacts.len());
        }
        Self { starts, contacts }
    }

    /// Steps from one actor to every other, by breadth-first search; `UNREACHED` where no ties lead.
    /// `queue` is room to work in.
    pub(crate) fn steps(&self, from: usize, steps: &mut [u32], queue: &mut Vec<u32>) {
        steps.fill(UNREACHED);
        steps[from] = 0;
        queue.clear();
        queue.push(from as u32);
        let mut next = 0;
        while next < queue.len() {
            let actor = queue[next] as usize;
            next += 1;
            for &contact in self.contacts(actor) {
                if steps[contact as usize] == UNREACHED {
                    steps[contact as usize] = steps[actor] + 1;
                    queue.push(contact);
                }
            }
        }
    }
}

/// More steps than there are actors.
pub(crate) const UNREACHED: u32 = u32::MAX;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_count_once_in_either_direction_and_parts_are_numbered_anew() {
        let graph = Graph::new(6, &[(4, 5), (1, 0), (0, 1), (2, 2), (1, 3)]);
        assert_eq!(graph.ties().collect::<Vec<_>>(), [(0, 1), (1, 3), (4, 5)]);
        assert_eq!(graph.components(), [vec![0, 1, 3], vec![4, 5], vec![2]]);
        let part = graph.part(&[0, 1, 3]);
        assert_eq!(part.ties().collect::<Vec<_>>(), [(0, 1), (1, 2)]);
        let mut steps = [0; 3];
        part.steps(2, &mut steps, &mut Vec::new());
        assert_eq!(steps, [2, 1, 0]);
    }
}
