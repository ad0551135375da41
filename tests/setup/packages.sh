#!/bin/bash
# The npm packages of package-lock.json. Installed again only when what is there differs from the lock file.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup/say.sh

have node || stop "node is missing (20.9 or newer)." "On Debian 13: apt-get install nodejs npm; otherwise see https://nodejs.org"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 9) ? 0 : 1)' ||
  stop "node $(node --version) is too old; 20.9 or newer is needed." "See https://nodejs.org"

node tests/setup/packages.mjs && exit 0
have npm || stop "npm is missing." "On Debian: apt-get install npm; it also comes with https://nodejs.org"
say "Installing the npm packages (about half a minute)"
npm ci --no-fund --no-audit --loglevel=error </dev/null
node tests/setup/packages.mjs || stop "npm ci ended, but node_modules differs from package-lock.json." "Remove node_modules and run make again."
