use std::fmt::Write;

use tertius::study::{ColumnSpec, EVIDENCE, TABLES};

use super::cells_in_words;

/// How to fill in an empty study, for someone who has not done it before.
pub(super) fn guide(workbook: bool) -> String {
    let (one, many, table) =
        if workbook { ("sheet", "sheets", "") } else { ("file", "files", ".csv") };
    let mut text = format!(
        "How to fill in this study

Each {one} is a table: one row for each thing, and the first row says what goes into each column.
Fill in what you have. You need organisations{table} or people{table}, and one of ties{table},
affiliations{table} and participation{table}. Leave the other {many} empty, or delete them.

1. Give every organisation, person, activity, place and source a short id that you use everywhere
   else: for instance wcc for Wolverhampton City Council. Names can be as long as they are.
2. Leave a cell blank if something is not known. Blank means not known; it does not mean no or 0.
3. Write dates as exactly as you know them: 2017, 2019-03 or 2017-10-17.
4. Separate several things in one cell with a semicolon.
5. You may add columns of your own, such as phase or size: they can group and colour the network.
6. Who was asked and did not answer belongs in respondents{table}: what they would have said is
   unknown, which is not the same as no ties.
7. Say where each row comes from, with the columns at the end of every table.

When you have entered a few rows, type

    tertius check NAME

where NAME is the name of this {place}. It says what was understood and names each cell to mend.

",
        place = if workbook { "workbook" } else { "folder" },
    );
    for spec in TABLES {
        let _ = writeln!(text, "{}{table}: one row is {}", spec.name, spec.row);
        for column in spec.columns {
            describe(column, &mut text);
        }
        text.push('\n');
    }
    text.push_str("At the end of every table: where a row comes from\n");
    for column in EVIDENCE {
        describe(column, &mut text);
    }
    text.push_str("\n* must be filled in\n");
    text
}

fn describe(column: &ColumnSpec, text: &mut String) {
    let star = if column.required { '*' } else { ' ' };
    let cells = cells_in_words(column).map_or(String::new(), |cells| format!(" ({cells})"));
    let _ = writeln!(text, " {star} {:<20} {}{cells}", column.name, column.about);
}
