#!/bin/bash
# cargo-fuzz, which knows the compiler's options for fuzzing, and the C++ compiler that builds libFuzzer.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh
. tests/setup/apt.sh

CARGO_FUZZ=0.13.2

have "${CXX:-c++}" || apt_install "Install a C++ compiler yourself; CXX names another than c++." g++
has() { [ "$(cargo fuzz --version 2>/dev/null | awk '{print $2}')" = "$CARGO_FUZZ" ]; }
if ! has; then
  say "Installing cargo-fuzz $CARGO_FUZZ (under a minute on two cores)"
  cargo install cargo-fuzz --version "=$CARGO_FUZZ" --locked --force --quiet
fi
has || stop "another cargo-fuzz is found first: $(command -v cargo-fuzz)" "Version $CARGO_FUZZ is in $CARGO_HOME/bin; remove the other from PATH."
