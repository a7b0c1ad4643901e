use std::collections::HashSet;

use tertius::Network;

/// The labels by which a format knows actors, where it can hold no quotation marks and lines have
/// one line: identifiers, with what it cannot hold replaced; and how many are not as they were.
pub(super) fn labels(net: &Network) -> (Vec<String>, usize) {
    let plain = |id: &str| -> String {
        let known = id.chars().map(|c| match c {
            '"' => '\'',
            c if c.is_control() => ' ',
            c => c,
        });
        // What ends in a stroke would make the mark after it part of the label.
        known.collect::<String>().trim_end_matches('\\').to_owned()
    };
    let mut seen: HashSet<String> =
        net.actors().iter().map(|it| it.id.clone()).filter(|id| plain(id) == *id).collect();
    let mut changed = 0;
    let label = |id: &String| {
        let mut label = plain(id);
        if label == *id {
            return label;
        }
        changed += 1;
        while !seen.insert(label.clone()) {
            label.push('_');
        }
        label
    };
    let labels = net.actors().iter().map(|it| &it.id).map(label).collect();
    (labels, changed)
}
