//! One measure of one network, timed without reading it: what `bench.py` sets beside the peers.
//!
//! ```text
//! kernels TIES SECTORS UNIT MEASURE COLUMN [OPTION=WORD …]
//! kernels projection PARTS
//! ```
//!
//! TIES has `from to strength` a line, SECTORS a word for each actor from 0 on, PARTS `actor activity`
//! a line. A projection has the strength of each tie, by Newman, instead of rows. The first line of
//! the answer is the seconds taken: the median of as many runs as fit into half a second, at least
//! one. Each other line is what a row is of and its value in COLUMN.

use std::io::Write as _;
use std::time::Instant;
use std::{env, fs, io, process};

use tertius::network::Weights;
use tertius::{Arguments, Measure, Network, Results, Unit, Watch};

/// The exit code that says that this build has no such measure.
const NO_SUCH_MEASURE: i32 = 3;

fn main() -> io::Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    if let [first, parts] = &words[..]
        && first == "projection"
    {
        return project(&fs::read_to_string(parts)?);
    }
    let [ties, sectors, unit, measure, column, options @ ..] = &words[..] else {
        eprintln!("kernels TIES SECTORS UNIT MEASURE COLUMN [OPTION=WORD …]");
        process::exit(2);
    };
    let unit = Unit::ALL.into_iter().find(|it| it.name() == unit.as_str());
    let Some(measure) = unit.and_then(|unit| Measure::find(unit, measure)) else {
        process::exit(NO_SUCH_MEASURE);
    };
    let arguments = options
        .iter()
        .filter_map(|option| option.split_once('='))
        .fold(Arguments::default(), |arguments, (name, word)| arguments.with(name, word));
    let net = network(&fs::read_to_string(ties)?, &fs::read_to_string(sectors)?);
    let (seconds, results) = timed(|| measure.of_network(&net, &arguments, &Watch::new()));
    print(seconds, &results.expect("a result"), column)
}

/// The median of as many runs as fit into half a second, and what the last one gave.
fn timed<T>(run: impl Fn() -> T) -> (f64, T) {
    let mut taken = Vec::new();
    loop {
        let start = Instant::now();
        let given = run();
        taken.push(start.elapsed().as_secs_f64());
        if taken.iter().sum::<f64>() > 0.5 {
            taken.sort_by(f64::total_cmp);
            return (taken[taken.len() / 2], given);
        }
    }
}

/// Actors are numbered in the order in which ties name them: a self-tie of each, which is left out
/// again, sets the order. Their number from 1 on is an attribute of theirs.
fn network(ties: &str, sectors: &str) -> Network {
    let sectors: Vec<&str> = sectors.lines().collect();
    let order = (0..sectors.len()).map(|actor| (actor.to_string(), actor.to_string(), 1.0));
    let tie = |line: &str| {
        let mut words = line.split(' ');
        let mut next = || words.next().expect("from, to and strength").to_owned();
        let (from, to) = (next(), next());
        (from, to, next().parse().expect("a strength"))
    };
    let net = Network::from_ties(false, order.chain(ties.lines().map(tie)));
    let numbers = (1..=sectors.len()).map(|number| number.to_string());
    let net = net.expect("strengths above zero").with_attribute("number", numbers);
    net.with_attribute("sector", sectors)
}

fn project(parts: &str) -> io::Result<()> {
    let parts = parts.lines().map(|line| line.split_once(' ').expect("actor and activity"));
    let net = Network::from_participation(parts);
    let (seconds, projected) = timed(|| net.projected(Weights::Newman));
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "{seconds}")?;
    for tie in projected.expect("two modes").ties() {
        writeln!(out, "{}", tie.strength)?;
    }
    out.flush()
}

fn print(seconds: f64, results: &Results, column: &str) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "{seconds}")?;
    let rows = &results.columns[0].values;
    let column = results.columns.iter().find(|it| it.name == column).expect("the column");
    for row in 0..results.len() {
        let text = |value: Option<String>| value.unwrap_or_else(|| "nan".to_owned());
        writeln!(out, "{} {}", text(rows.text(row)), text(column.values.text(row)))?;
    }
    out.flush()
}
