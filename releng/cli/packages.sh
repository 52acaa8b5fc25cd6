# shellcheck shell=bash
# The system packages of Debian and Ubuntu. On other systems nothing is installed; ./waystation doctor tells.

PACKAGES_WINDOW='libgtk-3-0 fonts-dejavu-core fonts-inter fonts-jetbrains-mono adwaita-icon-theme'
# A real Request Tracker; its database is SQLite, and nullmailer only stands in for a mail server.
PACKAGES_TRACKER='dbconfig-no-thanks nullmailer request-tracker5 rt5-db-sqlite rt5-standalone'
PACKAGES_TEST="$PACKAGES_WINDOW xvfb xauth openbox libwebkit2gtk-4.1-0 dbus-x11 openssh-server xdotool $PACKAGES_TRACKER"

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

# What its packages would ask: nothing of them is started, and no database is made.
preseed_tracker() {
  has debconf-set-selections || return 0
  $1 debconf-set-selections <<- 'END'
	nullmailer shared/mailname string localhost
	nullmailer nullmailer/relayhost string localhost
	request-tracker5 request-tracker5/rtname string localhost
	request-tracker5 request-tracker5/organization string localhost
	request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1
	request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
	request-tracker5 request-tracker5/install-cronjobs boolean false
	request-tracker5 request-tracker5/initial-root-password-blank boolean true
	END
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
  case " $* " in *' request-tracker5 '*) preseed_tracker "$root" ;; esac
  $root apt-get -o "$lock" update -qq || fail "apt-get update failed, see above"
  $root env DEBIAN_FRONTEND=noninteractive apt-get -o "$lock" install -y -qq --no-install-recommends "$@" > /dev/null \
    || fail "apt-get install failed, see above"
}
