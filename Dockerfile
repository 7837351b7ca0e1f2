# Wijkbrug for a gemeente: the environment and the trained model are made in the first stage; the second holds only what
# runs, as an ordinary user, and works on a read-only file system (see compose.yaml and docs/productie.md).
FROM python:3.11-slim-bookworm AS bouw
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
ENV UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-dev --no-install-project
COPY . .
RUN uv sync --locked --no-dev && uv run --no-sync wijkbrug train && rm -rf var .rasa

FROM python:3.11-slim-bookworm
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 \
    HOME=/tmp MPLCONFIGDIR=/tmp \
    WIJKBRUG_OMGEVING=productie WIJKBRUG_VAR_MAP=/var/lib/wijkbrug WIJKBRUG_HTTP_ADRES=0.0.0.0:8080
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin wijkbrug \
    && install -d -o wijkbrug -g wijkbrug -m 0700 /var/lib/wijkbrug
COPY --from=bouw /app /app
WORKDIR /app
USER 10001
VOLUME /var/lib/wijkbrug
EXPOSE 8080
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/gezond', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["wijkbrug"]
CMD ["serve"]
