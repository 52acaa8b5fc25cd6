# shellcheck shell=bash
# test: all tests under one display, and one line that sums them up.

test_command() {
  local name modules='' result=0
  for name in "$@"; do
    name=${name#org.waystation.}
    name=${name%.tests}
    [ -d "$ROOT/tests/org.waystation.$name.tests" ] || misuse "no tests named '$name' in tests/"
    modules=$modules,:org.waystation.$name.tests
  done
  ensure_java
  # shellcheck disable=SC2086
  ensure_packages $PACKAGES_TEST
  ensure_test_display
  find "$ROOT/tests" "$ROOT/bundles" -type d -name surefire-reports -prune -exec rm -rf {} +
  if [ -n "$modules" ]; then
    maven -q verify --fail-at-end -pl "${modules#,}" -am || result=1
  else
    maven -q verify --fail-at-end || result=1
  fi
  stop_test_display
  [ "$result" -eq 0 ] || say "The build failed or a test did; see above."
  name_failed_tests
  sum_tests || result=1
  exit "$result"
}

# A line for each test that failed, with the first line of its message: the log of a whole run is long.
name_failed_tests() {
  find "$ROOT/tests" "$ROOT/bundles" -path '*/surefire-reports/TEST-*.xml' -exec awk '
    function value(name,   text) {
      if (!match($0, " " name "=\"[^\"]*\"")) return ""
      text = substr($0, RSTART, RLENGTH)
      sub(/^[^"]*"/, "", text)
      sub(/"$/, "", text)
      return text
    }
    /<testcase / { test = value("classname") "." value("name") }
    /<(failure|error)[ >]/ { printf "failed: %s: %s\n", test, substr(value("message"), 1, 200) }
  ' {} \;
}

# Adds up the reports of all modules. False where a test failed or none ran.
sum_tests() {
  find "$ROOT/tests" "$ROOT/bundles" -path '*/surefire-reports/TEST-*.xml' -exec grep -h -m 1 '<testsuite ' {} + \
    | awk '
        function number(name,   text) {
          if (!match($0, " " name "=\"[0-9]+\"")) return 0
          text = substr($0, RSTART, RLENGTH)
          gsub(/[^0-9]/, "", text)
          return text + 0
        }
        { all += number("tests"); bad += number("errors") + number("failures"); skipped += number("skipped") }
        END {
          printf "%d passed, %d failed, %d skipped\n", all - bad - skipped, bad, skipped
          exit (bad > 0 || all - skipped == 0)
        }'
}
