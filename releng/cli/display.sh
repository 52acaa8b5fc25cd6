# shellcheck shell=bash
# A display for tests where the machine has none.

XVFB=''
WINDOW_MANAGER=''
DISPLAY_FILES=''

has_display() { ! on_linux || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

# Starts Xvfb on a number it picks itself, with a key of its own, and a window manager: without one no window gets focus.
ensure_test_display() {
  has_display && return 0
  has Xvfb || fail "no display, and no Xvfb to make one: install xvfb and openbox"
  local key number tries=100
  DISPLAY_FILES=$(mktemp -d)
  trap stop_test_display EXIT
  key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  export XAUTHORITY=$DISPLAY_FILES/authority
  : > "$XAUTHORITY"
  xauth -q add :0 . "$key"
  Xvfb -displayfd 3 -auth "$XAUTHORITY" -screen 0 2880x1800x24 -dpi 96 -nolisten tcp \
    3> "$DISPLAY_FILES/number" > "$DISPLAY_FILES/log" 2>&1 &
  XVFB=$!
  until [ -s "$DISPLAY_FILES/number" ]; do
    tries=$((tries - 1))
    { running "$XVFB" && [ "$tries" -gt 0 ]; } || fail "Xvfb did not start: $(tail -1 "$DISPLAY_FILES/log")"
    sleep 0.1
  done
  number=$(cat "$DISPLAY_FILES/number")
  xauth -q add ":$number" . "$key"
  export DISPLAY=:$number
  # Tests look at the program, not at this machine's assistive services and input methods.
  export NO_AT_BRIDGE=1 GTK_IM_MODULE=gtk-im-context-simple
  if has openbox; then
    openbox --sm-disable > /dev/null 2>&1 3>&- &
    WINDOW_MANAGER=$!
  fi
}

stop_test_display() {
  [ -z "$WINDOW_MANAGER" ] || stop_process "$WINDOW_MANAGER" 20 || true
  [ -z "$XVFB" ] || stop_process "$XVFB" 50 || true
  [ -z "$DISPLAY_FILES" ] || rm -rf "$DISPLAY_FILES"
  WINDOW_MANAGER='' XVFB='' DISPLAY_FILES=''
}
