# Sanad: `make run` starts a helpline, `make test` tests it. Both set up what they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help
SERVICE := .venv/service/bin/python
ASSISTANT := .venv/assistant/bin/python
UV := .venv/uv/bin/uv
export PYTHONPATH := $(CURDIR)
export UV_PYTHON_PREFERENCE ?= system

.PHONY: help run setup train triage-model test lint format lock invite browsers servers check-directory clean

help: ## Show what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

run: setup train ## Set everything up and start the helpline
	@$(SERVICE) -m sanad run

setup: .venv/service/.synced .venv/assistant/.synced ## Make both environments from the hashed locks

train: .venv/assistant/.synced ## Train the assistant, if its inputs changed
	@PYTHONWARNINGS=ignore $(ASSISTANT) scripts/train_model.py

triage-model: .venv/assistant/.synced ## Train the second opinion of triage anew, after a change to rules or examples
	@$(ASSISTANT) scripts/train_triage.py

test: .venv/service/.synced-dev .venv/assistant/.synced servers node_modules/.synced train ## Set everything up and run every test
	@$(MAKE) --no-print-directory lint
	@$(SERVICE) -m pytest

lint: .venv/service/.synced-dev ## Check style, types, imports and spelling
	@scripts/lint

format: .venv/service/.synced-dev ## Put the code into one format
	@.venv/service/bin/ruff check --fix-only --quiet . ; .venv/service/bin/ruff format --quiet .

invite: .venv/service/.synced ## Print a one-time link that makes a supervisor's account
	@$(SERVICE) -m sanad invite

lock: $(UV) ## Lock all dependencies anew, with hashes
	@scripts/lock

check-directory: .venv/service/.synced ## List numbers that are old, unsure or never tried
	@$(SERVICE) -m scripts.check_directory

clean: ## Remove environments and caches; the data in var/ stays
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

servers:
	@scripts/install_servers

$(UV):
	@scripts/install_uv

.venv/service/.synced: requirements/service.txt $(UV)
	@scripts/make_environment service 3.13 requirements/service.txt
	@rm -f .venv/service/.synced-dev && touch $@

.venv/service/.synced-dev: requirements/dev.txt $(UV)
	@scripts/make_environment service 3.13 requirements/dev.txt
	@touch .venv/service/.synced $@

.venv/assistant/.synced: requirements/assistant.txt $(UV)
	@scripts/make_environment assistant 3.10 requirements/assistant.txt
	@touch $@

node_modules/.synced: package-lock.json
	@echo "Installing the browser tests' libraries …"
	@npm ci --silent --no-audit --no-fund && touch $@
