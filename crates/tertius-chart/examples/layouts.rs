//! Lays out a network from a file, or measures a layout made elsewhere, for comparison with peers.
//!
//! `layouts METHOD FILE` prints the seconds it took and, on a line each, the positions; `layouts measure FILE`
//! reads positions from standard input and prints their quality. The file has the groups of the actors in its first
//! line (`-` for none) and a tie, as two numbers of actors from 0, in each of the others.

use std::error::Error;
use std::io::Read;
use std::time::Instant;

use tertius::Watch;
use tertius_chart::layout::{Drawn, Method, lay_out, quality};
use tertius_chart::{Point, point};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [what, file] = &words[..] else { return Err("layouts METHOD|measure FILE".into()) };
    let text = std::fs::read_to_string(file)?;
    let (first, rest) = text.split_once('\n').ok_or("no ties")?;
    let groups: Vec<Option<usize>> = first.split(' ').map(|word| word.parse().ok()).collect();
    let ties = rest.lines().map(pair).collect::<Result<Vec<_>, _>>()?;
    if what == "measure" {
        let mut given = String::new();
        std::io::stdin().read_to_string(&mut given)?;
        let xy = given.lines().map(place).collect::<Result<Vec<_>, _>>()?;
        let q = quality(&xy, &Drawn { ties: &ties, groups: &groups, radii: &[] });
        let number = |value: Option<f64>| value.map_or_else(|| "-".into(), |it| format!("{it:.6}"));
        let crossings = q.crossings.map_or_else(|| "-".into(), |it| it.to_string());
        let (stress, near) = (number(q.stress), number(q.neighbourhood));
        println!("{stress} {near} {crossings} {}", number(q.silhouette));
        return Ok(());
    }
    let method = match what.as_str() {
        "stress" => Method::Stress,
        "clusters" => Method::Clusters,
        "grouped" => {
            let groups = groups.iter().map(|group| group.iter().copied().collect()).collect();
            Method::Grouped { groups, apart: 1.0 }
        }
        other => return Err(format!("no method {other}: stress, clusters or grouped").into()),
    };
    // A first drawing, untimed, starts the threads.
    let ring: Vec<(usize, usize)> = (0..30).map(|at| (at, (at + 1) % 30)).collect();
    lay_out(30, &ring, &Method::Stress, 1, &Watch::new())?;
    let start = Instant::now();
    let layout = lay_out(groups.len(), &ties, &method, 1, &Watch::new())?;
    println!("{:.6}", start.elapsed().as_secs_f64());
    layout.xy.iter().for_each(|p| println!("{} {}", p.x, p.y));
    Ok(())
}

fn pair(line: &str) -> Result<(usize, usize), Box<dyn Error>> {
    let (a, b) = line.split_once(' ').ok_or("a tie is two numbers")?;
    Ok((a.parse()?, b.parse()?))
}

fn place(line: &str) -> Result<Point, Box<dyn Error>> {
    let (x, y) = line.split_once(' ').ok_or("a place is two numbers")?;
    Ok(point(x.parse()?, y.parse()?))
}
