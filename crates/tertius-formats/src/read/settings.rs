use tertius::study::{Place, Problem, Settings, Sheet, nearest};

use super::encoding::decode;

/// What study.toml says; a mistake in it is told with its line, and nothing of it is used.
pub(super) fn from_toml(bytes: Vec<u8>, file: &str, problems: &mut Vec<Problem>) -> Settings {
    let text = decode(bytes).text;
    toml::from_str(&text).unwrap_or_else(|error| {
        let row = error.span().map(|span| line_of(&text, span.start));
        let place = Place { row, ..Place::file(file) };
        problems.push(mistake(place, error.message()));
        Settings::default()
    })
}

/// What the settings of a JSON study say.
pub(super) fn from_json(
    value: serde_json::Value,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Settings {
    serde_json::from_value(value).unwrap_or_else(|error| {
        problems.push(mistake(Place::file(file), &error.to_string()));
        Settings::default()
    })
}

/// What the sheet `study` of a workbook says: a key in the first column, its value in the second.
pub(super) fn from_sheet(sheet: &Sheet, problems: &mut Vec<Problem>) -> Settings {
    let mut settings = Settings::default();
    // The header row may be `key, value` or the first pair itself.
    let first = (sheet.header_row, text_at(sheet.header(), 0), text_at(sheet.header(), 1));
    let rows = sheet.rows().map(|row| (row.number, row.cell(0), row.cell(1)));
    for (row, key, value) in std::iter::once(first).chain(rows) {
        let (key, value) = (key.trim().to_lowercase(), value.trim());
        match key.as_str() {
            "" | "key" => {}
            "title" => value.clone_into(&mut settings.title),
            "description" => value.clone_into(&mut settings.description),
            "authors" | "author" => settings.authors.extend(parts(value)),
            "licence" | "license" => value.clone_into(&mut settings.licence),
            "notice" => value.clone_into(&mut settings.notice),
            "groupings" | "grouping" => settings.groupings.extend(parts(value)),
            "synthetic" => match value.to_lowercase().as_str() {
                "yes" | "true" | "1" => settings.synthetic = true,
                "" | "no" | "false" | "0" => {}
                _ => problems.push(
                    Problem::new(
                        "bad-settings",
                        sheet.place(Some(row), Some(1)),
                        "synthetic is yes or no",
                    )
                    .value(value),
                ),
            },
            _ => {
                let problem = Problem::new(
                    "bad-settings",
                    sheet.place(Some(row), Some(0)),
                    format!("unknown key; this sheet may say: {}", KEYS.join(", ")),
                )
                .value(key.as_str());
                problems.push(match nearest(&key, KEYS.iter().copied()) {
                    Some(near) => problem.suggest(format!("did you mean `{near}`?")),
                    None => problem,
                });
            }
        }
    }
    settings
}

/// What the sheet `study` may say; vocabularies need a study.toml.
pub(crate) const KEYS: &[&str] =
    &["title", "description", "authors", "licence", "notice", "synthetic", "groupings"];

fn text_at(cells: &[String], column: usize) -> &str {
    cells.get(column).map_or("", String::as_str)
}

fn parts(value: &str) -> impl Iterator<Item = String> {
    value.split([';', '|']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned)
}

fn line_of(text: &str, at: usize) -> u32 {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count() as u32
}

/// A mistake in nearly the words of the TOML or JSON reader, which name what would be right.
fn mistake(place: Place, message: &str) -> Problem {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let near = match quoted.next() {
        Some(written) if message.starts_with("unknown") => nearest(written, quoted),
        _ => None,
    };
    let plain = message
        .trim_end()
        .replace('\n', ": ")
        .replace("unknown field", "unknown key")
        .replace("unknown variant", "unknown word")
        .replace("a sequence", "a list: [\"…\"]");
    let problem = Problem::new("bad-settings", place, plain);
    match near {
        Some(near) => problem.suggest(format!("did you mean `{near}`?")),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(toml: &str) -> String {
        let mut problems = Vec::new();
        from_toml(toml.as_bytes().to_vec(), "study.toml", &mut problems);
        let problem = &problems[0];
        assert_eq!(problem.code, "bad-settings");
        format!(
            "{}: {}\n{}",
            problem.place,
            problem.message,
            problem.suggestion.as_deref().unwrap_or("-")
        )
    }

    #[test]
    fn mistakes_come_with_their_line() {
        insta::assert_snapshot!(said("title = \"A\"\n\ntitel = \"B\"\n"), @r"
        study.toml, row 3: unknown key `titel`, expected one of `title`, `description`, `authors`, `licence`, `notice`, `synthetic`, `groupings`, `view`, `sector`, `relation`, `role`
        did you mean `title`?
        ");
        insta::assert_snapshot!(said("title = \"A\"\ngroupings = \"sector\"\n"), @r#"
        study.toml, row 2: invalid type: string "sector", expected a list: ["…"]
        -
        "#);
        insta::assert_snapshot!(said("title = \"A\"\ndescription = \"B\n"), @r#"
        study.toml, row 2: invalid basic string, expected `"`
        -
        "#);
        insta::assert_snapshot!(said("[[relation]]\nid = \"contact\"\nweight = \"strenght\"\n"), @r"
        study.toml, row 3: unknown word `strenght`, expected one of `strength`, `distance`, `ordinal`, `none`
        did you mean `strength`?
        ");
    }

    #[test]
    fn a_file_saved_by_notepad_is_read() {
        let mut problems = Vec::new();
        let bytes: Vec<u8> = "\u{feff}title = \"Ysgol Siân\"\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(from_toml(bytes, "study.toml", &mut problems).title, "Ysgol Siân");
        let bytes = "\u{feff}title = \"Ysgol\"\r\n".as_bytes().to_vec();
        assert_eq!(from_toml(bytes, "study.toml", &mut problems).title, "Ysgol");
        assert_eq!(problems, []);
    }
}
