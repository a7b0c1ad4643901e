//! A long list of ties, a line at a time: `stream < ties.txt` with `from to strength` on each line.
//!
//! `Network::from_ties` takes any iterator: each line is gone once its two names have their numbers,
//! and a tie takes 24 bytes until all are added up.

use std::io::{self, BufRead};

use tertius::{Network, actor};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", busiest(io::stdin().lock(), 10)?);
    Ok(())
}

/// The actors with most alters, and how many.
pub(crate) fn busiest(
    lines: impl BufRead,
    most: usize,
) -> Result<String, Box<dyn std::error::Error>> {
    // An iterator of ties has no way to say that a line could not be read: it ends there, and the
    // error waits outside.
    let mut wrong = None;
    let ties = lines.lines().map_while(|line| {
        let tie = line.map_err(Into::into).and_then(|line| read(&line));
        tie.map_err(|err: Box<dyn std::error::Error>| wrong = Some(err)).ok()
    });
    let net = Network::from_ties(false, ties)?;
    if let Some(err) = wrong {
        return Err(err);
    }

    let degrees = actor::degree(&net, 0.5)?.numbers("degree").ok_or("no degrees")?;
    let mut ranked: Vec<_> = net.actors().iter().zip(degrees.into_iter().flatten()).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    ranked.truncate(most);
    let lines: Vec<String> =
        ranked.iter().map(|(actor, degree)| format!("{degree} {}", actor.name)).collect();
    Ok(lines.join("\n"))
}

fn read(line: &str) -> Result<(String, String, f64), Box<dyn std::error::Error>> {
    let mut words = line.split_whitespace();
    let (Some(from), Some(to)) = (words.next(), words.next()) else {
        return Err(format!("not a tie: {line:?}").into());
    };
    let strength = words.next().map_or(Ok(1.0), str::parse)?;
    Ok((from.to_owned(), to.to_owned(), strength))
}
