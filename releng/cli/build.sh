# shellcheck shell=bash
# Building: the quick build before `run` and `server`, and the full one.

SERVER_LIB=$ROOT/bundles/org.waystation.server/target/lib
PRODUCTS=$ROOT/releng/org.waystation.workstation/target/products
SERVER_ZIPS=$ROOT/releng/org.waystation.server.distribution/target
APP_IMAGE=$ROOT/releng/org.waystation.workstation/target/native

maven() { (cd "$ROOT" && ./mvnw "$@"); }

# The folder of the assembled workstation of this platform.
workstation_home() {
  local machine
  machine=$(uname -m)
  case $SYSTEM in
    Linux) say "$PRODUCTS/org.waystation.workstation/linux/gtk/x86_64/waystation" ;;
    Darwin)
      [ "$machine" = arm64 ] && machine=aarch64
      say "$PRODUCTS/org.waystation.workstation/macosx/cocoa/$machine/Waystation.app/Contents/Eclipse" ;;
    *) fail "no product for $SYSTEM here; on Windows use waystation.cmd" ;;
  esac
}

# What the products are made of.
SOURCES='bundles features releng target-platform pom.xml .mvn'

# One number for the content of all files in the given folders. It changes to the root: call it as $(source_state …).
source_state() {
  local parts=$*
  cd "$ROOT"
  # The list is split into words on purpose.
  # shellcheck disable=SC2086
  if has git && git rev-parse --is-inside-work-tree > /dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- $parts
  else
    find $parts -type f -not -path '*/target/*' -print0
  fi | sort -z | xargs -0 cksum 2> /dev/null | cksum
}

# Whether the last build named $1 was of the state $2, and its result is still there.
built() {
  local stamp=$STATE/built-$1
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$2" ] && [ -x "$(workstation_home)/waystation" ] && [ -d "$SERVER_LIB" ]
}

remember_build() {
  mkdir -p "$STATE"
  printf '%s\n' "$2" > "$STATE/built-$1"
}

build_if_changed() {
  local state
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES)
  built product "$state" && return 0
  say "Building, since sources changed …" >&2
  maven -q package -pl :org.waystation.workstation,:org.waystation.server -am || fail "the build failed, see above"
  remember_build product "$state"
}

build_command() {
  no_arguments build "$@"
  ensure_java
  local state file
  # shellcheck disable=SC2086
  state=$(source_state $SOURCES)
  maven -q verify -pl :org.waystation.workstation,:org.waystation.server.distribution -am || fail "the build failed, see above"
  remember_build product "$state"
  build_app_image
  say "Workstation:"
  for file in "$PRODUCTS"/*.tar.gz "$PRODUCTS"/*.zip; do say "  $file"; done
  say "Workstation as a native program of this machine:"
  say "  $APP_IMAGE/Waystation"
  say "Server:"
  for file in "$SERVER_ZIPS"/*.zip; do say "  $file"; done
  say "p2 repository of our features:"
  say "  $ROOT/releng/org.waystation.workstation/target/repository"
}

# jpackage makes a launcher with a Java of its own, for the platform it runs on only.
build_app_image() {
  local home launcher machine first_thread='' data='@user.home/.local/share/waystation'
  home=$(workstation_home)
  launcher=$(cd "$home" && say plugins/org.eclipse.equinox.launcher_*.jar)
  machine=$(sed -n 's/^-/--java-options -/p' "$home/jvm.options" | tr '\n' ' ')
  if [ "$SYSTEM" = Darwin ]; then
    first_thread='--java-options -XstartOnFirstThread'
    data='@user.home/Library/Application Support/Waystation'
  fi
  rm -rf "$APP_IMAGE"
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/jpackage" --type app-image --name Waystation --vendor Waystation --app-version 1.0.0 \
    --dest "$APP_IMAGE" --input "$home" --main-jar "$launcher" --main-class org.eclipse.equinox.launcher.Main \
    --java-options '-Dosgi.install.area=$APPDIR' \
    --java-options '-Djava.util.logging.config.file=$APPDIR/logging.properties' \
    --java-options "'-Dosgi.instance.area.default=$data/workbench'" \
    --java-options --enable-native-access=ALL-UNNAMED $machine \
    --java-options -Djava.net.useSystemProxies=true \
    $first_thread > /dev/null || fail "jpackage failed, see above"
}
