"""How the guide is built: `make guide`. What is written from the catalogue, pages.py writes first."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import pages  # noqa: E402
import tertius  # noqa: E402

pages.write(HERE / "made")

project = "tertius"
author = "The tertius developers"
release = tertius.__version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 2
exclude_patterns = ["requirements.txt"]

# Docstrings write `name` for code.
default_role = "literal"
autodoc_member_order = "bysource"
autodoc_typehints = "none"

html_theme = "furo"
html_title = "tertius"
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_static_path = ["guide.css"]
html_css_files = ["guide.css"]
