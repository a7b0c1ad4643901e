use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use tertius::study::{Place, Problem, Reading, Sheet, Table};

use super::encoding::decode;
use super::graph;
use super::settings;
use crate::near;

/// Reads a study in JSON into a reading:
/// `{"settings": …, "columns": {"ties": ["from", "to"]}, "tables": {"ties": [{"from": "a", "to": "b"}]}}`.
///
/// `columns` is optional: it keeps the order of columns and those with nothing in them.
///
/// JSON with a list of nodes and one of links is a network of another program.
pub(super) fn read(bytes: Vec<u8>, file: &str, reading: &mut Reading) {
    let text = decode(bytes).text;
    if is_node_link(&text) {
        match serde_json::from_str(&text) {
            Ok(found) => graph::read_node_link(&found, file, reading),
            Err(error) => {
                let message = format!("not a network in node-link JSON: {error}");
                let problem = Problem::new("unreadable-file", Place::file(file), message);
                reading.problems.push(problem.suggest(
                    r#"a network is {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#,
                ));
            }
        }
        return;
    }
    let study: Study = match serde_json::from_str(&text) {
        Ok(study) => study,
        Err(error) => {
            let message = format!("not a study in JSON: {error}");
            let problem = Problem::new("unreadable-file", Place::file(file), message);
            reading.problems.push(problem.suggest(
                    r#"a study in JSON is {"tables": {"ties": [{"from": "a", "to": "b"}]}}, a network {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#,
                ));
            return;
        }
    };
    if let Some(value) = study.settings {
        reading.settings = settings::from_json(value, file, &mut reading.problems);
    }
    for (name, records) in study.tables.0 {
        let known = Table::named(&name)
            .filter(|table| reading.sheets.iter().all(|(read, _)| read != table));
        let Some(table) = known else {
            let problem =
                Problem::new("unused-file", Place::file(file), "no table of a study has this name")
                    .value(&name);
            reading.problems.push(match near::table(&name) {
                Some(near) => problem.suggest(format!("did you mean `{near}`?")),
                None => problem,
            });
            continue;
        };
        let listed = study.columns.0.iter().find(|(of, _)| *of == name);
        let columns = listed.map_or(Vec::new(), |(_, columns)| columns.clone());
        let sheet = sheet(&records, columns, file, &name, &mut reading.problems);
        reading.sheets.push((table, sheet));
    }
    reading.sheets.sort_by_key(|(table, _)| *table);
}

/// Whether JSON has the keys of a network, and not those of a study.
fn is_node_link(text: &str) -> bool {
    let Ok(Members(members)) = serde_json::from_str::<Members<IgnoredAny>>(text) else {
        return false;
    };
    let has = |name: &str| members.iter().any(|(known, _)| known == name);
    has("nodes") && (has("links") || has("edges")) && !has("tables")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Study {
    settings: Option<Value>,
    #[serde(default)]
    columns: Members<Vec<String>>,
    tables: Members<Vec<Members<Value>>>,
}

/// Names and values in the order of the file.
pub(super) struct Members<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Members<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Members<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct InOrder<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Members<T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<T>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(InOrder(std::marker::PhantomData))
    }
}

/// Records as rows. Row numbers are those the table would have as CSV: the first record is row 2.
fn sheet(
    records: &[Members<Value>],
    mut columns: Vec<String>,
    file: &str,
    name: &str,
    problems: &mut Vec<Problem>,
) -> Sheet {
    let mut known: std::collections::HashSet<String> = columns.iter().cloned().collect();
    for (column, _) in records.iter().flat_map(|record| &record.0) {
        if known.insert(column.clone()) {
            columns.push(column.clone());
        }
    }
    let mut sheet = Sheet::new(file, Some(name.to_owned()), 1, columns);
    for (number, record) in (2..).zip(records) {
        let mut cells = Vec::new();
        for (column, header) in sheet.header().iter().enumerate() {
            let value = record.0.iter().find(|(name, _)| name == header).map(|(_, value)| value);
            let cell = value.map_or(Some(String::new()), text);
            if cell.is_none() {
                let place = sheet.place(Some(number), Some(column));
                problems.push(Problem::new(
                    "unreadable-file",
                    place,
                    "an object where a cell should be: read as blank",
                ));
            }
            cells.push(cell.unwrap_or_default());
        }
        sheet.push_row(number, cells.iter().map(String::as_str));
    }
    sheet
}

/// A value as a cell; an object is none.
pub(super) fn text(value: &Value) -> Option<String> {
    Some(match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Option<Vec<_>>>()?.join(";"),
        Value::Object(_) => return None,
    })
}
