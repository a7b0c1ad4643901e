//! Matching names safely: what is the same but for typing, what is nearly the same, what is nearest.

use unicode_normalization::UnicodeNormalization;

/// A name without what does not matter when it is typed: Unicode form, case, white space, and the
/// kind of dash and quote. Two names with one folded form are one name; nothing else is guessed.
///
/// ```
/// use tertius::study::fold;
/// assert_eq!(fold(" St\u{a0}Mary\u{2019}s  \u{2013} Upper"), fold("st mary's - upper"));
/// ```
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkc().flat_map(char::to_lowercase) {
        let c = match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{b4}' | '`' => '\'',
            '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
            c if c.is_whitespace() => ' ',
            '\u{200b}' | '\u{feff}' | '\u{ad}' => continue,
            c => c,
        };
        if c != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(c);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The candidate most like a word, if any is like enough to be offered as "did you mean".
///
/// ```
/// use tertius::study::nearest;
/// assert_eq!(nearest("colege", ["school", "college"]), Some("college"));
/// assert_eq!(nearest("zoo", ["school", "college"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    Candidates::new(candidates).nearest(word)
}

/// How alike two names are, of 1, for one to be offered in place of the other.
const ALIKE: f64 = 0.7;

/// Names to look among again and again for the one most like a word.
pub(super) struct Candidates<'a>(Vec<Candidate<'a>>);

struct Candidate<'a> {
    name: &'a str,
    folded: String,
    letters: Letters,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(names: impl IntoIterator<Item = &'a str>) -> Self {
        let candidate = |name| {
            let folded = fold(name);
            Candidate { name, letters: Letters::of(&folded), folded }
        };
        Self(names.into_iter().map(candidate).collect())
    }

    /// One of those most like a word, if they are like enough to be offered: of several, the one
    /// that shares most letters with it, then the first.
    pub(super) fn nearest(&self, word: &str) -> Option<&'a str> {
        let word = fold(word);
        let letters = Letters::of(&word);
        let most =
            |it: &Candidate<'_>| or_start(letters.most_alike(&it.letters), &word, &it.folded);
        let mut worth_it: Vec<(f64, &Candidate<'_>)> =
            self.0.iter().map(|it| (most(it), it)).filter(|(most, _)| *most >= ALIKE).collect();
        worth_it.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let mut best: Option<(f64, &Candidate<'a>)> = None;
        for (most, candidate) in worth_it {
            // Those after it are no more alike: the slips, which take long to count, need no counting.
            if best.is_some_and(|(best, _)| most <= best) {
                break;
            }
            let slips = strsim::normalized_damerau_levenshtein(&word, &candidate.folded);
            let likeness = or_start(slips, &word, &candidate.folded);
            if likeness >= ALIKE && best.is_none_or(|(best, _)| likeness > best) {
                best = Some((likeness, candidate));
            }
        }
        best.map(|(_, candidate)| candidate.name)
    }
}

/// 1 for the same word; what is left of another after it counts less than a typing slip.
fn or_start(slips: f64, word: &str, candidate: &str) -> f64 {
    let shorter = word.len().min(candidate.len());
    let starts = shorter >= 3 && (candidate.starts_with(word) || word.starts_with(candidate));
    if starts { slips.max(0.75) } else { slips }
}

/// How often each letter is in a name, in any order; letters that share a place count as one.
struct Letters {
    counts: [u8; 32],
    length: usize,
}

impl Letters {
    fn of(name: &str) -> Self {
        let (mut counts, mut length) = ([0_u8; 32], 0);
        for c in name.chars() {
            let count = &mut counts[c as usize % 32];
            *count = count.saturating_add(1);
            length += 1;
        }
        Self { counts, length }
    }

    /// The most that two names can be alike: each slip mends at most one letter too many or too few.
    fn most_alike(&self, other: &Self) -> f64 {
        let more = |a: &Self, b: &Self| -> u16 {
            a.counts.iter().zip(&b.counts).map(|(a, b)| u16::from(a.saturating_sub(*b))).sum()
        };
        let slips = more(self, other).max(more(other, self));
        1.0 - f64::from(slips) / self.length.max(other.length).max(1) as f64
    }
}

