//! Spellings of dates: what can only mean one thing is read, what could mean two is refused with
//! what would work.

/// What [`span`] finds: the first and the last day, as `yyyymmdd`, and what was assumed.
pub(super) struct Span {
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) assumed: Assumed,
}

/// What was assumed in reading a date, which is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Assumed {
    #[default]
    Nothing,
    /// `03/04/2017` is the third of April.
    DayFirst,
    /// `2011-12` is December, not two years.
    Month,
    /// `2011/12` is two years, not December.
    Years,
}

/// The days that a date means; `None` if it is none, no day of the calendar, or could mean two.
pub(super) fn span(text: &str) -> Option<Span> {
    let text = without_time(text);
    if text.bytes().any(|b| b.is_ascii_alphabetic()) {
        return in_words(text);
    }
    let (mark, parts) = split(text);
    match (mark, parts.as_slice()) {
        (_, [y]) => years(year(y)?, year(y)?),
        ('-' | '/' | '.', [m, y]) if year(y).is_some() && year(m).is_none() => {
            month(year(y)?, digits(m)?)
        }
        ('-' | '/', [from, to]) if year(to).is_some() => years(year(from)?, year(to)?),
        ('-', [y, m]) => {
            let y = year(y)?;
            match month(y, digits(m)?) {
                Some(span) if digits(m)? == (y + 1) % 100 => {
                    Some(Span { assumed: Assumed::Month, ..span })
                }
                Some(span) => Some(span),
                None => years(y, in_century(y, m)?),
            }
        }
        ('/', [y, to]) => {
            let y = year(y)?;
            let last = in_century(y, to)?;
            match (last == y + 1, digits(to)? <= 12) {
                (true, true) => Some(Span { assumed: Assumed::Years, ..years(y, last)? }),
                (false, true) => None,
                (_, false) => years(y, last),
            }
        }
        ('-', [y, m, d]) if year(y).is_some() => one_day(year(y)?, digits(m)?, digits(d)?),
        ('-' | '/' | '.', [d, m, y]) => {
            let span = one_day(year(y)?, digits(m)?, digits(d)?)?;
            Some(Span { assumed: Assumed::DayFirst, ..span })
        }
        _ => None,
    }
}

