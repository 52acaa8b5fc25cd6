# shellcheck shell=bash
# run: the server with sample data and the workstation on it, together.

WORKSTATION=''
RUN_LOCK=''

run_command() {
  local sample=small profile='' offline=no with='' plugin safe=''
  while [ $# -gt 0 ]; do
    case $1 in
      --sample)
        [ $# -ge 2 ] || misuse "--sample needs a value: small, reference or scale"
        sample=$2
        shift 2 ;;
      --profile)
        [ $# -ge 2 ] && [ -n "$2" ] || misuse "--profile needs a folder"
        profile=$2
        shift 2 ;;
      --offline-server) offline=yes; shift ;;
      --with)
        [ $# -ge 2 ] && [ -n "$2" ] || misuse "--with needs a plug-in: a .jar or .wsplugin"
        [ -f "$2" ] || misuse "--with: there is no file '$2'; build the plug-in first"
        plugin=$(CDPATH='' cd -- "$(dirname -- "$2")" && pwd -P)/$(basename -- "$2")
        with=$with${with:+:}$plugin
        shift 2 ;;
      --safe-mode) safe=--safe-mode; shift ;;
      *) misuse "unknown option '$1' for run (try ./waystation --help)" ;;
    esac
  done
  case $sample in
    small | reference | scale) ;;
    *) misuse "unknown sample '$sample': small, reference or scale" ;;
  esac
  [ ! -e "$profile" ] || [ -d "$profile" ] || misuse "--profile: '$profile' is not a folder"
  has_display || fail "no display: start this from a desktop session, or see ./waystation test"
  ensure_java
  # shellcheck disable=SC2086
  ensure_packages $PACKAGES_WINDOW
  build_if_changed
  [ -z "$with" ] || run_with "$with" "$profile"
  run_both "$sample" "${RUN_PROFILE:-${profile:-$STATE/profile/$sample}}" "$offline" "$safe"
}

RUN_PROFILE=''
RUN_SCRATCH=''

# With plug-ins under development: a profile that is thrown away, in which unsigned ones are accepted.
run_with() {
  [ -z "$2" ] || misuse "--with makes a profile of its own and throws it away; leave --profile out"
  RUN_SCRATCH=$(mktemp -d)
  RUN_PROFILE=$RUN_SCRATCH/profile
  mkdir -p "$RUN_PROFILE/plugins"
  printf '{"developerMode":true}\n' > "$RUN_PROFILE/plugins/policy.json"
  export WAYSTATION_WITH=$1
}

run_both() {
  local sample=$1 profile=$2 offline=$3 safe=$4 code=0
  local ready=$STATE/run/$sample/ready.json log=$STATE/run/$sample/server.log last=$STATE/run/$sample/last.json
  umask 077
  mkdir -p "$STATE/run/$sample"
  lock_run "$STATE/run/$sample/lock"
  trap 'stop_run' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  if [ "$offline" = yes ]; then
    [ -s "$last" ] || fail "--offline-server needs a run with the server before it, so that the workstation knows one"
    ready=$last
  else
    start_server "$sample" "$STATE/server/$sample" "$log" "$ready"
  fi
  # The window need not wait for the server: it shows what it has, and goes on when the ready file is there.
  make_unlock_file "$profile.unlock"
  "$(workstation_home)/waystation" --profile "$profile" --server "$ready" --unlock "$profile.unlock" ${safe:+"$safe"} 9>&- &
  WORKSTATION=$!
  if [ "$offline" = no ] && await_server "$log" "$ready" "$WORKSTATION"; then
    cp "$ready" "$last"
  fi
  wait "$WORKSTATION" || code=$?
  WORKSTATION=''
  exit "$code"
}

# The secret that unlocks a profile with sample data, beside it, so that nobody is asked for a passphrase.
make_unlock_file() {
  [ -s "$1" ] && return
  mkdir -p "$(dirname "$1")"
  printf 'key:%s' "$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')" > "$1"
  chmod 600 "$1"
}

# One run at a time for each sample: two servers must not share a database.
lock_run() {
  if ! mkdir "$1" 2> /dev/null; then
    local owner
    owner=$(cat "$1/pid" 2> /dev/null || true)
    if [ -n "$owner" ] && running "$owner"; then
      fail "already running with this sample (process $owner); another one needs another --sample"
    fi
  fi
  printf '%s\n' $$ > "$1/pid"
  RUN_LOCK=$1
}

stop_run() {
  trap '' INT TERM HUP
  [ -z "$WORKSTATION" ] || stop_process "$WORKSTATION" 100 || true
  stop_server
  [ -z "$RUN_LOCK" ] || rm -rf "$RUN_LOCK"
  [ -z "$RUN_SCRATCH" ] || rm -rf "$RUN_SCRATCH"
}
