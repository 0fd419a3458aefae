<#
.SYNOPSIS
Macht aus diesem Rechner eine Station von {{ps .Name}}, und wieder den, der er war.
Makes this machine a station of {{ps .Name}}, and again what it was.

.DESCRIPTION
-On       richtet ein: ein Konto, das nur die Station sieht (Shell Launcher), gesperrte
          Tastenkombinationen (Keyboard Filter), keine Gesten vom Rand, kein Dunkelwerden,
          und ein Dienst, der den Rechner neu startet, wenn die Station verstummt.
          sets up: an account that sees the station alone (Shell Launcher), blocked key
          combinations (Keyboard Filter), no gestures from the edge, no going dark, and a
          service that restarts the machine when the station falls silent.
-Off      stellt alles wieder her, was -On verändert hat. Einstellungen, PIN und
          Zählungen in ProgramData\{{ps .Name}} und das Konto bleiben.
          puts back all that -On changed. Settings, PIN and counters in
          ProgramData\{{ps .Name}} and the account stay.
-Status   sagt, wie es steht. Ohne Angabe ist das gemeint.
          says how things stand. Meant when nothing is named.

Gebraucht wird Windows 10 oder 11 Enterprise, Education oder IoT Enterprise; Pro und
Home haben keinen Shell Launcher. Aufzurufen als Administrator.
Needs Windows 10 or 11 Enterprise, Education or IoT Enterprise; Pro and Home have no
Shell Launcher. To be called as administrator.

Das Fenster der Station wird von {{ps .Name}} selbst überwacht: Die Shell ist der
Aufpasser, der kein Fenster hat; er hört den Herzschlag des Fensters, beendet es, wenn
es hängt oder zu groß wird, und startet es neu. Endet der Aufpasser, startet ihn Shell
Launcher. Kommt auch von ihm kein Zeichen mehr - die Anmeldung steht, die Shell kam nie
hoch, der Aufpasser hängt -, startet der Dienst LesesteinHeartbeat den Rechner neu:
frühestens zehn Minuten nach dem Start und nach zwei Minuten Stille, höchstens einmal in
der Stunde und dreimal am Tag, mit einer Warnung von 30 Sekunden (shutdown /a verhindert
es). Er tut nichts, wenn das Personal die Station mit der PIN verlassen hat oder jemand
anderes angemeldet ist. Was er tut, steht im Ereignisprotokoll unter Anwendung.
{{ps .Name}} itself watches over the station's window: the shell is the supervisor, which
has no window; it hears the window's heartbeat, ends it when it hangs or grows too
large, and starts it again. If the supervisor ends, Shell Launcher starts it. If no sign
comes from that any more either - the sign-in is stuck, the shell never came up, the
supervisor hangs -, the service LesesteinHeartbeat restarts the machine: ten minutes
after the start at the earliest and after two minutes of silence, at most once an hour
and three times a day, with a warning of 30 seconds (shutdown /a prevents it). It does
nothing when staff left the station with the PIN or somebody else is signed in. What it
does stands in the event log under Application.

Wer die Station mit der PIN verlassen hat, kommt mit fünf Druck auf die linke
Windows-Taste zur Anmeldung.
Who left the station with the PIN gets to the sign-in with five presses of the left
Windows key.

.PARAMETER Exhibition
Ordner der Ausstellung; ohne Angabe die eingebaute.
The exhibition's folder; the built-in one if none is named.

.PARAMETER Account
Konto der Station; es wird angelegt, wenn es fehlt, ohne Kennwort und ohne Rechte.
The station's account; made if it is missing, with no password and no rights.

.EXAMPLE
powershell -ExecutionPolicy Bypass -File "C:\Program Files\{{ps .Name}}\kiosk.ps1" -On -Exhibition D:\Ausstellung
#>
#Requires -Version 5.1 -PSEdition Desktop
[CmdletBinding(DefaultParameterSetName = 'Status')]
param(
    [Parameter(ParameterSetName = 'On', Mandatory)] [switch] $On,
    [Parameter(ParameterSetName = 'Off', Mandatory)] [switch] $Off,
    [Parameter(ParameterSetName = 'Status')] [switch] $Status,
    [Parameter(ParameterSetName = 'On')] [string] $Exhibition = '',
    [Parameter(ParameterSetName = 'On')] [string] $Account = '{{ps .Packages.Binary}}'
)
Set-StrictMode -Version 3
$ErrorActionPreference = 'Stop'

