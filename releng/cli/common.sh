# shellcheck shell=bash
# What all commands share: how they speak, and how they stop.

say() { printf '%s\n' "$*"; }

# The command cannot do its work: one clear line.
fail() { printf 'waystation: %s\n' "$*" >&2; exit 1; }

# The command was not understood: one clear line.
misuse() { printf 'waystation: %s\n' "$*" >&2; exit 2; }

no_arguments() {
  [ $# -le 1 ] || misuse "'$1' takes no arguments, but got '$2'"
}

on_linux() { [ "$SYSTEM" = Linux ]; }

has() { command -v "$1" > /dev/null 2>&1; }

running() { kill -0 "$1" 2> /dev/null; }

# Asks process $1 to end and waits for $2 tenths of a second; then ends it the hard way. False where that was needed.
stop_process() {
  local pid=$1 left=$2
  kill -TERM "$pid" 2> /dev/null || return 0
  while [ "$left" -gt 0 ]; do
    running "$pid" || return 0
    sleep 0.1
    left=$((left - 1))
  done
  kill -KILL "$pid" 2> /dev/null || true
  return 1
}
