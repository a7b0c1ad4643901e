use serde::{Deserialize, Serialize};

use crate::Watch;
use crate::network::{Grouping, Network, Provenance};

/// What a measure found: columns with names, and how they were found.
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// let degrees = actor::degree(&net, 0.5)?;
/// assert_eq!(degrees.value("col", "strength"), Some(3.0));
/// assert_eq!(degrees.method.ties, 2);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Results {
    /// The columns, those that name the row first.
    pub columns: Vec<Column>,
    /// How they were found.
    pub method: Method,
}

/// A column with one value for each row.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// # use tertius::actor;
/// # let degrees = actor::degree(&net, 0.5)?;
/// assert_eq!(degrees.columns[0].name, "actor");
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Values,
}

/// The values of a column; `None` is undefined, with the reason in [`Method::undefined`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Values {
    /// Words.
    Text(Vec<Option<String>>),
    /// Whole numbers.
    Count(Vec<Option<i64>>),
    /// Numbers.
    Number(Vec<Option<f64>>),
}

/// How a result was found: enough to cite and to repeat it.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// # use tertius::actor;
/// # let degrees = actor::degree(&net, 0.5)?;
/// assert_eq!((degrees.method.actors, degrees.method.directed), (3, false));
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Method {
    /// Unit and name of the measure, such as `actor brokerage`.
    pub measure: String,
    /// What it is, in one sentence.
    pub about: String,
    /// Author and year.
    pub source: String,
    /// The options, as taken.
    pub options: Vec<(String, String)>,
    /// Where the network comes from: study, view, what was left out.
    pub provenance: Provenance,
    /// Number of actors.
    pub actors: usize,
    /// Number of activities, in a network of two modes; otherwise 0.
    pub activities: usize,
    /// Number of ties.
    pub ties: usize,
    /// Whether ties have a direction.
    pub directed: bool,
    /// Dyads that could hold a tie.
    pub dyads: usize,
    /// Dyads that were observed.
    pub observed_dyads: usize,
    /// What a reader must know to read the numbers right.
    pub notes: Vec<String>,
    /// Values that are undefined, and why.
    pub undefined: Vec<Undefined>,
}

/// A value that is undefined, and why.
///
/// ```
/// use tertius::{Network, actor};
/// let alone = Network::from_ties(false, [("uni", "uni", 1.0)])?;
/// let degrees = actor::degree(&alone, 0.5)?;
/// let undefined = &degrees.method.undefined[0];
/// assert_eq!((undefined.row, undefined.column.as_str()), (0, "normalised"));
/// assert_eq!(undefined.reason, "there is no other actor");
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undefined {
    /// Row, from zero.
    pub row: usize,
    /// Column.
    pub column: String,
    /// Why there is no value.
    pub reason: String,
}

impl Method {
    /// An option as taken.
    ///
    /// ```
    /// use tertius::{Network, actor};
    /// let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(actor::degree(&net, 0.5)?.method.option("alpha"), Some("0.5"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn option(&self, name: &str) -> Option<&str> {
        let taken = self.options.iter().find(|(option, _)| option == name);
        taken.map(|(_, value)| value.as_str())
    }
}

impl Results {
    /// Results of a measure of a network, without columns yet. The catalogue adds the measure's
    /// name, sentence and source.
    pub(crate) fn of(net: &Network) -> Self {
        let actors = net.first_mode().unwrap_or(net.actors().len());
        let method = Method {
            provenance: net.provenance().clone(),
            actors,
            activities: net.actors().len() - actors,
            ties: net.ties().len(),
            directed: net.is_directed(),
            dyads: net.dyads(),
            observed_dyads: net.observed_dyads(),
            ..Method::default()
        };
        let mut results = Self { columns: Vec::new(), method };
        if !net.observed().is_complete() {
            let (seen, all) = (results.method.observed_dyads, results.method.dyads);
            results.note(format!(
                "{seen} of {all} dyads were observed; the others are missing, not absent"
            ));
            let told_by_others = results.method.ties - net.observed_ties().count();
            if told_by_others > 0 {
                let (ties, them) =
                    if told_by_others == 1 { ("tie is", "it") } else { ("ties are", "them") };
                results.note(format!(
                    "{told_by_others} {ties} known though not all who would have told of {them} \
                     answered: no density counts {them}"
                ));
            }
        }
        results
    }

