//! How many actors have each value of a measure: contacts, unless another is asked for.

use tertius::{Error, Result};
use tertius_chart::{Figure, Histogram, Marker};

use super::score::Score;
use super::{Kind, Sheet, Told};
use crate::ground::Ground;
use crate::wording::{capitalised, number, whole};

pub(super) const KIND: Kind = Kind {
    name: "distribution",
    about: "How many actors have how many contacts, or each value of another measure",
    needs_groups: false,
    draw,
};

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    let name = match &sheet.choice.measures[..] {
        [] => "degree",
        [one] => one,
        several => {
            return Err(Error::Option {
                option: "measure".to_owned(),
                value: several.join(", "),
                expected: "a distribution is of one measure".to_owned(),
            });
        }
    };
    let score = Score::named(name, sheet.by(), &ground.net, sheet.watch)?;
    let Some(Told { mut picture, said }) = picture(ground, &score) else {
        let why = format!("{} is defined for no actor of this view", score.name);
        return Err(Error::not_applicable("a distribution", why));
    };
    picture.title = sheet.title(&format!("distribution of {}", score.name));
    picture.caption = sheet.caption(said);
    Ok(picture.draw(sheet.page))
}

/// The values of a score; `None` if nobody has one.
pub(crate) fn picture(ground: &Ground<'_>, score: &Score) -> Option<Told<Histogram>> {
    let mut values: Vec<f64> = score.values.iter().copied().flatten().collect();
    values.sort_by(f64::total_cmp);
    let (low, high) = (*values.first()?, *values.last()?);
    let (noun, n) = (ground.actors(), values.len());
    let mean = values.iter().sum::<f64>() / n as f64;
    let median = f64::midpoint(values[(n - 1) / 2], values[n / 2]);
    let marker = |name: &str, value: f64| Marker {
        value,
        name: format!("{name} {}", number(value)),
        bold: name == "mean",
    };
    let zero = values.iter().filter(|value| **value == 0.0).count();
    let undefined = score.values.len() - n;
    let mut said = vec![format!(
        "{} of {}: from {} to {}, mean {}, median {}.",
        capitalised(&score.name),
        noun.count(n),
        number(low),
        number(high),
        number(mean),
        number(median)
    )];
    if zero > 0 {
        let have = if zero == 1 { "has" } else { "have" };
        said.push(format!("{} of them {have} none.", whole(zero)));
    }
    if undefined > 0 {
        said.push(format!("It is not defined for {}, who are left out.", noun.count(undefined)));
    }
    said.push(format!("The second plot is the share of {} that have as much or more.", noun.many));
    let (missing, dyads) = (ground.net.dyads() - ground.net.observed_dyads(), ground.net.dyads());
    if missing > 0 {
        said.push(format!(
            "{} of {} were not observed: values rest on the others, and on ties known from one side.",
            whole(missing),
            ground.pairs().count(dyads)
        ));
    }
    let description = format!(
        "Histogram of {} of {}: most frequent {}, from {} to {}, mean {}, median {}.",
        score.name,
        noun.count(n),
        number(mode(&values)),
        number(low),
        number(high),
        number(mean),
        number(median)
    );
    let what = if score.is_whole() { "number of " } else { "" };
    let value_name =
        if score.name == "contacts" { format!("{what}{}", score.name) } else { score.name.clone() };
    let picture = Histogram {
        values,
        value_name,
        count_name: noun.many.to_owned(),
        markers: vec![marker("mean", mean), marker("median", median)],
        cumulative_name: Some(format!("share of {} with as much or more", noun.many)),
        description,
        ..Histogram::default()
    };
    Some(Told { picture, said: vec![said.join(" ")] })
}

/// The value that occurs most often, the lowest of several; of sorted values.
fn mode(values: &[f64]) -> f64 {
    let runs = values.chunk_by(|a, b| Score::same(*a, *b));
    // The last of equals is the first from behind.
    runs.rev().max_by_key(|run| run.len()).map_or(f64::NAN, |run| run[0])
}

#[cfg(test)]
mod tests {
    use super::mode;

    #[test]
    fn the_lowest_of_the_most_frequent_values_is_told() {
        assert!((mode(&[0.0, 1.0, 1.0, 2.0, 2.0]) - 1.0).abs() < 1e-12);
    }
}
