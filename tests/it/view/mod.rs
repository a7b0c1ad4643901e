//! From a study to a network: what each choice of a view takes in, leaves out, and says.

mod evidence;
mod levels;
mod observed;
mod places;
mod project;
mod shared;
mod symmetric;
mod time;

use tertius::{Network, Study, View};

use crate::tables::reading;

fn study(tables: &str) -> Study {
    Study::from_reading(reading(tables))
}

/// A view by its options and their words.
fn view(options: &[(&str, &str)]) -> View {
    let mut view = View::default();
    for (option, words) in options {
        view.set(option, &words.split(' ').collect::<Vec<_>>()).expect("a view option");
    }
    view
}

fn cut(study: &Study, options: &[(&str, &str)]) -> Network {
    study.network(&view(options)).expect("a network")
}

/// Ties as `a-b:2` or `a>b:2`, then actors without any.
fn shown(net: &Network) -> String {
    let id = |at: u32| net.actors()[at as usize].id.as_str();
    let way = if net.is_directed() { '>' } else { '-' };
    let tie = |tie: &tertius::network::Tie| {
        format!("{}{way}{}:{}", id(tie.from), id(tie.to), tie.strength)
    };
    let lonely =
        |at: &usize| net.out().alters(*at).is_empty() && net.into_rows().alters(*at).is_empty();
    let isolates = (0..net.actors().len()).filter(lonely).map(|at| id(at as u32).to_owned());
    net.ties().iter().map(tie).chain(isolates).collect::<Vec<_>>().join(" ")
}

fn notes(net: &Network) -> Vec<&str> {
    net.provenance().notes.iter().map(String::as_str).collect()
}

/// The evidence behind the tie between two actors.
fn behind(net: &Network, from: &str, to: &str) -> Vec<String> {
    net.behind(tie(net, from, to)).map(|it| format!("{} {}", it.kind, it.what)).collect()
}

/// The people through whom a tie is there, `!` after those without whom it would not be.
fn people(net: &Network, from: &str, to: &str) -> Vec<String> {
    let people = net.people_behind(tie(net, from, to)).iter();
    people.map(|(person, alone)| format!("{person}{}", if *alone { "!" } else { "" })).collect()
}

fn tie(net: &Network, from: &str, to: &str) -> usize {
    let end = |id| net.actor(id).expect("an actor") as u32;
    let ends = (end(from), end(to));
    net.ties().iter().position(|tie| (tie.from, tie.to) == ends).expect("a tie")
}

/// A unit of a university, a college, and who works there.
const LEVELS: &str = "
    organisations | id  | parent | sector | localities
                  | uni |        | HE     | north
                  | lab | uni    | HE     | south
                  | col |        | FE     | south
    people        | id
                  | ann
                  | ben
    affiliations  | person | organisation
                  | ann    | lab
                  | ben    | col
    ties          | from | to  | directed
                  | lab  | col | no
                  | ann  | col | no
                  | uni  | lab | no
                  | ann  | ben | no
    ";

/// Authors of eight blog posts of the EQuaLLS project, from the list of its posts.
const EQUALLS: &str = "
    people        | id      | name              | aliases
                  | Greany  | Toby Greany       |
                  | Noyes   | Andy Noyes        |
                  | Gripton | Catherine Gripton | Cath Gripton
                  | Hudson  | Georgina Hudson   |
                  | Cowhitt | Thomas Cowhitt    |
    activities    | id     | name
                  | post-1 | Researching local learning systems
                  | post-2 | Levelling up
                  | post-3 | Three methodological questions
                  | post-4 | Looking inside
                  | post-5 | Changing faces
                  | post-6 | Place and hubs
                  | post-7 | Three localities
                  | post-8 | Competition and collaboration
    participation | actor        | activity
                  | Greany       | post-8
                  | Noyes        | post-7
                  | Cath Gripton | post-7
                  | Hudson       | post-6
                  | Gripton      | post-6
                  | Gripton      | post-5
                  | Cowhitt      | post-5
                  | Cowhitt      | post-4
                  | Hudson       | post-4
                  | Greany       | post-3
                  | Cowhitt      | post-3
                  | Greany       | post-2
                  | Cowhitt      | post-2
                  | Greany       | post-1
    ";
