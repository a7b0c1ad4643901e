use proptest::prelude::*;
use tertius_chart::{Day, Page, Span, Timeline};

use super::drawn::Drawn;
use super::{name, page};

fn day(year: i32, month: u32, day: u32) -> Day {
    Day { year, month, day }
}

fn year(year: i32) -> (Day, Day) {
    (day(year, 1, 1), day(year, 12, 31))
}

prop_compose! {
    fn date()(first in 1890..2030_i32, months in 0..30_u32, more in 0..3_i32, exact in any::<bool>()) -> (Day, Day) {
        let one = day(first, 1 + months % 12, 1 + months);
        (one, if exact { one } else { day(first + more, 12, 31) })
    }
}

prop_compose! {
    fn timeline()(
        spans in prop::collection::vec((name(), prop::option::of(0..5_usize), prop::option::of(date()), prop::option::of(date()), 0..40_u32), 0..30),
        groups in prop::collection::vec(name(), 0..4),
    ) -> Timeline {
        let span = |(name, group, start, end, note)| Span { name, group, start, end, note: format!("{note}") };
        Timeline {
            spans: spans.into_iter().map(span).collect(),
            groups,
            note_name: "took part".into(),
            ..Timeline::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_shown_can_be_read(chart in timeline(), page in page()) {
        let drawn = Drawn::of(&chart.draw(&page));
        drawn.assert_sound(&page);
        let told = drawn.titles.iter().filter(|it| it.contains(": began ")).count();
        prop_assert_eq!(told, chart.spans.len());
    }
}

/// The whole width of the bar of one activity, with what it may be told by.
fn bar(start: Option<(Day, Day)>, end: Option<(Day, Day)>) -> (f64, usize) {
    // Two activities that hold the axis.
    let hold = |at| Span {
        name: "hold".into(),
        start: Some(year(at)),
        end: Some(year(at)),
        ..Span::default()
    };
    let one = Span { name: "one".into(), start, end, ..Span::default() };
    let chart = Timeline { spans: vec![one, hold(2010), hold(2029)], ..Timeline::default() };
    let drawn = Drawn::of(&chart.draw(&Page::double()));
    let bars: Vec<_> = drawn.shapes_in("span").collect();
    let own = bars.len() - 2;
    (bars[0].edges.right - bars[0].edges.left, own)
}

#[test]
fn a_bar_is_as_long_as_its_dates_say() {
    let (one, parts) = bar(Some(year(2015)), Some(year(2015)));
    assert_eq!(parts, 1, "a year alone is a pale bar");
    let (five, parts) = bar(Some(year(2015)), Some(year(2019)));
    assert!((five / one - 5.0).abs() < 0.05, "{five} {one}");
    assert_eq!(parts, 2, "pale, with what is sure over it");
    let exact = (day(2015, 1, 1), day(2015, 1, 1));
    let last = (day(2019, 12, 31), day(2019, 12, 31));
    let (solid, parts) = bar(Some(exact), Some(last));
    assert!((solid / five - 1.0).abs() < 0.02);
    assert_eq!(parts, 1, "dated to the day there is nothing pale");
}

#[test]
fn an_end_that_is_not_stated_has_an_arrow() {
    assert_eq!(bar(Some(year(2015)), Some(year(2015))).1 + 2, bar(Some(year(2015)), None).1);
    let span = Span { name: "Project".into(), start: Some(year(2015)), ..Span::default() };
    let chart = Timeline { spans: vec![span], ..Timeline::default() };
    let drawn = Drawn::of(&chart.draw(&Page::double()));
    assert!(drawn.says("Project: began 2015-01-01 to 2015-12-31; ended not stated"));
    assert!(drawn.says("its start, or its end, is not stated"));
}
