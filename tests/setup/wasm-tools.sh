#!/bin/bash
# wasm-pack, and wasm-bindgen in exactly the version of Cargo.lock: the two halves of the glue must agree.
# Both go to cargo's own folder, where the next clone finds them.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh

WASM_PACK=0.15.1

[ -f Cargo.lock ] || stop "Cargo.lock is missing, which names the wasm-bindgen version." "It is part of the repository: git checkout Cargo.lock"
wasm_bindgen=$(awk -F'"' '/^name = /{name=$2} /^version = / && name=="wasm-bindgen"{print $2; exit}' Cargo.lock)
[ -n "$wasm_bindgen" ] || stop "Cargo.lock names no wasm-bindgen." "The crate needs it for the browser: see Cargo.toml."

# has TOOL VERSION: whether that very version answers.
has() { [ "$("$1" --version 2>/dev/null | awk '{print $2}')" = "$2" ]; }

if ! has wasm-bindgen "$wasm_bindgen"; then
  say "Installing wasm-bindgen $wasm_bindgen (about four minutes on two cores)"
  # Without --locked: the lock file it ships with names an unpublished patch and cannot be used.
  cargo install wasm-bindgen-cli --version "=$wasm_bindgen" --force --quiet
fi
if ! has wasm-pack "$WASM_PACK"; then
  say "Installing wasm-pack $WASM_PACK (about two and a half minutes on two cores)"
  cargo install wasm-pack --version "=$WASM_PACK" --locked --force --quiet
fi
has wasm-bindgen "$wasm_bindgen" || stop "another wasm-bindgen is found first: $(command -v wasm-bindgen)" "Version $wasm_bindgen is in $CARGO_HOME/bin; remove the other from PATH."
has wasm-pack "$WASM_PACK" || stop "another wasm-pack is found first: $(command -v wasm-pack)" "Version $WASM_PACK is in $CARGO_HOME/bin; remove the other from PATH."
