# Two commands for people: `make report` and `make test`. Each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARTICLE ?= examples/strait-visit.txt

.PHONY: help report docs readers test lint format screenshot sample bench clean

help:
	@echo "make report   check $(ARTICLE) and write reports/<name>.html"
	@echo "make docs     write build/docs/rules.html, a page of all rules"
	@echo "make test     install what the tests need and run all of them"

$(BIN)/mtcheck: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

report: $(BIN)/mtcheck
	@$(BIN)/mtcheck rules catalogue --output reports/rules.html >/dev/null
	@$(BIN)/mtcheck report $(ARTICLE) --output reports

# A page of all rules that can be searched.
docs: $(BIN)/mtcheck
	@$(BIN)/mtcheck rules catalogue --output build/docs/rules.html

$(VENV)/dev: $(BIN)/mtcheck pyproject.toml
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# axe-core checks the accessibility of the pages; without npm those tests say that they skip.
tests/browser/node_modules: tests/browser/package-lock.json
	@npm ci --ignore-scripts --prefix tests/browser --silent --no-audit --no-fund && touch $@ \
		|| echo "axe-core cannot be installed (npm): the accessibility tests will say that they skip"

# What reads the outputs in tests. Each test whose reader cannot be had says that it skips.
READERS := tests/output/consumers
readers: $(READERS)/node_modules $(READERS)/reviewdog/reviewdog $(READERS)/junit-10.xsd

$(READERS)/node_modules: $(READERS)/package-lock.json
	@npm ci --ignore-scripts --prefix $(READERS) --silent --no-audit --no-fund \
		&& chmod +x $@/@microsoft/sarif-multitool-*/Sarif.Multitool && touch $@ \
		|| echo "the validator of SARIF cannot be installed (npm)"

$(READERS)/reviewdog/reviewdog: $(READERS)/reviewdog/main.go $(READERS)/reviewdog/go.sum
	@cd $(@D) && go build -o $(@F) . || echo "the parsers of reviewdog cannot be built (go)"

# The schema that Jenkins reads JUnit's XML by; pytest has it among its tests, under the MIT License.
$(READERS)/junit-10.xsd: $(VENV)/dev
	@$(BIN)/python -m pip download --quiet --no-deps --no-binary pytest --dest $(READERS)/pytest pytest==8.3.5 \
		&& tar xzOf $(READERS)/pytest/pytest-8.3.5.tar.gz pytest-8.3.5/testing/example_scripts/$(@F) > $@ \
		|| echo "the schema of JUnit's XML cannot be had (pip)"

# The real LanguageTool, laid out as language-tool-python looks for it. Without Java 17 and Maven its
# tests say that they skip.
LANGUAGETOOL := build/languagetool
$(LANGUAGETOOL): tools/languagetool/install.py tools/languagetool/pom.xml
	@$(PYTHON) tools/languagetool/install.py $@ && touch $@ || echo "LanguageTool cannot be installed"

test: $(VENV)/dev tests/browser/node_modules readers $(LANGUAGETOOL) lint
	LTP_PATH=$(CURDIR)/$(LANGUAGETOOL) $(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The page that is committed, and the picture of it in the README.
sample: $(BIN)/mtcheck
	$(BIN)/python tools/sample.py

screenshot: sample $(VENV)/dev
	$(BIN)/python tools/screenshot.py reports/sample.html docs/report.png --width 1280 --height 900 \
		--scroll 1150 --choose "International Atomic Power Agency"

bench: $(VENV)/dev
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache tests/browser/node_modules \
		$(READERS)/node_modules $(READERS)/reviewdog/reviewdog $(READERS)/junit-10.xsd $(READERS)/pytest
