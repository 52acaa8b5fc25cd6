# shellcheck shell=bash
# The JDK that builds and runs everything here.

# shellcheck source=../../features/org.waystation.workstation.feature/rootfiles/common/find-java.sh
. "$ROOT/features/org.waystation.workstation.feature/rootfiles/common/find-java.sh"

JAVA_NEEDED=21

# Sets and exports JAVA_HOME to a JDK that is new enough; installs one from Debian's packages where there is one.
ensure_java() {
  local home package
  if ! home=$(find_java "$JAVA_NEEDED" javac); then
    package=$(java_package)
    [ -z "$package" ] || install_packages "$package"
    home=$(find_java "$JAVA_NEEDED" javac) || fail "$(java_missing)"
  fi
  export JAVA_HOME=$home
}

java_missing() {
  local found=''
  has java && found=" (the java on the PATH is $(java_version "$(java_home_on_path java)"))"
  say "no JDK $JAVA_NEEDED or newer found$found; install one, for example Eclipse Temurin, and set JAVA_HOME to its folder if it is in none of the usual places"
}

# The newest JDK package that this system's repositories offer, or nothing.
java_package() {
  on_debian || return 0
  local package
  for package in openjdk-25-jdk-headless openjdk-21-jdk-headless temurin-25-jdk temurin-21-jdk; do
    if apt-cache policy "$package" 2> /dev/null | grep -q 'Candidate: [0-9]'; then
      say "$package"
      return 0
    fi
  done
}
