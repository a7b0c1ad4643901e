use proptest::prelude::*;
use tertius_chart::{Blocks, Cell, Matrix, Member, Page};

use super::drawn::Drawn;
use super::{name, page};

prop_compose! {
    fn matrix()(actors in 0..40_usize)(
        names in prop::collection::vec(name(), actors),
        group in prop::collection::vec(prop::option::of(0..4_usize), actors),
        ties in prop::collection::vec((0..40_usize, 0..40_usize, -1.0..50.0_f64), 0..60),
        unobserved in prop::collection::vec((0..40_usize, 0..40_usize), 0..20),
        groups in prop::collection::vec(name(), 0..4),
        directed in any::<bool>(),
        valued in any::<bool>(),
        blocks in any::<bool>(),
    ) -> Matrix {
        let mut actors: Vec<Member> =
            names.into_iter().zip(group).map(|(name, group)| Member { name, group }).collect();
        actors.sort_by_key(|it| it.group);
        let words = vec![vec!["0.5".to_owned(); groups.len()]; groups.len()];
        Matrix {
            actors,
            groups,
            group_name: "sector".into(),
            ties: ties.into_iter().map(|(from, to, value)| Cell { from, to, value }).collect(),
            unobserved,
            directed,
            value_name: valued.then(|| "strength".into()),
            blocks: blocks.then(|| Blocks { words, name: "density".into() }),
            ..Matrix::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_shown_can_be_read(chart in matrix(), page in page()) {
        let figure = chart.draw(&page);
        let drawn = Drawn::of(&figure);
        drawn.assert_sound(&page);
        // Every actor has a row with its number, or the figure says that names had no room.
        let last = chart.actors.len().to_string();
        let numbered = drawn.texts.iter().any(|it| it.content == last);
        prop_assert!(chart.actors.is_empty() || numbered || !figure.notes().is_empty());
    }
}

fn chart(directed: bool) -> Matrix {
    let member = |name: &str| Member { name: name.into(), group: None };
    Matrix {
        actors: ["School", "College", "Council"].map(member).into(),
        ties: vec![Cell { from: 0, to: 2, value: 1.0 }],
        directed,
        ..Matrix::default()
    }
}

/// The filled cells of a figure: rectangles of its paths.
fn cells(chart: &Matrix) -> Vec<usize> {
    let svg = chart.draw(&Page::double()).svg();
    let cells = svg.split("class=\"cells\"").nth(1).and_then(|it| it.split("</g>").next());
    let paths = cells.expect("cells").split("<path").skip(1);
    paths.map(|path| path.matches('M').count()).collect()
}

#[test]
fn a_tie_without_direction_is_on_both_sides() {
    assert_eq!(cells(&chart(false)), [3, 2], "the diagonal, and two cells");
    assert_eq!(cells(&chart(true)), [3, 1]);
    let said = Drawn::of(&chart(true).draw(&Page::double()));
    let is = |word: &str| said.texts.iter().any(|it| it.content == word);
    assert!(is("from") && is("to"));
}

#[test]
fn what_was_not_observed_is_striped_unless_a_tie_is_known() {
    let missing = Matrix { unobserved: vec![(0, 1), (0, 2)], ..chart(true) };
    let drawn = cells(&missing);
    assert_eq!(&drawn[..3], [3, 1, 1], "one cell is tied: {drawn:?}");
    assert!(drawn[3] > 1, "stripes: {drawn:?}");
    let said = Drawn::of(&missing.draw(&Page::double()));
    assert!(said.says("not observed"));
    assert!(!Drawn::of(&chart(true).draw(&Page::double())).says("not observed"));
}
