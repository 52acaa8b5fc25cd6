# shellcheck shell=bash
# simulate, and the benchmarks of sync: programs of the simulation module.

SIMULATION=$ROOT/tests/org.waystation.simulation/target

simulation_command() {
  local state heap=1g
  [ "$1" != bench ] || heap=244m # 256 million bytes, which is the goal for the whole of it
  ensure_java
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES tests/org.waystation.simulation)
  # Not `built`, which asks for the workstation too: nothing here needs it.
  if [ "$(cat "$STATE/built-simulation" 2> /dev/null)" != "$state" ] || [ ! -d "$SIMULATION/lib" ]; then
    say "Building, since sources changed …" >&2
    maven -q package -DskipTests -pl :org.waystation.simulation -am >&2 || fail "the build failed, see above"
    remember_build simulation "$state"
  fi
  exec "$JAVA_HOME/bin/java" "-Xmx$heap" --enable-native-access=ALL-UNNAMED \
    -cp "$SIMULATION/classes:$SIMULATION/lib/*" "-Dwaystation.server.lib=$SERVER_LIB" \
    org.waystation.simulation.Main "$@"
}

bench_command() {
  case ${2:-} in
    sync | push | delta) simulation_command "$@" ;;
    rt) shift 2; tracker_bench_command "$@" ;;
    server) shift 2; server_bench_command "$@" ;;
    *) tool_command "$@" ;;
  esac
}

# The first sync from a real Request Tracker, which it starts itself.
tracker_bench_command() {
  local module=$ROOT/tests/org.waystation.backend.rt.tests/target
  ensure_java
  # shellcheck disable=SC2086
  ensure_packages $PACKAGES_TRACKER
  say "Building …" >&2
  maven -q package -DskipTests -pl :org.waystation.backend.rt.tests -am >&2 || fail "the build failed, see above"
  exec "$JAVA_HOME/bin/java" -Xmx256m --enable-native-access=ALL-UNNAMED \
    -cp "$module/classes:$module/lib/*" org.waystation.rt.proof.Bench "$@"
}
