# The two commands to start with are `make demo` and `make test`. Each sets up all that it needs.
#
# Everything is installed into .venv at the versions and hashes of requirements/*.txt; nothing is global.
# pip's own configuration (indexes, proxies, certificates) is respected. `make test ARGS="tests/scoring -x"`
# and `make demo ARGS="--port 8001"` pass on what they are given.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install demo test lint format types imports docs docs-check messages conformance bench bench-stories wheel wheel-test lock clean

VENV   := .venv
BIN    := $(VENV)/bin
STAMPS := $(VENV)/.stamps
ARGS   ?=
# The first Python on this machine that is new enough; `make PYTHON=/path/to/python3.12 …` names another.
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$one >/dev/null && $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$one && break; done)
# The lock files are complete, so pip has nothing to resolve. It builds nothing but PySpark and http-ece, which
# there are only as source: with the locked setuptools of requirements/build.txt, which has to be there before.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile
LOCKED := $(PIP) --require-hashes --no-deps --only-binary :all:
LOCKED_DEV := $(LOCKED) --no-binary pyspark,http-ece --no-build-isolation --use-pep517
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: $(STAMPS)/self ## A made-up festival and one real record, running on this machine; its address is printed
	@$(BIN)/clapometer demo $(ARGS)

install: $(STAMPS)/self $(STAMPS)/dev ## What the tests need, at locked versions, in .venv

test: $(STAMPS)/self $(STAMPS)/dev ## Every test that can run here, on SQLite and on PostgreSQL
	@$(BIN)/python -m tools.test $(ARGS)

lint: $(STAMPS)/self $(STAMPS)/dev ## Style of the code (ruff)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(STAMPS)/dev ## Put the code in shape (ruff)
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

types: $(STAMPS)/self $(STAMPS)/dev ## Types of the code (mypy)
	@$(BIN)/mypy

imports: $(STAMPS)/self $(STAMPS)/dev ## Which room imports which (import-linter)
	@$(BIN)/lint-imports --no-cache

docs: $(STAMPS)/self $(STAMPS)/dev ## Write the tables of the reference anew from the code
	@$(BIN)/python -m tools.docs

docs-check: $(STAMPS)/self $(STAMPS)/dev ## Say what in the documentation is out of step
	@$(BIN)/python -m tools.docs --check

messages: $(STAMPS)/self $(STAMPS)/dev ## Compile the translated sentences (ARGS=--check: say what is missing)
	@$(BIN)/python -m tools.messages $(ARGS)

conformance: $(STAMPS)/self $(STAMPS)/dev ## Write the conformance kit anew (ARGS=--check: say what differs)
	@$(BIN)/python -m tools.conformance $(ARGS)

bench: $(STAMPS)/self $(STAMPS)/dev ## The benchmarks, as tables
	@$(BIN)/python -m benchmarks $(ARGS)

bench-stories: $(STAMPS)/self $(STAMPS)/dev ## The reader of stories on labelled ones (ARGS="--show chart": what it misses)
	@$(BIN)/python -m benchmarks.stories $(ARGS)

wheel: $(STAMPS)/dev ## The installable package, in dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

wheel-test: $(STAMPS)/dev ## Tests of the commands against the installed package, outside this tree
	@$(BIN)/python -m tools.wheel $(ARGS)

lock: $(STAMPS)/dev ## Renew the locked versions in requirements/
	@$(LOCK) --upgrade --group dev --extra apprise --extra frames --extra postgres --extra spark --output-file requirements/dev.txt pyproject.toml
	@$(LOCK) --constraint requirements/dev.txt --output-file requirements/run.txt pyproject.toml
	@$(LOCK) --constraint requirements/dev.txt --output-file requirements/build.txt --group build

clean: ## Remove what was made here, the virtual environment too
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis clapometer-demo

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Clapometer needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3"; exit 1; }
	@echo "Making the virtual environment in $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv is missing (Debian: apt-get install python3-venv)"; exit 1; }

$(STAMPS)/run: requirements/run.txt requirements/build.txt | $(BIN)/python
	@echo "Installing what the site needs, at locked versions"
	@$(LOCKED) -r requirements/run.txt -r requirements/build.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dev: requirements/dev.txt | $(STAMPS)/run
	@echo "Installing what the tests need, at locked versions"
	@$(LOCKED_DEV) -r requirements/dev.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/self: pyproject.toml CHANGELOG.md $(STAMPS)/run
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@
