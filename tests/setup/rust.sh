#!/bin/bash
# The Rust toolchain of rust-toolchain.toml, with its components and the target for the browser.
# Named explicitly because rustup's automatic installs may be off.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh

have rustup || stop "rustup is missing." "It installs the Rust version that this project pins: see https://rustup.rs, then run make again."

channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
target=wasm32-unknown-unknown

if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
  say "Installing Rust $channel (about a minute)"
  rustup toolchain install "$channel" --profile minimal --component clippy --component rustfmt --target "$target" --no-self-update ||
    stop "Rust $channel could not be installed." "rustup toolchain install $channel says why."
fi

installed=$(rustup component list --installed --toolchain "$channel")
for component in clippy rustfmt; do
  if ! grep -q "^$component" <<<"$installed"; then
    say "Installing $component for Rust $channel"
    rustup component add "$component" --toolchain "$channel"
  fi
done
if ! grep -q "^rust-std-$target" <<<"$installed"; then
  say "Installing the $target target for Rust $channel"
  rustup target add "$target" --toolchain "$channel"
fi
have cc || stop "A C linker (cc) is missing, which Rust needs." "On Debian: apt-get install --no-install-recommends gcc libc6-dev"
