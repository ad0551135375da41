# Shared by the setup scripts: packages of Debian and its kin. Read say.sh first.

# apt_install HOW PACKAGE…: installs them, or stops and says HOW else they can be had.
apt_install() {
  local how=$1 as_root=()
  shift
  have apt-get || stop "missing: $*" "This machine has no apt-get. $how"
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || stop "missing: $*" "Installing them needs root: sudo apt-get install --no-install-recommends $*"
    as_root=(sudo -n)
  fi
  say "Installing $* (a minute or two)"
  mkdir -p target
  "${as_root[@]}" apt-get update -qq </dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >target/apt.log 2>&1 || {
    tail -n 20 target/apt.log >&2
    stop "apt-get could not install: $*" "Its last lines are above."
  }
}
