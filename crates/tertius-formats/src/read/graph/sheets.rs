//! From a network as a file tells it to the tables of a study.

use std::collections::{HashMap, HashSet};

use tertius::counted;
use tertius::study::{
    Cells, ColumnSpec, ORGANISATION_KINDS, Place, Problem, Reading, Sheet, Table, When, Words,
    decimal, fold, header_word,
};

use super::Graph;
use super::rows::{Row, Rows};

/// Columns that say of each node which of two modes it is of: that of the first, that of the second.
const MODES: [(&str, &str, &str); 3] =
    [("mode", "1", "2"), ("bipartite", "0", "1"), ("type", "false", "true")];

/// Takes a network into a reading: organisations and ties; people, where nodes say they are; of two
/// modes, organisations, activities and participation.
pub(super) fn open(mut graph: Graph, file: &str, reading: &mut Reading) {
    name_nodes(&mut graph.nodes);
    let ids: HashSet<String> = graph.nodes.iter().map(|node| fold(node.cell(0))).collect();
    let made = Made { file, sheets: graph.sheets, ids, modes: modes(&graph) };
    reading.problems.push(made.note(&graph));
    reading.problems.extend(graph.unread.tell(file));
    let Graph { nodes, edges, .. } = &graph;
    let kind = nodes.other("kind");
    let table_of = |row: &Row| {
        if made.modes.as_ref().is_some_and(|modes| modes.second.contains(&fold(row.cell(0)))) {
            Table::Activities
        } else if kind.is_some_and(|kind| row.cell(kind) == "person") {
            Table::People
        } else {
            Table::Organisations
        }
    };
    let joins = if made.modes.is_some() { Table::Participation } else { Table::Ties };
    for table in [Table::Organisations, Table::People, Table::Activities] {
        let rows: Vec<&Row> = nodes.iter().filter(|row| table_of(row) == table).collect();
        if !rows.is_empty() || table == Table::Organisations && nodes.len() == 0 {
            made.add(table, nodes, &rows, reading);
        }
    }
    let rows: Vec<&Row> = edges.iter().collect();
    made.add(joins, edges, &rows, reading);
    reading.sheets.sort_by_key(|(table, _)| *table);
    if has_units_or_people(reading) {
        // Every node is an actor: none is rolled up into another, and none left out.
        let level = Words::One("actor".to_owned());
        reading.settings.view.insert("level".to_owned(), level);
    }
}

/// Whether the usual view would show other actors than the nodes.
fn has_units_or_people(reading: &Reading) -> bool {
    let sheet = |table| reading.sheets.iter().find(|(known, _)| *known == table);
    let organisations = sheet(Table::Organisations).map(|(_, sheet)| sheet);
    let has_units = organisations.is_some_and(|it| it.header().iter().any(|name| name == "parent"));
    has_units || organisations.is_some() && sheet(Table::People).is_some()
}

/// Names nodes by an attribute called label or name, where the format has no names of its own.
fn name_nodes(nodes: &mut Rows) {
    let unnamed = nodes.column(1).all(str::is_empty);
    if let Some(label) = nodes.other("label").or_else(|| nodes.other("name")).filter(|_| unnamed) {
        let names: Vec<String> = nodes.column(label).map(str::to_owned).collect();
        nodes.fill(1, names);
        // Two columns of one name would be told: this one is read, as `name`.
        nodes.columns[label].clear();
    }
}

/// A network of two modes.
struct Modes {
    /// The column that says so.
    column: usize,
    /// Nodes of the second.
    second: HashSet<String>,
}

/// The modes of the nodes, if they have two and every edge joins one of each.
fn modes(graph: &Graph) -> Option<Modes> {
    MODES.iter().find_map(|(name, first, second)| {
        let column = graph.nodes.other(name)?;
        let of: HashMap<String, &str> =
            graph.nodes.iter().map(|node| (fold(node.cell(0)), node.cell(column))).collect();
        let cells = || graph.nodes.column(column).map(str::trim);
        let two = cells().any(|cell| cell == *first) && cells().any(|cell| cell == *second);
        let only = cells().all(|cell| cell == *first || cell == *second);
        let crosses = graph.edges.iter().all(|edge| {
            let [a, b] = [0, 1].map(|end| of.get(&fold(edge.cell(end))));
            a.is_some() && b.is_some() && a != b
        });
        (two && only && crosses).then(|| {
            let second = of.iter().filter(|(_, mode)| mode.trim() == *second);
            Modes { column, second: second.map(|(id, _)| id.clone()).collect() }
        })
    })
}

/// How the tables of a network are made.
struct Made<'f> {
    file: &'f str,
    sheets: Option<[&'static str; 2]>,
    /// Nodes, as they are compared.
    ids: HashSet<String>,
    modes: Option<Modes>,
}

