# What "waystation.cmd test" prints at its end. Not tested on Windows yet.
param($Root)

$all = 0; $failed = 0; $skipped = 0
Get-ChildItem -Path "$Root\tests", "$Root\bundles" -Recurse -Filter 'TEST-*.xml' |
    Where-Object { $_.DirectoryName -like '*\surefire-reports' } |
    ForEach-Object {
        $suite = ([xml](Get-Content $_.FullName)).testsuite
        $all += [int]$suite.tests
        $failed += [int]$suite.failures + [int]$suite.errors
        $skipped += [int]$suite.skipped
    }
"$($all - $failed - $skipped) passed, $failed failed, $skipped skipped"
if ($failed -gt 0 -or $all -eq $skipped) { exit 1 }
