//! What would change if the evidence were otherwise.

use tertius::{Results, Unit};

use crate::doubt::{Doubt, RANKED_BY};
use crate::findings::Findings;
use crate::html::{Node, p};
use crate::section::{asked_draws, how_to_read, lacking};
use crate::table::{Cell, Table};
use crate::wording::{Noun, given, number, percent, whole};

/// Actors shown.
const TOP: usize = 10;

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let Some(doubt) = &findings.doubt else {
        return vec![lacking(format!(
            "No version of this evidence is set beside it: nothing in it is stated as less than certain, everybody who was asked answered, no organisation has units; or the network is too large for a page. {}",
            given("actor robustness --certain 0.95")
        ))];
    };
    let mut body: Vec<Node> = Vec::new();
    body.push(p(versions(doubt)).into());
    body.extend(first(doubt, findings.actors()).map(|said| p(said).into()));
    body.push(ranks(doubt, findings).html().into());
    if doubt.causes.len() > 1 {
        body.extend(weakest(&doubt.causes).map(|said| p(said).into()));
    }
    body.push(causes(&doubt.causes).html().into());
    body.push(how_to_read(&[(Unit::Actor, "robustness"), (Unit::Whole, "robustness")]));
    body
}

fn versions(doubt: &Doubt) -> String {
    let causes = doubt.causes.words("quantity").unwrap_or_default();
    let causes = causes.iter().flatten().filter(|cause| *cause != "all");
    let said: Vec<&str> = causes.map(|cause| in_words(cause)).collect();
    format!(
        "The ranking by {RANKED_BY} was made again in {} plausible versions of the evidence, in each of which chance decides {}.",
        whole(asked_draws(&doubt.actors)),
        crate::wording::list(&said)
    )
}

/// What a cause leaves to chance.
fn in_words(cause: &str) -> &'static str {
    match cause {
        "ties" => "whether evidence that is less than certain holds",
        "answers" => "whether those who answered had not, as often as others did not",
        "silence" => "whether pairs of whom nobody told are tied, as often as others are",
        "rules" => "who must say so for a tie",
        "levels" => "whether units are rolled up into their organisation",
        "codings" => "by which coding actors are grouped",
        _ => "all of it together",
    }
}

/// How often the first stays first.
fn first(doubt: &Doubt, noun: Noun) -> Option<String> {
    let actors = &doubt.actors;
    let ranks = actors.numbers("rank")?;
    let leaders: Vec<usize> = (0..ranks.len()).filter(|&at| ranks[at] == Some(1.0)).collect();
    let [leader] = leaders[..] else {
        return Some(format!("{} {} share the first place.", whole(leaders.len()), noun.many));
    };
    let name = actors.words("name")?[leader].clone()?;
    let at = |column: &str| actors.numbers(column).and_then(|it| it[leader]);
    let (top, three) = (at("top")?, at("top_three")?);
    let (low, high) = (at("rank_low")?, at("rank_high")?);
    let ranks = if low < high {
        format!("; in 95\u{a0}% of them its rank is from {} to {}", number(low), number(high))
    } else {
        String::new()
    };
    Some(format!(
        "{name} has the highest {RANKED_BY} as observed, is first in {} of the versions and among the first three in {}{ranks}.",
        percent(top),
        percent(three)
    ))
}

fn ranks(doubt: &Doubt, findings: &Findings<'_>) -> Table {
    let actors = &doubt.actors;
    let column = |name: &str| actors.numbers(name).unwrap_or_default();
    let [value, rank, top, three, decile, low, high] =
        ["value", "rank", "top", "top_three", "top_decile", "rank_low", "rank_high"].map(column);
    let mut order: Vec<usize> = (0..rank.len()).filter(|&at| rank[at].is_some()).collect();
    let key = |at: usize| rank[at].unwrap_or(f64::MAX);
    order.sort_by(|&a, &b| key(a).total_cmp(&key(b)).then(a.cmp(&b)));
    order.truncate(TOP);
    let mut table = Table::new(
        format!("The first {} by {RANKED_BY}, and where they are in other versions", order.len()),
        &[
            "#rank",
            "name",
            &format!("#{RANKED_BY}"),
            "#first in",
            "#first three in",
            "#first tenth in",
            "#rank from",
            "#to",
        ],
    )
    .named_by(1);
    for at in order {
        let reason = |column: &str| actors.reason(at, column);
        table.row(vec![
            Cell::number(rank[at], None),
            Cell::words(findings.net.actors()[at].name.as_str()),
            Cell::number(value[at], None),
            Cell::share(top[at], reason("top")),
            Cell::share(three[at], reason("top_three")),
            Cell::share(decile[at], reason("top_decile")),
            Cell::number(low[at], reason("rank_low")),
            Cell::number(high[at], reason("rank_high")),
        ]);
    }
    table
}

/// The cause on which the ranking hangs most.
fn weakest(causes: &Results) -> Option<String> {
    let names = causes.words("quantity")?;
    let correlation = causes.numbers("correlation")?;
    let known = (0..names.len()).filter(|&at| names[at].as_deref() != Some("all"));
    let known = known.filter_map(|at| Some((names[at].as_deref()?, correlation[at]?)));
    let (name, least) = known.min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(format!(
        "The ranking hangs most on {}: with that alone left open, the ranks of versions correlate with those observed by {} on average. More evidence would help most there.",
        in_words(name),
        number(least)
    ))
}

fn causes(causes: &Results) -> Table {
    let mut table = Table::new(
        "What the ranking hangs on, one thing left open at a time",
        &[
            "left to chance",
            "#the first stays first in",
            "#first three",
            "#first tenth",
            "#first tenth the same",
            "#rank correlation",
            "#2.5\u{a0}% of versions below",
        ],
    );
    let names = causes.words("quantity").unwrap_or_default();
    for (row, name) in names.iter().enumerate() {
        let name = name.as_deref().unwrap_or_default();
        let at = |column: &str| causes.numbers(column).and_then(|it| it[row]);
        let share = |column: &str| Cell::share(at(column), causes.reason(row, column));
        let value = |column: &str| Cell::number(at(column), causes.reason(row, column));
        table.row(vec![
            Cell::words(in_words(name)),
            share("top"),
            share("top_three"),
            share("top_decile"),
            share("overlap"),
            value("correlation"),
            value("correlation_low"),
        ]);
    }
    table
}
