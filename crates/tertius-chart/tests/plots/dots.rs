use proptest::prelude::*;
use tertius_chart::{DotPlot, Dots, Page};

use super::drawn::Drawn;
use super::{name, page, value};

prop_compose! {
    fn dot_plot()(actors in 0..25_usize, measures in 0..5_usize)(
        names in prop::collection::vec(name(), actors),
        of_group in prop::collection::vec(prop::option::of(0..12_usize), actors),
        groups in prop::collection::vec(name(), 0..11),
        values in prop::collection::vec(prop::collection::vec(value(), actors), measures),
        heads in prop::collection::vec("[a-z]{3,14}( [a-z]{3,10}){0,2}", measures),
        spans in prop::collection::vec((-10.0..10.0_f64, 0.0..1e5_f64), actors),
    ) -> DotPlot {
        let intervals: Vec<_> = spans.into_iter().map(|(low, by)| Some((low, low + by))).collect();
        let measures = heads.into_iter().zip(values).map(|(name, values)| Dots { name, values, intervals: intervals.clone() });
        DotPlot {
            title: "Who is central".into(),
            actors: names,
            of_group,
            groups,
            group_name: "sector".into(),
            measures: measures.collect(),
            interval_name: "possible".into(),
            caption: vec!["All.".into()],
            ..DotPlot::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_shown_can_be_read(chart in dot_plot(), page in page()) {
        let figure = chart.draw(&page);
        let drawn = Drawn::of(&figure);
        drawn.assert_sound(&page);
        // Every actor has a mark in every panel.
        let marks = drawn.titles.iter().filter(|it| it.contains(": ")).count();
        prop_assert!(marks >= chart.actors.len() * chart.measures.len());
    }
}

fn plot(values: Vec<Option<f64>>) -> DotPlot {
    let actors = (1..=values.len()).map(|i| format!("School {i}")).collect();
    let measures = vec![Dots { name: "contacts".into(), values, intervals: Vec::new() }];
    DotPlot { actors, measures, ..DotPlot::default() }
}

#[test]
fn larger_values_are_further_right() {
    let drawn = Drawn::of(&plot(vec![Some(9.0), Some(4.0), Some(0.0)]).draw(&Page::double()));
    let at: Vec<f64> = drawn.shapes_in("actor").map(|it| it.edges.left).collect();
    assert!(at[0] > at[1] && at[1] > at[2], "{at:?}");
    let share = (at[1] - at[2]) / (at[0] - at[2]);
    assert!((share - 4.0 / 9.0).abs() < 0.01, "{share}");
}

#[test]
fn what_is_not_defined_is_marked_and_said() {
    let drawn = Drawn::of(&plot(vec![Some(2.0), None]).draw(&Page::double()));
    assert!(drawn.says("School 2: not defined"), "{:?}", drawn.titles);
    assert!(drawn.texts.iter().any(|it| it.content == "not defined"), "in the legend");
    let drawn = Drawn::of(&plot(vec![Some(2.0), Some(0.0)]).draw(&Page::double()));
    assert!(!drawn.says("not defined"));
}

#[test]
fn a_range_is_drawn_and_said_where_there_is_one() {
    let mut chart = plot(vec![Some(2.0), Some(1.0)]);
    chart.interval_name = "what it may be".into();
    let rules =
        |chart: &DotPlot| Drawn::of(&chart.draw(&Page::double())).shapes_in("rules").count();
    let without = rules(&chart);
    chart.measures[0].intervals = vec![None, Some((0.5, 3.0))];
    assert_eq!(rules(&chart), without + 3, "a line with two ends");
    assert!(Drawn::of(&chart.draw(&Page::double())).says("what it may be"));
}
