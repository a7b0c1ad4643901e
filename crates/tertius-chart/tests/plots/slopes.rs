use proptest::prelude::*;
use tertius_chart::{Course, Page, Slope, Standing};

use super::drawn::Drawn;
use super::{name, page};

fn at(place: usize) -> Standing {
    Standing { place: place as f64, label: place.to_string() }
}

/// The name, the places, whether the line is dark, and the group.
type Line = ((String, Vec<Option<usize>>), (bool, Option<usize>));

prop_compose! {
    fn slope()(waves in 1..5_usize, actors in 0..20_usize)(
        names in prop::collection::vec(name(), actors),
        places in prop::collection::vec(prop::collection::vec(prop::option::of(1..20_usize), waves), actors),
        stressed in prop::collection::vec(any::<bool>(), actors),
        group in prop::collection::vec(prop::option::of(0..4_usize), actors),
        waves in prop::collection::vec("wave [0-9]{1,4}", waves),
    ) -> Slope {
        let course = |((name, places), (stressed, group)): Line| Course {
            name,
            group,
            places: places.into_iter().map(|it| it.map(at)).collect(),
            stressed,
        };
        Slope {
            waves,
            actors: names.into_iter().zip(places).zip(stressed.into_iter().zip(group)).map(course).collect(),
            groups: vec!["schools".into(), "colleges".into(), "councils".into()],
            group_name: "sector".into(),
            stressed_name: "moved".into(),
            ..Slope::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_shown_can_be_read(chart in slope(), page in page()) {
        let drawn = Drawn::of(&chart.draw(&page));
        drawn.assert_sound(&page);
        for course in &chart.actors {
            let there = course.places.iter().any(Option::is_some);
            let name = course.name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let title = format!("{name}: ");
            prop_assert!(!there || drawn.titles.iter().any(|it| it.starts_with(&title)), "{}", course.name);
        }
    }
}

#[test]
fn who_is_not_there_has_an_open_end_and_a_word() {
    let course = |name: &str, places: [Option<Standing>; 2]| Course {
        name: name.into(),
        places: places.to_vec(),
        ..Course::default()
    };
    let waves = vec!["wave 1".to_owned(), "wave 2".to_owned()];
    let stays = course("School", [Some(at(1)), Some(at(2))]);
    let chart = |second| Slope {
        waves: waves.clone(),
        actors: vec![stays.clone(), second],
        ..Slope::default()
    };
    let drawn = Drawn::of(&chart(course("College", [Some(at(2)), None])).draw(&Page::double()));
    assert!(drawn.says("College (not in wave 2)") && drawn.says("College: 2 → not there"));
    assert!(drawn.says("open end: not there in that wave"), "in the legend");
    let names = |drawn: &Drawn, name: &str| {
        drawn.texts.iter().filter(|it| it.content.contains(name)).count()
    };
    assert_eq!((names(&drawn, "School"), names(&drawn, "College")), (2, 1));
    let drawn =
        Drawn::of(&chart(course("College", [Some(at(2)), Some(at(1))])).draw(&Page::double()));
    assert!(!drawn.says("not there") && names(&drawn, "College") == 2);
}
