@echo off
rem The one command of this project, on Windows; waystation.cmd --help tells what it can do.
rem Written with care after ./waystation, but NOT TESTED on Windows yet: a report of what fails is welcome.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "STATE=%ROOT%\.waystation"
set "SERVER_LIB=%ROOT%\bundles\org.waystation.server\target\lib"
set "PRODUCTS=%ROOT%\releng\org.waystation.workstation\target\products"
set "WORKSTATION=%PRODUCTS%\org.waystation.workstation\win32\win32\x86_64\waystation"

if "%~1"=="" (
  echo waystation: no command given ^(try waystation.cmd --help^)>&2
  exit /b 2
)
for %%C in (run test build server doctor sdk new-plugin verify-plugin publish) do if /i "%~1"=="%%C" goto %%C
for %%C in (-h --help help) do if /i "%~1"=="%%C" goto usage
echo waystation: unknown command '%~1' (try waystation.cmd --help)>&2
exit /b 2

:usage
echo Waystation: the technician's workstation for managed services.
echo.
echo   waystation.cmd run [--sample small^|reference^|scale] [--profile DIR]
echo   waystation.cmd run --with PLUGIN.jar [--with ...]
echo       The same with plug-ins in it and a profile that is thrown away; each rebuild shows at once.
echo   waystation.cmd sdk install [--to DIR]
echo   waystation.cmd new-plugin ID --kind KIND [--to DIR] [--name NAME] [--vendor NAME]
echo   waystation.cmd verify-plugin [--json] FILE...
echo   waystation.cmd publish --repository DIR [--unsigned] FILE...
echo   waystation.cmd test
echo   waystation.cmd build
echo   waystation.cmd server [OPTION...]
echo   waystation.cmd doctor
exit /b 0

:run
set "SAMPLE=small"
set "PROFILE="
set "WITH="
set "SAFE="
:run_options
shift
if "%~1"=="" goto run_go
if /i "%~1"=="--sample" (
  set "SAMPLE=%~2"
  shift
  goto run_options
)
if /i "%~1"=="--profile" (
  set "PROFILE=%~2"
  shift
  goto run_options
)
if /i "%~1"=="--with" (
  if not exist "%~2" (
    echo waystation: --with: there is no file '%~2'; build the plug-in first>&2
    exit /b 2
  )
  if defined WITH set "WITH=!WITH!;"
  set "WITH=!WITH!%~f2"
  shift
  goto run_options
)
if /i "%~1"=="--safe-mode" (
  set "SAFE=yes"
  goto run_options
)
echo waystation: unknown option '%~1' for run>&2
exit /b 2
:run_go
set "KNOWN="
for %%S in (small reference scale) do if "%SAMPLE%"=="%%S" set "KNOWN=1"
if not defined KNOWN (
  echo waystation: unknown sample '%SAMPLE%': small, reference or scale>&2
  exit /b 2
)
if defined WITH if defined PROFILE (
  echo waystation: --with makes a profile of its own and throws it away; leave --profile out>&2
  exit /b 2
)
rem With plug-ins under development: a profile that is thrown away, in which unsigned ones are accepted.
set "SCRATCH="
if defined WITH (
  set "SCRATCH=%TEMP%\waystation-!RANDOM!!RANDOM!"
  set "PROFILE=!SCRATCH!\profile"
  mkdir "!PROFILE!\plugins" || exit /b 1
  >"!PROFILE!\plugins\policy.json" echo {"developerMode":true}
)
if not defined PROFILE set "PROFILE=%STATE%\profile\%SAMPLE%"
call :need_java || exit /b 1
call :build_products || exit /b 1
set "RUN=%STATE%\run\%SAMPLE%"
set "READY=%RUN%\ready.json"
if not exist "%RUN%" mkdir "%RUN%"
if exist "%READY%" del "%READY%"
powershell -NoProfile -ExecutionPolicy Bypass -File "%ROOT%\releng\cli\run.ps1" -Java "%JAVA_HOME%\bin\java.exe" -ServerLib "%SERVER_LIB%" -Data "%STATE%\server\%SAMPLE%" -Sample "%SAMPLE%" -Ready "%READY%" -Log "%RUN%\server.log" -Workstation "%WORKSTATION%" -ProfileFolder "%PROFILE%" -With "%WITH%" -SafeMode "%SAFE%"
set "RESULT=%ERRORLEVEL%"
if defined SCRATCH rmdir /s /q "%SCRATCH%"
exit /b %RESULT%

rem What plug-in authors need; the words after the command go to the SDK's own program as they are.
:sdk
:verify-plugin
:publish
call :need_java || exit /b 1
call :build_sdk || exit /b 1
call :sdk_program %*
exit /b %ERRORLEVEL%

