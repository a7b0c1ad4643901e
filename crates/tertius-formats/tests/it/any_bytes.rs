use std::sync::OnceLock;

use proptest::prelude::*;
use tertius::study::Study;
use tertius_formats::{Shape, init_workbook};

use crate::support::{read_file, read_file_as};

fn whole_workbook() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        init_workbook(&path).unwrap();
        std::fs::read(path).unwrap()
    })
}

/// Text with what trips readers of tables.
fn awkward() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "from", "to", "source", "target", "a", "b", "1", "0", "x", "NA", "2,5", ",", ";", "\t",
        "\n", "\r\n", "\r", "\"", "\"\"", " ", "sep=;", "\u{feff}", "é", "’", "\u{0}", "total",
    ]);
    prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// Words of the formats of networks in any order.
fn of_networks() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "*Vertices",
        "*Arcs",
        "*Edges",
        "*Matrix",
        "*Arcslist",
        "\n",
        "\n",
        " ",
        " ",
        "1",
        "2",
        "3",
        "0",
        "-1",
        ":1",
        "\"a\"",
        "\"",
        "[",
        "é",
        "dl",
        "n=3",
        "nr=2",
        "nc=2",
        "nm=2",
        "format=edgelist1",
        "format=nodelist2",
        "format=upperhalf",
        "labels:",
        "labels embedded",
        "data:",
        "na",
        ",",
        "<graphml>",
        "</graphml>",
        "<graph>",
        "</graph>",
        "<node id='a'>",
        "</node>",
        "<node id='b'/>",
        "<edge source='a' target='b'/>",
        "<data key='k'>",
        "</data>",
        "&amp;",
        "&",
        "<gexf>",
        "</gexf>",
        "<nodes>",
        "</nodes>",
        "{\"nodes\":[",
        "{\"id\":1}",
        "],\"links\":[",
        "{\"source\":1}",
        "]}",
        "{",
        "}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_text_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["ties.csv", "organisations.tsv", "a.json", "a.graphml", "a.gexf", "a.net", "a.dl"] {
            let _ = Study::from_reading(read_file(name, &bytes));
        }
    }

    #[test]
    fn no_text_makes_a_shape_panic(text in awkward()) {
        for shape in [Shape::EdgeList, Shape::ParticipationList, Shape::AdjacencyMatrix, Shape::IncidenceMatrix] {
            let _ = Study::from_reading(read_file_as("survey.csv", &text, shape));
        }
    }

    #[test]
    fn no_words_make_a_reader_of_networks_panic(text in of_networks()) {
        for name in ["a.json", "a.graphml", "a.gexf", "a.net", "a.dl"] {
            let _ = Study::from_reading(read_file(name, &text));
        }
    }

    #[test]
    fn no_text_makes_a_text_reader_panic(text in awkward()) {
        for name in ["survey.csv", "people.csv"] {
            let reading = read_file(name, &text);
            for (_, sheet) in &reading.sheets {
                let numbers: Vec<_> = sheet.rows().map(|row| row.number).collect();
                prop_assert!(numbers.is_sorted());
            }
            let _ = Study::from_reading(reading);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_a_workbook_reader_panic(cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let whole = whole_workbook();
        let _ = read_file("a.xlsx", &whole[..cut.index(whole.len())]);
        let mut changed = whole.to_vec();
        changed[at.index(whole.len())] = byte;
        let _ = read_file("a.xlsx", &changed);
    }
}