$program = Join-Path $PSScriptRoot '{{ps .Exe}}'
$folder = Join-Path $env:ProgramData '{{ps .Name}}'
$state = Join-Path $folder 'state'
$config = Join-Path $folder 'kiosk.toml'
$before = Join-Path $folder 'before.json' # what -On changed, for -Off
$embedded = 'root\standardcimv2\embedded'
$service = 'LesesteinHeartbeat'
$mark = Join-Path $state 'on' # as long as it is there the service may restart the machine

# What Shell Launcher does when the shell ends with a code.
$restartShell = 0; $shutDown = 2; $doNothing = 3

# The registry values of a station: key, name, what is there meanwhile.
$values = @(
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI', 'AllowEdgeSwipe', 0),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer', 'DisableNotificationCenter', 1),
    @('HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting', 'DontShowUI', 1),
    @('HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU', 'NoAutoRebootWithLoggedOnUsers', 1)
)
$logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'

# The key combinations that Keyboard Filter knows by name and a visitor must not have.
$keys = @(
    'Alt+F4', 'Alt+Tab', 'Alt+Esc', 'Alt+Space', 'Ctrl+Alt+Del', 'Ctrl+Esc', 'Shift+Ctrl+Esc',
    'Ctrl+Tab', 'Windows', 'Win+L', 'Win+R', 'Win+D', 'Win+E', 'Win+U', 'Win+M', 'Win+F1', 'Win+Tab',
    'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn'
)

function Assert-Ready {
    $me = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
        throw 'Bitte als Administrator aufrufen. / Please call this as administrator.'
    }
}

# Adds a feature of Windows; true when it works only after a restart.
function Add-Feature([string] $name) {
    $feature = Get-WindowsOptionalFeature -Online -FeatureName $name
    if ($null -eq $feature) {
        throw "Dieses Windows hat $name nicht; gebraucht wird Enterprise, Education oder IoT. / This Windows has no $name; Enterprise, Education or IoT is needed."
    }
    if ($feature.State -eq 'Enabled') { return $false }
    return [bool] (Enable-WindowsOptionalFeature -Online -FeatureName $name -All -NoRestart).RestartNeeded
}

function Get-Value([string] $key, [string] $name) {
    $item = Get-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue
    if ($null -eq $item) { return $null }
    return $item.$name
}

# Writes a registry value, or takes it away when it is null. A number becomes a
# DWORD.
function Set-Value([string] $key, [string] $name, $value) {
    if ($null -eq $value) {
        Remove-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue
        return
    }
    if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
    $kind = if ($value -is [string]) { 'String' } else { 'DWord' }
    New-ItemProperty -Path $key -Name $name -Value $value -PropertyType $kind -Force | Out-Null
}

# Keeps what there is before the first change; a second -On keeps the first answer.
function Save-Before {
    if (Test-Path $before) { return }
    $kept = @{
        values   = @($values | ForEach-Object { @{ key = $_[0]; name = $_[1]; value = Get-Value $_[0] $_[1] } })
        logon    = @('AutoAdminLogon', 'DefaultUserName', 'DefaultDomainName') |
            ForEach-Object { @{ key = $logon; name = $_; value = Get-Value $logon $_ } }
        scheme   = ((powercfg /getactivescheme) -replace '^.*?([0-9a-fA-F-]{36}).*$', '$1')
    }
    $kept | ConvertTo-Json -Depth 4 | Set-Content -Path $before -Encoding UTF8
}

function New-Account {
    $user = Get-LocalUser -Name $Account -ErrorAction SilentlyContinue
    if ($null -eq $user) {
        $user = New-LocalUser -Name $Account -NoPassword -AccountNeverExpires -UserMayNotChangePassword -Description '{{ps .Name}}'
        Set-LocalUser -Name $Account -PasswordNeverExpires $true
        # The group of those without rights, whatever it is called here.
        Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Account
    }
    return $user.SID.Value
}

