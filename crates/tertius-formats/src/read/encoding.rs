use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use super::looks::SAMPLE;

/// The text of a file, and what had to be assumed to read it.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding and why it was taken, unless it is UTF-8.
    pub(super) assumed: Option<String>,
}

/// Decodes a file: UTF-8 if it is that, UTF-16 by its mark or its zeros, else the likeliest of the
/// older encodings.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, mark)) =
        Encoding::for_bom(&bytes).filter(|(found, _)| *found != encoding_rs::UTF_8)
    {
        return old(encoding, &bytes[mark..], "as its byte-order mark says");
    }
    if let Some(encoding) = utf16_by_zeros(&bytes) {
        return old(encoding, &bytes, "because every second byte is zero");
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => {
            Decoded { text: text['\u{feff}'.len_utf8()..].to_owned(), assumed: None }
        }
        Ok(text) => Decoded { text, assumed: None },
        Err(error) => {
            let bytes = error.into_bytes();
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(bytes, true);
            // A few accents could be Western or Central European: then Western is likelier here.
            let place = if few_accents(bytes) { Some(&b"uk"[..]) } else { None };
            let encoding = detector.guess(place, Utf8Detection::Deny);
            old(encoding, bytes, "because it is not UTF-8")
        }
    }
}

fn few_accents(bytes: &[u8]) -> bool {
    let mut seen = [false; 256];
    for byte in bytes {
        seen[usize::from(*byte)] = true;
    }
    seen[128..].iter().filter(|seen| **seen).count() < 6
}

fn old(encoding: &'static Encoding, bytes: &[u8], why: &str) -> Decoded {
    let (text, garbled) = encoding.decode_without_bom_handling(bytes);
    let mut assumed = format!("{}, {why}", known_as(encoding));
    if garbled {
        assumed.push_str("; some characters could not be read and are shown as \u{fffd}");
    }
    Decoded { text: text.into_owned(), assumed: Some(assumed) }
}

/// UTF-16 without a byte-order mark: text in Latin letters has a zero in every other byte.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.len() / 2;
    let (mut first, mut second) = (0, 0);
    for pair in sample.chunks_exact(2) {
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    // Two characters at least: a lone "a\0" may be anything.
    if pairs < 2 || bytes.len() % 2 == 1 {
        None
    } else if second * 10 >= pairs * 4 && first * 20 <= pairs {
        Some(UTF_16LE)
    } else if first * 10 >= pairs * 4 && second * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn known_as(encoding: &'static Encoding) -> String {
    match encoding.name() {
        "windows-1252" => "Windows-1252 (Western European)".to_owned(),
        "windows-1250" => "Windows-1250 (Central European)".to_owned(),
        name => name.replace("windows", "Windows"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Option<String>) {
        let decoded = decode(bytes.to_vec());
        (decoded.text, decoded.assumed)
    }

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn utf8_is_read_without_a_word() {
        assert_eq!(decoded("Ysgol Siân".as_bytes()), ("Ysgol Siân".into(), None));
        assert_eq!(decoded("\u{feff}Ysgol".as_bytes()), ("Ysgol".into(), None));
        assert_eq!(decoded(b""), (String::new(), None));
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let name = "Ysgol Siân";
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decoded(&utf16(name, order)).0, name);
            let (text, why) = decoded(&utf16(&format!("\u{feff}{name}"), order));
            assert_eq!(text, name);
            assert!(why.unwrap().ends_with("as its byte-order mark says"));
        }
    }

    #[test]
    fn what_a_british_excel_writes_is_read_as_windows_1252() {
        for (bytes, text) in [
            (&b"Ysgol Si\xe2n"[..], "Ysgol Siân"),
            (b"St Mary\x92s Primary", "St Mary’s Primary"),
            (b"grant,\xa35,000", "grant,£5,000"),
            (b"from,to\nCaf\xe9 Coll\xe8ge,B", "from,to\nCafé Collège,B"),
            (b"2017\x962019", "2017–2019"),
            (
                b"Coll\xe8ge Fran\xe7ais,grant of \xa35,000 \x96 Universit\xe9,Hautes \xc9tudes,M\xfcller\x92s",
                "Collège Français,grant of £5,000 – Université,Hautes Études,Müller’s",
            ),
            (b"\x93quoted\x94", "“quoted”"),
        ] {
            let (read, why) = decoded(bytes);
            assert_eq!(read, text);
            assert_eq!(why.unwrap(), "Windows-1252 (Western European), because it is not UTF-8");
        }
    }

    #[test]
    fn other_old_encodings_are_recognised_in_running_text() {
        for (bytes, text) in [
            (
                encoding_rs::WINDOWS_1250,
                "Szkoła Podstawowa w Łodzi, Gdańsk i Wrocław; współpraca wśród źródeł",
            ),
            (
                encoding_rs::WINDOWS_1251,
                "Школа номер пять, город Москва, совместная работа учителей",
            ),
            (encoding_rs::WINDOWS_1253, "Δημοτικό σχολείο της Αθήνας και συνεργασία"),
        ]
        .map(|(encoding, text)| (encoding.encode(text).0.into_owned(), text))
        {
            assert_eq!(decoded(&bytes).0, text);
        }
    }
}
