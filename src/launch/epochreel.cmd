@echo off
rem Epochreel on Windows; needs Java 17 or newer.
setlocal
set "EPOCHREEL_HOME=%~dp0.."
set "EPOCHREEL_JAVA=java"
if defined JAVA_HOME set "EPOCHREEL_JAVA=%JAVA_HOME%\bin\java"
"%EPOCHREEL_JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo epochreel: no Java found; install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 5
)
set "EPOCHREEL_SINGLE=@%EPOCHREEL_HOME%\lib\single.options"
"%EPOCHREEL_JAVA%" "@%EPOCHREEL_HOME%\lib\all.options" %EPOCHREEL_SINGLE% -Dfile.encoding=UTF-8 -jar "%EPOCHREEL_HOME%\lib\epochreel.jar" %*
exit /b %errorlevel%