/// What would work in place of a date that is not read.
pub(super) fn hint(text: &str) -> String {
    let usual = || "write 2017, 2019-03, 2017-10-17, 2018/19 or recurring".to_owned();
    let no_such_day =
        |y, m| format!("there is no such day: write {y}-{m:02} if the day is not known");
    if let Some((y, m, d)) = serial(text) {
        return format!(
            "if it is a day as Excel counts them, write {y}-{m:02}-{d:02}, or format the column as a date"
        );
    }
    let lower = text.to_lowercase();
    if ["present", "ongoing", "current", "now", "to date", "today"].contains(&lower.as_str()) {
        return "leave the cell blank if it is still so".to_owned();
    }
    let numbers: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).collect();
    let named = words.iter().find_map(|word| month_named(word));
    let a_year = numbers.iter().find_map(|number| year(number));
    match (numbers.as_slice(), named, a_year) {
        ([_] | [_, _], Some(m), None) => {
            format!("write the year in four digits, as in yyyy-{m:02} or yyyy-{m:02}-dd")
        }
        ([a, b], None, Some(y)) if year(a) == Some(y) && text.contains('/') => {
            let (last, m) = (y / 100 * 100 + digits(b).unwrap_or_default(), digits(b));
            match m {
                Some(m @ 1..=12) if last > y => {
                    format!("write {y}-{m:02} for the month, or {y}/{last} for the years")
                }
                Some(m @ 1..=12) => format!("write {y}-{m:02} if that is the month"),
                _ => usual(),
            }
        }
        ([a, b, c], None, None) if [a, b, c].iter().all(|part| part.len() <= 2) => {
            format!(
                "write the year in four digits: {a}/{b}/yyyy if {a} is the day and {b} the month, or yyyy-mm-dd"
            )
        }
        ([a, b, c], None, Some(y)) if year(c) == Some(y) => match (digits(a), digits(b)) {
            (Some(m @ 1..=12), Some(d)) if one_day(y, m, d).is_some() => {
                format!("the day comes first: write {d}/{m}/{y}, or {y}-{m:02}-{d:02}")
            }
            (_, Some(m @ 1..=12)) => no_such_day(y, m),
            _ => usual(),
        },
        ([a, b, _], None, Some(y)) if year(a) == Some(y) => match digits(b) {
            Some(m @ 1..=12) => no_such_day(y, m),
            _ => usual(),
        },
        ([_], None, Some(y)) => match words.as_slice() {
            [word] if MONTHS_OF_SEASON.iter().any(|(season, _)| season == word) => {
                let month = MONTHS_OF_SEASON.iter().find(|(season, _)| season == word);
                let m = month.map_or(1, |(_, month)| *month);
                format!("write the month it began in, such as {y}-{m:02}, or the year {y}")
            }
            _ => format!(
                "write the year alone, {y}, if that is what is known, and the rest in `note`"
            ),
        },
        _ => usual(),
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month of each season and school term, for an example: which one is meant is not known.
const MONTHS_OF_SEASON: &[(&str, i32)] =
    &[("spring", 3), ("summer", 6), ("autumn", 9), ("fall", 9), ("winter", 12)];

/// `2019-03-01T00:00:00` and `2019-03-01 09:30` are days.
fn without_time(text: &str) -> &str {
    match text.split_once(['T', ' ']) {
        Some((day, time))
            if time.contains(':')
                && time.bytes().all(|b| b.is_ascii_digit() || b":.Z".contains(&b)) =>
        {
            day
        }
        _ => text,
    }
}

/// The parts of a date of digits, and what stands between them.
fn split(text: &str) -> (char, Vec<&str>) {
    let mark = ['-', '/', '.'].into_iter().find(|mark| text.contains(*mark)).unwrap_or(' ');
    (mark, text.split(mark).map(str::trim).collect())
}

/// `March 2019`, `1 September 2019`, `Sept 1st, 2019`, `17-Oct-2017`.
fn in_words(text: &str) -> Option<Span> {
    let parts: Vec<String> = text
        .split([' ', '-', ',', '.', '/'])
        .filter(|part| !part.is_empty())
        .map(str::to_lowercase)
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match *parts.as_slice() {
        [m, y] => month(year(y)?, month_named(m)?),
        [a, b, y] => match (month_named(a), month_named(b)) {
            (None, Some(m)) => one_day(year(y)?, m, day_of_month(a)?),
            (Some(m), None) => one_day(year(y)?, m, day_of_month(b)?),
            _ => None,
        },
        _ => None,
    }
}

/// The month of a name or of its first letters, three at least.
fn month_named(word: &str) -> Option<i32> {
    let mut months = (1..).zip(MONTHS);
    months.find(|(_, month)| word.len() >= 3 && month.starts_with(word)).map(|(m, _)| m)
}

/// `1`, `1st`, `22nd`.
fn day_of_month(word: &str) -> Option<i32> {
    digits(["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word))
}

fn years(from: i32, to: i32) -> Option<Span> {
    let (first, last) = (from * 10_000 + 101, to * 10_000 + 1231);
    (from <= to).then_some(Span { first, last, assumed: Assumed::Nothing })
}

fn month(y: i32, m: i32) -> Option<Span> {
    let (first, last) = (y * 10_000 + m * 100 + 1, y * 10_000 + m * 100 + days_in(y, m)?);
    Some(Span { first, last, assumed: Assumed::Nothing })
}

fn one_day(y: i32, m: i32, d: i32) -> Option<Span> {
    let day = y * 10_000 + m * 100 + d;
    (d >= 1 && d <= days_in(y, m)?).then_some(Span {
        first: day,
        last: day,
        assumed: Assumed::Nothing,
    })
}

/// The later year of the same century that two digits mean after a year: 19 after 2018.
fn in_century(y: i32, two: &str) -> Option<i32> {
    let next = y / 100 * 100 + digits(two).filter(|_| two.len() == 2)?;
    // 1999/00 is the turn of the century.
    let next = if y % 100 == 99 && two == "00" { y + 1 } else { next };
    (next > y).then_some(next)
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// One or two digits.
fn digits(text: &str) -> Option<i32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

fn days_in(year: i32, month: i32) -> Option<i32> {
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    })
}

/// The day of a number as Excel counts days, from the turn of the year 1900, if it is one of this
/// century or the last.
fn serial(text: &str) -> Option<(i32, i32, i32)> {
    let mut days: i32 = text.parse().ok().filter(|days| (10_000..80_000).contains(days))?;
    // Excel takes 1900 for a leap year: from March of that year on, day 1 is the last of 1899.
    days -= 1;
    let mut y = 1900;
    let mut m = 1;
    // Day 0 is now 31 December 1899.
    while days > days_in(y, m)? {
        days -= days_in(y, m)?;
        m += 1;
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
    Some((y, m, days))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Option<(i32, i32)> {
        span(text).map(|span| (span.first, span.last))
    }

    #[test]
    fn dates_keep_their_precision() {
        for (text, first, last) in [
            ("2017", 20_170_101, 20_171_231),
            ("2019-03", 20_190_301, 20_190_331),
            ("2019-3", 20_190_301, 20_190_331),
            ("03/2019", 20_190_301, 20_190_331),
            ("Sept 2019", 20_190_901, 20_190_930),
            ("september 2019", 20_190_901, 20_190_930),
            ("Sep-2019", 20_190_901, 20_190_930),
            ("May 2019", 20_190_501, 20_190_531),
            ("2017-10-17", 20_171_017, 20_171_017),
            ("2017-10-17T00:00:00", 20_171_017, 20_171_017),
            ("2017-10-17 09:30", 20_171_017, 20_171_017),
            ("1 September 2019", 20_190_901, 20_190_901),
            ("1st Sept. 2019", 20_190_901, 20_190_901),
            ("September 22nd, 2019", 20_190_922, 20_190_922),
            ("17-Oct-2017", 20_171_017, 20_171_017),
            ("17/10/2017", 20_171_017, 20_171_017),
            ("1.9.2017", 20_170_901, 20_170_901),
            ("01.09.2017", 20_170_901, 20_170_901),
            ("17-10-2017", 20_171_017, 20_171_017),
            ("2016-02-29", 20_160_229, 20_160_229),
            ("2005/2006", 20_050_101, 20_061_231),
            ("2005-2006", 20_050_101, 20_061_231),
            ("2018/19", 20_180_101, 20_191_231),
            ("2018-19", 20_180_101, 20_191_231),
            ("2011/12", 20_110_101, 20_121_231),
            ("2011-12", 20_111_201, 20_111_231),
            ("1999/00", 19_990_101, 20_001_231),
        ] {
            assert_eq!(days(text), Some((first, last)), "{text}");
        }
    }

    #[test]
    fn what_is_assumed_is_told() {
        for (text, assumed) in [
            ("2019-03", Assumed::Nothing),
            ("17/10/2017", Assumed::DayFirst),
            ("1.9.2017", Assumed::DayFirst),
            ("2017-10-17", Assumed::Nothing),
            ("2011-12", Assumed::Month),
            ("2011-11", Assumed::Nothing),
            ("2011/12", Assumed::Years),
            ("2018/19", Assumed::Nothing),
        ] {
            assert_eq!(span(text).map(|span| span.assumed), Some(assumed), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_could_be_two_is_refused_with_what_would_work() {
        let hints = [
            "",
            "17",
            "2017-13",
            "2017-02-29",
            "03-May",
            "Sep-19",
            "3 Sept 19",
            "2006/2005",
            "31/04/2020",
            "10/17/2017",
            "3/4/19",
            "3/4/85",
            "3/4/9",
            "2005/07",
            "2018/12",
            "2017-1x",
            "Autumn 2019",
            "autumn term",
            "c. 2015",
            "2019 onwards",
            "43709",
            "ongoing",
            "-",
            "1/2/3/4",
            "é/é/2019",
        ]
        .map(|text| {
            assert!(span(text).is_none(), "{text}");
            format!("{text}: {}", hint(text))
        });
        insta::assert_snapshot!(hints.join("\n"), @r"
        : write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        17: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        2017-13: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        2017-02-29: there is no such day: write 2017-02 if the day is not known
        03-May: write the year in four digits, as in yyyy-05 or yyyy-05-dd
        Sep-19: write the year in four digits, as in yyyy-09 or yyyy-09-dd
        3 Sept 19: write the year in four digits, as in yyyy-09 or yyyy-09-dd
        2006/2005: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        31/04/2020: there is no such day: write 2020-04 if the day is not known
        10/17/2017: the day comes first: write 17/10/2017, or 2017-10-17
        3/4/19: write the year in four digits: 3/4/yyyy if 3 is the day and 4 the month, or yyyy-mm-dd
        3/4/85: write the year in four digits: 3/4/yyyy if 3 is the day and 4 the month, or yyyy-mm-dd
        3/4/9: write the year in four digits: 3/4/yyyy if 3 is the day and 4 the month, or yyyy-mm-dd
        2005/07: write 2005-07 for the month, or 2005/2007 for the years
        2018/12: write 2018-12 if that is the month
        2017-1x: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        Autumn 2019: write the month it began in, such as 2019-09, or the year 2019
        autumn term: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        c. 2015: write the year alone, 2015, if that is what is known, and the rest in `note`
        2019 onwards: write the year alone, 2019, if that is what is known, and the rest in `note`
        43709: if it is a day as Excel counts them, write 2019-09-01, or format the column as a date
        ongoing: leave the cell blank if it is still so
        -: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        1/2/3/4: write 2017, 2019-03, 2017-10-17, 2018/19 or recurring
        é/é/2019: write the year alone, 2019, if that is what is known, and the rest in `note`
        ");
    }

    #[test]
    fn every_spelling_on_the_page_of_bad_dates_is_read() {
        let kind = crate::study::PROBLEMS.iter().find(|kind| kind.code == "bad-date");
        let page = kind.expect("a page").page;
        let (spellings, _) = page.split_once(" or recurring").expect("a list of spellings");
        let (_, spellings) = spellings.split_once(": ").expect("a list of spellings");
        let spellings: Vec<_> = spellings.split([',', '(', ')']).map(str::trim).collect();
        let [words, dates]: [Vec<&str>; 2] = [false, true].map(|dates| {
            let is_date = |it: &&str| span(it.trim_start_matches("also ")).is_some() == dates;
            spellings.iter().copied().filter(|it| !it.is_empty()).filter(is_date).collect()
        });
        assert_eq!((words, dates.len()), (vec!["day first"], 14));
    }
}