impl Made<'_> {
    /// What the file was taken for.
    fn note(&self, graph: &Graph) -> Problem {
        let [nodes, edges] = [graph.nodes.len(), graph.edges.len()];
        let (nodes, edges) = (counted(nodes, "node", "nodes"), counted(edges, "edge", "edges"));
        let message = match &self.modes {
            Some(modes) => format!(
                "read as {}: {nodes} of two modes, {} of the second as activities, and {edges} as parts in them",
                graph.format,
                modes.second.len()
            ),
            None => format!("read as {}: {nodes} as actors, {edges} as ties", graph.format),
        };
        Problem::new("network-file", Place::file(self.file), message)
    }

    fn add(&self, table: Table, from: &Rows, rows: &[&Row], reading: &mut Reading) {
        let is_node = table.spec().has_attributes();
        let sheet = self.sheets.map(|names| names[usize::from(!is_node)].to_owned());
        let whole = Sheet::new(self.file, sheet, 1, Vec::new());
        let columns: Vec<usize> =
            (0..from.columns.len()).filter(|&at| self.takes(table, from, rows, at)).collect();
        let mut header = Vec::new();
        for &at in &columns {
            let name = self.header(table, from, rows, at);
            if name != from.columns[at]
                && !from.columns[at].is_empty()
                && from.others().contains(&at)
            {
                let message =
                    format!("read as `{name}`: its cells are not what a study has in that column");
                let problem = Problem::new("renamed-column", whole.place(None, None), message);
                reading.problems.push(problem.value(&from.columns[at]));
            }
            header.push(name);
        }
        let mut made = Sheet::derived(&whole, header);
        for row in rows {
            let turned = table == Table::Participation && self.is_second(row.cell(0));
            let at = |column: usize| if turned && column < 2 { 1 - column } else { column };
            made.push_row(row.line, columns.iter().map(|&column| row.cell(at(column))));
        }
        reading.sheets.push((table, made));
    }

    fn is_second(&self, id: &str) -> bool {
        self.modes.as_ref().is_some_and(|modes| modes.second.contains(&fold(id)))
    }

    /// Whether a column goes into a table.
    fn takes(&self, table: Table, from: &Rows, rows: &[&Row], at: usize) -> bool {
        let cells = || rows.iter().map(|row| row.cell(at).trim());
        if !from.others().contains(&at) {
            return table != Table::Participation || from.columns[at] != "directed";
        }
        if from.columns[at].is_empty() {
            return false;
        }
        let of_nodes = table.spec().has_attributes();
        let is_mode = of_nodes && self.modes.as_ref().is_some_and(|modes| modes.column == at);
        // That a node is a person is said by its table, that taking part counts 1 by every row.
        let is_said = table == Table::People && header_word(&from.columns[at]) == "kind"
            || table == Table::Participation
                && header_word(&from.columns[at]) == "weight"
                && cells().all(|cell| cell.is_empty() || decimal(cell) == Some((1.0, false)));
        !is_mode && !is_said && cells().any(|cell| !cell.is_empty())
    }

    /// The header of a column: its name, unless a table has another use for a column of that name.
    fn header(&self, table: Table, from: &Rows, rows: &[&Row], at: usize) -> String {
        let name = &from.columns[at];
        if !from.others().contains(&at) {
            return match (table, name.as_str()) {
                (Table::Participation, "from") => "actor".to_owned(),
                (Table::Participation, "to") => "activity".to_owned(),
                _ => name.clone(),
            };
        }
        let word = header_word(name);
        let own = from.columns[..from.others().start].contains(&word);
        let known =
            |column: &&ColumnSpec| column.name == word || column.synonyms.contains(&word.as_str());
        let cells = || rows.iter().map(|row| row.cell(at).trim()).filter(|cell| !cell.is_empty());
        let mut columns = table.spec().all_columns().filter(known);
        let fits = columns.all(|column| cells().all(|cell| self.fits(column, cell)));
        if own || !fits { format!("{name} (as given)") } else { name.clone() }
    }

    /// Whether a cell is what a column of a study holds. A number is the reader's to judge: what is
    /// called a weight and is none is an error.
    fn fits(&self, column: &ColumnSpec, cell: &str) -> bool {
        match column.cells {
            Cells::Words(words) if column.name == "kind" => {
                words == ORGANISATION_KINDS && words.contains(&fold(cell).as_str())
            }
            Cells::Words(words) => words.contains(&fold(cell).as_str()),
            Cells::Date => When::parse(cell).is_some(),
            Cells::Whole => cell.parse::<u32>().is_ok(),
            Cells::YesNo => ["yes", "no", "true", "false", "0", "1"].contains(&fold(cell).as_str()),
            Cells::Ref(tables) | Cells::Refs(tables) => {
                tables.contains(&Table::Localities)
                    || !tables.contains(&Table::Sources) && self.ids.contains(&fold(cell))
            }
            _ => true,
        }
    }
}
