//! What comes along with the library, for those who embed it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

#[test]
fn the_core_is_built_without_frames_python_or_drawing() {
    let built = built_with_the_core();
    assert!(built.contains("petgraph") && built.contains("serde_core"), "{built:?}");
    let heavy =
        ["polars", "arrow", "py", "tertius-", "plotters", "resvg", "svg", "skia", "png", "font"];
    let heavy: Vec<_> =
        built.iter().filter(|name| heavy.iter().any(|start| name.contains(start))).collect();
    assert_eq!(heavy, Vec::<&String>::new());
    // What an embedder downloads and builds; a new one is a decision.
    assert!(built.len() <= 40, "{} packages: {built:?}", built.len());
}

#[test]
fn every_package_holds_all_that_it_is_built_from() {
    for package in fs::read_dir(root().join("crates")).expect("the crates") {
        let package = package.expect("a crate").path();
        let manifest = table(&package.join("Cargo.toml"));
        // Cargo leaves tests and benches outside the package out of it; anything else has to be in.
        for target in ["lib", "bin"] {
            let paths = manifest.get(target).map(Value::to_string).unwrap_or_default();
            assert!(!paths.contains("../"), "{}: {target}: {paths}", package.display());
        }
        for file in super::documented::sources(&package.join("src")) {
            let text = fs::read_to_string(&file).expect("a source file");
            for included in
                text.split("include_str!(\"").chain(text.split("include_bytes!(\"")).skip(1)
            {
                let Some((path, _)) = included.split_once("\")") else { continue };
                if !path.starts_with("../") {
                    continue;
                }
                let target = file.parent().expect("a folder").join(path);
                let target = target.canonicalize().unwrap_or_else(|err| panic!("{path}: {err}"));
                let within = target.starts_with(package.canonicalize().expect("the package"));
                assert!(within, "{} includes {path}", file.display());
            }
        }
    }
}

#[test]
fn packages_name_the_versions_of_one_another() {
    let workspace = table(&root().join("Cargo.toml"));
    let version = &workspace["workspace"]["package"]["version"];
    let dependencies = workspace["workspace"]["dependencies"].as_table().expect("a table");
    for (name, dependency) in dependencies.iter().filter(|(name, _)| name.starts_with("tertius")) {
        assert_eq!(dependency.get("version"), Some(version), "{name}");
    }
}

/// Every package that building the core takes, from its own dependencies on.
fn built_with_the_core() -> BTreeSet<String> {
    let lock = table(&root().join("Cargo.lock"));
    let packages = lock["package"].as_array().expect("packages");
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let of = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
        // `name`, or `name version` where there are several.
        let of = of.filter_map(|it| it.as_str()?.split(' ').next());
        needs.entry(name).or_default().extend(of);
    }
    let manifest = table(&root().join("crates/tertius/Cargo.toml"));
    let own = manifest["dependencies"].as_table().expect("dependencies").keys();
    let mut next: Vec<&str> = own.map(String::as_str).collect();
    let mut built = BTreeSet::new();
    while let Some(name) = next.pop() {
        if built.insert(name.to_owned()) {
            next.extend(needs.get(name).into_iter().flatten());
        }
    }
    built
}

fn table(path: &Path) -> Table {
    let text = fs::read_to_string(path).unwrap_or_else(|err| panic!("{}: {err}", path.display()));
    toml::from_str(&text).unwrap_or_else(|err| panic!("{}: {err}", path.display()))
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
