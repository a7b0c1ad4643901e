# demo: the seven reports, each with its page · test: every test · bench: timings beside peers (BENCH=--quick: of small networks) · lint: what CI asks of the code
# docs: the page of measures and the API pages · guide: the guide, as pages · data: the joined study, made again from its parts
.PHONY: demo test rust-test wheel python-test stubs browser-test page-test viewer peer-test bench lint docs guide data
STUDIES = wm-lsrn wolverhampton link-wales equalls changing-the-dynamics west-midlands dialogues-synthetic
PYTHON ?= python3

demo:
	@echo "Building the tertius command (first time: about three minutes) …"
	@cargo build --locked --profile demo --bin tertius
	@mkdir -p out
	@for study in $(STUDIES); do \
	  "$$(sh scripts/built demo)" report data/$$study -o out/$$study.html --page out/$$study-page.html --quiet \
	    && echo "  out/$$study.html, and out/$$study-page.html to look around in" || exit 1; done
	@echo "Seven reports are in out/, each with a page to look around in: open them in a browser."

test: lint rust-test python-test guide browser-test page-test peer-test

rust-test:
	# Without the bindings, which need a Python to be linked with: the next target builds them.
	cargo test --locked --workspace --exclude tertius-py

# The wheel that `pip install .` builds, but for its profile, which the other tests have compiled.
wheel: .venv/made
	PATH="$$PWD/.venv/bin:$$PATH" MATURIN_PEP517_ARGS="--profile dev" .venv/bin/python -m pip install --quiet --disable-pip-version-check \
	  --no-build-isolation --no-deps --force-reinstall .

python-test: wheel
	.venv/bin/python scripts/python_measures.py --check
	.venv/bin/python -m pytest tests/python

# The signatures of the compiled half, for type checkers; `make python-test` fails if they differ.
stubs: .venv/made
	VIRTUAL_ENV="$$PWD/.venv" .venv/bin/maturin develop --locked --no-default-features --features stubs --generate-stubs

browser-test: .venv/made
	cargo build --locked --bin tertius
	TERTIUS="$$(sh scripts/built debug)" .venv/bin/python -m pytest tests/browser

page-test: .venv/made
	.venv/bin/python -m pytest tests/page

# The script and style sheet of the narrated page; `make page-test` fails if they differ from their sources.
viewer:
	cd crates/tertius-report/viewer && npm ci && npm run check && npm run build

peer-test: .venv/made
	cargo build --locked --bin tertius
	TERTIUS="$$(sh scripts/built debug)" .venv/bin/python -m pytest tests/peers

bench: .venv/made
	cargo build --locked --release --bin tertius
	cargo build --locked --release --package tertius --example kernels
	cargo build --locked --release --package tertius-chart --example layouts
	# Compiled here, if there is a compiler: without them their rows say so.
	-.venv/bin/python -m pip install --quiet --disable-pip-version-check -r benches/requirements.txt
	sh benches/report "$$(sh scripts/built release)"
	.venv/bin/python benches/bench.py "$$(dirname "$$(sh scripts/built release)")/examples/kernels" $(BENCH)
	TERTIUS="$$(sh scripts/built release)" .venv/bin/python tests/page/measure.py

lint:
	cargo fmt --all --check
	# Without the one crate that knows polars: checking it would compile polars a second time.
	cargo clippy --locked --workspace --exclude tertius-frame --all-targets -- --deny warnings

docs:
	UPDATE_DOCS=1 cargo test --locked --package tertius-cli --test cli the_page_of_measures
	RUSTDOCFLAGS="--deny warnings" cargo doc --locked --workspace --no-deps

guide: wheel
	.venv/bin/python -m sphinx --builder html --fail-on-warning --keep-going --quiet docs out/guide
	@echo "The guide is in out/guide/index.html."

data:
	cargo build --locked --bin tertius
	sh data/west-midlands/make "$$(sh scripts/built debug)"

.venv/made: tests/requirements.txt tests/peers/requirements.txt tests/python/requirements.txt docs/requirements.txt
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check $(^:%=-r %)
	# It fetches itself when it is first asked for anything.
	.venv/bin/pyright --version
	@touch $@
