use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::Place;

/// How much a [`Problem`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// No analysis until it is mended.
    Error,
    /// An analysis runs, and the researcher should know.
    Warning,
    /// What was assumed in reading: encoding, separator, decimal comma, folded names.
    Note,
}

/// Something in the evidence that the researcher must or may want to mend, with its cell.
///
/// ```
/// use tertius::study::{Place, Problem};
/// let problem = Problem::new("bad-date", Place::file("ties.csv"), "is no date");
/// assert_eq!(format!("{}: {}", problem.place, problem.message), "ties.csv: is no date");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Stable code: `tertius explain CODE` tells more.
    #[serde(deserialize_with = "known")]
    pub code: Code,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// The cell as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong, in one sentence without a final stop.
    pub message: String,
    /// What would work: the nearest valid value, or what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
}

/// By another name, since serde would borrow a plain `&str` from what it reads.
type Code = &'static str;

/// The code of a known kind.
fn known<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
    let code = String::deserialize(from)?;
    let kind = ProblemKind::find(&code);
    kind.map(|it| it.code).ok_or_else(|| D::Error::custom(format!("no problem is called {code}")))
}

impl Problem {
    /// A problem of a known kind.
    ///
    /// # Panics
    ///
    /// If `code` is not in [`PROBLEMS`]: a mistake in this library, not in the data.
    ///
    /// ```
    /// use tertius::study::{Place, Problem};
    /// let problem = Problem::new("bad-date", Place::file("ties.csv"), "is no date");
    /// assert_eq!(problem.code, "bad-date");
    /// ```
    pub fn new(code: &str, place: Place, message: impl Into<String>) -> Self {
        let kind = ProblemKind::find(code).expect("every problem code is in PROBLEMS");
        let message = message.into();
        Self {
            severity: kind.severity,
            code: kind.code,
            place,
            value: None,
            message,
            suggestion: None,
        }
    }

    /// Whether it is that nothing could be read from a file.
    pub(super) fn is_of_unread_file(&self) -> bool {
        ["binary-file", "unreadable-file"].contains(&self.code) && self.place.row.is_none()
    }

    /// The same, told once for so many things, of which its place is the first.
    pub(super) fn first_of(self, n: usize, one: &str, many: &str) -> Self {
        let first = if n > 1 { ", the first here" } else { "" };
        let message = format!("{}: {}{first}", self.message, crate::counted(n, one, many));
        Self { message, ..self }
    }

    /// The same with the offending cell.
    ///
    /// ```
    /// use tertius::study::{Place, Problem};
    /// let problem = Problem::new("bad-date", Place::file("ties.csv"), "is no date");
    /// assert_eq!(problem.value("31/2/19").value.as_deref(), Some("31/2/19"));
    /// ```
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: Some(value.into()), ..self }
    }

    /// The same with what would work.
    ///
    /// ```
    /// use tertius::study::{Place, Problem};
    /// let problem = Problem::new("bad-date", Place::file("ties.csv"), "is no date");
    /// assert!(problem.suggest("write 2019-02-28").suggestion.is_some());
    /// ```
    #[must_use]
    pub fn suggest(self, suggestion: impl Into<String>) -> Self {
        Self { suggestion: Some(suggestion.into()), ..self }
    }
}

/// A kind of problem: its stable code and its page.
///
/// ```
/// use tertius::study::{ProblemKind, Severity};
/// assert_eq!(ProblemKind::find("bad-date").unwrap().severity, Severity::Error);
/// ```
#[derive(Debug, Clone, Copy, Serialize)]
pub struct ProblemKind {
    /// Stable code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is, in one sentence.
    pub title: &'static str,
    /// Why it matters and what to do.
    pub page: &'static str,
}

impl ProblemKind {
    /// The kind with this code.
    ///
    /// ```
    /// use tertius::study::ProblemKind;
    /// assert!(ProblemKind::find("bad-date").is_some() && ProblemKind::find("bad-hair").is_none());
    /// ```
    pub fn find(code: &str) -> Option<&'static Self> {
        PROBLEMS.iter().find(|kind| kind.code == code)
    }
}

