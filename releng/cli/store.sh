# shellcheck shell=bash
# store check and store repair: run on the product's bundles, without a window.

store_command() {
  case ${1:-} in
    check | repair) ;;
    *) misuse "store needs check or repair, then --profile DIR (try ./waystation --help)" ;;
  esac
  ensure_java
  build_if_changed
  exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$(workstation_home)/plugins/*" \
    org.waystation.product.internal.cli.StoreCommand "$@"
}
