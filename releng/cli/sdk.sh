# shellcheck shell=bash
# sdk, new-plugin, verify-plugin and publish: what plug-in authors need. Programs of releng/org.waystation.sdk.

SDK=$ROOT/releng/org.waystation.sdk/target
SDK_SOURCES="$SOURCES samples bundles/org.waystation.testkit tests/org.waystation.driver"

# Where the SDK is put and looked for, unless a command says otherwise.
sdk_home() { say "${WAYSTATION_SDK:-${XDG_DATA_HOME:-$HOME/.local/share}/waystation/sdk}"; }

build_sdk() {
  local state
  ensure_java
  # shellcheck disable=SC2086
  state=$(source_state $SDK_SOURCES)
  built sdk "$state" && [ -d "$SDK/lib" ] && return 0
  say "Building, since sources changed …" >&2
  maven -q package -DskipTests -pl :org.waystation.workstation,:org.waystation.server,:org.waystation.sdk,:org.waystation.driver -am >&2 \
    || fail "the build failed, see above"
  remember_build sdk "$state"
}

sdk_program() {
  "$JAVA_HOME/bin/java" -cp "$SDK/classes:$SDK/lib/*" \
    "-Dwaystation.root=$ROOT" "-Dwaystation.sdk=$(sdk_home)" "-Dwaystation.sdk.lib=$SDK/lib" \
    "-Dwaystation.product=$(workstation_home)" "-Dwaystation.samples=$ROOT/samples" \
    "-Dwaystation.testkit=$ROOT/bundles/org.waystation.testkit/target" \
    "-Dwaystation.driver=$ROOT/tests/org.waystation.driver/target" \
    org.waystation.sdk.Main "$@"
}

sdk_command() {
  build_sdk
  sdk_program "$@"
}

# A new project needs an installed SDK: the first one brings it along.
new_plugin_command() {
  build_sdk
  case " $* " in
    *' --sdk '*) ;;
    *) [ -d "$(sdk_home)/samples" ] || sdk_program sdk install >&2 ;;
  esac
  sdk_program new-plugin "$@"
}
