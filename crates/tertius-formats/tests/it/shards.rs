//! Rankings of the studies in `data/` under doubt, in parts: the same as at once.

use std::fs;
use std::path::PathBuf;

use tertius::network::Level;
use tertius::shards::Call;
use tertius::{Arguments, Measure, Network, Results, Study, View, Watch};

#[test]
fn studies_are_as_robust_in_parts_as_at_once() {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data");
    for folder in fs::read_dir(data).expect("the studies") {
        let path = folder.expect("a study").path();
        let study = Study::from_reading(tertius_formats::read(&path).expect("it can be read"));
        // Of organisations, or of people where there is nothing else.
        let views = [View::default(), View::default().level(Level::Person)];
        let view = views.iter().find_map(|view| Some((view, study.network(view).ok()?)));
        let (view, net) = view.expect("a network");
        for name in ["actor robustness", "whole robustness"] {
            parts_make_the_whole(name, &study, view, &net);
        }
    }
}

fn parts_make_the_whole(name: &str, study: &Study, view: &View, net: &Network) {
    let (measure, watch) = (Measure::named(name).expect("a measure"), Watch::new());
    // All evidence is doubted a little, so that something is open in each study.
    let arguments = Arguments::default().with("draws", "12").with("certain", "0.9");
    let direct = measure.of_study(study, view, &arguments, &watch).expect("it applies");
    // As JSON, which writes each number to the last bit.
    let written = |it: &Results| serde_json::to_string(it).expect("JSON");
    for of in [1, 2, 3, 7, 20] {
        let call = Call::of_cut(measure, net, (study, view), &arguments);
        let found = call.and_then(|it| it.run(of, &watch)).expect("parts of one call");
        assert_eq!(written(&found), written(&direct), "{name} {}, {of} parts", study.name);
    }
}
