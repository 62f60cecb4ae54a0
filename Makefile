# The daily commands. `make demo` and `make test` call `make install`, which is the set-up alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OPENS_A_LEDGER := tests/ledger tests/torture tests/cli tests/executing tests/export tests/views tests/web tests/test_golden.py tests/test_keeping.py tests/test_pipeline.py

VENDOR := src/rashomon/web/static/vendor/vendored.json

.PHONY: install demo test lint types imports unit postgresql accuracy bench torture train

install: $(VENV)/installed $(VENDOR)

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,postgresql,ray]'
	touch $@

# The pages' assets. Without npm and the right to install it the pages are served all the same, and say what is missing.
$(VENDOR): assets/packages.toml assets/vendoring.py assets/world.py | $(VENV)/installed
	$(BIN)/python assets/vendoring.py && touch $@ || echo "The reading room will do without a map, brush and quick filters."

# Reads the examples into demo.db, shows the table, one incident in full, and what to type next.
demo: install
	$(BIN)/rashomon build examples --ledger demo.db
	$(BIN)/rashomon incidents --ledger demo.db
	$(BIN)/rashomon show "$$($(BIN)/rashomon incidents --ledger demo.db --json | $(BIN)/python -c 'import json,sys; print(max(json.load(sys.stdin), key=lambda i: i["reports"])["id"])')" --ledger demo.db
	@echo
	@echo "Next, with $(BIN) on your PATH:"
	@echo "  rashomon serve --ledger demo.db                            the reading room: all this as pages, with a map"
	@echo "  rashomon incidents --ledger demo.db --since 2024-06-01     other tables: --help tells"
	@echo "  rashomon report REPORT-ID --ledger demo.db                 one report, every span marked"
	@echo "  rashomon export --format csv --ledger demo.db              one row a claim"
	@echo "  rashomon build YOUR-REPORTS                                your own, into rashomon.db"

# Everything that CI runs.
test: lint types imports unit postgresql accuracy

lint: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

unit: install
	bash .ci/chromium
	$(BIN)/pytest -n 2

# All that opens a ledger once more, on a PostgreSQL cluster of its own in a temporary folder. The rest of the suite
# (reading, places, days, names) opens none; what a browser makes of a page does not depend on the database.
postgresql: install
	bash .ci/postgresql
	RASHOMON_TEST_DATABASE=postgresql $(BIN)/pytest -n 2 $(OPENS_A_LEDGER) --ignore tests/web/browser

# Reads the desk's annotated reports where they are, and holds the figures against bench/floors.toml.
accuracy: install
	$(BIN)/python bench/gate.py

# Fits the reader's small deciders anew from the desk's annotated reports.
train: install
	$(BIN)/python training/fit_reader.py

# Ratios against the floor (the bare parser, the raw insert) within one run. A million incidents take an hour or two and
# 14 GB of disk on each database; INCIDENTS=200000 takes less.
INCIDENTS ?= 1000000
bench: install
	bash .ci/postgresql
	$(BIN)/python bench/speed.py
	$(BIN)/python bench/speed.py --growth
	$(BIN)/python bench/link_scale.py --sizes 10000 100000 $(INCIDENTS)
	$(BIN)/python bench/ledger.py --incidents $(INCIDENTS)
	$(BIN)/python bench/ledger.py --incidents $(INCIDENTS) --database postgresql
	$(BIN)/python bench/web.py --incidents 1000000 --loaded 8000

# The long fault harness: processes killed, disks full, databases gone; prints its tally.
torture: install
	$(BIN)/python -m tests.torture --kills 500 --faults 12 --seed 1
