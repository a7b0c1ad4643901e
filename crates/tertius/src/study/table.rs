//! The tables of a study and their columns: what is read, checked, written and documented.

use serde::{Deserialize, Serialize};

/// The tables of a study.
///
/// ```
/// use tertius::study::Table;
/// assert_eq!(Table::Ties.spec().name, "ties");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is described in TABLES")]
pub enum Table {
    Organisations,
    People,
    Affiliations,
    Activities,
    Participation,
    Ties,
    Localities,
    Respondents,
    Sources,
    Story,
}

/// A table as documented: its name is that of the file and of the worksheet.
///
/// ```
/// use tertius::study::Table;
/// let spec = Table::Ties.spec();
/// let required = spec.columns.iter().filter(|column| column.required).map(|column| column.name);
/// assert_eq!(required.collect::<Vec<_>>(), ["from", "to"]);
/// ```
#[derive(Debug)]
pub struct TableSpec {
    /// Which table.
    pub table: Table,
    /// File name without extension; also the worksheet.
    pub name: &'static str,
    /// Other names that are understood.
    pub synonyms: &'static [&'static str],
    /// What one row is.
    pub row: &'static str,
    /// Its own columns, in order. The columns of [`EVIDENCE`] may follow in any table.
    pub columns: &'static [ColumnSpec],
}