    /// Results with one row for each actor: `actor` and `name`.
    pub(crate) fn by_actor(net: &Network) -> Self {
        Self::of(net)
            .text("actor", net.actors().iter().map(|actor| actor.id.clone()))
            .text("name", net.actors().iter().map(|actor| actor.name.clone()))
    }

    /// Results with one row for each pair of actors: `from`, `to` and their names.
    pub(crate) fn by_pair(
        net: &Network,
        pairs: &[(u32, u32)],
        watch: &Watch,
    ) -> crate::Result<Self> {
        let actor = |at: u32| &net.actors()[at as usize];
        let ends = |of: fn(&(u32, u32)) -> u32| pairs.iter().map(of).map(actor);
        // A column of national data takes a while.
        let mut results = Self::of(net).text("from", ends(|it| it.0).map(|it| it.id.clone()));
        watch.go_on()?;
        results = results.text("to", ends(|it| it.1).map(|it| it.id.clone()));
        watch.go_on()?;
        results = results.text("from_name", ends(|it| it.0).map(|it| it.name.clone()));
        watch.go_on()?;
        Ok(results.text("to_name", ends(|it| it.1).map(|it| it.name.clone())))
    }

    /// Results with one row for each tie, in their order.
    pub(crate) fn by_tie(net: &Network, watch: &Watch) -> crate::Result<Self> {
        let pairs: Vec<_> = net.ties().iter().map(|tie| (tie.from, tie.to)).collect();
        Self::by_pair(net, &pairs, watch)
    }

    /// Results of the same columns one below the other, each named in a first column. What has to be
    /// said of some alone is said with their name.
    pub(crate) fn stacked(name: &str, parts: Vec<(String, Self)>) -> Self {
        let all_say = |note: &String| parts.iter().all(|(_, it)| it.method.notes.contains(note));
        let mut notes: Vec<String> = Vec::new();
        for (part, it) in &parts {
            for note in &it.method.notes {
                let said = if all_say(note) { note.clone() } else { format!("{part}: {note}") };
                if !notes.contains(&said) {
                    notes.push(said);
                }
            }
        }
        let rows = parts.iter().flat_map(|(part, it)| vec![Some(part.clone()); it.len()]).collect();
        let mut all = Self::default();
        for (_, part) in parts {
            if all.columns.is_empty() {
                all = part;
                continue;
            }
            let above = all.len();
            let below = part.method.undefined.into_iter();
            all.method.undefined.extend(below.map(|it| Undefined { row: above + it.row, ..it }));
            for (column, more) in all.columns.iter_mut().zip(part.columns) {
                column.values.append(more.values);
            }
        }
        all.method.notes = notes;
        all.columns.insert(0, Column { name: name.to_owned(), values: Values::Text(rows) });
        all
    }

    /// Results with one row for each quantity: `quantity` and `value`; `Err` is why there is none.
    pub(crate) fn quantities(net: &Network, rows: Vec<(&str, Result<f64, &str>)>) -> Self {
        let (names, values): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let results = Self::of(net).text("quantity", names.into_iter().map(str::to_owned));
        results.number("value", values)
    }

    pub(crate) fn text(mut self, name: &str, values: impl IntoIterator<Item = String>) -> Self {
        let values = values.into_iter().map(|text| (!text.is_empty()).then_some(text)).collect();
        self.columns.push(Column { name: name.to_owned(), values: Values::Text(values) });
        self
    }

    pub(crate) fn count(mut self, name: &str, values: impl IntoIterator<Item = usize>) -> Self {
        let values = values.into_iter().map(|count| i64::try_from(count).ok()).collect();
        self.columns.push(Column { name: name.to_owned(), values: Values::Count(values) });
        self
    }

