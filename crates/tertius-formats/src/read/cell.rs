use calamine::{CellErrorType, DataRef, ExcelDateTime};

/// What a cell of a workbook says, as a person sees it: whole numbers without `.0`, dates as
/// 2017-10-17, percentages as the number behind them, a formula as its value.
pub(super) fn text(value: &DataRef, format: Option<&str>) -> Result<String, CellErrorType> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => as_shown(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(date) => date_text(date, format),
        // The time of day says nothing in any table of a study.
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::Error(error) => return Err(error.clone()),
    })
}

/// A number with the fifteen digits a spreadsheet keeps, so that 0.1 + 0.2 is 0.3.
fn as_shown(number: f64) -> String {
    format!("{number:.14e}").parse().unwrap_or(number).to_string()
}

/// A date with the precision its format shows: someone who typed 2019-03 sees Mar-19, and Excel
/// stored the first of March.
fn date_text(date: &ExcelDateTime, format: Option<&str>) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() || (0.0..1.0).contains(&date.as_f64()) {
        let hours =
            if date.is_duration() { (date.as_f64() * 24.0).floor() } else { f64::from(hour) };
        return format!("{hours:02}:{minute:02}:{second:02}");
    }
    let letters = format.map(letters_of);
    let shows = |letter| letters.as_ref().is_none_or(|letters| letters.contains(letter));
    if shows('d') || !shows('y') {
        format!("{year:04}-{month:02}-{day:02}")
    } else if shows('m') {
        format!("{year:04}-{month:02}")
    } else {
        format!("{year:04}")
    }
}

/// The letters of a number format that stand for parts of a date: not quoted, escaped or bracketed.
fn letters_of(format: &str) -> String {
    let mut letters = String::new();
    let mut characters = format.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' | '_' | '*' => drop(characters.next()),
            '"' => drop(characters.by_ref().find(|c| *c == '"')),
            '[' => drop(characters.by_ref().find(|c| *c == ']')),
            ';' => break,
            _ => letters.extend(character.to_lowercase()),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    fn date(serial: f64, is_1904: bool, format: &str) -> String {
        let date = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904);
        text(&DataRef::DateTime(date), Some(format)).unwrap()
    }

    #[test]
    fn dates_keep_the_precision_their_format_shows() {
        assert_eq!(date(43025.0, false, "dd/mm/yyyy"), "2017-10-17");
        assert_eq!(date(43025.75, false, "m/d/yy h:mm"), "2017-10-17");
        assert_eq!(date(43525.0, false, "mmm-yy"), "2019-03");
        assert_eq!(date(43525.0, false, "[$-809]\"d\"mmmm\\d yyyy;@"), "2019-03");
        assert_eq!(date(43525.0, false, "yyyy"), "2019");
        assert_eq!(date(0.75, false, "h:mm"), "18:00:00");
    }

    #[test]
    fn both_date_systems_are_known_with_the_day_that_never_was() {
        assert_eq!(date(1.0, false, "d/m/y"), "1900-01-01");
        assert_eq!(date(59.0, false, "d/m/y"), "1900-02-28");
        assert_eq!(date(61.0, false, "d/m/y"), "1900-03-01");
        assert_eq!(date(41563.0, true, "d/m/y"), "2017-10-17");
    }

    #[test]
    fn numbers_are_as_shown() {
        let shown = |number| text(&DataRef::Float(number), None).unwrap();
        assert_eq!(shown(3.0), "3");
        assert_eq!(shown(0.1 + 0.2), "0.3");
        assert_eq!(shown(-2.5), "-2.5");
        assert_eq!(shown(1e15), "1000000000000000");
    }
}
