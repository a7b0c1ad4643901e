//! A network among some of its actors.

use std::collections::BTreeMap;

use super::build::Crowds;
use super::{Keep, Network, Tie};

impl Network {
    /// Without group actors that nothing joins in this view: they are counted, not shown.
    pub(super) fn without_idle_groups(mut self) -> Self {
        let idle = |at: usize| {
            self.actors[at].group.is_some()
                && self.out.alters(at).is_empty()
                && self.into_rows().alters(at).is_empty()
        };
        let kept: Vec<usize> = (0..self.actors.len()).filter(|&at| !idle(at)).collect();
        let idle = self.actors.len() - kept.len();
        let groups = kept.iter().filter(|&&at| self.actors[at].group.is_some()).count();
        if groups > 0 {
            self.provenance.notes.push(if groups == 1 {
                "1 group actor (counted, not named) counts as one actor".to_owned()
            } else {
                format!("{groups} group actors (counted, not named) count as one actor each")
            });
        }
        if idle == 0 {
            return self;
        }
        self.provenance
            .notes
            .push(format!("left out: group actors without a tie in this view ({idle})"));
        self.restricted(&kept)
    }

    pub(super) fn keep(mut self, component: Keep) -> Self {
        if component == Keep::All {
            return self;
        }
        let components = crate::whole::component_of(&self);
        let sizes = components.iter().fold(BTreeMap::<usize, usize>::new(), |mut sizes, &it| {
            *sizes.entry(it).or_default() += 1;
            sizes
        });
        let largest = sizes.iter().max_by_key(|(at, size)| (**size, std::cmp::Reverse(**at)));
        let largest = largest.map_or(0, |(at, _)| *at);
        let kept: Vec<usize> =
            (0..self.actors.len()).filter(|&at| components[at] == largest).collect();
        let left = self.actors.len() - kept.len();
        if left > 0 {
            self.provenance
                .notes
                .push(format!("left out: actors outside the largest component ({left})"));
        }
        self.restricted(&kept)
    }

    /// The network among some of its actors, by their numbers; they keep their order. Numbers that
    /// no actor has are passed over.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.restricted(&[1, 2]);
    /// assert_eq!((net.actors().len(), net.ties().len()), (2, 1));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn restricted(&self, kept: &[usize]) -> Self {
        let mut kept: Vec<usize> =
            kept.iter().copied().filter(|&at| at < self.actors.len()).collect();
        kept.sort_unstable();
        kept.dedup();
        let mut numbers = vec![None; self.actors.len()];
        kept.iter().enumerate().for_each(|(new, &old)| numbers[old] = Some(new as u32));
        let mut pieces = Vec::new();
        for (at, tie) in self.ties.iter().enumerate() {
            let (Some(from), Some(to)) = (numbers[tie.from as usize], numbers[tie.to as usize])
            else {
                continue;
            };
            self.copy_tie(at, (from, to), &mut pieces);
        }
        let old = |tie: &Tie| {
            self.ties
                .binary_search_by_key(&(kept[tie.from as usize], kept[tie.to as usize]), |it| {
                    (it.from as usize, it.to as usize)
                })
        };
        let actors = kept.iter().map(|&at| self.actors[at].clone()).collect();
        let mut net =
            Self::assemble(actors, self.directed, pieces, &Crowds::default(), self.reasons.clone());
        let pick = |column: &Vec<Vec<String>>| kept.iter().map(|&at| column[at].clone()).collect();
        let people = |at: usize| Some((at, self.people.get(&old(&net.ties[at]).ok()?)?.clone()));
        net.people = (0..net.ties.len()).filter_map(people).collect();
        net.attributes =
            self.attributes.iter().map(|(name, column)| (name.clone(), pick(column))).collect();
        net.dealt = self.dealt.as_ref().map(|dealt| dealt.among(kept.iter().copied()));
        net.nesting.clone_from(&self.nesting);
        net.person_names.clone_from(&self.person_names);
        net.observed.accounts =
            self.observed.accounts.as_ref().map(|it| kept.iter().map(|&at| it[at]).collect());
        net.observed.both = self.observed.both;
        let renumber =
            |&(from, to): &(u32, u32)| Some((numbers[from as usize]?, numbers[to as usize]?));
        net.observed.unknown = self.observed.unknown.iter().filter_map(renumber).collect();
        net.first_mode = self.first_mode.map(|first| kept.iter().filter(|&&at| at < first).count());
        net.provenance = self.provenance.clone();
        net
    }
}
