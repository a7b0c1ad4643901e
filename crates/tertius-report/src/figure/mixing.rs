//! Ties between each two groups as a heat map.

use tertius::{Network, Results};
use tertius_chart::Heatmap;

use crate::crossing::Crossing;
use crate::wording::{list, whole};

/// The groups of a crossing that have actors of their own, in an order and with their labels.
pub(crate) fn mixing(
    net: &Network,
    (of, mixing): (&Crossing, &Results),
    order: &[usize],
    labels: &[String],
) -> Heatmap {
    let ids = of.by.labels();
    let placed = of.placed();
    let order: Vec<usize> = order.iter().copied().filter(|&group| placed[group] > 0).collect();
    let size = order.len();
    let mut observed = vec![vec![None; size]; size];
    let mut ratio = observed.clone();
    let mut expected = observed.clone();
    let words = |column: &str| mixing.words(column).unwrap_or_default();
    let numbers = |column: &str| mixing.numbers(column).unwrap_or_default();
    let (ties, dyads, ratios) = (numbers("ties"), numbers("dyads"), numbers("ratio"));
    let chance = numbers("expected");
    let place = |word: &Option<String>| {
        let at = ids.iter().position(|id| Some(id) == word.as_ref())?;
        order.iter().position(|&it| it == at)
    };
    for (row, (from, to)) in words("from_group").iter().zip(words("to_group")).enumerate() {
        let (Some(from), Some(to)) = (place(from), place(to)) else { continue };
        if dyads[row] == Some(0.0) {
            continue;
        }
        let mut fill = |a: usize, b: usize| {
            observed[a][b] = ties[row];
            ratio[a][b] = ratios[row];
            expected[a][b] = chance[row];
        };
        fill(from, to);
        if !net.is_directed() {
            fill(to, from);
        }
    }
    let axes = if net.is_directed() { ("from", "to") } else { ("", "") };
    let names: Vec<String> = order.iter().map(|&at| labels[at].clone()).collect();
    Heatmap {
        title: String::new(),
        rows: names.clone(),
        columns: names,
        observed,
        ratio,
        expected,
        row_sizes: order.iter().map(|&at| placed[at]).collect(),
        axis_names: (axes.0.to_owned(), axes.1.to_owned()),
        caption: Vec::new(),
        description: description(mixing, &|word| {
            let at = ids.iter().position(|id| Some(id) == word.as_ref())?;
            Some(labels[at].clone())
        }),
    }
}

/// What the figure shows and how to read it.
pub(crate) fn caption(net: &Network, of: &Crossing, map: &Heatmap, group: &str) -> String {
    let several = if of.by.several() > 0 {
        format!(" Actors in more than one {group} are not in it.")
    } else {
        String::new()
    };
    let twice = if net.is_directed() {
        format!("Ties go from the {group} of the row to that of the column.")
    } else {
        "A tie between two different groups is shown on both sides of the diagonal.".to_owned()
    };
    let little = map.expected.iter().flatten().flatten().any(|expected| *expected < 1.0);
    let little = if little {
        " In a striped cell less than one tie is to be expected, so its ratio says next to nothing."
    } else {
        ""
    };
    let none = if map.ratio.iter().flatten().any(Option::is_none) {
        " A crossed-out cell holds no pair that could be tied."
    } else {
        ""
    };
    format!(
        "Ties between each two groups, by {group}, and how many times that is what the same density everywhere would give. {twice}{little}{none}{several}"
    )
}

/// The pairs of groups with most ties; a label is `None` for actors that no one group holds.
fn description(mixing: &Results, label: &dyn Fn(&Option<String>) -> Option<String>) -> String {
    let words = |column: &str| mixing.words(column).unwrap_or_default();
    let ties = mixing.numbers("ties").unwrap_or_default();
    let (from, to) = (words("from_group"), words("to_group"));
    let mut order: Vec<usize> = (0..ties.len()).filter(|&row| ties[row] > Some(0.0)).collect();
    order.sort_by(|&a, &b| ties[b].partial_cmp(&ties[a]).expect("counts").then(a.cmp(&b)));
    let said = |&row: &usize| {
        #[expect(clippy::cast_sign_loss, reason = "a count")]
        let count = ties[row].unwrap_or_default() as usize;
        Some(format!("{} with {} ({})", label(&from[row])?, label(&to[row])?, whole(count)))
    };
    let most: Vec<String> = order.iter().filter_map(said).take(3).collect();
    let most = if most.is_empty() {
        "there is none".to_owned()
    } else {
        format!("most are {}", list(&most))
    };
    format!("Heat map of ties between groups: {most}.")
}
