@echo off
rem Starts the workstation with a Java 21 or newer. Written with care, not tested on Windows yet.
rem   waystation [--profile DIR] [--server FILE] [--safe-mode]
setlocal EnableExtensions DisableDelayedExpansion
set "HERE=%~dp0"
set "PROFILE="
set "SERVER="
set "SAFEMODE="

:options
if "%~1"=="" goto find
if /i "%~1"=="--profile" (
  if "%~2"=="" (echo waystation: --profile needs a folder>&2& exit /b 2)
  set "PROFILE=%~2"
  shift
  shift
  goto options
)
if /i "%~1"=="--server" (
  if "%~2"=="" (echo waystation: --server needs a file>&2& exit /b 2)
  set "SERVER=%~2"
  shift
  shift
  goto options
)
if /i "%~1"=="--safe-mode" (
  set SAFEMODE=-Dwaystation.safeMode=true
  shift
  goto options
)
echo waystation: unknown option '%~1'>&2
exit /b 2

:find
if not defined PROFILE set "PROFILE=%LOCALAPPDATA%\Waystation"
set "JAVA="
if defined WAYSTATION_JAVA_HOME call :try "%WAYSTATION_JAVA_HOME%\bin\javaw.exe"
if not defined JAVA call :try "%HERE%jre\bin\javaw.exe"
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%\bin\javaw.exe"
if not defined JAVA for %%J in (javaw.exe) do call :try "%%~$PATH:J"
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do if not defined JAVA call :try "%%~D\bin\javaw.exe"
if not defined JAVA (
  echo waystation: no Java 21 or newer found; install one, or set JAVA_HOME to it>&2
  exit /b 1
)
set "LAUNCHER="
for %%F in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%~fF"
if not defined LAUNCHER (
  echo waystation: this folder is not complete: no launcher in plugins>&2
  exit /b 1
)
if not exist "%PROFILE%" mkdir "%PROFILE%" || exit /b 1
set "SERVEROPTION="
if defined SERVER set SERVEROPTION="-Dwaystation.server=%SERVER%"
start "" "%JAVA%" "@%HERE%jvm.options" "-Dwaystation.profile=%PROFILE%" "-Djava.util.logging.config.file=%HERE%logging.properties" %SERVEROPTION% %SAFEMODE% --enable-native-access=ALL-UNNAMED %WAYSTATION_VMARGS% -jar "%LAUNCHER%" -data "%PROFILE%\workbench" -nosplash
exit /b 0

rem Takes the given javaw.exe where the java.exe beside it is 21 or newer.
:try
if not exist "%~1" exit /b 0
for /f "tokens=3" %%V in ('""%~dp1java.exe" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version""') do (
  if %%V GEQ 21 set "JAVA=%~1"
)
exit /b 0
