//! The bytes of a part: who made it of what, what the tasks of its share found, and a number that
//! tells whether any byte was lost.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Shard;
use super::fingerprint::Fingerprint;
use crate::{Arguments, Error, Measure, Result};

/// What a call is of: parts of others do not go with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    measure: String,
    options: String,
    network: u64,
}

impl Origin {
    pub(super) fn new(measure: &Measure, arguments: &Arguments, network: u64) -> Self {
        let measure = format!("{} {}", measure.unit, measure.name);
        Self { measure, options: arguments.to_string(), network }
    }

    /// Refuses what is of another call, and says what is otherwise.
    fn refuse_other(&self, other: &Self, shard: Shard) -> Result<()> {
        let how = |options: &str| match options {
            "" => "no options".to_owned(),
            options => format!("the options {options}"),
        };
        if self.measure != other.measure {
            return refuse(format!("{shard} is of {}, not of {}", other.measure, self.measure));
        }
        if self.options != other.options {
            let (theirs, ours) = (how(&other.options), how(&self.options));
            return refuse(format!("{shard} was worked out with {theirs}, not with {ours}"));
        }
        if self.network != other.network {
            return refuse(format!("{shard} is of another network, study or view"));
        }
        Ok(())
    }
}

/// What a share of a loop found.
#[derive(Debug, Clone, Default)]
pub(super) struct Made {
    /// Of how many tasks it is a share; none if there was no loop to share.
    pub(super) tasks: Option<usize>,
    /// What each of its tasks found, one after another.
    pub(super) found: Vec<u8>,
}

/// A loop, as everybody found it: its shares in order.
#[derive(Debug)]
pub(super) struct Round {
    pub(super) tasks: usize,
    shares: Vec<(Shard, Vec<u8>)>,
}

impl Round {
    /// The shares in order: which tasks, and what these found.
    pub(super) fn shares(&self) -> impl Iterator<Item = (Shard, Range<usize>, &[u8])> {
        self.shares.iter().map(|(shard, found)| (*shard, shard.of(self.tasks), found.as_slice()))
    }
}

/// What stands before what was found.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    origin: Origin,
    round: usize,
    shard: Shard,
    tasks: Option<usize>,
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(super) fn write(origin: &Origin, shard: Shard, round: usize, made: Made) -> Vec<u8> {
    let head = Head { origin: origin.clone(), round, shard, tasks: made.tasks };
    // The version comes first: another may write the rest otherwise.
    let mut bytes = Vec::with_capacity(made.found.len() + 256);
    append(&VERSION, &mut bytes);
    append(&head, &mut bytes);
    bytes.extend(made.found);
    bytes.extend(Fingerprint::of_bytes(&bytes).to_le_bytes());
    bytes
}

/// Appends a value as bytes: exactly, NaN and infinities too.
pub(super) fn append(value: &impl Serialize, bytes: &mut Vec<u8>) {
    let written = postcard::to_extend(value, std::mem::take(bytes));
    *bytes = written.expect("what is written is derived, and of known length");
}

/// What parts give, round by round, of a call of as many shares as they say, or as are expected.
pub(super) fn rounds(
    parts: &[impl AsRef<[u8]>],
    origin: &Origin,
    of: Option<usize>,
) -> Result<Vec<Round>> {
    let mut rounds: BTreeMap<usize, BTreeMap<Shard, Made>> = BTreeMap::new();
    let mut of = of;
    for (at, part) in parts.iter().enumerate() {
        let (Head { origin: other, round, shard, tasks }, found) = read(at, part.as_ref())?;
        origin.refuse_other(&other, shard)?;
        let of = *of.get_or_insert(shard.of);
        if shard.of != of {
            return refuse(format!("{shard} does not go with parts of {of}"));
        }
        let made = Made { tasks, found: found.to_vec() };
        if rounds.entry(round).or_default().insert(shard, made).is_some() {
            return refuse(format!("{shard} is there twice{}", in_round(round)));
        }
    }
    let mut given = Vec::new();
    for (expected, (round, shares)) in rounds.into_iter().enumerate() {
        let there = if round == expected { Some(&shares) } else { None };
        let of = of.unwrap_or_default();
        if let Some(missing) =
            Shard::all(of).find(|shard| there.is_none_or(|it| !it.contains_key(shard)))
        {
            return refuse(format!("{missing} is missing{}", in_round(expected)));
        }
        given.extend(joined(shares)?);
    }
    Ok(given)
}

