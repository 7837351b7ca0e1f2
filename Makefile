# Everything a developer types. `make help` shows this list.
.DEFAULT_GOAL := help
.PHONY: help demo chat test check train bench evaluate model serve klaar

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --no-sync
SPACY_NL := https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.7.0/nl_core_news_sm-3.7.0-py3-none-any.whl
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export TOKENIZERS_PARALLELISM := false

help: ## deze lijst
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

klaar: .venv/klaar

.venv/klaar: pyproject.toml uv.lock
	@sh scripts/installeer.sh

demo: klaar ## speel één hele casus, van de eerste zin tot de overdracht
	@$(RUN) wijkbrug demo

chat: klaar ## praat zelf met Wijkbrug (vraagt je rol)
	@$(RUN) wijkbrug train --alleen-als-nodig && $(RUN) wijkbrug chat

test: klaar ## alle tests, op SQLite en PostgreSQL (hoogstens 15 minuten)
	@$(RUN) wijkbrug train --alleen-als-nodig && $(RUN) pytest

check: klaar ## opmaak, types, huisregels, trainingsdata, snelle tests (ongeveer anderhalve minuut)
	@$(RUN) ruff format --check . && $(RUN) ruff check . && $(RUN) mypy && $(RUN) pytest -m "not model and not postgres and not telegram and not browser and not traag" -q

train: klaar ## train het taalmodel
	@$(RUN) wijkbrug train

bench: klaar ## meet snelheid en geheugen; schrijft benchmarks/uitslag.md en benchmarks/uitslag-telegram.md (anderhalf uur)
	@$(RUN) wijkbrug train --alleen-als-nodig && $(RUN) python -m benchmarks.bench

evaluate: klaar ## meet hoe goed berichten worden begrepen; schrijft docs/begrip.md (ongeveer een kwartier)
	@$(RUN) wijkbrug train && $(RUN) python -m benchmarks.evalueer

model: klaar ## haal het officiële Nederlandse spaCy-model, als dat bereikbaar is
	@$(UV) pip install --quiet $(SPACY_NL) || echo "Het officiële model is hier niet te bereiken. make train bouwt de eigen Nederlandse pijplijn; alles werkt."

serve: klaar ## start Wijkbrug voor Telegram
	@$(RUN) wijkbrug train --alleen-als-nodig && $(RUN) wijkbrug serve
