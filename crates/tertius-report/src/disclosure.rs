//! Whom a reader could name in spite of codes, in a sentence.

use tertius::network::FEWEST_ALIKE;
use tertius::{Network, Result, Study, View};

use crate::wording::whole;

/// How many actors of a view could be named in spite of codes: `None` if nobody stands out.
///
/// # Errors
///
/// Those of [`Study::network`].
///
/// ```
/// use tertius::Study;
/// use tertius::study::{Organisation, Tie};
/// let named = |id: &str| Organisation { id: id.into(), name: id.into(), ..Organisation::default() };
/// let tie = Tie { from: "a".into(), to: "b".into(), ..Tie::default() };
/// let organisations = ["a", "b", "c"].map(named).to_vec();
/// let study = Study { organisations, ties: vec![tie], ..Study::default() };
/// let said = tertius_report::disclosed(&study, &study.default_view()?)?;
/// assert!(said.unwrap().starts_with("3 of 3 actors could be named in spite of codes"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn disclosed(study: &Study, view: &View) -> Result<Option<String>> {
    in_words(&study.network(view)?)
}

/// The same of a network.
pub(crate) fn in_words(net: &Network) -> Result<Option<String>> {
    let found = net.disclosure(&[], FEWEST_ALIKE)?;
    let by = found.method.option("by").filter(|by| !by.is_empty());
    let alike = by.map_or("the same number of contacts".to_owned(), |by| {
        format!("the same {by} and number of contacts")
    });
    Ok((!found.is_empty()).then(|| {
        format!(
            "{} of {} actors could be named in spite of codes, by who knows the field: fewer than {FEWEST_ALIKE} have {alike}.",
            whole(found.len()),
            whole(net.actors().len())
        )
    }))
}
