# shellcheck shell=bash
# conformance and fuzz: programs of the conformance module, against a server that is named or one of their own.

CONFORMANCE=$ROOT/tests/org.waystation.conformance/target

# What a fuzzed server may have at most: a bomb that goes off ends it.
FUZZED_HEAP=384m

conformance_command() {
  local command=$1 word state folder named=no help=no result=0
  for word in "$@"; do
    case $word in --url | --url=*) named=yes ;; --help) help=yes ;; esac
  done
  ensure_java
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES tests/org.waystation.conformance)
  if [ "$(cat "$STATE/built-conformance" 2> /dev/null)" != "$state" ] || [ ! -d "$CONFORMANCE/lib" ] || [ ! -d "$SERVER_LIB" ]; then
    say "Building, since sources changed …" >&2
    maven -q package -DskipTests -pl :org.waystation.conformance -am >&2 || fail "the build failed, see above"
    remember_build conformance "$state"
  fi
  [ "$named" = no ] && [ "$help" = no ] || conformance_program "$@" || exit $?
  [ "$named" = no ] && [ "$help" = no ] || exit 0
  folder=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "stop_server; rm -rf '$folder'" EXIT
  trap 'exit 130' INT TERM
  [ "$command" != fuzz ] || export JDK_JAVA_OPTIONS="-Xmx$FUZZED_HEAP"
  start_server small "$folder/data" "$folder/log" "$folder/ready.json" --requests-per-minute 10000000
  unset JDK_JAVA_OPTIONS
  await_server "$folder/log" "$folder/ready.json" $$ || fail "the server did not start"
  set -- "$@" --url "$(ready_value url)" --token "$(ready_value token)"
  if [ "$command" = fuzz ]; then
    say "A server of its own with a heap of $FUZZED_HEAP."
    set -- "$@" --pid "$SERVER"
  else
    set -- "$@" --second-token "$(ready_value colleagueToken)"
  fi
  conformance_program "$@" || result=$?
  if [ "$command" = fuzz ] && grep -c 'request failed' "$folder/log" > /dev/null; then
    say "The server's log says:"
    grep -A 12 'request failed' "$folder/log" | head -n 60
    result=1
  fi
  exit "$result"
}

conformance_program() {
  "$JAVA_HOME/bin/java" -Xmx512m -cp "$CONFORMANCE/classes:$CONFORMANCE/lib/*" org.waystation.conformance.Main "$@"
}

# One text of the ready file of the server that was started.
ready_value() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" "$folder/ready.json"
}
