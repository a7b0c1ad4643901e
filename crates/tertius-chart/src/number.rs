//! Numbers as a legend writes them.

/// Three significant digits, no trailing zeros, thousands left as they are.
pub(crate) fn short(value: f64) -> String {
    if !value.is_finite() {
        return String::from("–");
    }
    let magnitude = if value == 0.0 { 0 } else { value.abs().log10().floor() as i32 };
    let decimals = (2 - magnitude).clamp(0, 6) as usize;
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    };
    // A true minus, as wide as a plus.
    text.replace('-', "\u{2212}")
}

/// A number of things: `1 tie`, `2 ties`.
pub(crate) fn counted(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}

/// Up to three values that show a scale: both ends and a round one between them.
pub(crate) fn examples(least: f64, most: f64) -> Vec<f64> {
    if most <= least {
        return vec![most];
    }
    let middle = f64::midpoint(least, most);
    let grain = 10_f64.powf((most - least).log10().floor());
    let round = [grain, grain / 2.0, grain / 10.0]
        .into_iter()
        .map(|grain| (middle / grain).round() * grain)
        .find(|&round| round > least + 0.2 * (most - least) && round < most - 0.2 * (most - least));
    [Some(least), round, Some(most)].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_say_enough() {
        assert_eq!(
            [0.0, 0.041_23, 1234.4, -2.5, 12.0].map(short),
            ["0", "0.0412", "1234", "−2.5", "12"]
        );
    }

    #[test]
    fn examples_are_the_ends_and_a_round_middle() {
        assert_eq!(examples(1.0, 17.0), [1.0, 10.0, 17.0]);
        assert_eq!(examples(3.0, 3.0), [3.0]);
    }
}
