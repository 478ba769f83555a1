# The way in: `make ingest`, then `make search Q="..."`. `make` alone lists what there is.
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
EXERCISES := $(BIN)/exercises
STAMP := $(VENV)/.ready
# The first of these that is 3.11 or later makes the environment.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python

# Tests of real processes run beside the others, and so do those that read thousands of pages: to count lines in these would
# take minutes. They stay in front: what a shell starts behind ignores Ctrl-C.
PROCESSES := tests/trouble tests/torture tests/fetch tests/fuzz tests/commands tests/bench tests/shapes tests/quality/test_what_means_nothing.py

.DEFAULT_GOAL := help
.PHONY: help setup ingest validate index search stats export test fuzz quality relevance schema rules bench fetch-torture torture lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Make the environment in .venv, with the versions of requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@for python in $(PYTHONS); do \
	  if command -v $$python >/dev/null 2>&1 && $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "make: no Python 3.11 or later found; install one and run make again" >&2; exit 2; fi; \
	echo "setting up $(VENV) with $$found ..."; \
	rm -rf $(VENV); \
	$$found -m venv $(VENV) || { echo "make: $$found cannot make environments; on Debian: apt install python3-venv" >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

ingest: $(STAMP) ## Read raw/ into normalized/ and index/, with a report
	@$(EXERCISES) ingest

validate: $(STAMP) ## Check the records in normalized/
	@$(EXERCISES) validate

index: $(STAMP) ## Rebuild index/ from normalized/
	@$(EXERCISES) index

search: $(STAMP) ## Search: make search Q="easy hamstring moves no equipment"
	@$(EXERCISES) search "$(Q)"

stats: $(STAMP) ## Show what the collection covers, and what it lacks
	@$(EXERCISES) stats

export: $(STAMP) ## Write the collection as JSON to export/exercises.json
	@mkdir -p export && $(EXERCISES) export json -o export/exercises.json && echo "export/exercises.json"

test: $(STAMP) ## Run every check and test of the project
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/coverage run -m pytest -p no:cacheprovider $(addprefix --ignore=,$(PROCESSES)) > .test.log 2>&1 & beside=$$!; \
	trap 'kill $$beside; rm -f .test.log; exit 130' INT TERM; \
	$(BIN)/python -m pytest $(PROCESSES); processes=$$?; \
	wait $$beside; rest=$$?; cat .test.log; rm -f .test.log; \
	[ $$processes -eq 0 ] && [ $$rest -eq 0 ]
	@$(BIN)/coverage report --skip-covered --format=total | xargs printf 'coverage: %s %% of all lines\n'
	@$(BIN)/coverage report --include='pipeline/reading/*,pipeline/vocabulary/*,pipeline/rules/*,pipeline/normalize.py,pipeline/records.py,pipeline/mapping.py' --fail-under=95

fuzz: $(STAMP) ## Read 100,000 damaged pages in processes with little memory and time (long)
	@$(BIN)/python -m tests.fuzz

quality: $(STAMP) ## Score the reading of the quality corpus against its floor
	@$(BIN)/python -m tests.quality

relevance: $(STAMP) ## Score the search against its floor and against two peers
	@$(BIN)/python -m tests.relevance

schema: $(STAMP) ## Write the JSON Schema of a record anew
	@$(EXERCISES) schema -o schema/exercise.schema.json

rules: $(STAMP) ## Write docs/rules/ anew from the rules' docstrings
	@$(BIN)/python -m pipeline.cli.rulebook docs/rules

bench: $(STAMP) ## Measure speed and memory (docs/bench.md says what of)
	@$(BIN)/python bench/run.py

fetch-torture: $(STAMP) ## Run the long tests of fetch: 500 hostile pages, 100 kills, 1 GiB in 1 MiB (some minutes)
	@$(BIN)/python -m bench.fetch_torture

torture: $(STAMP) ## Kill, damage, refuse and crowd it, hundreds of times (half an hour; docs/torture.md)
	@$(BIN)/python -m tests.torture

lock: ## Renew requirements.lock (needs uv on the path)
	uv pip compile --quiet --universal --python-version 3.11 --extra fetch --extra warc --extra parquet --extra plot --extra dev --extra bench --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock

clean: ## Remove what can be made again: .venv, index/, caches
	rm -rf $(VENV) index export bench/out .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
