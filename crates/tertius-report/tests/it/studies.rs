use std::path::PathBuf;

use tertius::Study;

/// The studies in `data/`.
pub(crate) const STUDIES: [&str; 7] = [
    "changing-the-dynamics",
    "dialogues-synthetic",
    "equalls",
    "link-wales",
    "west-midlands",
    "wm-lsrn",
    "wolverhampton",
];

/// One of them, read.
pub(crate) fn study(name: &str) -> Study {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name);
    Study::from_reading(tertius_formats::read(&data).expect("the study can be read"))
}