rem A new project needs an installed SDK: the first one brings it along.
:new-plugin
call :need_java || exit /b 1
call :build_sdk || exit /b 1
set "NAMED="
for %%W in (%*) do if /i "%%~W"=="--sdk" set "NAMED=1"
if not defined NAMED if not exist "%SDK_HOME%\samples" (
  call :sdk_program sdk install 1>&2
  if errorlevel 1 exit /b 1
)
call :sdk_program %*
exit /b %ERRORLEVEL%

:build_sdk
rem Where the SDK is put and looked for, unless a command says otherwise.
set "SDK_HOME=%WAYSTATION_SDK%"
if not defined SDK_HOME set "SDK_HOME=%LOCALAPPDATA%\waystation\sdk"
set "SDK=%ROOT%\releng\org.waystation.sdk\target"
echo Building ...>&2
call "%ROOT%\mvnw.cmd" -q package -DskipTests -pl :org.waystation.workstation,:org.waystation.server,:org.waystation.sdk,:org.waystation.driver -am 1>&2
if errorlevel 1 (
  echo waystation: the build failed, see above>&2
  exit /b 1
)
exit /b 0

:sdk_program
"%JAVA_HOME%\bin\java.exe" -cp "%SDK%\classes;%SDK%\lib\*" "-Dwaystation.root=%ROOT%" "-Dwaystation.sdk=%SDK_HOME%" "-Dwaystation.sdk.lib=%SDK%\lib" "-Dwaystation.product=%WORKSTATION%" "-Dwaystation.samples=%ROOT%\samples" "-Dwaystation.testkit=%ROOT%\bundles\org.waystation.testkit\target" "-Dwaystation.driver=%ROOT%\tests\org.waystation.driver\target" org.waystation.sdk.Main %*
exit /b %ERRORLEVEL%

:test
call :need_java || exit /b 1
call "%ROOT%\mvnw.cmd" -q verify --fail-at-end
set "RESULT=%ERRORLEVEL%"
powershell -NoProfile -ExecutionPolicy Bypass -File "%ROOT%\releng\cli\sum-tests.ps1" -Root "%ROOT%"
if not "%ERRORLEVEL%"=="0" exit /b 1
exit /b %RESULT%

:build
call :need_java || exit /b 1
call :build_products || exit /b 1
echo Products: %PRODUCTS%
echo Server:   %ROOT%\releng\org.waystation.server.distribution\target
exit /b 0

:server
call :need_java || exit /b 1
call :build_products || exit /b 1
set "WORDS="
set "PLACE="
:server_options
shift
if "%~1"=="" goto server_go
for %%P in (--data --database --help) do if /i "%~1"=="%%P" set "PLACE=1"
set WORDS=%WORDS% "%~1"
goto server_options
:server_go
if not defined PLACE set WORDS=--data "%STATE%\server\default" %WORDS%
"%JAVA_HOME%\bin\java.exe" --enable-native-access=ALL-UNNAMED -cp "%SERVER_LIB%\*" org.waystation.server.Main serve %WORDS%
exit /b %ERRORLEVEL%

:doctor
call :find_java
if not defined FOUND (
  echo   missing  JDK      no JDK 21 or newer found; install one, for example Eclipse Temurin, and set JAVA_HOME
  exit /b 1
)
echo   ok       JDK      %FOUND%
exit /b 0

:build_products
echo Building ...
call "%ROOT%\mvnw.cmd" -q verify -pl :org.waystation.workstation,:org.waystation.server.distribution -am
if errorlevel 1 (
  echo waystation: the build failed, see above>&2
  exit /b 1
)
exit /b 0

:need_java
call :find_java
if not defined FOUND (
  echo waystation: no JDK 21 or newer found; install one, for example Eclipse Temurin, and set JAVA_HOME>&2
  exit /b 1
)
set "JAVA_HOME=%FOUND%"
exit /b 0

:find_java
set "FOUND="
if defined JAVA_HOME call :try_java "%JAVA_HOME%"
if not defined FOUND for %%J in (javac.exe) do if not "%%~$PATH:J"=="" for %%B in ("%%~dp$PATH:J..") do call :try_java "%%~fB"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do if not defined FOUND call :try_java "%%~D"
exit /b 0

rem Takes the folder where its release file names version 21 or newer.
:try_java
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b JAVA_VERSION^= "%~1\release"') do (
  set "VERSION=%%~V"
  for /f "tokens=1 delims=." %%M in ("!VERSION!") do if %%M GEQ 21 set "FOUND=%~1"
)
exit /b 0
