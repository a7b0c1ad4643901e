use tertius::counted;
use tertius::study::{Place, Problem};

/// What a file holds and a study does not take: how often, and where first.
#[derive(Debug, Default)]
pub(super) struct Unread {
    found: Vec<Found>,
}

#[derive(Debug)]
struct Found {
    code: &'static str,
    what: &'static str,
    times: usize,
    line: Option<u32>,
}

impl Unread {
    /// A part of the network itself that is left out.
    pub(super) fn part(&mut self, what: &'static str, line: u32) {
        self.add("unread-part", what, Some(line));
    }

    /// Something beside the network: drawing, descriptions.
    pub(super) fn detail(&mut self, what: &'static str, line: u32) {
        self.add("unread-detail", what, Some(line));
    }

    /// The same, where nobody knows the line.
    pub(super) fn detail_somewhere(&mut self, what: &'static str) {
        self.add("unread-detail", what, None);
    }

    fn add(&mut self, code: &'static str, what: &'static str, line: Option<u32>) {
        match self.found.iter_mut().find(|it| it.what == what) {
            Some(known) => known.times += 1,
            None => self.found.push(Found { code, what, times: 1, line }),
        }
    }

    /// One problem for each kind, at the first of them.
    pub(super) fn tell<'u>(&'u self, file: &'u str) -> impl Iterator<Item = Problem> + 'u {
        self.found.iter().map(move |Found { code, what, times, line }| {
            let place = Place { row: *line, ..Place::file(file) };
            Problem::new(
                code,
                place,
                format!("not read: {what} ({})", counted(*times, "time", "times")),
            )
        })
    }
}
