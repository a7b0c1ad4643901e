//! The E–I index beside those that chance gives.

use tertius::null::{self, Finding, TestOptions};
use tertius::{Error, Result};
use tertius_chart::{Figure, Histogram, Marker};

use super::{Kind, Sheet, TWO_MODES};
use crate::chance::{DRAWS, MOST_TIES, Test};
use crate::ground::Ground;
use crate::wording::{TIE, number, whole};

pub(super) const KIND: Kind = Kind {
    name: "null",
    about: "How far ties go across groups, beside what chance gives: the E–I index under a permutation test",
    needs_groups: true,
    draw,
};

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let (ground, by) = (&sheet.ground, sheet.by());
    let net = &ground.net;
    let refused =
        |why: String| Err(Error::not_applicable("a permutation test of the E–I index", why));
    if ground.is_two_mode() {
        return refused(TWO_MODES.to_owned());
    }
    if net.ties().len() > MOST_TIES {
        return refused(format!(
            "every arrangement looks at all {}; tertius null test does it with fewer --draws, a smaller view is cut by --locality or --period",
            TIE.count(net.ties().len())
        ));
    }
    let finding = Finding::of("whole ei_index")?.with("by", by).only("ei_index");
    let options = TestOptions { draws: DRAWS, seed: ground.run.seed, ..TestOptions::default() };
    let (found, values) = null::distribution(net, &finding, &options, sheet.watch)?;
    let Some(test) = Test::of(&found, "ei_index") else {
        return refused(format!(
            "no tie joins two actors of known {by}, or any deal of {by} among them gives the same; another --by may divide them"
        ));
    };
    let mut picture = picture(&test, values, by, ground);
    picture.title = sheet.title(&format!("ties across {by} and chance"));
    picture.caption = sheet.caption(vec![said(&test, &found.method.notes, by, ground)]);
    Ok(picture.draw(sheet.page))
}

fn picture(test: &Test, values: Vec<f64>, by: &str, ground: &Ground<'_>) -> Histogram {
    let (observed, expected) = (test.observed, test.expected);
    let is_low = observed < expected;
    let marker = |name: &str, value: f64, bold: bool| Marker {
        value,
        name: format!("{name} {}", number(value)),
        bold,
    };
    let word = if is_low { "lower" } else { "higher" };
    Histogram {
        values,
        value_name: "E–I index: −1 all ties inside groups, 1 all across".to_owned(),
        count_name: if test.is_exact { "deals" } else { "random deals" }.to_owned(),
        markers: vec![
            marker("observed", observed, true),
            marker("expected by chance", expected, false),
        ],
        shaded: Some(if is_low { (f64::MIN, observed) } else { (observed, f64::MAX) }),
        shaded_name: format!("as observed, or {word}"),
        description: format!(
            "Histogram of the E–I index by {by} in {} deals of groups to {}: {} observed, {} on average by chance, p = {}.",
            whole(test.draws),
            ground.actors().many,
            number(observed),
            number(expected),
            number(test.p)
        ),
        ..Histogram::default()
    }
}

fn said(test: &Test, notes: &[String], by: &str, ground: &Ground<'_>) -> String {
    let groups = match by {
        "sector" => "sectors".to_owned(),
        "locality" => "localities".to_owned(),
        other => format!("groups by {other}"),
    };
    let mut said = vec![test.of_groups(&groups, ground.actors().many)];
    said.push(
        "This p is of both sides: twice the share as far out on the side of what was observed."
            .to_owned(),
    );
    said.push(if test.is_exact {
        "Every possible deal was looked at, so p has no error of chance.".to_owned()
    } else {
        format!(
            "Drawn at random, p is known to about ± {} (its Monte Carlo standard error).",
            number(test.p_error)
        )
    });
    said.extend(
        notes.iter().filter(|it| it.contains("left out")).map(|it| crate::wording::sentence(it)),
    );
    said.join(" ")
}
