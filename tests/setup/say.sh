# Shared by the setup scripts: one way to tell and one way to stop.

say() { printf '==> %s\n' "$*"; }

# stop WHAT HOW: what is missing, and how to get it.
stop() {
  printf 'setup: %s\n' "$1" >&2
  shift
  printf '       %s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }
