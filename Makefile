# Start with `make demo` and `make test`; `make help` lists all targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OTHERS := .venvs
OTHER_PYTHONS ?= 3.12 3.13
# Tests wait for servers, timeouts and processes half of the time: three workers a core.
WORKERS ?= $(shell expr 3 \* $$(getconf _NPROCESSORS_ONLN))
# Tests of whole calls, which run a second time on httpx's transports. Before a release, more of them:
# make pytest ON_HTTPX="tests/operations tests/integration"
ON_HTTPX ?= tests/operations
# Tests that run on the other Pythons too: on 3.12, between two that run more, only whole calls. All that can depend on the Python (4 minutes for each), before a release:
# make pythons ON_OTHER_PYTHONS="tests/unit tests/operations tests/faults tests/property tests/conformance tests/fuzz"
ON_OTHER_PYTHONS ?= $(if $(filter 3.12,$*),,tests/unit $(SLOW_UNIT_TESTS)) tests/operations
TEST_TOOLS := pytest pytest-xdist trustme trio respx hypothesis anyio uvloop "moto[server,kms]"
BENCH_PEERS := aiobotocore boto3 capo-kms
# Ours too: the interpreter starts slower in an environment with all tools.
BENCH_OWN := $(OTHERS)/bench-smaws-kms/.installed

.DEFAULT_GOAL := help
# Tests that run against the wheel: operations, and what depends on the files in it.
WITH_WHEEL := tests/operations \
	$(addprefix tests/unit/, test_exports.py test_introspection.py test_lazily_loaded.py test_pickles.py test_lowest.py)
# Unit tests that `make quick` leaves out: they start processes, use real sockets, or search every frame for
# secrets. They take three quarters of the time of all unit tests.
SLOW_UNIT_TESTS := $(addprefix --ignore=tests/unit/, redaction http11 test_exports.py \
	auth/test_chain_guard.py auth/test_credential_process.py config/test_regions.py http/test_httpx2.py \
	http/test_proxied_calls.py http/test_proxy_failures.py)

.PHONY: help quick demo test lint types drift licenses audit suites pytest fuzz coverage pythons wheel generate model texts \
	upgrade models faults faultslong adaptive lowest newest soak bench mutants clean

help:              ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /'

quick: $(STAMP)    ## while you edit, about 30 seconds: style, mypy, and the fast unit tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --quiet --no-header tests/unit $(SLOW_UNIT_TESTS)

demo: $(STAMP)     ## set up, then run every kind of call against a KMS-compatible server on this machine
	$(BIN)/python docs/examples/tour.py $(ARGS)

test: lint types drift licenses audit pytest pythons wheel  ## set up, then all checks that a change must pass: 10 to 14 minutes

# Dependency groups need pip 25.1; a new venv has the older pip of its Python.
# --no-compile: compiling all of moto takes much longer than compiling the modules that tests import.
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

types: $(STAMP)    ## mypy --strict and pyright strict; every public name has a type
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=. $(BIN)/pyright --verifytypes smaws_kms --ignoreexternal

drift: $(STAMP)    ## the generated package equals the output of the generator
	$(BIN)/python -m codegen generate --check

licenses: $(STAMP) ## every dependency has an allowed licence
	$(BIN)/python -m tests.licenses

audit: $(STAMP)    ## no dependency has a known vulnerability; skipped without access to the database
	@PIP_RETRIES=1 PIP_DEFAULT_TIMEOUT=15 $(MAKE) --no-print-directory $(OTHERS)/audit/.installed \
		>/dev/null 2>&1 || rm -rf $(OTHERS)/audit
	$(BIN)/python -m tests.audit $(OTHERS)/audit/bin/pip-audit

$(OTHERS)/audit/.installed: pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/audit,audit,)
	@touch $@

suites: $(STAMP)   ## download botocore's archive for the tests in it; they are skipped without a registry
	$(BIN)/python -m tests.published.download

pytest: $(STAMP) suites  ## every test; tests of whole calls also on httpx's transports
	$(BIN)/python -m pytest --numprocesses $(WORKERS)
	SMAWS_KMS_ENGINE=off $(BIN)/python -m pytest --numprocesses $(WORKERS) --quiet $(ON_HTTPX)

fuzz: $(STAMP)     ## long form: 10,000 signatures, 500 examples for each class, 100,000 responses compared with h11
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --hypothesis-profile long tests/property
	FUZZ_CASES=100000 $(BIN)/python -m pytest --numprocesses $(WORKERS) tests/fuzz

coverage: $(STAMP) suites  ## every test; fails if they do not cover every branch of hand-written code
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --cov --quiet

pythons: $(addprefix python-,$(OTHER_PYTHONS))  ## operations on 3.12 and 3.13 if installed, on 3.13 the fast unit tests too

python-%:
	@set -e; \
	for python in python$* "$$HOME"/.pyenv/versions/$*.*/bin/python; do \
		if "$$python" -c pass 2>/dev/null; then found=$$python; fi; \
	done; \
	if [ -z "$${found:-}" ]; then echo "Python $* is not installed, so it is not tested"; exit 0; fi; \
	$(MAKE) --no-print-directory $(OTHERS)/$*/.installed FOUND="$$found"; \
	$(OTHERS)/$*/bin/python -m pytest --numprocesses $(WORKERS) --quiet $(ON_OTHER_PYTHONS)

