#!/bin/sh
# Chromium in a mount namespace of its own, where its administrator's policies lie in $MANAGED_POLICIES.
set -e
as_root=$([ "$(id -u)" = 0 ] || echo --map-root-user)
exec unshare $as_root --mount sh -c '
  mount -t tmpfs none /etc/chromium
  mkdir -p /etc/chromium/policies/managed
  mount --bind "$MANAGED_POLICIES" /etc/chromium/policies/managed
  exec "${CHROMIUM:-/usr/bin/chromium}" "$@"' chromium "$@"
