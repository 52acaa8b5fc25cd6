# What "waystation.cmd run" does after the build: the server and the workstation together. Not tested on Windows yet.
param($Java, $ServerLib, $Data, $Sample, $Ready, $Log, $Workstation, $ProfileFolder, $With, $SafeMode)

$info = New-Object System.Diagnostics.ProcessStartInfo
$info.FileName = $Java
$info.Arguments = "--enable-native-access=ALL-UNNAMED -cp `"$ServerLib\*`" org.waystation.server.Main serve --port 0 " +
    "--data `"$Data`" --sample $Sample --seed 42 --ready-file `"$Ready`" --exit-with-parent"
$info.UseShellExecute = $false
# The server ends when this pipe does, and the pipe ends with this script.
$info.RedirectStandardInput = $true
$info.RedirectStandardError = $true
$server = New-Object System.Diagnostics.Process
$server.StartInfo = $info
$null = Register-ObjectEvent -InputObject $server -EventName ErrorDataReceived -MessageData $Log -Action {
    if ($EventArgs.Data) { Add-Content -Path $Event.MessageData -Value $EventArgs.Data }
}
$null = $server.Start()
$server.BeginErrorReadLine()
try {
    $javaw = Join-Path (Split-Path $Java) 'javaw.exe'
    $launcher = (Get-ChildItem "$Workstation\plugins\org.eclipse.equinox.launcher_*.jar")[0].FullName
    $null = New-Item -ItemType Directory -Force $ProfileFolder
    # The secret that unlocks a profile with sample data, beside it, so that nobody is asked for a passphrase.
    $unlock = "$ProfileFolder.unlock"
    if (-not (Test-Path $unlock)) {
        $secret = New-Object byte[] 32
        [System.Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($secret)
        [System.IO.File]::WriteAllText($unlock, 'key:' + [System.BitConverter]::ToString($secret).Replace('-', '').ToLower())
    }
    $arguments = @("`"-Dwaystation.profile=$ProfileFolder`"", "`"-Dwaystation.server=$Ready`"", "`"-Dwaystation.unlock=$unlock`"", "`"@$Workstation\jvm.options`"",
        '--enable-native-access=ALL-UNNAMED', '-jar', "`"$launcher`"", '-data', "`"$ProfileFolder\workbench`"", '-nosplash')
    if ($With) { $arguments = @("`"-Dwaystation.with=$With`"") + $arguments }
    if ($SafeMode) { $arguments = @('-Dwaystation.safeMode=true') + $arguments }
    # The window need not wait for the server: it shows what it has, and goes on when the ready file is there.
    $window = Start-Process -FilePath $javaw -ArgumentList $arguments -PassThru
    $null = $window.Handle # without it the exit code is lost
    while (-not (Test-Path $Ready) -and -not $window.HasExited) {
        if ($server.HasExited) {
            [Console]::Error.WriteLine("waystation: the server did not start; its log is $Log")
            $window.Kill()
            exit 1
        }
        Start-Sleep -Milliseconds 100
    }
    $window.WaitForExit()
    exit $window.ExitCode
}
finally {
    $server.StandardInput.Close()
    if (-not $server.WaitForExit(20000)) { $server.Kill() }
}
