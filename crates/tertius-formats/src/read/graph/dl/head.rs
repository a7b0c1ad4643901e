use super::Wrong;
use crate::read::graph::tokens::{Token, tokens};

/// Actors that a file may announce; more are a slip or damage.
const MOST: usize = 1_000_000;

/// The head of a file, and the words that are its data.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what the head of a file says, yes or no")]
pub(super) struct Dl {
    /// Actors in the rows and in the columns.
    pub(super) rows: usize,
    pub(super) columns: usize,
    pub(super) two_modes: bool,
    pub(super) matrices: usize,
    pub(super) format: String,
    pub(super) without_diagonal: bool,
    pub(super) row_labels: Vec<String>,
    pub(super) column_labels: Vec<String>,
    pub(super) matrix_labels: Vec<String>,
    pub(super) rows_embedded: bool,
    pub(super) columns_embedded: bool,
    /// The lines of data, each with its number.
    pub(super) data: Vec<(u32, Vec<Token>)>,
    /// Where the data begin.
    pub(super) line: u32,
}

/// What the next words of the head are.
enum Next {
    Words,
    RowLabels,
    ColumnLabels,
    Labels,
    MatrixLabels,
}

impl Dl {
    pub(super) fn read(text: &str) -> Result<Self, Wrong> {
        let mut dl = Self { matrices: 1, format: "fullmatrix".to_owned(), ..Self::default() };
        let mut lines = (1..).zip(text.lines());
        let mut head: Vec<(u32, Token)> = Vec::new();
        let mut found = false;
        for (number, line) in lines.by_ref() {
            let lower = line.to_ascii_lowercase();
            let at = lower.find("data:").filter(|at| line[..*at].matches('"').count() % 2 == 0);
            let before = at.map_or(line, |at| &line[..at]);
            let separated = apart(before);
            head.extend(tokens(&separated, |c| c == ',').into_iter().map(|it| (number, it)));
            if let Some(at) = at {
                dl.line = number;
                dl.data.push((number, tokens(&line[at + 5..], |c| c == ',')));
                found = true;
                break;
            }
        }
        dl.data.extend(lines.map(|(number, line)| (number, tokens(line, |c| c == ','))));
        dl.data.retain(|(_, words)| !words.is_empty());
        if !head.first().is_some_and(|(_, it)| it.text.eq_ignore_ascii_case("dl")) {
            return Err((1, "this is not DL: it begins with the word DL".to_owned()));
        }
        if !found {
            return Err((1, "there is no `data:` in it".to_owned()));
        }
        dl.take_head(&head[1..])?;
        Ok(dl)
    }

    fn take_head(&mut self, head: &[(u32, Token)]) -> Result<(), Wrong> {
        let mut next = Next::Words;
        let mut at = 0;
        while let Some((line, token)) = head.get(at) {
            at += 1;
            let word = token.text.to_lowercase();
            let after = |ahead: usize| head.get(at + ahead).map_or("", |(_, it)| it.text.as_str());
            if after(0) == "=" && !token.quoted {
                self.set(&word, after(1), *line)?;
                at += 2;
                next = Next::Words;
                continue;
            }
            let of = match word.as_str() {
                "row" => Next::RowLabels,
                "column" | "col" => Next::ColumnLabels,
                "matrix" | "level" => Next::MatrixLabels,
                _ => Next::Labels,
            };
            let is_prefixed = !token.quoted
                && after(0).to_lowercase().starts_with("label")
                && !matches!(of, Next::Labels);
            if is_prefixed
                || !token.quoted && matches!(word.as_str(), "labels" | "labels:" | "label:")
            {
                let said = if is_prefixed { after(0).to_lowercase() } else { word.clone() };
                at += usize::from(is_prefixed);
                let embedded = head
                    .get(at)
                    .is_some_and(|(_, it)| it.text.to_lowercase().starts_with("embedded"));
                if embedded && !said.ends_with(':') {
                    at += 1;
                    self.rows_embedded |= matches!(of, Next::RowLabels | Next::Labels);
                    self.columns_embedded |= matches!(of, Next::ColumnLabels | Next::Labels);
                    next = Next::Words;
                } else {
                    // `labels :` has its colon apart.
                    at += usize::from(head.get(at).is_some_and(|(_, it)| it.text == ":"));
                    next = of;
                }
                continue;
            }
            match next {
                Next::RowLabels => self.row_labels.push(token.text.clone()),
                Next::ColumnLabels => self.column_labels.push(token.text.clone()),
                Next::MatrixLabels => self.matrix_labels.push(token.text.clone()),
                Next::Labels => {
                    self.row_labels.push(token.text.clone());
                }
                Next::Words => {
                    return Err((
                        *line,
                        format!("`{}` is not understood in the head of a DL file", token.text),
                    ));
                }
            }
        }
        if self.rows == 0 || self.columns == 0 {
            return Err((
                1,
                "it does not say how many actors there are: n=5, or nr=5 nc=3".to_owned(),
            ));
        }
        Ok(())
    }

    fn set(&mut self, word: &str, value: &str, line: u32) -> Result<(), Wrong> {
        let count = || {
            let number = value.parse().ok().filter(|n| (1..=MOST).contains(n));
            number.ok_or_else(|| (line, format!("{word}={value}: this is not a number of actors")))
        };
        match word {
            "n" => (self.rows, self.columns) = (count()?, count()?),
            "nr" => (self.rows, self.two_modes) = (count()?, true),
            "nc" => (self.columns, self.two_modes) = (count()?, true),
            "nm" => self.matrices = count()?,
            "format" => self.format = value.to_lowercase(),
            "diagonal" => self.without_diagonal = value.to_lowercase().starts_with("absent"),
            _ => {
                return Err((
                    line,
                    format!("`{word}=` is not understood in the head of a DL file"),
                ));
            }
        }
        Ok(())
    }
}

/// A line of the head with spaces around `=`, but for labels in quotation marks.
fn apart(line: &str) -> String {
    let part = |(at, part): (usize, &str)| {
        if at % 2 == 0 { part.replace('=', " = ") } else { part.to_owned() }
    };
    line.split('"').enumerate().map(part).collect::<Vec<_>>().join("\"")
}
