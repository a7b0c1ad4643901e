//! What each package carries when it leaves the repository.

use std::fs;

use crate::support::root;

#[test]
fn every_package_carries_the_licences_as_they_are() {
    let packages = fs::read_dir(root().join("crates")).expect("the crates");
    for package in packages.flatten().map(|it| it.path()) {
        for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
            let [ours, theirs] = [root().join(name), package.join(name)].map(fs::read);
            assert!(
                theirs.is_ok_and(|it| it == ours.expect(name)),
                "{} in {}",
                name,
                package.display()
            );
        }
        let manifest = fs::read_to_string(package.join("Cargo.toml")).expect("Cargo.toml");
        for field in ["readme = \"../../README.md\"", "keywords", "categories", "license"] {
            assert!(manifest.contains(field), "{field} in {}", package.display());
        }
    }
}
