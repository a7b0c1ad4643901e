use proptest::prelude::*;
use tertius::{Watch, tie};

use crate::networks::any_grouped;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn crossing_compares_the_words_of_both_ends(
        ((ties, sectors), places) in any_grouped(7).prop_flat_map(|(ties, sectors)| {
            let place = prop::sample::select(vec!["north", "south", ""]);
            let places = proptest::collection::vec(place, ties.actors);
            (Just((ties, sectors)), places)
        })
    ) {
        let net = ties.network();
        let net = net.with_attribute("sector", &sectors).with_attribute("locality", &places);
        let by = ["locality", "sector"].map(|name| net.grouping(name).expect("an attribute"));
        let found = tie::crossing(&net, &by, &Watch::new()).expect("it applies");
        let words = |column: &str| found.words(column).expect("words").to_vec();
        let (by_sector, by_place) = (words("sector"), words("locality"));
        let crossing = words("crossing");
        for (row, &(i, j, _)) in ties.held.iter().enumerate() {
            let differ = |words: &[&str]| match (words[i], words[j]) {
                ("", _) | (_, "") => "not known",
                (one, other) if one == other => "same",
                _ => "different",
            };
            let both = [differ(&sectors), differ(&places)];
            let all = if both.contains(&"different") {
                "yes"
            } else if both.contains(&"not known") {
                "not known"
            } else {
                "no"
            };
            prop_assert_eq!(by_sector[row].as_deref(), Some(both[0]));
            prop_assert_eq!(by_place[row].as_deref(), Some(both[1]));
            prop_assert_eq!(crossing[row].as_deref(), Some(all));
        }
    }
}
