//! The stochastic degree sequence model: activities shared by chance (Neal 2014).

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::bicm::{Bicm, at_least};
use crate::network::{Network, Weights};
use crate::{Error, Result, Results, Watch, counted};

/// More pairs that share an activity than this are refused.
const MOST_PAIRS: usize = 50_000_000;

/// The pairs that share an activity, with how many they share and would by chance; the chance of as
/// many or more. Actors of one number of activities are alike: each two such numbers are worked out
/// once, for the most that any pair of them shares.
pub(super) fn sdsm(net: &Network, first: usize, watch: &Watch) -> Result<(Results, Vec<f64>)> {
    let degrees: Vec<usize> =
        (0..net.actors().len()).map(|it| net.out().alters(it).len()).collect();
    let (actors, activities) = degrees.split_at(first);
    let pairs: usize =
        activities.iter().map(|members| members * members.saturating_sub(1) / 2).sum();
    if pairs > MOST_PAIRS {
        let why = format!(
            "activities join actors {pairs} times, more than the {MOST_PAIRS} that can be listed; \
             leave out the largest, or take a --period"
        );
        return Err(Error::not_applicable("the stochastic degree sequence model", why));
    }
    let model = Bicm::new(actors, activities, watch)?;
    let shared = net.projected(Weights::Count)?;
    let classes = |from: u32, to: u32| {
        let (a, b) = (model.row_class[from as usize], model.row_class[to as usize]);
        (a.min(b), a.max(b))
    };
    #[expect(clippy::cast_sign_loss, reason = "a count of activities")]
    let counts: Vec<usize> = shared.ties().iter().map(|tie| tie.strength as usize).collect();
    let mut most: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (tie, &count) in shared.ties().iter().zip(&counts) {
        let most = most.entry(classes(tie.from, tie.to)).or_default();
        *most = count.max(*most);
    }
    watch.expect(most.len());
    let most: Vec<_> = most.into_iter().collect();
    let by_chance: Vec<(f64, Vec<f64>)> = most
        .par_iter()
        .map(|&((a, b), most)| {
            watch.tick()?;
            let chances = model.chances[a].iter().zip(&model.chances[b]).map(|(a, b)| a * b);
            let draws = chances.zip(model.columns.iter().copied());
            let expected = draws.clone().map(|(chance, number)| chance * number as f64).sum();
            Ok((expected, at_least(draws, most)))
        })
        .collect::<Result<_>>()?;
    let of = |from: u32, to: u32| {
        let at = most.binary_search_by_key(&classes(from, to), |(classes, _)| *classes);
        &by_chance[at.expect("every pair is among them")]
    };
    let ends: Vec<(u32, u32)> = shared.ties().iter().map(|tie| (tie.from, tie.to)).collect();
    let p = ends.iter().zip(&counts).map(|(&(from, to), &count)| of(from, to).1[count]).collect();
    let mut results = Results::by_pair(net, &ends, watch)?
        .count("shared", counts)
        .number("expected", ends.iter().map(|&(from, to)| Ok(of(from, to).0)));
    let all = first * first.saturating_sub(1) / 2;
    if ends.len() < all {
        let (without, others) = (all - ends.len(), if ends.is_empty() { "" } else { "other " });
        results.note(format!(
            "the {others}{} of actors share no activity: p is 1, and they are not listed",
            counted(without, "pair", "pairs")
        ));
    }
    Ok((results, p))
}