const fn error(code: &'static str, title: &'static str, page: &'static str) -> ProblemKind {
    ProblemKind { code, severity: Severity::Error, title, page }
}

const fn warning(code: &'static str, title: &'static str, page: &'static str) -> ProblemKind {
    ProblemKind { code, severity: Severity::Warning, title, page }
}

const fn note(code: &'static str, title: &'static str, page: &'static str) -> ProblemKind {
    ProblemKind { code, severity: Severity::Note, title, page }
}

/// Every kind of problem `tertius check` can find.
///
/// ```
/// use tertius::study::PROBLEMS;
/// assert!(PROBLEMS.iter().all(|kind| !kind.page.is_empty()));
/// ```
pub static PROBLEMS: &[ProblemKind] = &[
    error(
        "missing-table",
        "a table the study needs is not there",
        "A study needs one table of actors (organisations or people) and one of ties, affiliations or participation. Add the file or the sheet; `tertius init` writes empty ones.",
    ),
    error(
        "missing-column",
        "a required column is not in the header",
        "Add the column, or rename the one that holds it: the message names the nearest header found.",
    ),
    error(
        "empty-table",
        "a table that must hold something has a header and no rows",
        "Fill it in, or remove the file if the study has no such evidence.",
    ),
    error(
        "binary-file",
        "a file is not the text its name promises",
        "It may be a workbook or a document saved under a .csv name. Open it in the program that made it and save as CSV (UTF-8), or give tertius the .xlsx itself.",
    ),
    error(
        "unreadable-file",
        "a file cannot be understood",
        "It is damaged, protected or of a kind that tertius does not read. Save it again as CSV or .xlsx.",
    ),
    error(
        "bad-settings",
        "study.toml has a mistake",
        "The message gives the line. Settings are optional: an empty study.toml is valid.",
    ),
    error(
        "blank-id",
        "a row that must name something has a blank there",
        "Every row of this table needs an identifier. Give it one, or delete the row if it is a leftover. In a list by itself, NA, none or a dash is no name.",
    ),
    error(
        "duplicate-id",
        "two rows carry the same identifier",
        "Identifiers must be unique over organisations, people and activities together, because ties and participation point to them. Rename one, or merge the rows.",
    ),
    error(
        "unknown-id",
        "a cell points to something that no table lists",
        "Add the missing row to the table the message names, or mend the spelling. Matching ignores case, accents' encoding, stray spaces and the kind of dash and quote; nothing else is guessed.",
    ),
    error(
        "bad-number",
        "a number cannot be read",
        "Write numbers as 3, 2.5 or 2,5; shares as 0.4 or 40%. Leave the cell blank if the value is not known.",
    ),
    error(
        "bad-date",
        "a date cannot be read",
        "Dates keep their precision: 2017, 2019-03, 2017-10-17, 17/10/2017 (day first), March 2019, 17 October 2017, 2005/2006, 2018/19, also 03/2019, Mar 2019, 17-Oct-2017, 17.10.2017, 17-10-2017, 2005-2006, or recurring. What could mean two things, such as 3/4/19, is not guessed. Leave the cell blank if it is not known.",
    ),
    error(
        "unknown-word",
        "a word is outside the vocabulary of its column",
        "Columns such as status and certainty have a fixed vocabulary; sectors, relations and roles have the one declared in study.toml. Mend the cell, or declare the word there.",
    ),
    error(
        "interval-reversed",
        "an interval ends before it starts",
        "Check the two cells: they may be swapped.",
    ),
    error(
        "parent-loop",
        "organisations are nested in a circle",
        "Following `parent` must end at an organisation without one. Blank one of the cells named.",
    ),
    error(
        "locality-loop",
        "localities are nested in a circle",
        "Following `parent` must end at a locality without one. Blank one of the cells named.",
    ),
    error(
        "tie-to-activity",
        "a tie joins an actor to an activity",
        "Ties join actors (organisations and people). Who takes part in an activity belongs in participation, with a role.",
    ),
    error(
        "post-of-organisation",
        "an affiliation gives a post to an organisation",
        "Affiliations say which person holds which post in which organisation. A tie between two organisations belongs in ties; a unit inside an organisation belongs in the `parent` column.",
    ),
    error(
        "contradictory-response",
        "an actor is said to have responded and not to have",
        "There is one status for an actor and a wave: delete the row that is wrong.",
    ),
    error(
        "ragged-row",
        "a row has more cells than the header",
        "Often a comma inside a name that is not quoted. Put quotes around that cell, or save the table again from the spreadsheet.",
    ),
    error(
        "not-square",
        "an adjacency matrix has different names in its rows and columns",
        "Each row name must occur once in the header and each column name once in the first column, spelt alike. For someone who was named and gave no account, add a row with NA in every cell: blank or 0 would say that they have no ties. A table of actors by activities is an incidence matrix: `--shape incidence-matrix`.",
    ),
    warning(
        "self-tie",
        "a tie joins an actor to itself",
        "It is kept in the evidence and left out of every network, which says how many.",
    ),
    warning(
        "repeated-tie",
        "the same tie is recorded more than once",
        "Same actors, relation, wave, dates, status and reporter. In a network their weights add up; delete the copy if it is one.",
    ),
    warning(
        "repeated-post",
        "the same post is recorded more than once",
        "Same person, organisation, role, wave, share and dates. Among colleagues it would count twice: delete the copy if it is one. Posts told in each year of a repeated survey need a `wave` or `year` to be told apart.",
    ),
    warning(
        "near-duplicate-name",
        "two names are nearly the same",
        "They are kept apart. If they are one, merge the rows and put the other spelling in `aliases`. In a large register, names are compared only with those that begin or end alike, and not where more than 200 do.",
    ),
    warning(
        "near-duplicate-word",
        "a rare word is nearly a usual one of the same vocabulary",
        "Sectors, relations, roles, kinds of activity and localities that no table or study.toml lists may be any words. One that occurs seldom and is a letter away from another is perhaps a slip: it makes a group of its own until it is mended. Case, spaces and dashes do not matter. Declare the words in study.toml to have every other one refused.",
    ),
    warning(
        "unused-column",
        "a column name is nearly that of a known column",
        "It is kept as an attribute of the row. Rename it if it was meant as the known one.",
    ),
    warning(
        "duplicate-column",
        "two columns have the same name, or cells stand under none",
        "The first of two columns is read; cells under a blank header are not. Name every column once.",
    ),
    warning(
        "unused-file",
        "a file of the folder or a sheet of the workbook is not part of the study",
        "Table names are fixed: organisations, people, affiliations, activities, participation, ties, localities, respondents, sources, story. Rename the file or the sheet if it holds one of these. A list or matrix by itself is one file, or one sheet of a workbook.",
    ),
    warning(
        "unread-part",
        "a part of a network file that a study does not take",
        "Hyperedges, ports, graphs inside nodes, further networks, partitions and times at which nodes come and go have no place in the tables of a study. The rest is read. Take that part out of the file in the program that made it, or put it into columns: `tertius explain ties`.",
    ),
    warning(
        "unanswered-row",
        "a row of a matrix is blank, and other rows name its actor",
        "Read as someone who gave no account: what they would have said is not observed, which is not the same as no ties. Type 0 in the row if they answered that they have none, or NA in every cell to say that they were not asked or did not answer.",
    ),
    warning(
        "blank-among-zeros",
        "blank cells in a matrix that says 0 elsewhere",
        "Who types 0 where there is nothing leaves a cell blank for another reason: these cells are read as not observed, and the pair is left out of densities. Type 0 where there is nothing, or NA where nobody knows. The diagonal and the empty half of half a matrix are not counted.",
    ),
    warning(
        "large-table",
        "a table is very large",
        "It is read whole, which takes memory and time.",
    ),
    note(
        "encoding",
        "how the characters of a file were read",
        "Save as UTF-8 if names look wrong.",
    ),
    note(
        "separator",
        "which character separates the cells of a file",
        "Comma, semicolon and tab are recognised.",
    ),
    note(
        "header-row",
        "the header is not in the first row",
        "A title, a date or a note above a table is not read. The header is looked for among the first rows, and moved down only to a row that holds the columns of the table.",
    ),
    note(
        "merged-cells",
        "cells merged over several rows or columns",
        "A cell merged over several rows is read as the same in each of them. Merged over several columns it is read in the first, and the others as blank. Unmerge the cells and write the value in each where that is not meant.",
    ),
    note(
        "empty-optional-table",
        "an optional table has a header and no rows",
        "Nothing is lost; remove the file if the study has no such evidence.",
    ),
    note(
        "skipped-file",
        "a file or sheet was skipped because its name says so",
        "Names that end in (ignore) are not read.",
    ),
    note(
        "shape",
        "what a single table was taken for",
        "An edge list, a participation list, an adjacency or an incidence matrix: the note says why. `--shape` says otherwise.",
    ),
    note(
        "network-file",
        "what a file of a network program was taken for",
        "Nodes become organisations (people, where their attribute `kind` says person; activities, where they are of the second of two modes), their other attributes columns; edges become ties, their attributes the columns of that name. A row is a line of the file; in JSON, the first node and the first link are row 2.",
    ),
    note(
        "unread-detail",
        "what a network file says beside the network",
        "Positions, shapes, colours, descriptions and attributes of the graph as a whole are not read: tertius draws its own pictures.",
    ),
    note(
        "unread-sheets",
        "sheets of a workbook that are not read",
        "A workbook without a table of actors is one list or matrix: its first sheet that is not for people (Read me) or hidden. Move the sheet that you mean to the front, or save it by itself.",
    ),
    note(
        "short-row",
        "rows have fewer cells than the header",
        "Whoever types rows by hand leaves off the blank cells at the end: they are read as blank (not known). Check the first such row if none should be missing.",
    ),
    note(
        "blank-cells",
        "blank cells in a matrix",
        "Read as no tie, or as not taking part, because no cell of this matrix says 0: nothing is left blank in it. Where nobody was asked, or nobody answered, that is not so: write NA there, and the pair counts as not observed. In a matrix with a 0 anywhere, blank cells are not observed. The diagonal and the empty half of half a matrix are not counted.",
    ),
    note(
        "decimal-comma",
        "numbers written with a decimal comma",
        "Read as decimals: 2,5 is two and a half.",
    ),
    note(
        "missing-word",
        "cells that say that the value is missing",
        "NA, N/A, null and the like are read as blank: not known. Names, identifiers and notes are left as they are.",
    ),
    note(
        "day-first",
        "dates written with strokes or dots",
        "Read as day/month/year, the British order. Write 2017-10-17 to be sure.",
    ),
    note(
        "month-not-years",
        "dates such as 2011-12, read as months",
        "With a dash the second part is a month where it can be one: 2011-12 is December 2011. Write 2011/12 or 2011-2012 for an academic or financial year.",
    ),
    note(
        "years-not-month",
        "dates such as 2011/12, read as two years",
        "With a stroke the second part is the year that follows: 2011/12 is the span from 2011 to 2012. Write 2011-12 for December 2011.",
    ),
    note(
        "stray-space",
        "cells with spaces before, after or doubled inside",
        "Read without them; the file is not changed.",
    ),
    note(
        "folded-match",
        "a cell that points to an actor under a variant spelling",
        "Case, dashes, quotes, spaces and the encoding of accents are ignored in matching; names and aliases count as well as identifiers.",
    ),
    note(
        "renamed-column",
        "a column read under another name",
        "Usual synonyms are understood, such as label for name, or, side by side, source and target for from and to. An attribute in a network file that has the name of a column of a study, and other cells than that, is kept under a name of its own.",
    ),
    note(
        "unread-column",
        "columns of a table that no analysis uses",
        "They are kept in the file and in a join. Other columns are attributes of organisations, people and activities alone: `tertius explain ties` lists what a row of ties may say.",
    ),
    note(
        "implied-actors",
        "actors taken from a table of ties, because no table lists them",
        "A single edge list or matrix is a study of its own: every name in it is an actor of unknown sector.",
    ),
];
