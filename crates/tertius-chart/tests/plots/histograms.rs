use proptest::prelude::*;
use tertius_chart::{Histogram, Marker, Page};

use super::drawn::Drawn;
use super::{page, value};

prop_compose! {
    fn histogram()(
        values in prop::collection::vec(value(), 0..120),
        whole in any::<bool>(),
        markers in prop::collection::vec((value(), "[a-z ]{3,60}", any::<bool>()), 0..4),
        shaded in prop::option::of((-10.0..5.0_f64, 0.0..9.0_f64)),
        both in any::<bool>(),
    ) -> Histogram {
        let finite = values.into_iter().map(|it| it.unwrap_or(f64::NAN));
        let values = finite.map(|it| if whole { it.clamp(-1e3, 1e3).round() } else { it }).collect();
        Histogram {
            title: "Contacts".into(),
            values,
            value_name: "number of contacts".into(),
            count_name: "schools".into(),
            markers: markers
                .into_iter()
                .map(|(value, name, bold)| Marker { value: value.unwrap_or(f64::NAN).clamp(-1e5, 1e5), name, bold })
                .collect(),
            shaded: shaded.map(|(from, by)| (from, from + by)),
            shaded_name: "as far out".into(),
            cumulative_name: both.then(|| "share with as many or more".into()),
            ..Histogram::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_shown_can_be_read(chart in histogram(), page in page()) {
        let drawn = Drawn::of(&chart.draw(&page));
        drawn.assert_sound(&page);
        // The bars hold every value that is a number.
        let counts = drawn.titles.iter().filter_map(|it| it.rsplit(": ").next()?.strip_suffix(" schools"));
        let all: usize = counts.filter_map(|it| it.parse::<usize>().ok()).sum();
        prop_assert_eq!(all, chart.values.iter().filter(|it| it.is_finite()).count());
    }
}

fn contacts(values: &[f64]) -> Histogram {
    Histogram { values: values.to_vec(), count_name: "schools".into(), ..Histogram::default() }
}

#[test]
fn bars_are_as_high_as_their_counts() {
    let drawn = Drawn::of(&contacts(&[1.0, 1.0, 1.0, 3.0]).draw(&Page::double()));
    let heights: Vec<f64> =
        drawn.shapes_in("bar").map(|it| it.edges.bottom - it.edges.top).collect();
    let (low, high) = (heights[heights.len() - 1], heights[0]);
    assert!((high / low - 3.0).abs() < 0.02, "{heights:?}");
    assert!(drawn.says("1: 3 schools") && drawn.says("2: 0 schools") && drawn.says("3: 1 schools"));
}

#[test]
fn markers_are_named_and_stand_where_their_value_is() {
    let mark = Marker { value: 2.0, name: "median 2".into(), bold: false };
    let chart = Histogram { markers: vec![mark], ..contacts(&[1.0, 2.0, 3.0]) };
    let drawn = Drawn::of(&chart.draw(&Page::single()));
    assert!(drawn.says("median 2"));
    let bars: Vec<f64> =
        drawn.shapes_in("bar").map(|it| f64::midpoint(it.edges.left, it.edges.right)).collect();
    let line = drawn.shapes.iter().find(|it| {
        it.within.is_empty()
            && it.edges.left >= it.edges.right
            && it.edges.bottom - it.edges.top > 50.0
            && (it.edges.left - bars[2]).abs() < 0.3
    });
    assert!(line.is_some(), "{bars:?}");
}

#[test]
fn the_second_plot_steps_from_all_to_none() {
    let chart = Histogram {
        cumulative_name: Some("share with as many or more".into()),
        ..contacts(&[1.0, 1.0, 4.0, 9.0])
    };
    let drawn = Drawn::of(&chart.draw(&Page::double()));
    let shares: Vec<f64> = drawn.shapes_in("shares").map(|it| it.edges.top).collect();
    let (all, half, quarter) = (shares[0], shares[1], shares[2]);
    assert!(((quarter - all) / (half - all) - 1.5).abs() < 0.02, "1, ½ and ¼: {shares:?}");
}