# The dev tools pin botocore, because the generated package follows its model; here it is not pinned.
lowest:            ## unit and operations tests with the lowest versions of all dependencies
	rm -rf $(OTHERS)/lowest
	$(PYTHON) -m venv $(OTHERS)/lowest
	$(PYTHON) tests/lowest.py pyproject.toml >$(OTHERS)/lowest/constraints.txt
	$(OTHERS)/lowest/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--constraint $(OTHERS)/lowest/constraints.txt --editable . $(TEST_TOOLS)
	$(OTHERS)/lowest/bin/python -m pytest --numprocesses $(WORKERS) --quiet tests/unit tests/operations

newest:            ## the same with the newest versions, and on CPython 3.14 if installed
	rm -rf $(OTHERS)/newest
	$(PYTHON) -m venv $(OTHERS)/newest
	$(OTHERS)/newest/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
		--upgrade --upgrade-strategy eager --editable . $(TEST_TOOLS)
	$(OTHERS)/newest/bin/python -m pytest --numprocesses $(WORKERS) --quiet tests/unit tests/operations
	$(MAKE) --no-print-directory python-3.14

$(OTHERS)/%/.installed: pyproject.toml
	$(call environment,$(FOUND),$(OTHERS)/$*,tests --group codegen,--editable .)
	@touch $@

wheel: $(STAMP)    ## the wheel contains only the package and its types, and tests pass with it installed
	rm -rf dist build/wheel
	$(BIN)/python -m build --wheel --no-isolation --outdir dist . >/dev/null
	$(BIN)/python tests/wheel_contents.py dist/*.whl
	$(call environment,$(PYTHON),$(OTHERS)/wheel,tests,dist/*.whl)
	$(OTHERS)/wheel/bin/python -m pip install --quiet --no-deps --force-reinstall dist/*.whl
	mkdir -p build/wheel/tests
	cp pyproject.toml build/wheel
	cp -r tests/conftest.py tests/loops.py tests/patience.py tests/lowest.py tests/wheel_user.py tests/unit tests/operations build/wheel/tests
	mkdir -p build/wheel/tests/typing && cp -r tests/typing/programs build/wheel/tests/typing
	cd build/wheel && ../../$(BIN)/mypy --strict --config-file= \
		--python-executable ../../$(OTHERS)/wheel/bin/python tests/wheel_user.py
	cd build/wheel && ../../$(OTHERS)/wheel/bin/python -m pytest --numprocesses $(WORKERS) --quiet $(WITH_WHEEL)

generate: $(STAMP) ## generate the package and the reference tables from the model
	$(BIN)/python -m codegen generate
	$(BIN)/python -m codegen.reference

models: $(STAMP)   ## generate, import and type-check a client for every awsJson service of botocore; MODELS=folder of Smithy JSON ASTs
	$(BIN)/python -m tests.models.every_service build/models $(MODELS)

texts: $(STAMP)    ## write tests/texts/texts.txt, the snapshot of every text that a user can meet
	$(BIN)/python -m tests.texts

faults: $(STAMP)   ## generate the documentation page about faults, and the tables about retries
	$(BIN)/python -m tests.faults.table

faultslong: $(STAMP) ## the tests of faults and concurrency in their long form: some minutes
	SMAWS_KMS_TESTS=long $(BIN)/python -m pytest --numprocesses $(WORKERS) tests/faults

adaptive: $(STAMP) ## measure the adaptive mode against botocore's, and update the documentation: some minutes
	$(BIN)/python -m tools.simulation.adaptive

# Without this setting, glibc keeps the memory of large bodies, which would hide a leak of the package.
soak: $(STAMP)     ## 200,000 calls, 64 at a time, 2 % with faults; charts in build/soak; ARGS="--calls N --seed N --threads"
	MALLOC_MMAP_THRESHOLD_=131072 $(BIN)/python -W error -m tools.soak --charts build/soak $(ARGS)

# BENCH_NGINX=PATH names an nginx; without one, a light server of tests/benchmarks serves.
bench: $(STAMP) $(BENCH_OWN)    ## compare with other clients and update docs/benchmarks.md, about 20 minutes; ARGS="--only async,start --rounds 3 --calls 500"
	@for peer in $(BENCH_PEERS); do \
		$(MAKE) --no-print-directory $(OTHERS)/bench-$$peer/.installed \
			|| { echo "$$peer cannot be installed here, so it is not measured"; rm -rf $(OTHERS)/bench-$$peer; }; \
	done
	$(BIN)/python -m tests.benchmarks.run $(ARGS)

# Only its dependencies count: the benchmark imports the package from the checkout.
$(BENCH_OWN): pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/bench-smaws-kms,bench-smaws-kms,.)
	@touch $@

$(OTHERS)/bench-%/.installed: pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/bench-$*,bench-$*,)
	@touch $@

# Some minutes for a room, so not part of `make test`. pyproject.toml says which modules it changes.
ROOM ?= retry
mutants: $(OTHERS)/mutants/.installed  ## change code in small ways and see whether tests notice; ROOM=auth, http11 or serde instead of retry
	$(OTHERS)/mutants/bin/mutmut run --max-children 2 "smaws_kms._runtime.$(ROOM).*"
	$(OTHERS)/mutants/bin/mutmut results

$(OTHERS)/mutants/.installed: pyproject.toml
	$(call environment,$(PYTHON),$(OTHERS)/mutants,mutants,--editable .)
	@touch $@

upgrade: $(STAMP)  ## install the newest botocore, report changes of the model, generate the package
	$(BIN)/python -m pip install --quiet --upgrade botocore
	$(BIN)/python -m codegen upgrade
	$(BIN)/python -m codegen.reference

model: $(STAMP)    ## import the model from the installed botocore
	$(BIN)/python -m codegen import-botocore

clean:             ## remove environments and caches
	rm -rf $(VENV) $(OTHERS) .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis mutants
