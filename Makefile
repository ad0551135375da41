# The one front door. Each target sets up what it needs and does nothing twice: the stamps under target/stamps and the
# tools' own versions say what is there.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

export CARGO_HOME ?= $(HOME)/.cargo
export PATH := $(CURDIR)/node_modules/.bin:$(CARGO_HOME)/bin:$(PATH)
# npm's own chatter would hide what matters.
export npm_config_fund := false
export npm_config_audit := false
export npm_config_update_notifier := false

# The scanner for the browser must come out the same wherever it is built, so it may not hold this machine's folders.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(CURDIR)=/forepost --remap-path-prefix=$(CARGO_HOME)=/cargo

say = @printf '==> %s\n'

# Directories are named with their files, so that a file taken away counts as a change too.
tree = $(shell find $(1) -not -name '*.swp' 2>/dev/null)
SCANNER := Cargo.toml Cargo.lock build.rs rust-toolchain.toml $(call tree,src rules policies)
EXTENSION := package.json package-lock.json $(call tree,extension)
SITE := $(call tree,www)

STAMPS := target/stamps
WASM := target/wasm/forepost_bg.wasm
CLI := target/release/forepost
RUSTRICT := target/bench/rustrict/rustrict_bg.wasm
REGEXP := target/bench/regexp.json
BUILT := $(STAMPS)/bundles

.PHONY: help setup build run pictures docs test fuzz soak lint bench dist clean rust packages wasm-tools fuzz-tools browsers

help:
	@echo 'make setup   install what is missing: Rust, wasm and fuzzing tools, npm packages, both browsers'
	@echo 'make build   the scanner, the command line, the extension for both browsers and the site'
	@echo 'make run     show the extension at work (BROWSER=firefox for Firefox; headless in both without a display)'
	@echo 'make docs    docs/policies.md, from policies/'
	@echo 'make pictures the pictures of README.md, taken anew in both browsers'
	@echo 'make test    every test, in both browsers'
	@echo 'make fuzz    make up texts and scan them until one fails or Ctrl+C (FUZZ_SECONDS=600 for ten minutes)'
	@echo 'make soak    ten minutes of composers, a minute of rest and a thousand random edits an editor (SOAK_MINUTES=2 for two)'
	@echo 'make lint    formatting, clippy, types, biome and the check of the Firefox package'
	@echo 'make bench   measure beside others and in both browsers; the figures go to docs/performance.md too'
	@echo 'make dist    the packages for both stores, with their SHA-256 sums, under target/dist'
	@echo 'make clean   remove everything that was built'

setup: rust packages wasm-tools fuzz-tools browsers

# Each script answers at once when there is nothing to do.
rust:
	@tests/setup/rust.sh
packages:
	@tests/setup/packages.sh
wasm-tools: rust
	@tests/setup/wasm-tools.sh
fuzz-tools: rust
	@tests/setup/fuzz.sh
browsers:
	@tests/setup/browsers.sh

build: wasm-tools packages $(CLI) $(BUILT)

$(CLI): $(SCANNER) | rust
	$(say) 'Building the command line (about a minute the first time)'
	cargo build --release --locked --bin forepost
	@touch $@

$(WASM): $(SCANNER) | wasm-tools packages
	$(say) 'Building the scanner for the browser (about a minute the first time)'
	wasm-pack build --mode no-install --target web --release --no-pack --out-dir target/wasm --out-name forepost . -- --locked
	@touch $@

$(BUILT): $(WASM) $(EXTENSION) $(SITE) | packages
	$(say) 'Bundling the extension and the site'
	node extension/build.mjs
	@mkdir -p $(@D) && touch $@

run: build browsers
	node tests/show.mjs

# Without a display, so that both browsers are driven and photographed.
pictures: build browsers
	env -u DISPLAY -u WAYLAND_DISPLAY node tests/show.mjs
	@mkdir -p docs/pictures
	cp target/run/lexical-job-chrome.png docs/pictures/post-chromium.png
	cp target/run/textarea-birthday-firefox.png docs/pictures/birthday-firefox.png
	cp target/run/bio-bio-chrome.png docs/pictures/bio-chromium.png

docs: $(CLI)
	target/release/forepost policies --table > docs/policies.md

test: build browsers fuzz-tools
	node tests/run.mjs

# The tests do this for half a minute.
fuzz: fuzz-tools
	node tests/fuzz/run.mjs

# The tests do a little of both.
soak: build browsers
	node tests/soak.mjs
	EDIT_RUNS=8 node tests/run.mjs browser=editors-random

lint: build
	$(say) 'Rust: formatting'
	cargo fmt --check
	cargo fmt --check --manifest-path benches/rustrict/Cargo.toml
	cargo fmt --check --manifest-path tests/fuzz/Cargo.toml
	$(say) 'Rust: clippy, for this machine and for the browser'
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings
	$(say) 'TypeScript: types'
	tsc --noEmit
	$(say) 'TypeScript: biome'
	biome check --error-on-warnings
	$(say) 'Firefox package: web-ext lint'
	web-ext lint --no-config-discovery --no-input --warnings-as-errors --source-dir target/extension/firefox

# What is measured beside it has packages and a crate of its own, so that nothing else waits for them.
benches/node_modules/.package-lock.json: benches/package.json benches/package-lock.json
	$(say) 'Installing what is measured beside it'
	npm ci --ignore-scripts --prefix benches
	@touch $@

$(RUSTRICT): $(call tree,benches/rustrict) | wasm-tools packages
	$(say) 'Building rustrict for the browser'
	wasm-pack build --mode no-install --target web --release --no-pack --out-dir ../../$(@D) --out-name rustrict benches/rustrict -- --locked --target-dir $(CURDIR)/target/bench/cargo
	@touch $@

$(REGEXP): $(SCANNER) benches/regexp.rs | rust
	$(say) 'Writing the rules as plain JavaScript expressions'
	@mkdir -p $(@D)
	cargo run --release --locked --quiet --example regexp > $@

bench: build browsers benches/node_modules/.package-lock.json $(RUSTRICT) $(REGEXP)
	$(say) 'Measuring (about ten minutes; best with nothing else running)'
	node benches/run.mjs

dist: build
	$(say) 'Packing for the stores'
	node extension/pack.mjs
	web-ext lint --no-config-discovery --no-input --warnings-as-errors --source-dir target/extension/firefox

clean:
	rm -rf target