/// The shares of a round as one; none if there was no loop to share.
fn joined(shares: BTreeMap<Shard, Made>) -> Result<Option<Round>> {
    let mut tasks = shares.values().map(|it| it.tasks);
    let first = tasks.next().flatten();
    if tasks.any(|it| it != first) {
        return refuse("they are shares of loops that are not the same".to_owned());
    }
    let shares = shares.into_iter().map(|(shard, made)| (shard, made.found)).collect();
    Ok(first.map(|tasks| Round { tasks, shares }))
}

fn in_round(round: usize) -> String {
    if round == 0 { String::new() } else { format!(" in round {}", round + 1) }
}

/// The head of a part, and what was found.
fn read(at: usize, part: &[u8]) -> Result<(Head, &[u8])> {
    let unread =
        || format!("the bytes of the part at place {at} are damaged, or of something else");
    let whole = part
        .split_last_chunk()
        .filter(|(rest, last)| Fingerprint::of_bytes(rest) == u64::from_le_bytes(**last));
    let Some((rest, _)) = whole else { return refuse(unread()) };
    let Ok((version, rest)) = postcard::take_from_bytes::<&str>(rest) else {
        return refuse(unread());
    };
    if version != VERSION {
        return refuse(format!(
            "the part at place {at} was worked out by tertius {version}, and this is {VERSION}"
        ));
    }
    match postcard::take_from_bytes::<Head>(rest) {
        Ok((head, found)) if head.shard.at < head.shard.of => Ok((head, found)),
        _ => refuse(unread()),
    }
}

pub(super) fn refuse<T>(why: String) -> Result<T> {
    Err(Error::Parts { why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shards::Shard;

    fn origin() -> Origin {
        let (measure, options) = ("actor betweenness".to_owned(), String::new());
        Origin { measure, options, network: 7 }
    }

    fn part(at: usize, of: usize, round: usize) -> Vec<u8> {
        let made = Made { tasks: Some(5), found: vec![1, 2, 3] };
        write(&origin(), Shard { at, of }, round, made)
    }

    /// The same bytes, as if they had been written so.
    fn signed(mut bytes: Vec<u8>) -> Vec<u8> {
        bytes.truncate(bytes.len() - 8);
        bytes.extend(Fingerprint::of_bytes(&bytes).to_le_bytes());
        bytes
    }

    fn refused(parts: &[Vec<u8>]) -> String {
        rounds(parts, &origin(), None).expect_err("refused").to_string()
    }

    #[test]
    fn rounds_are_put_in_order_and_none_may_be_missing() {
        let parts = [part(1, 2, 1), part(0, 2, 0), part(0, 2, 1), part(1, 2, 0)];
        let given = rounds(&parts, &origin(), Some(2)).expect("two rounds");
        let shares = given[1].shares().map(|(_, tasks, found)| (tasks, found));
        assert_eq!(shares.collect::<Vec<_>>(), [(0..2, &[1, 2, 3][..]), (2..5, &[1, 2, 3])]);

        assert!(refused(&parts[..3]).ends_with(": part 2 of 2 is missing"));
        assert!(refused(&parts[1..]).ends_with(": part 2 of 2 is missing in round 2"));
        let gap = [part(0, 1, 0), part(0, 1, 2)];
        assert!(refused(&gap).ends_with(": part 1 of 1 is missing in round 2"));
        let none: [Vec<u8>; 0] = [];
        assert!(rounds(&none, &origin(), Some(2)).expect("the first round").is_empty());
    }

    #[test]
    fn parts_of_another_version_are_refused() {
        let mut part = part(0, 1, 0);
        let version = VERSION.len();
        part[version] = b'x';
        let other = format!("{}x", &VERSION[..version - 1]);
        let words = format!("was worked out by tertius {other}, and this is {VERSION}");
        let refused = refused(&[signed(part)]);
        assert!(refused.ends_with(&words), "{refused}");
    }

    #[test]
    fn no_bytes_are_read_that_say_what_cannot_be() {
        let part = part(0, 1, 0);
        for at in 0..part.len() - 8 {
            for byte in [0, 1, 0x7f, 0xff] {
                let mut other = part.clone();
                other[at] = byte;
                // Whatever they say now, it is an answer.
                let _ = rounds(&[signed(other)], &origin(), Some(1)).is_ok();
            }
        }
        assert!(
            refused(&[write(&origin(), Shard { at: 3, of: 3 }, 0, Made::default())])
                .ends_with("damaged, or of something else")
        );
        let more = Made { tasks: Some(6), found: Vec::new() };
        let unlike = [self::part(0, 2, 0), write(&origin(), Shard { at: 1, of: 2 }, 0, more)];
        assert!(refused(&unlike).ends_with("they are shares of loops that are not the same"));
    }
}
