# shellcheck shell=bash
# doctor: what is here, what is missing, what to do.

DOCTOR_RESULT=0

found() { printf '  ok       %-16s %s\n' "$1" "$2"; }
note() { printf '  note     %-16s %s\n' "$1" "$2"; }
missing() { printf '  missing  %-16s %s\n' "$1" "$2"; DOCTOR_RESULT=1; }

doctor_command() {
  no_arguments doctor "$@"
  say "Waystation on $SYSTEM $(uname -m):"
  doctor_java
  doctor_maven
  doctor_packages
  doctor_display
  doctor_disk
  doctor_ports
  doctor_build
  exit "$DOCTOR_RESULT"
}

doctor_java() {
  local home
  if home=$(find_java "$JAVA_NEEDED" javac); then
    found JDK "$(java_version "$home") in $home"
  else
    missing JDK "$(java_missing)"
  fi
}

doctor_maven() {
  local version
  version=$(sed -n 's#.*/apache-maven-\([0-9.]*\)-bin.*#\1#p' "$ROOT/.mvn/wrapper/maven-wrapper.properties")
  if [ -d "${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$version" ]; then
    found Maven "$version, fetched by ./mvnw"
  elif has curl || has wget; then
    note Maven "$version will be fetched by ./mvnw from Maven Central at the first build"
  else
    missing Maven "./mvnw needs curl or wget to fetch Maven $version"
  fi
}

doctor_packages() {
  if ! on_debian; then
    note packages "not Debian or Ubuntu: GTK 3 and, for tests without a display, Xvfb and openbox are up to you"
    return
  fi
  local lacking
  # shellcheck disable=SC2086
  lacking=$(missing_packages $PACKAGES_TEST)
  if [ -z "$lacking" ]; then
    found packages "all installed"
  else
    missing packages "sudo apt-get install -y --no-install-recommends ${lacking% }"
  fi
}

doctor_display() {
  if has_display; then
    found display "${DISPLAY:-${WAYLAND_DISPLAY:-the desktop of this system}}"
  elif has Xvfb; then
    note display "none: run needs one, test makes its own"
  else
    missing display "none, and no Xvfb: test needs the package xvfb"
  fi
}

doctor_disk() {
  local free
  free=$(df -Pk "$ROOT" | awk 'NR == 2 { print int($4 / 1024 / 1024) }')
  if [ "$free" -ge 5 ]; then
    found disk "$free GB free"
  else
    missing disk "$free GB free; building and the sample data want 5 GB"
  fi
}

# The server binds a free loopback port by itself; what can be wrong is the loopback address.
doctor_ports() {
  local answer
  # Port 9 is free on any machine of today: being refused is an answer too.
  answer=$( (exec 3<> /dev/tcp/127.0.0.1/9) 2>&1 && say open || true)
  if case $answer in *refused* | *open*) true ;; *) false ;; esac; then
    found loopback "127.0.0.1 answers; run takes any free port of it"
  else
    missing loopback "127.0.0.1 does not answer; the server cannot be reached"
  fi
}

doctor_build() {
  # shellcheck disable=SC2086
  if built product "$(source_state $SOURCES)"; then
    found build "up to date: run goes straight to the window"
  else
    note build "sources changed or nothing built yet: run builds first"
  fi
}
