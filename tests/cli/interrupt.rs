//! Ctrl-C.

#![cfg(unix)]

use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

#[test]
fn an_interrupt_ends_long_work_with_exit_code_130_and_nothing_half_written() {
    // Enough for minutes of betweenness: 60,000 actors on a ring with chords.
    let mut ties = String::from("from,to\n");
    for actor in 0..60_000 {
        for step in [1, 7, 191] {
            let _ = writeln!(ties, "a{actor},a{}", (actor + step) % 60_000);
        }
    }
    let study = crate::support::study(&[("ties.csv", &ties)]);
    let child = Command::new(env!("CARGO_BIN_EXE_tertius"))
        .args(["actor", "betweenness", "ties.csv", "-o", "out.csv", "--json"])
        .current_dir(study.path())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tertius runs");
    std::thread::sleep(Duration::from_secs(1));
    let id = child.id().to_string();
    let asked = Command::new("kill").args(["-INT", &id]).status().expect("kill runs");
    assert!(asked.success());
    let done = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(130), "{said}");
    let error: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(
        (&error["error"]["kind"], &error["error"]["exit"]),
        (&"interrupted".into(), &130.into())
    );
    let left: Vec<_> = study.path().read_dir().expect("the folder").flatten().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
