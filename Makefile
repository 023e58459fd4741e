# make sample   set up this machine and publish examples/ into output/, in release mode
# make test     set up, then run every test against the installed wheel
# make check    style, types, import directions and the reference pages
# make lock     write requirements.lock anew from pyproject.toml (needs the network)
# make setup    only set up: system libraries, .venv, the wheel, Java and veraPDF
#               (make test also brings Chromium, axe-core, the HTML checker and Ghostscript)
#
# Everything works a second time at once and without network: see tools/set_up.py.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
TESTS ?= tests
SHARED ?= $(CURDIR)/../shared

.PHONY: sample test test-programs test-rooms check lock setup setup-tests reference

sample: setup
	$(BIN)/publish build examples --output output --release

# Two halves at once, on two cores: the tests that start programs or judge hostile files, and all
# others.
# From an empty folder: beside the checkout, its publish/ would hide the installed wheel.
# The checkout may lie in a folder whose name has spaces.
PROGRAMS := tests/cli tests/docs tests/hostile tests/impose tests/press tests/web
pytest = root=$$PWD && empty=$$(mktemp -d) && cd "$$empty" && \
	env -u PYTHONPATH PUBLISH_INSTALLED=1 PUBLISH_SHARED="$(SHARED)" \
	"$$root/$(BIN)/python" -m pytest --rootdir "$$root" -c "$$root/pyproject.toml" \
	-p no:cacheprovider $(foreach test,$(1),"$$root/$(test)") $(2) $(ARGS); \
	ended=$$?; rm -rf "$$empty"; exit $$ended

test: setup-tests
ifeq ($(TESTS),tests)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target --keep-going \
	test-programs test-rooms
else
	@$(call pytest,$(TESTS))
endif

test-programs:
	@$(call pytest,$(PROGRAMS))

test-rooms:
	@$(call pytest,tests,$(foreach part,$(PROGRAMS),--ignore "$$root/$(part)"))

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/make_reference.py --check

reference: setup
	$(BIN)/python docs/make_reference.py

lock: setup
	$(BIN)/python tools/lock.py

setup:
	@test -n "$(PYTHON)" || { echo "publish needs Python 3.11 or newer; none was found." >&2; exit 3; }
	@$(PYTHON) tools/set_up.py

setup-tests:
	@test -n "$(PYTHON)" || { echo "publish needs Python 3.11 or newer; none was found." >&2; exit 3; }
	@$(PYTHON) tools/set_up.py --tests
