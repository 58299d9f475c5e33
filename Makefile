# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OTHERS := .venvs
OTHER_PYTHONS ?= 3.12 3.13
# What runs a second time without the engine.
BY_BOTH := tests/operations tests/integration
# What does not run on other Pythons: that the generator writes what it wrote, what type checkers say,
# the charts of the soak, and packages of others. No Python makes a difference to those.
BY_PYTHON := tests/unit tests/operations tests/faults tests/integration tests/property \
	tests/conformance tests/simulation
TEST_TOOLS := pytest pytest-xdist trustme trio respx hypothesis anyio uvloop "moto[server,kms]"
BENCH_PEERS := aiobotocore boto3 capo-kms

.DEFAULT_GOAL := help
.PHONY: help demo test lint types drift licenses audit suites pytest fuzz coverage pythons wheel generate model \
	upgrade models faults faultslong adaptive lowest newest soak bench clean

help:              ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /'

demo: $(STAMP)     ## set up, then a conversation with a KMS-compatible server on this machine
	$(BIN)/python docs/examples/tour.py $(ARGS)

test: lint types drift licenses audit pytest pythons wheel  ## set up, then everything that must hold

# pip needs 25.1 for dependency groups, and venvs start with the one that Python brought along.
# It would compile all of moto, which takes far longer than to compile what is imported.
define environment
	$(1) -m venv $(2)
	$(2)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(2)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --group $(3) $(4)
endef

$(STAMP): pyproject.toml
	$(call environment,$(PYTHON),$(VENV),dev,--editable .)
	@touch $@

lint: $(STAMP)     ## style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(STAMP)    ## mypy --strict and pyright strict over everything, and no public name without a type
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=. $(BIN)/pyright --verifytypes smaws_kms --ignoreexternal

drift: $(STAMP)    ## the generated package is what the generator writes
	$(BIN)/python -m codegen generate --check

licenses: $(STAMP) ## each package that an installation brings along has a licence that we allow
	$(BIN)/python -m tests.licenses

audit: $(STAMP)    ## none of them has a known vulnerability; without the database that is skipped
	@PIP_RETRIES=1 PIP_DEFAULT_TIMEOUT=15 $(MAKE) --no-print-directory $(OTHERS)/audit/.installed \
		>/dev/null 2>&1 || rm -rf $(OTHERS)/audit
	$(BIN)/python -m tests.audit $(OTHERS)/audit/bin/pip-audit

$(OTHERS)/audit/.installed: pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/audit,audit,)
	@touch $@

suites: $(STAMP)   ## botocore's archive, for the tests that others wrote; without a registry they are skipped
	$(BIN)/python -m tests.published.download

pytest: $(STAMP) suites  ## every test on the default Python, and those of whole calls on httpx's transports too
	$(BIN)/python -m pytest --numprocesses auto
	SMAWS_KMS_ENGINE=off $(BIN)/python -m pytest --numprocesses auto --quiet $(BY_BOTH)

fuzz: $(STAMP)     ## long forms: 10,000 signatures, 500 examples a class, 100,000 answers beside h11
	$(BIN)/python -m pytest --numprocesses auto --hypothesis-profile long tests/property
	FUZZ_CASES=100000 $(BIN)/python -m pytest --numprocesses auto tests/fuzz

coverage: $(STAMP) suites  ## every test, and every branch of hand-written code must have been taken
	$(BIN)/python -m pytest --numprocesses auto --cov --quiet

pythons: $(addprefix python-,$(OTHER_PYTHONS))  ## every test that depends on the Python on others, where they are

python-%:
	@set -e; \
	for python in python$* "$$HOME"/.pyenv/versions/$*.*/bin/python; do \
		if "$$python" -c pass 2>/dev/null; then found=$$python; fi; \
	done; \
	if [ -z "$${found:-}" ]; then echo "no Python $* here, so not tested on it"; exit 0; fi; \
	$(MAKE) --no-print-directory $(OTHERS)/$*/.installed FOUND="$$found"; \
	$(OTHERS)/$*/bin/python -m pytest --numprocesses auto --quiet $(BY_PYTHON)

