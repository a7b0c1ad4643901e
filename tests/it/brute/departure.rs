use proptest::prelude::*;
use tertius::{Arguments, Measure, Unit, View, Watch};

use super::same;
use crate::tables::study_with;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Ties are listed again from the posts of everybody else: nothing but shared people joins the
    /// organisations.
    #[test]
    fn whoever_leaves_takes_the_posts_along(
        posts in proptest::collection::btree_set((0..5_usize, 0..6_usize), 1..14),
    ) {
        let measure = Measure::find(Unit::Actor, "removal").expect("a measure");
        let mut view = View::default();
        view.set("via", &["affiliations"]).expect("an option of views");
        let of = Arguments::default().with("of", "person");
        let found = measure.of_study(&study(&posts), &view, &of, &Watch::new()).expect("it applies");
        let all = components(&posts, None);
        let people = found.words("actor").expect("people").to_vec();
        for (row, person) in people.iter().enumerate() {
            let person: usize = person.as_ref().expect("a name")[1..].parse().expect("a number");
            let left = components(&posts, Some(person));
            let ties = |of: Option<usize>| joined(&posts, of).len() as f64;
            let pairs = |of: &[usize; 6]| {
                let pair = |i: usize| (i + 1..6).filter(|&j| of[i] == of[j]).count();
                (0..6).map(pair).sum::<usize>() as f64
            };
            let distinct = |of: &[usize; 6]| (0..6).filter(|&i| of[i] == i).count() as f64;
            same(&found, "ties_lost", row, Some(ties(None) - ties(Some(person))))?;
            same(&found, "pieces", row, Some(distinct(&left) - distinct(&all) + 1.0))?;
            same(&found, "pairs_lost", row, Some(pairs(&all) - pairs(&left)))?;
            let share = (pairs(&all) > 0.0).then(|| (pairs(&all) - pairs(&left)) / pairs(&all));
            same(&found, "share_lost", row, share)?;
        }
    }
}

type Posts = std::collections::BTreeSet<(usize, usize)>;

fn study(posts: &Posts) -> tertius::Study {
    let list = |rows: Vec<String>| rows.join("\n");
    study_with(
        "",
        &format!(
            "organisations | id\n{}\npeople | id\n{}\naffiliations | person | organisation\n{}",
            list((0..6).map(|o| format!("| o{o}")).collect()),
            list((0..5).map(|p| format!("| p{p}")).collect()),
            list(posts.iter().map(|(p, o)| format!("| p{p} | o{o}")).collect()),
        ),
    )
}

/// Pairs of organisations that somebody who stays has posts in.
fn joined(posts: &Posts, without: Option<usize>) -> Vec<(usize, usize)> {
    let pairs = (0..6).flat_map(|i| (i + 1..6).map(move |j| (i, j)));
    let by = |p: usize, i: usize, j: usize| posts.contains(&(p, i)) && posts.contains(&(p, j));
    pairs.filter(|&(i, j)| (0..5).any(|p| Some(p) != without && by(p, i, j))).collect()
}

/// The first organisation that each can be reached from.
fn components(posts: &Posts, without: Option<usize>) -> [usize; 6] {
    let mut of = [0, 1, 2, 3, 4, 5];
    for _ in 0..6 {
        for &(i, j) in &joined(posts, without) {
            let first = of[i].min(of[j]);
            (of[i], of[j]) = (first, first);
        }
    }
    of
}