/// Whether two different names look like two spellings of one: a slip of the keyboard, a word more
/// or less that carries no meaning, or a short first name. Numbers, single letters and words that
/// tell like things apart (north, primary) must agree.
pub(super) fn nearly_same(a: &str, b: &str) -> bool {
    let (a, b) = (words(a), words(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b {
        return true;
    }
    let telling = |word: &&String| is_telling(word);
    if a.iter().filter(telling).ne(b.iter().filter(telling)) {
        return false;
    }
    if a.len() == b.len() {
        let mut differing = a.iter().zip(&b).filter(|(a, b)| a != b);
        return match (differing.next(), differing.next()) {
            (Some((a, b)), None) => {
                short_for(a, b)
                    || short_for(b, a)
                    || (a.len().min(b.len()) >= 4 && strsim::damerau_levenshtein(a, b) == 1)
            }
            _ => false,
        };
    }
    let (a, b) = (a.concat(), b.concat());
    a.len() >= 6 && strsim::damerau_levenshtein(&a, &b) <= 1
}

/// Whether two different words of a vocabulary look like one and a slip of the keyboard: a letter
/// more or less, or two swapped; in words of six letters also a wrong one. Of short codes (HE, FE)
/// only a doubled letter is one. Numbers, single letters and telling words must agree.
pub(super) fn slip_of(a: &str, b: &str) -> bool {
    if a == b {
        return false;
    }
    let (a, b) = (words(a), words(b));
    if a.len() != b.len() || a.is_empty() {
        let (a, b) = (a.concat(), b.concat());
        return a == b && !a.is_empty();
    }
    let mut differing = a.iter().zip(&b).filter(|(a, b)| a != b);
    match (differing.next(), differing.next()) {
        (None, _) => true,
        (Some((a, b)), None) => {
            let tells = |word: &String| is_telling(word) || word.chars().all(|c| "ivx".contains(c));
            let letters = |word: &str| word.chars().count();
            let swapped_or_missing = strsim::damerau_levenshtein(a, b) == 1
                && (strsim::levenshtein(a, b) == 2 || letters(a) != letters(b));
            !tells(a)
                && !tells(b)
                && match letters(a).min(letters(b)) {
                    0..4 => doubled(a, b) || doubled(b, a),
                    4..6 => swapped_or_missing,
                    _ => strsim::damerau_levenshtein(a, b) == 1,
                }
        }
        _ => false,
    }
}

/// `fee` is `fe` with a letter doubled.
fn doubled(long: &str, short: &str) -> bool {
    let mut once: Vec<char> = long.chars().collect();
    once.dedup();
    let short: Vec<char> = short.chars().collect();
    once == short && long.chars().count() == short.len() + 1
}

/// Whether a word tells like things apart.
fn is_telling(word: &str) -> bool {
    word.len() == 1 || word.bytes().any(|b| b.is_ascii_digit()) || TELLING.contains(&word)
}

/// `cath` is short for `catherine`.
fn short_for(short: &str, long: &str) -> bool {
    short.len() >= 3 && long.len() > short.len() && long.starts_with(short)
}

/// The words of a name that carry meaning, folded.
fn words(name: &str) -> Vec<String> {
    fold(&name.replace('&', " and "))
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.replace('\'', ""))
        .filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str()))
        .map(|word| match word.as_str() {
            "saint" => "st".to_owned(),
            "uni" => "university".to_owned(),
            _ => word,
        })
        .collect()
}

const EMPTY: &[&str] = &["the", "of", "and", "for", "ltd", "limited", "plc", "cic", "inc"];
const TELLING: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "upper",
    "lower",
    "primary",
    "secondary",
    "infant",
    "junior",
    "high",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "male",
    "female",
    "county",
    "urban",
    "rural",
    "boys",
    "girls",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgives_typing_only() {
        assert_eq!(fold("Jandri\u{107}"), fold("Jandric\u{301}"));
        assert_eq!(fold("Coastal \u{2014} Association"), "coastal - association");
        assert_ne!(fold("Łódź"), fold("Lodz"));
    }

    #[test]
    fn near_names_are_seen_and_like_things_kept_apart() {
        for (a, b) in [
            ("Cath Gripton", "Catherine Gripton"),
            ("St. Mary's School", "Saint Marys School"),
            ("University of Wolverhampton", "Wolverhamptom University of the"),
            ("University of Wolverhampton", "University of Wolverhamton"),
            ("Skills & Work", "Skills and Work Ltd"),
        ] {
            let expected = !b.starts_with("Wolverhamptom");
            assert_eq!(nearly_same(a, b), expected, "{a} / {b}");
        }
        for (a, b) in [
            ("Ward 3", "Ward 4"),
            ("St Mary's Primary", "St Mary's High"),
            ("North Hub", "South Hub"),
            ("FE College A1", "FE College B1"),
            ("County A", "County B"),
            ("City of Melton", "City of Wyndham"),
        ] {
            assert!(!nearly_same(a, b), "{a} / {b}");
        }
    }

    #[test]
    fn slips_are_seen_and_codes_kept_apart() {
        for (a, b) in [
            ("Leds", "Leeds"),
            ("FEE", "FE"),
            ("Local-authority", "Local authority"),
            ("Local authorty", "Local authority"),
            ("Non profit", "Nonprofit"),
            ("Schools", "School"),
            ("Skills & Work", "Skills and Work"),
            ("Health", "Heatlh"),
            ("Council", "Counsil"),
        ] {
            assert!(slip_of(a, b) && slip_of(b, a), "{a} / {b}");
        }
        for (a, b) in [
            ("HE", "FE"),
            ("LA", "LEA"),
            ("Year 1", "Year 2"),
            ("Ward 11", "Ward 12"),
            ("Ward 1", "Ward 11"),
            ("Phase I", "Phase II"),
            ("Phase II", "Phase III"),
            ("Cluster A", "Cluster B"),
            ("posts", "hosts"),
            ("North Hub", "South Hub"),
            ("Bury", "Burt"),
            ("Lead", "Lead partner"),
            ("Leeds", "Leeds"),
        ] {
            assert!(!slip_of(a, b) && !slip_of(b, a), "{a} / {b}");
        }
    }

    #[test]
    fn the_nearest_word_is_offered_and_nothing_far() {
        let words = ["observed", "aggregate", "wished", "reported_absent"];
        assert_eq!(nearest("obsreved", words), Some("observed"));
        assert_eq!(nearest("wish", words), Some("wished"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn no_letters_exclude_what_slips_would_find() {
        let names = [
            "",
            "a",
            "ab",
            "ba",
            "college",
            "colegle",
            "Collège",
            "school",
            "schools of art",
            "ééé",
        ];
        let long = ["a".repeat(300), format!("{}b", "a".repeat(299))];
        for a in names.into_iter().chain(long.iter().map(String::as_str)) {
            for b in names.into_iter().chain(long.iter().map(String::as_str)) {
                let most = Letters::of(a).most_alike(&Letters::of(b));
                assert!(most >= strsim::normalized_damerau_levenshtein(a, b), "{a} / {b}");
            }
        }
    }
}
