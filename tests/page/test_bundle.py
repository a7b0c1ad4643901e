"""The script and the style sheet that pages carry are what the sources make, and small."""

import os
import shutil
import subprocess

import fixture
import pytest

VIEWER = fixture.VIEWER.parent
MOST = 62 * 1024


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The viewer, built again from a copy of its sources."""
    if not shutil.which("npm"):
        missing = "npm is not installed: the viewer was not built again"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    folder = tmp_path_factory.mktemp("viewer")
    shutil.copytree(VIEWER, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules", "dist"))
    for command in ("ci", "run check", "run build"):
        done = subprocess.run(["npm", *command.split()], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist"


@pytest.mark.parametrize("name", ["viewer.js", "viewer.css"])
def test_what_is_kept_is_what_the_sources_make(built, name):
    assert (built / name).read_bytes() == (fixture.VIEWER / name).read_bytes(), "run `make viewer`"


def test_nothing_else_is_kept(built):
    assert sorted(file.name for file in fixture.VIEWER.iterdir()) == ["viewer.css", "viewer.js"]


def test_a_page_carries_no_more_than_sixty_one_kilobytes_of_viewer():
    assert sum(file.stat().st_size for file in fixture.VIEWER.iterdir()) <= MOST


def test_the_lock_file_names_no_host():
    assert "resolved" not in (VIEWER / "package-lock.json").read_text(encoding="utf-8")
