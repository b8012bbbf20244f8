@echo off
rem Starts dagster-fleet; what the flags are for is said in the script for other systems beside this one.
setlocal
set "fleet_home=%~dp0.."
for %%h in ("%fleet_home%") do set "fleet_home=%%~fh"

if defined JAVA_HOME goto home
set "fleet_java="
for %%j in (java.exe) do set "fleet_java=%%~$PATH:j"
if defined fleet_java goto found
echo dagster-fleet: no Java found; install Java 17 or newer, or set JAVA_HOME 1>&2
exit /b 2

:home
set "fleet_java=%JAVA_HOME%\bin\java.exe"
if exist "%fleet_java%" goto found
echo dagster-fleet: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe; point it at Java 17 or newer 1>&2
exit /b 2

:found
rem A Java without a release file beside its bin folder is taken as it is.
for %%j in ("%fleet_java%") do set "fleet_release=%%~dpj..\release"
if not exist "%fleet_release%" goto run
set "fleet_version="
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b /c:"JAVA_VERSION=" "%fleet_release%"`) do set "fleet_version=%%~v"
if not defined fleet_version goto run
for /f "tokens=1 delims=.-+" %%m in ("%fleet_version%") do set "fleet_major=%%m"
if %fleet_major% geq 17 goto run
echo dagster-fleet: %fleet_java% is Java %fleet_version%, not Java 17 or newer; set JAVA_HOME to one that is 1>&2
exit /b 2

:run
"%fleet_java%" ^
  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms96m -Xmn48m -XX:-UsePerfData ^
  -Xshare:auto "-XX:SharedArchiveFile=%fleet_home%\lib\dagster-fleet.jsa" -Xlog:disable ^
  %DAGSTER_FLEET_JAVA_OPTS% ^
  -jar "%fleet_home%\lib\dagster-fleet.jar" %*
exit /b %ERRORLEVEL%
