# shellcheck shell=bash
# bench and screenshot: programs of the end-to-end module, run on the built product.

E2E=$ROOT/tests/org.waystation.e2e/target

tool_command() {
  local state heap= result=0
  case "$1 ${2:-}" in "bench search" | "bench store") heap=-Xmx256m ;; esac # which is the goal for the whole of it
  ensure_java
  # shellcheck disable=SC2086
  ensure_packages $PACKAGES_TEST >&2
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES tests)
  if ! built tools "$state" || [ ! -d "$E2E/lib" ]; then
    say "Building, since sources changed …" >&2
    maven -q package -DskipTests >&2 || fail "the build failed, see above"
    remember_build tools "$state"
  fi
  ensure_test_display
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" $heap --enable-native-access=ALL-UNNAMED -cp "$E2E/classes:$E2E/lib/*" \
    "-Dwaystation.product=$(workstation_home)" "-Dwaystation.server.lib=$SERVER_LIB" \
    "-Dwaystation.driver=$ROOT/tests/org.waystation.driver/target" \
    "-Dwaystation.bench.kept=$STATE/bench" \
    "-Dwaystation.baseline=$ROOT/tests/org.waystation.e2e/baseline" \
    org.waystation.e2e.Main "$@" || result=$?
  stop_test_display
  exit "$result"
}
