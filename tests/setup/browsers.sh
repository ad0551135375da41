#!/bin/bash
# Chromium and Firefox ESR with the fonts that the screenshots need, from Debian's packages when missing.
# CHROMIUM and FIREFOX name other installations.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh
. tests/setup/apt.sh

missing=()
have "${CHROMIUM:-chromium}" || missing+=(chromium)
have "${FIREFOX:-firefox-esr}" || missing+=(firefox-esr)
if have dpkg-query; then
  for font in fonts-noto-color-emoji fonts-liberation; do
    [ "$(dpkg-query -W -f '${Status}' "$font" 2>/dev/null)" = "install ok installed" ] || missing+=("$font")
  done
fi
[ ${#missing[@]} -eq 0 ] && exit 0
apt_install "Install Chromium and Firefox ESR yourself and name them: CHROMIUM=/path/to/chromium FIREFOX=/path/to/firefox make …" \
  "${missing[@]}"