/// A column as documented.
///
/// ```
/// use tertius::study::{Cells, Table};
/// let column = Table::People.spec().columns.iter().find(|column| column.name == "name").unwrap();
/// assert_eq!(column.cells, Cells::Text);
/// ```
#[derive(Debug)]
pub struct ColumnSpec {
    /// Name in the header.
    pub name: &'static str,
    /// Other names that are understood (and said).
    pub synonyms: &'static [&'static str],
    /// Whether the table is useless without it.
    pub required: bool,
    /// What its cells hold.
    pub cells: Cells,
    /// What it says, for a newcomer.
    pub about: &'static str,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cells {
    /// Free text.
    Text,
    /// Several texts, separated by `;` or `|`.
    Texts,
    /// The identifier of the row.
    Id,
    /// The identifier of a row in one of these tables.
    Ref(&'static [Table]),
    /// Several identifiers, separated by `;` or `|`.
    Refs(&'static [Table]),
    /// A date with its precision.
    Date,
    /// A number that is not negative.
    Number,
    /// Any number.
    Coordinate,
    /// A count.
    Whole,
    /// A share between 0 and 1, or a percentage.
    Share,
    /// yes or no.
    YesNo,
    /// One of these words.
    Words(&'static [&'static str]),
    /// A word of a vocabulary declared in study.toml: sector, relation or role.
    Declared(&'static str),
}

const fn column(name: &'static str, cells: Cells, about: &'static str) -> ColumnSpec {
    ColumnSpec { name, synonyms: &[], required: false, cells, about }
}

impl ColumnSpec {
    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn also(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }
}

use Cells::{
    Coordinate, Date, Declared, Id, Number, Ref, Refs, Share, Text, Texts, Whole, Words, YesNo,
};
use Table::{
    Activities, Affiliations, Localities, Organisations, Participation, People, Respondents,
    Sources, Story, Ties,
};

const ACTORS: &[Table] = &[Organisations, People];

/// Kinds of organisation. A `group` is a collective that was counted or mentioned and not named.
///
/// ```
/// use tertius::study::ORGANISATION_KINDS;
/// assert!(ORGANISATION_KINDS.contains(&"unit"));
/// ```
pub const ORGANISATION_KINDS: &[&str] =
    &["organisation", "unit", "partnership", "network", "fund", "group"];
/// Whether a relation was seen, told in aggregate, wished for, or said not to be there.
/// (`unknown`: the dyad was not observed, which is not the same as no tie).
///
/// ```
/// use tertius::study::STATUS;
/// assert!(STATUS.contains(&"wished"));
/// ```
pub const STATUS: &[&str] = &["observed", "aggregate", "wished", "reported_absent", "unknown"];
/// How sure the coder is.
pub(super) const CERTAINTY: &[&str] = &["certain", "probable", "ambiguous"];
/// What became of asking an actor.
///
/// ```
/// use tertius::study::RESPONSE;
/// assert!(RESPONSE.contains(&"responded"));
/// ```
pub const RESPONSE: &[&str] = &["responded", "partial", "refused", "not_asked"];

/// Columns that any table may have: where a row comes from and how sure it is.
///
/// ```
/// use tertius::study::EVIDENCE;
/// assert!(EVIDENCE.iter().any(|column| column.name == "source"));
/// ```
pub static EVIDENCE: &[ColumnSpec] = &[
    column("source", Ref(&[Sources]), "the source the row comes from"),
    column("locator", Text, "where in the source: a line, a page, a question"),
    column("certainty", Words(CERTAINTY), "how sure the coder is; blank counts as certain"),
    column(
        "coding",
        Words(&["stated", "inferred"]),
        "whether the source says it or the coder concludes it",
    ),
    column("note", Text, "what the source says, in the coder's words"),
    column("quote", Text, "words of the source, where they may be shown"),
];

/// The tables of a study, in the order in which they are read and shown.
///
/// ```
/// use tertius::study::TABLES;
/// assert_eq!(TABLES[0].name, "organisations");
/// ```
pub static TABLES: &[TableSpec] = &[
    TableSpec {
        table: Organisations,
        name: "organisations",
        synonyms: &["organizations", "organisation", "orgs", "actors", "nodes"],
        row: "an organisation, unit or partnership, or a group that was counted and not named",
        columns: &[
            column("id", Id, "short name that other tables point to")
                .required()
                .also(&["key", "code"]),
            column("name", Text, "full name").also(&["label", "organisation", "organization"]),
            column("aliases", Texts, "other spellings, separated by ;").also(&["alias"]),
            column("sector", Declared("sector"), "sector; blank if not known")
                .also(&["sponsorship"]),
            column("subsector", Text, "finer sector"),
            column(
                "kind",
                Words(ORGANISATION_KINDS),
                "organisation, unit, partnership, network, fund or group",
            ),
            column("parent", Ref(&[Organisations]), "the organisation it is part of"),
            column("count_min", Whole, "for a group: at least how many"),
            column("count_max", Whole, "for a group: at most how many"),
            column("localities", Refs(&[Localities]), "where it works, separated by ;")
                .also(&["locality", "location"]),
            column("opened", Date, "when it came into being"),
            column("closed", Date, "when it ended"),
        ],
    },
    TableSpec {
        table: People,
        name: "people",
        synonyms: &["persons", "person", "individuals"],
        row: "a person, by name or pseudonym",
        columns: &[
            column("id", Id, "short name that other tables point to")
                .required()
                .also(&["key", "code"]),
            column("name", Text, "name or pseudonym").also(&["label", "person", "pseudonym"]),
            column("aliases", Texts, "other spellings, separated by ;").also(&["alias"]),
            column("sector", Declared("sector"), "only if it is not that of the posts"),
            column("localities", Refs(&[Localities]), "where the person works, separated by ;")
                .also(&["locality", "location"]),
            column(
                "designated_spanner",
                YesNo,
                "whether someone says this person is a boundary spanner",
            )
            .also(&["spanner", "designated"]),
        ],
    },
    TableSpec {
        table: Affiliations,
        name: "affiliations",
        synonyms: &["posts", "affiliation", "memberships", "employment"],
        row: "a post of a person in an organisation",
        columns: &[
            column("person", Ref(&[People]), "who").required(),
            column("organisation", Ref(&[Organisations]), "where")
                .required()
                .also(&["organization", "org"]),
            column("role", Declared("role"), "as what"),
            column("share", Share, "share of full time: 0.4 or 40%").also(&["fte"]),
            column("start", Date, "since when"),
            column("end", Date, "until when; blank if not known or still so"),
            column("wave", Text, "wave of a repeated survey").also(&["year"]),
        ],
    },
    TableSpec {
        table: Activities,
        name: "activities",
        synonyms: &["activity", "events", "projects"],
        row: "a project, event, report or meeting",
        columns: &[
            column("id", Id, "short name that other tables point to")
                .required()
                .also(&["key", "code"]),
            column("name", Text, "full name").also(&["label", "title", "activity"]),
            column("kind", Text, "project, event, report, meeting …"),
            column("start", Date, "when it began").also(&["date"]),
            column("end", Date, "when it ended"),
            column("locality", Refs(&[Localities]), "where").also(&["localities", "location"]),
            column("formality", Text, "formal or informal, as coded"),
        ],
    },
    TableSpec {
        table: Participation,
        name: "participation",
        synonyms: &["participations", "participants", "attendance"],
        row: "an actor's part in an activity",
        columns: &[
            column("actor", Ref(ACTORS), "who: an organisation or a person").required().also(&[
                "participant",
                "organisation",
                "person",
            ]),
            column("activity", Ref(&[Activities]), "in what")
                .required()
                .also(&["project", "event"]),
            column("role", Declared("role"), "as what: lead, partner, host, author …"),
            column("wave", Text, "wave of a repeated survey").also(&["year"]),
            column(
                "status",
                Words(STATUS),
                "observed, aggregate, wished, reported_absent or unknown; blank is observed",
            ),
        ],
    },
    TableSpec {
        table: Ties,
        name: "ties",
        synonyms: &["tie", "edges", "links", "relations"],
        row: "a relation between two actors",
        columns: &[
            column("from", Ref(ACTORS), "the actor it starts at").required().also(&[
                "ego",
                "sender",
                "respondent",
            ]),
            column("to", Ref(ACTORS), "the actor it goes to")
                .required()
                .also(&["target", "alter", "receiver", "partner"]),
            column("relation", Declared("relation"), "what kind of tie").also(&["type", "layer"]),
            column(
                "directed",
                YesNo,
                "whether it goes one way; blank is what study.toml says of the relation",
            ),
            column("weight", Number, "how strong or how far, as study.toml declares")
                .also(&["strength", "frequency"]),
            column("start", Date, "since when").also(&["date"]),
            column("end", Date, "until when"),
            column("wave", Text, "wave of a repeated survey").also(&["year"]),
            column(
                "status",
                Words(STATUS),
                "observed, aggregate, wished, reported_absent or unknown; blank is observed",
            ),
            column("reporter", Ref(ACTORS), "who said so"),
        ],
    },
    TableSpec {
        table: Localities,
        name: "localities",
        synonyms: &["locality", "places"],
        row: "a place or jurisdiction",
        columns: &[
            column("id", Id, "short name that other tables point to")
                .required()
                .also(&["key", "code"]),
            column("name", Text, "full name").also(&["label"]),
            column(
                "kind",
                Text,
                "authority, trust, region …; `--by locality:region` compares regions",
            ),
            column("parent", Ref(&[Localities]), "the larger place it is part of"),
            column("x", Coordinate, "easting or longitude").also(&["longitude", "easting"]),
            column("y", Coordinate, "northing or latitude").also(&["latitude", "northing"]),
        ],
    },
    TableSpec {
        table: Respondents,
        name: "respondents",
        synonyms: &["respondent", "responses"],
        row: "an actor who was, or was not, asked",
        columns: &[
            column("actor", Ref(ACTORS), "who").required().also(&[
                "respondent",
                "person",
                "organisation",
            ]),
            column("wave", Text, "wave of a repeated survey").also(&["year"]),
            column(
                "status",
                Words(RESPONSE),
                "responded, partial, refused or not_asked; only responded is an account of all ties: \
                 ties that a partial answer reports are in the network, what it leaves out is not known",
            )
            .required()
            .also(&["response"]),
        ],
    },
    TableSpec {
        table: Sources,
        name: "sources",
        synonyms: &["source", "references"],
        row: "a document, interview, survey or record",
        columns: &[
            column("id", Id, "short name that rows point to").required().also(&["key", "code"]),
            column("kind", Text, "web page, report, survey, interview …"),
            column("title", Text, "title").also(&["name"]),
            column("date", Date, "when it was made"),
            column("licence", Text, "under what terms it may be used").also(&["license"]),
        ],
    },
    TableSpec {
        table: Story,
        name: "story",
        synonyms: &["stories", "steps"],
        row: "a step of the story that the page tells, in the order of the rows",
        columns: &[
            column("title", Text, "what the step is called").required(),
            column("text", Text, "what there is to see, in plain words"),
            column("actors", Refs(ACTORS), "who is in focus, separated by ; and everybody if blank")
                .also(&["focus"]),
            column("sector", Texts, "only these sectors stay in sight, separated by ;"),
            column("locality", Refs(&[Localities]), "only these localities, separated by ;")
                .also(&["localities"]),
            column("relation", Texts, "only these relations, separated by ;"),
            column("wave", Texts, "only these waves, separated by ;"),
            column("certainty", Texts, "only evidence so sure: certain, probable, ambiguous"),
            column(
                "status",
                Texts,
                "only evidence of these: observed, aggregate, wished, reported_absent, unknown",
            ),
            column(
                "size",
                Text,
                "the measure that marks are sized by: degree, betweenness, closeness, constraint, \
                 effective_size, brokerage or eigenvector",
            ),
            column("color", Text, "the grouping, such as sector, or the measure that colours show")
                .also(&["colour"]),
        ],
    },
];

impl Table {
    /// The table as documented.
    ///
    /// ```
    /// use tertius::study::Table;
    /// assert_eq!(Table::People.spec().name, "people");
    /// ```
    pub fn spec(self) -> &'static TableSpec {
        &TABLES[self as usize]
    }

    /// The table of a file or worksheet name, if it is one.
    ///
    /// ```
    /// use tertius::study::Table;
    /// assert_eq!((Table::named(" Ties"), Table::named("tides")), (Some(Table::Ties), None));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        let spec = TABLES
            .iter()
            .find(|spec| spec.name == name)
            .or_else(|| TABLES.iter().find(|spec| spec.synonyms.contains(&name.as_str())))?;
        Some(spec.table)
    }
}

impl TableSpec {
    /// Whether its other columns are attributes of its rows: of actors and activities.
    ///
    /// ```
    /// use tertius::study::Table;
    /// assert!(Table::People.spec().has_attributes() && !Table::Ties.spec().has_attributes());
    /// ```
    pub fn has_attributes(&self) -> bool {
        matches!(self.table, Organisations | People | Activities)
    }

    /// The columns of evidence that it may have: all but those it has another use for.
    ///
    /// ```
    /// use tertius::study::Table;
    /// assert!(Table::Story.spec().evidence().all(|column| column.name != "certainty"));
    /// ```
    pub fn evidence(&self) -> impl Iterator<Item = &'static ColumnSpec> {
        EVIDENCE.iter().filter(|it| self.columns.iter().all(|own| own.name != it.name))
    }

    /// Its own columns and those of evidence.
    ///
    /// ```
    /// use tertius::study::Table;
    /// assert!(Table::Ties.spec().all_columns().any(|column| column.name == "certainty"));
    /// ```
    pub fn all_columns(&self) -> impl Iterator<Item = &'static ColumnSpec> {
        self.columns.iter().chain(self.evidence())
    }
}
