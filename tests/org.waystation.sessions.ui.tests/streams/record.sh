#!/bin/bash
# Records what programs print into a terminal, and the grid that tmux makes of it: NAME.stream and NAME.grid.
# Needs tmux, vim, htop, less and mc. Run it in this folder to record anew; the tests read what was recorded.
set -eu
export LANG=C.UTF-8 LC_ALL=C.UTF-8
unset TMUX
COLUMNS_WIDE=100
ROWS_HIGH=30
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
FOLDER=$PWD

settle() { # waits until two looks show the same
  local before='' now=''
  for _ in $(seq 40); do
    now=$(tmux -L waystation-record capture-pane -p)
    [ "$now" != "$before" ] || return 0
    before=$now
    sleep 0.4
  done
}

# record NAME COMMAND KEYS... : each KEYS is one send-keys; "wait" waits.
record() {
  local name=$1 command=$2
  shift 2
  printf 'read -r go\ncd "%s"\nPS1="$ "\nexport PS1\nexec %s\n' "$WORK" "$command" > "$WORK/run.sh"
  tmux -L waystation-record -f /dev/null new-session -d -x $COLUMNS_WIDE -y $ROWS_HIGH "sh $WORK/run.sh"
  tmux -L waystation-record set -g status off
  tmux -L waystation-record resize-window -x $COLUMNS_WIDE -y $ROWS_HIGH
  tmux -L waystation-record pipe-pane -O "cat > $FOLDER/$name.stream"
  tmux -L waystation-record send-keys Enter
  sleep 1.5
  settle
  for keys in "$@"; do
    # Words of one step are keys of their own.
    # shellcheck disable=SC2086
    tmux -L waystation-record send-keys $keys
    sleep 0.3
    settle
  done
  tmux -L waystation-record pipe-pane
  sleep 0.3
  tmux -L waystation-record capture-pane -p > "$FOLDER/$name.grid"
  tmux -L waystation-record kill-server
  sleep 0.3
}

mkdir -p "$WORK/folder/one" "$WORK/folder/two"
for i in $(seq 200); do printf 'Line %03d: the quick brown fox — grüße, 日本語, %s\n' "$i" "$(printf '%*s' $((i % 40)) '' | tr ' ' '.')"; done > "$WORK/text.txt"
printf 'int main(void)\n{\n    /* comment */\n    for (int i = 0; i < 10; i++) {\n        puts("hello");\n    }\n    return 0;\n}\n' > "$WORK/code.c"

record vim "vim -u NONE -N --cmd 'set nocp ruler number laststatus=2' -c 'syntax on' text.txt" \
  "G" "g g" ":vsplit Space code.c Enter" "/puts Enter" "o x y z Escape" "u" "C-w w" "C-d" "d d" "p"
record less "less -N text.txt" "Space" "Space" "/fox Enter" "n" "g" "j j j" "G"
sleep 300 &
SLEEPER=$!
record htop "htop -p $SLEEPER" "Down" "F5" "F2" "Down" "Escape"
kill $SLEEPER
record mc "mc -a folder ." "Down" "Tab" "Down Down" "F9" "Escape" "C-u"
record tmux "env -u TMUX SHELL=/bin/sh tmux -L waystation-inner -f /dev/null new-session" "ls Space -la Enter" "seq Space 40 Enter" "C-b %" "echo Space right Enter" 'C-b "' "seq Space 50 Enter" "C-b o"
tmux -L waystation-inner kill-server 2> /dev/null || true
