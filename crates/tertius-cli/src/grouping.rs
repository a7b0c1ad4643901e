//! A network that cannot be grouped as asked, and how it can be.

use tertius::{Error, Study, View};

use crate::failure::Failure;
use crate::record::typed;
use crate::words::words;

/// Why an analysis failed; where that is a grouping the study does not have, with a command that works.
pub(crate) fn failure(error: Error, study: &Study, view: &View) -> Failure {
    let (Error::Unknown { what, value, .. }, Ok(net)) = (&error, study.network(view)) else {
        return error.into();
    };
    if what != "grouping" || error.suggests() {
        return error.into();
    }
    let groups = |name: &str| net.grouping(name).map_or(0, |it| it.labels().len());
    let usable: Vec<&str> = net.attributes().filter(|name| groups(name) > 1).collect();
    let hint = match usable[..] {
        [] => format!(
            "no column puts the actors of this study into two groups or more: a column `{value}` in the table of actors would"
        ),
        _ if net.first_mode().is_some() => {
            format!("actors and activities can be grouped by {}", usable.join(", "))
        }
        [one] => format!("it can be grouped by {one}: `{}`", command_by(one)),
        [first, ..] => {
            format!("it can be grouped by {}: `{}`", usable.join(", "), command_by(first))
        }
    };
    Failure::usage(format!("no actor of this network has a `{value}`")).hint(hint)
}

/// How a grouping is asked for.
const WORDS: [&str; 3] = ["--by", "--color-by", "--colour-by"];

/// The command as it was typed, grouped by another column.
fn command_by(column: &str) -> String {
    let mut words = words().to_vec();
    let is_by = |word: &std::ffi::OsString| WORDS.iter().any(|it| word == it);
    if let Some(at) = words.iter().position(is_by) {
        words.drain(at..(at + 2).min(words.len()));
    }
    words.retain(|word| {
        let word = word.to_string_lossy();
        !WORDS.iter().any(|it| word.strip_prefix(it).is_some_and(|rest| rest.starts_with('=')))
    });
    words.extend(["--by".into(), column.into()]);
    format!("tertius {}", typed(&words))
}
