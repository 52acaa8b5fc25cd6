# shellcheck shell=sh
# Finds a Java; to be sourced.

# The major version of the Java home $1, 0 where there is none. The file "release" tells without starting it.
java_version() {
  jv=
  if [ -r "$1/release" ]; then
    jv=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  elif [ -x "$1/bin/java" ]; then
    jv=$("$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p')
  fi
  case $jv in '' | *[!0-9]*) jv=0 ;; esac
  printf '%s\n' "$jv"
}

# The Java home that the command $1 on the PATH belongs to, through all symbolic links; nothing where there is none.
java_home_on_path() {
  jp=$(command -v "$1") || return 0
  while [ -L "$jp" ]; do
    jl=$(readlink "$jp")
    case $jl in /*) jp=$jl ;; *) jp=$(dirname "$jp")/$jl ;; esac
  done
  dirname "$(dirname "$jp")"
}

# Prints the first Java home of version $1 or newer that has the tool $2: WAYSTATION_JAVA_HOME, a bundled one in $3,
# JAVA_HOME, the PATH, then the folders where each system usually keeps them.
find_java() {
  for jh in "${WAYSTATION_JAVA_HOME:-}" "${3:-}" "${JAVA_HOME:-}" "$(java_home_on_path "$2")" \
      /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/*jdk* /opt/java/* "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
      "${HOME:-/nowhere}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$jh" ] && [ -x "$jh/bin/$2" ] && [ "$(java_version "$jh")" -ge "$1" ]; then
      printf '%s\n' "$jh"
      return 0
    fi
  done
  return 1
}