    /// A column of numbers; `Err` is why there is none.
    pub(crate) fn number<'r>(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = Result<f64, &'r str>>,
    ) -> Self {
        let undefined = &mut self.method.undefined;
        let value = |(row, value): (usize, Result<f64, &str>)| match value {
            // An empty sum of f64 is −0: nobody wants to read that.
            Ok(value) => Some(value + 0.0),
            Err(reason) => {
                let (column, reason) = (name.to_owned(), reason.to_owned());
                undefined.push(Undefined { row, column, reason });
                None
            }
        };
        let column = values.into_iter().enumerate().map(value).collect();
        self.columns.push(Column { name: name.to_owned(), values: Values::Number(column) });
        self
    }

    pub(crate) fn note(&mut self, note: impl Into<String>) {
        self.method.notes.push(note.into());
    }

    /// Says what actors were grouped by, and what must be said of such groups.
    pub(crate) fn by(mut self, grouping: &Grouping) -> Self {
        grouping.caveat().into_iter().for_each(|caveat| self.note(caveat));
        self.option("by", grouping.name())
    }

    pub(crate) fn option(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.method.options.push((name.to_owned(), value.as_ref().to_owned()));
        self
    }

    /// Number of rows.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.len(), 3);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, |column| column.values.len())
    }

    /// Whether there is no row.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert!(!degrees.is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A column by name.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert!(degrees.column("strength").is_some() && degrees.column("power").is_none());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The numbers of a column of numbers or counts, by name.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.numbers("degree").unwrap(), [Some(1.0), Some(2.0), Some(1.0)]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn numbers(&self, name: &str) -> Option<Vec<Option<f64>>> {
        match &self.column(name)?.values {
            Values::Number(values) => Some(values.clone()),
            Values::Count(values) => Some(values.iter().map(|it| it.map(|it| it as f64)).collect()),
            Values::Text(_) => None,
        }
    }

    /// The words of a column, by name.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.words("name").unwrap()[0].as_deref(), Some("uni"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn words(&self, name: &str) -> Option<&[Option<String>]> {
        match &self.column(name)?.values {
            Values::Text(values) => Some(values),
            _ => None,
        }
    }

    /// One value: of a row, found by the first column (`actor`, `quantity` …), and a column.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.value("col", "degree"), Some(2.0));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn value(&self, row: &str, column: &str) -> Option<f64> {
        let Values::Text(rows) = &self.columns.first()?.values else { return None };
        let at = rows.iter().position(|it| it.as_deref() == Some(row))?;
        self.numbers(column)?[at]
    }

    /// Why a value is undefined.
    ///
    /// ```
    /// use tertius::{Network, actor};
    /// let alone = Network::from_ties(false, [("uni", "uni", 1.0)])?;
    /// let degrees = actor::degree(&alone, 0.5)?;
    /// assert_eq!(degrees.reason(0, "normalised"), Some("there is no other actor"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn reason(&self, row: usize, column: &str) -> Option<&str> {
        let undefined = self.method.undefined.iter();
        undefined
            .filter(|it| it.row == row && it.column == column)
            .map(|it| it.reason.as_str())
            .next()
    }
}

impl Values {
    /// Adds values of the same kind.
    fn append(&mut self, more: Self) {
        match (self, more) {
            (Self::Text(values), Self::Text(more)) => values.extend(more),
            (Self::Count(values), Self::Count(more)) => values.extend(more),
            (Self::Number(values), Self::Number(more)) => values.extend(more),
            _ => unreachable!("the same columns of the same measure"),
        }
    }

    /// Number of values.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.columns[0].values.len(), 3);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        match self {
            Self::Text(values) => values.len(),
            Self::Count(values) => values.len(),
            Self::Number(values) => values.len(),
        }
    }

    /// Whether there is no value.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert!(!degrees.columns[0].values.is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A value as text, in full precision; `None` if it is undefined.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// # use tertius::actor;
    /// # let degrees = actor::degree(&net, 0.5)?;
    /// assert_eq!(degrees.column("strength").unwrap().values.text(1).as_deref(), Some("3"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn text(&self, row: usize) -> Option<String> {
        match self {
            Self::Text(values) => values[row].clone(),
            Self::Count(values) => values[row].map(|count| count.to_string()),
            Self::Number(values) => values[row].map(|number| number.to_string()),
        }
    }
}
