#!/bin/sh
# Makes the environment: uv where it is missing, then everything from uv.lock. Says what it does; one line when it cannot.
set -eu
cd "$(dirname "$0")/.."

python=$(command -v python3.11 || true)
if [ -z "$python" ]; then
  echo "Python 3.11 ontbreekt. Installeer Python 3.11 en probeer het opnieuw." >&2
  exit 1
fi
vrij=$(df -Pk . | awk 'NR==2 {print $4}')
if [ "$vrij" -lt 6000000 ] && [ ! -d .venv ]; then
  echo "Te weinig schijfruimte: er is 6 GB nodig. Maak ruimte vrij en probeer het opnieuw." >&2
  exit 1
fi
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
  if [ ! -x .uv/bin/uv ]; then
    echo "uv installeren (in .uv)…"
    "$python" -m venv .uv
    .uv/bin/pip install --quiet --disable-pip-version-check uv
  fi
  uv=.uv/bin/uv
fi
echo "Pakketten installeren uit uv.lock (eerste keer een paar minuten)…"
"$uv" sync --locked --python "$python"
touch .venv/klaar
