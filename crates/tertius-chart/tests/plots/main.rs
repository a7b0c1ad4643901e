//! What must be true of charts of values, whatever they show.

mod dots;
mod drawn;
mod histograms;
mod matrices;
mod replayed;
mod slopes;
mod timelines;

use proptest::prelude::*;

/// Names as people give them: none, short, long, of many words or one, with letters of markup.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Z][a-z]{2,9}",
        "[A-Z][a-z]{2,9}( [a-z]{2,12}){1,14}",
        "[A-Za-z]{40,120}",
        Just("<b>A & B</b>".to_owned()),
    ]
}

/// Values as they come: few that are alike, any at all, not defined, not finite.
fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        Just(None),
        Just(Some(0.0)),
        (0..12_i32).prop_map(|it| Some(f64::from(it))),
        (-1e4..1e6_f64).prop_map(Some),
        (0.0..1e-4_f64).prop_map(Some),
        Just(Some(f64::NAN)),
        Just(Some(f64::INFINITY)),
    ]
}

fn page() -> impl Strategy<Value = tertius_chart::Page> {
    use tertius_chart::Page;
    prop_oneof![
        Just(Page::single()),
        Just(Page::double()),
        Just(Page::slide().in_grey()),
        Just(Page::single().in_grey())
    ]
}
