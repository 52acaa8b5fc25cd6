# shellcheck shell=bash
# The MSP server: in the foreground for `server`, as a child for `run`.

server_command() {
  local word place=no command=serve
  case ${1:-} in user | setup-link | import | backup | restore) command=$1; shift ;; esac
  for word in "$@"; do
    case $word in --data | --data=* | --database | --database=* | --help) place=yes ;; esac
  done
  [ "$place" = yes ] || set -- "$@" --data "$STATE/server/default"
  ensure_java
  build_if_changed
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$SERVER_LIB/*" org.waystation.server.Main "$command" "$@"
}

SERVER=''
SERVER_DATA=''

# Starts the server on sample data $1, with its data in $2, its log in $3 and the ready file $4; what follows are options
# for the server. The pipe on file 9 ends the server when this script dies, however that happens.
start_server() {
  local sample=$1 log=$3 ready=$4 pipe=$STATE/server-stdin.$$
  SERVER_DATA=$2
  shift 4
  mkdir -p "$STATE" "$SERVER_DATA" "$(dirname "$log")"
  rm -f "$ready" "$pipe"
  mkfifo "$pipe"
  "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$SERVER_LIB/*" org.waystation.server.Main serve \
    --port 0 --data "$SERVER_DATA" --sample "$sample" --seed 42 --ready-file "$ready" --exit-with-parent "$@" \
    < "$pipe" > "$log" 2>&1 &
  SERVER=$!
  exec 9> "$pipe"
  rm -f "$pipe"
}

# Waits until the server says it is ready; a large sample takes minutes the first time. False where the window $3 was
# closed before that.
await_server() {
  local log=$1 ready=$2 window=$3 waited=0
  until [ -s "$ready" ]; do
    running "$window" || return 1
    running "$SERVER" || { tail -n 20 "$log" >&2; fail "the server did not start; its log is $log"; }
    sleep 0.1
    waited=$((waited + 1))
    [ $((waited % 100)) -ne 0 ] || say "Still preparing the sample data ($((waited / 10)) s) …"
  done
}

# Ends the server, and its PostgreSQL too where it did not get to do that itself.
stop_server() {
  [ -n "$SERVER" ] || return 0
  local pid=$SERVER file
  SERVER=''
  exec 9>&-
  if ! stop_process "$pid" 200; then
    find "$SERVER_DATA" -name postmaster.pid 2> /dev/null | while read -r file; do
      stop_process "$(head -n 1 "$file")" 100 || true
    done
  fi
}

SERVER_BENCH=$ROOT/tests/org.waystation.server.bench/target

# The server's benchmarks: against the server in a process of its own.
server_bench_command() {
  local state
  ensure_java
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES tests/org.waystation.server.bench)
  if [ "$(cat "$STATE/built-server-bench" 2> /dev/null)" != "$state" ] || [ ! -d "$SERVER_BENCH/classes" ]; then
    say "Building, since sources changed …" >&2
    maven -q package -DskipTests -pl :org.waystation.server.bench -am >&2 || fail "the build failed, see above"
    remember_build server-bench "$state"
  fi
  exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$SERVER_BENCH/classes:$SERVER_LIB/*" \
    "-Dwaystation.server.lib=$SERVER_LIB" org.waystation.server.bench.Main "$@"
}
