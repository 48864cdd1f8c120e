# Needs Python 3.11 or newer and make; everything else is installed into .venv from the hashed lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help briefing test lab bench lint picture lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

briefing: $(READY) ## render the seeds' briefing into reports/seeds/ (REQUEST=name for another one of data/briefings)
	@$(BIN)/attributed brief $(or $(REQUEST),seeds)

test: $(READY) ## run the tests (the browser and PDF checks skip where Chromium or poppler-utils is missing)
	@$(BIN)/pytest -n auto --dist loadfile

lab: $(READY) ## open JupyterLab on notebooks/
	@$(BIN)/jupyter lab --notebook-dir=notebooks

bench: $(READY) ## print speed and memory beside bare spaCy, the time of each stage, and of a briefing beside an empty one
	@$(BIN)/python tests/bench.py && $(BIN)/python tests/brief_bench.py

lint: $(READY) ## ruff and mypy
	@$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/mypy

picture: briefing ## photograph the seeds' briefing for README.md (needs Chromium)
	@chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --hide-scrollbars \
	  --user-data-dir=$$(mktemp -d) --window-size=1180,1060 --screenshot=$(CURDIR)/reports/briefing.png \
	  file://$(CURDIR)/$$(ls -td reports/seeds/*/ | head -1)index.html 2>/dev/null

lock: $(READY) ## renew requirements.txt from the groups in lib/pyproject.toml
	@$(BIN)/uv pip compile lib/pyproject.toml $(addprefix --group lib/pyproject.toml:,test quality build) \
	  --universal --python-version 3.11 --generate-hashes --only-binary :all: --upgrade \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header -q -o requirements.txt

clean: ## remove the environment and the ledger (reports stay)
	rm -rf $(VENV) data/ledger

$(READY): requirements.txt lib/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; try: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e lib
	@touch $@