# Makes the station's folders. Settings that are there stay as they are.
function New-Folder([string] $sid) {
    New-Item -ItemType Directory -Force -Path $folder, $state | Out-Null
    if (-not (Test-Path $config)) { Copy-Item (Join-Path $PSScriptRoot 'kiosk.toml') $config }
    # The PIN's hash and the counters: for the station and for administrators.
    icacls $state /inheritance:r /grant "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "*${sid}:(OI)(CI)M" | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "icacls: $LASTEXITCODE" }
}

# Asks for the staff's PIN, if none is set.
function Set-Pin {
    if (Test-Path (Join-Path $state 'pin')) { return }
    $secret = Read-Host 'PIN, 4-12 Ziffern / digits' -AsSecureString
    $pin = (New-Object Net.NetworkCredential '', $secret).Password
    $pin | & $program kiosk pin --state $state --config $config | Write-Output
    if ($LASTEXITCODE -ne 0) { throw 'Der PIN wurde nicht gesetzt. / The PIN was not set.' }
}

function Enable-Shell([string] $sid) {
    $line = '"' + $program + '" kiosk --state "' + $state + '" --config "' + $config + '"'
    if ($Exhibition -ne '') { $line += ' -- "' + (Resolve-Path $Exhibition).ProviderPath.TrimEnd('\') + '"' }
    $launcher = [wmiclass] "\\localhost\${embedded}:WESL_UserSetting"
    try { $launcher.RemoveCustomShell($sid) | Out-Null } catch { Write-Verbose 'none before' }
    $launcher.SetDefaultShell('explorer.exe', $restartShell) | Out-Null
    # 10: staff left; 12: staff shut the machine down, which is under way then.
    $launcher.SetCustomShell($sid, $line, @(10, 12), @($doNothing, $shutDown), $restartShell) | Out-Null
    $launcher.SetEnabled($true) | Out-Null
}

# Installs the service that restarts a silent machine, and starts it. The mark names the
# station's account: while somebody else is signed in the service does nothing.
function Enable-Watch([string] $sid) {
    $line = '"' + $program + '" kiosk watch --state "' + $state + '"'
    if (-not [Diagnostics.EventLog]::SourceExists($service)) { New-EventLog -LogName Application -Source $service }
    $there = Get-CimInstance -ClassName Win32_Service -Filter "Name = '$service'"
    if ($null -eq $there) {
        New-Service -Name $service -BinaryPathName $line -StartupType Automatic -DisplayName '{{ps .Name}} Heartbeat' `
            -Description 'Startet den Rechner neu, wenn die Station verstummt. / Restarts the machine when the station falls silent.' | Out-Null
    } else {
        Stop-Service -Name $service
        $changed = Invoke-CimMethod -InputObject $there -MethodName Change -Arguments @{ PathName = $line; StartMode = 'Automatic' }
        if ($changed.ReturnValue -ne 0) { throw "${service}: $($changed.ReturnValue)" }
    }
    # A service that ends is started again after a minute, each time.
    & sc.exe failure $service 'reset=' 86400 'actions=' 'restart/60000/restart/60000/restart/60000' | Out-Null
    if ($LASTEXITCODE -ne 0) { throw "sc.exe: $LASTEXITCODE" }
    [IO.File]::WriteAllText($mark, $sid)
    Start-Service -Name $service
}

# Takes the service away, with what it kept.
function Disable-Watch {
    foreach ($file in 'on', 'beat', 'restarts.json') { Remove-Item (Join-Path $state $file) -ErrorAction SilentlyContinue }
    if ($null -ne (Get-CimInstance -ClassName Win32_Service -Filter "Name = '$service'")) {
        Stop-Service -Name $service
        & sc.exe delete $service | Out-Null
        if ($LASTEXITCODE -ne 0) { throw "sc.exe: $LASTEXITCODE" }
    }
    if ([Diagnostics.EventLog]::SourceExists($service)) { Remove-EventLog -Source $service }
}

function Set-Keys([bool] $blocked) {
    Get-WmiObject -Namespace $embedded -Class WEKF_PredefinedKey | Where-Object { $keys -contains $_.Id } | ForEach-Object {
        $_.Enabled = $blocked
        $_.Put() | Out-Null
    }
    # Administrators keep their keyboard; the shortcuts for sticky keys and the like are
    # off: the station has settings of its own for those who need them.
    foreach ($name in 'DisableKeyboardFilterForAdministrators', 'ForceOffAccessibility') {
        $setting = Get-WmiObject -Namespace $embedded -Class WEKF_Settings | Where-Object { $_.Name -eq $name }
        $setting.Value = if ($blocked) { 'true' } else { 'false' }
        $setting.Put() | Out-Null
    }
}

function Enable-Station {
    Assert-Ready
    $restart = Add-Feature 'Client-EmbeddedShellLauncher'
    $restart = (Add-Feature 'Client-KeyboardFilter') -or $restart
    if ($restart) {
        Write-Output 'Bitte neu starten und dann noch einmal aufrufen. / Please restart, then call this again.'
        exit 3010
    }
    New-Item -ItemType Directory -Force -Path $folder | Out-Null
    Save-Before
    $sid = New-Account
    New-Folder $sid
    Set-Pin
    foreach ($v in $values) { Set-Value $v[0] $v[1] $v[2] }
    Set-Value $logon 'AutoAdminLogon' '1'
    Set-Value $logon 'DefaultUserName' $Account
    Set-Value $logon 'DefaultDomainName' $env:COMPUTERNAME
    # The scheme for high performance, with nothing that goes dark or to sleep.
    powercfg /setactive SCHEME_MIN
    foreach ($what in 'monitor', 'standby', 'hibernate', 'disk') { powercfg /change "$what-timeout-ac" 0 }
    Enable-Shell $sid
    Set-Keys $true
    Enable-Watch $sid
    Write-Output 'Eingerichtet. Nach dem nächsten Neustart zeigt der Rechner die Station. / Set up. After the next restart the machine shows the station.'
}

function Disable-Station {
    Assert-Ready
    if (-not (Test-Path $before)) { throw 'Hier ist keine Station eingerichtet. / No station is set up here.' }
    $kept = Get-Content -Path $before -Raw -Encoding UTF8 | ConvertFrom-Json
    Disable-Watch
    $launcher = [wmiclass] "\\localhost\${embedded}:WESL_UserSetting"
    Get-WmiObject -Namespace $embedded -Class WESL_UserSetting | Where-Object { $_.Shell -like '*{{ps .Exe}}*' } |
        ForEach-Object { $launcher.RemoveCustomShell($_.Sid) | Out-Null }
    $launcher.SetEnabled($false) | Out-Null
    Set-Keys $false
    foreach ($v in @($kept.values) + @($kept.logon)) { Set-Value $v.key $v.name $v.value }
    powercfg /setactive $kept.scheme
    Remove-Item $before
    Write-Output 'Der Rechner ist nach dem nächsten Neustart wie zuvor. / After the next restart the machine is as before.'
}

function Show-Station {
    $shells = @()
    try { $shells = @(Get-WmiObject -Namespace $embedded -Class WESL_UserSetting | Where-Object { $_.Shell -like '*{{ps .Exe}}*' }) } catch { Write-Verbose 'no Shell Launcher' }
    if ($shells.Count -eq 0) { Write-Output 'Keine Station eingerichtet. / No station is set up.' }
    foreach ($s in $shells) { Write-Output "$($s.Sid): $($s.Shell)" }
    $there = Get-CimInstance -ClassName Win32_Service -Filter "Name = '$service'"
    if ($null -eq $there) { Write-Output "${service}: nicht eingerichtet / not installed" }
    else { Write-Output "${service}: $($there.State), $($there.StartMode)" }
    $beat = Get-Content -Path (Join-Path $state 'beat') -ErrorAction SilentlyContinue
    if ($null -ne $beat) { Write-Output "Herzschlag / heartbeat: $beat" }
    & $program kiosk doctor --state $state | Write-Output
}

switch ($PSCmdlet.ParameterSetName) {
    'On' { Enable-Station }
    'Off' { Disable-Station }
    default { Show-Station }
}
