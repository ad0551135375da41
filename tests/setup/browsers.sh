#!/bin/bash
# Chromium and Firefox ESR with the fonts that the screenshots need, from Debian's packages when missing.
# CHROMIUM and FIREFOX name other installations.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh

missing=()
have "${CHROMIUM:-chromium}" || missing+=(chromium)
have "${FIREFOX:-firefox-esr}" || missing+=(firefox-esr)
if have dpkg-query; then
  for font in fonts-noto-color-emoji fonts-liberation; do
    [ "$(dpkg-query -W -f '${Status}' "$font" 2>/dev/null)" = "install ok installed" ] || missing+=("$font")
  done
fi
[ ${#missing[@]} -eq 0 ] && exit 0

have apt-get || stop "missing: ${missing[*]}" "This machine has no apt-get. Install Chromium and Firefox ESR yourself and name them:" \
  "CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox make …"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  sudo -n true 2>/dev/null || stop "missing: ${missing[*]}" "Installing them needs root: sudo apt-get install --no-install-recommends ${missing[*]}"
  as_root=(sudo -n)
fi
say "Installing ${missing[*]} (a minute or two)"
mkdir -p target
"${as_root[@]}" apt-get update -qq </dev/null
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >target/apt.log 2>&1 || {
  tail -n 20 target/apt.log >&2
  stop "apt-get could not install: ${missing[*]}" "Its last lines are above."
}