# Botocore is pinned for our own tools, since the generated package is its model's; here it is not.
lowest:            ## unit and operations tests with the lowest dependencies that we declare
	rm -rf $(OTHERS)/lowest
	$(PYTHON) -m venv $(OTHERS)/lowest
	$(PYTHON) tests/lowest.py pyproject.toml >$(OTHERS)/lowest/constraints.txt
	$(OTHERS)/lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--constraint $(OTHERS)/lowest/constraints.txt --editable . $(TEST_TOOLS)
	$(OTHERS)/lowest/bin/python -m pytest --numprocesses auto --quiet tests/unit tests/operations

newest:            ## the same with the newest that there are, and with CPython 3.14 where it is
	rm -rf $(OTHERS)/newest
	$(PYTHON) -m venv $(OTHERS)/newest
	$(OTHERS)/newest/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--upgrade --upgrade-strategy eager --editable . $(TEST_TOOLS)
	$(OTHERS)/newest/bin/python -m pytest --numprocesses auto --quiet tests/unit tests/operations
	$(MAKE) --no-print-directory python-3.14

$(OTHERS)/%/.installed: pyproject.toml
	$(call environment,$(FOUND),$(OTHERS)/$*,tests,--editable .)
	@touch $@

wheel: $(STAMP)    ## the wheel holds the package only, the tests pass against it, and its types are seen
	rm -rf dist build/wheel
	$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	$(BIN)/python tests/wheel_contents.py dist/*.whl
	$(call environment,$(PYTHON),$(OTHERS)/wheel,tests,dist/*.whl)
	$(OTHERS)/wheel/bin/python -m pip install --quiet --no-deps --force-reinstall dist/*.whl
	mkdir -p build/wheel/tests
	cp pyproject.toml build/wheel
	cp -r tests/conftest.py tests/loops.py tests/lowest.py tests/wheel_user.py tests/unit tests/operations tests/integration build/wheel/tests
	cd build/wheel && ../../$(BIN)/mypy --strict --config-file= \
		--python-executable ../../$(OTHERS)/wheel/bin/python tests/wheel_user.py
	cd build/wheel && ../../$(OTHERS)/wheel/bin/python -m pytest --numprocesses auto --quiet

generate: $(STAMP) ## write the package and the tables of the reference from the model
	$(BIN)/python -m codegen generate
	$(BIN)/python -m codegen.reference

models: $(STAMP)   ## a client for every awsJson service that botocore ships: import and type-check; MODELS=folder of Smithy JSON ASTs
	$(BIN)/python -m tests.models.every_service build/models $(MODELS)

faults: $(STAMP)   ## write the page of faults from the cases, and what is repeated of which operation
	$(BIN)/python -m tests.faults.table

faultslong: $(STAMP) ## the tests of faults and concurrency in their long form: some minutes
	SMAWS_KMS_TESTS=long $(BIN)/python -m pytest --numprocesses auto tests/faults

adaptive: $(STAMP) ## measure the adaptive mode beside botocore's, and write its tables into the docs: some minutes
	$(BIN)/python -m tools.simulation.adaptive

# Else glibc keeps what large bodies took up, and raises the size from which it gives memory back:
# then nobody can tell what it keeps from what we do.
soak: $(STAMP)     ## 200,000 calls at once, 2 % of them into faults, charts in build/soak; ARGS="--calls N --seed N --threads"
	MALLOC_MMAP_THRESHOLD_=131072 $(BIN)/python -W error -m tools.soak --charts build/soak $(ARGS)

bench: $(STAMP)    ## processor time a call, beside aiobotocore, boto3 and capo-kms; ARGS="CALLS ROUNDS"
	@for peer in $(BENCH_PEERS); do \
		$(MAKE) --no-print-directory $(OTHERS)/bench-$$peer/.installed \
			|| { echo "$$peer cannot be installed here, so it is left out"; rm -rf $(OTHERS)/bench-$$peer; }; \
	done
	$(BIN)/python -m tests.benchmarks.run $(ARGS)

$(OTHERS)/bench-%/.installed: pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/bench-$*,bench-$*,)
	@touch $@

upgrade: $(STAMP)  ## take botocore's newest model, say what changes, write the package
	$(BIN)/python -m pip install --quiet --upgrade botocore
	$(BIN)/python -m codegen upgrade
	$(BIN)/python -m codegen.reference

model: $(STAMP)    ## take the model from the installed botocore
	$(BIN)/python -m codegen import-botocore

clean:             ## remove environments and caches
	rm -rf $(VENV) $(OTHERS) .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
