//! What the core says in the words of the command line, as Python writes it.

use tertius::MEASURES;
use tertius::catalogue::Takes;
use tertius::network::VIEW_OPTIONS;

/// Options as arguments: `--paths binary` becomes `paths="binary"`, and `--by` without a value `by`.
pub(crate) fn in_python(said: &str) -> String {
    let said = pages(said)
        .replace("`from` cannot", "`from_` cannot")
        .replace("`with` cannot", "`with_` cannot");
    let mut parts = said.split("--");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let length = part.find(|c: char| !(c.is_ascii_lowercase() || c == '-'));
        let (option, rest) = part.split_at(length.unwrap_or(part.len()));
        if option.is_empty() || text.ends_with(|c: char| c.is_alphanumeric()) {
            text += "--";
            text += part;
            continue;
        }
        text += &parameter(option);
        let value = value(option, rest);
        let quote = if value.is_some_and(|it| it.parse::<f64>().is_err()) { "\"" } else { "" };
        let (value, rest) = value.map_or(("", rest), |it| (it, &rest[1 + it.len()..]));
        let equals = if value.is_empty() { "" } else { "=" };
        text.extend([equals, quote, value, quote, rest]);
    }
    text
}

/// Pages as `tertius.explain` finds them.
fn pages(said: &str) -> String {
    let mut parts = said.split("`tertius explain ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('`') {
        Some((page, rest)) => format!("{text}`tertius.explain(\"{page}\")`{rest}"),
        None => format!("{text}`tertius explain {part}"),
    })
}

/// The name of an option as that of a parameter.
pub(crate) fn parameter(option: &str) -> String {
    match option {
        "from" | "with" => format!("{option}_"),
        other => other.replace('-', "_"),
    }
}

/// The value after an option, if what follows is one and not the next word of a sentence.
fn value<'t>(option: &str, rest: &'t str) -> Option<&'t str> {
    let rest = rest.strip_prefix([' ', '='])?;
    let end = rest.find(|c: char| c.is_whitespace() || "`,;)".contains(c)).unwrap_or(rest.len());
    let word = rest[..end].trim_end_matches(['.', ':']);
    let words = || {
        let of_measures =
            MEASURES.iter().flat_map(|it| it.options).filter_map(|it| match it.takes {
                Takes::Words(words) if it.name == option => Some(words),
                _ => None,
            });
        of_measures.chain(VIEW_OPTIONS.iter().filter(|it| it.name == option).map(|it| it.words))
    };
    let looks_it = word.parse::<f64>().is_ok() || word.contains(['=', ':']) || word.contains("..");
    (looks_it || words().any(|it| it.contains(&word))).then_some(word)
}
