# shellcheck shell=bash
# The system packages of Debian and Ubuntu. On other systems nothing is installed; ./waystation doctor tells.

PACKAGES_WINDOW='libgtk-3-0 fonts-dejavu-core fonts-inter fonts-jetbrains-mono adwaita-icon-theme'
PACKAGES_TEST="$PACKAGES_WINDOW xvfb xauth openbox libwebkit2gtk-4.1-0 dbus-x11 openssh-server xdotool"

on_debian() { on_linux && has apt-get && has dpkg-query; }

# Ubuntu 24.04 and Debian 13 renamed some libraries by the suffix t64.
installed() {
  local states
  states=$(dpkg-query -W -f '${db:Status-Status} ' "$1" "${1}t64" 2> /dev/null || true)
  case " $states" in *' installed '*) return 0 ;; *) return 1 ;; esac
}

missing_packages() {
  local package
  for package in "$@"; do
    installed "$package" || printf '%s ' "$package"
  done
}

ensure_packages() {
  on_debian || return 0
  local missing
  missing=$(missing_packages "$@")
  # The list is split into words on purpose.
  # shellcheck disable=SC2086
  [ -z "$missing" ] || install_packages $missing
}

install_packages() {
  local root='' lock='DPkg::Lock::Timeout=300'
  if [ "$(id -u)" -ne 0 ]; then
    if has sudo && sudo -n true 2> /dev/null; then
      root=sudo
    else
      fail "missing system packages; install them with: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    fi
  fi
  say "Installing system packages: $*"
  $root apt-get -o "$lock" update -qq || fail "apt-get update failed, see above"
  $root env DEBIAN_FRONTEND=noninteractive apt-get -o "$lock" install -y -qq --no-install-recommends "$@" > /dev/null \
    || fail "apt-get install failed, see above"
}
