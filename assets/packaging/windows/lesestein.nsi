; The installer for one user, made by makensis. It needs no rights: the program
; lies in the user's own folder, what it says to the desktop in the user's own
; registry. /S installs without a word; /D=FOLDER at the end names another folder.
; What the reader remembers lies elsewhere and stays.

Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetDateSave on
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\{{.ID}}"

Name "{{.Name}}"
OutFile "{{.Out}}"
BrandingText "{{.Name}} {{.Version}}"
InstallDir "$LOCALAPPDATA\Programs\{{.Name}}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define MUI_ICON "windows/icon.ico"
!define MUI_UNICON "windows/icon.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\{{.Exe}}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first language is for who speaks none of them.
{{- range .Languages}}
!insertmacro MUI_LANGUAGE "{{.NSIS}}"
{{- end}}
{{range $lang := .Languages}}
LangString busy {{.LCID}} "{{nsis .Busy}}"
LangString summary {{.LCID}} "{{nsis .Summary}}"
{{- range $i, $word := .Types}}
LangString type{{$i}} {{$lang.LCID}} "{{nsis $word}}"
{{- end}}
VIAddVersionKey /LANG={{.LCID}} "ProductName" "{{$.Name}}"
VIAddVersionKey /LANG={{.LCID}} "ProductVersion" "{{$.Version}} ({{$.Source.Commit}})"
VIAddVersionKey /LANG={{.LCID}} "FileVersion" "{{$.Version}}"
VIAddVersionKey /LANG={{.LCID}} "FileDescription" "{{nsis .Summary}}"
VIAddVersionKey /LANG={{.LCID}} "CompanyName" "{{nsis $.Packages.Vendor}}"
VIAddVersionKey /LANG={{.LCID}} "LegalCopyright" "{{nsis $.Packages.Licence}}"
{{end}}
VIProductVersion "{{.Quad}}"
VIFileVersion "{{.Quad}}"

Section "-{{.Name}}"
  ; A program that runs cannot be replaced: say so before anything changes.
  IfFileExists "$INSTDIR\{{.Exe}}" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\{{.Exe}}" a
  IfErrors 0 closed
  MessageBox MB_ICONEXCLAMATION|MB_OK "$(busy)" /SD IDOK
  SetErrorLevel 3
  Quit
closed:
  FileClose $0
free:
  ; What an older version laid and this one does not goes with the older one.
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
  ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
fresh:
  SetOutPath "$INSTDIR"
{{- range .Files}}{{if not .Kiosk}}
  File "windows/{{.Name}}"
{{- end}}{{end}}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\{{.Name}}.lnk" "$INSTDIR\{{.Exe}}" "" "$INSTDIR\{{.Exe}}" 0 SW_SHOWNORMAL "" "$(summary)"
{{range .Registry}}
  WriteRegStr HKCU "{{nsis .Key}}" "{{nsis .Name}}" "{{nsis .Value}}"
{{- end}}

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "{{.Name}}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "{{.Version}}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\{{.Exe}},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "{{nsis .Packages.Vendor}}"
  WriteRegStr HKCU "${UNINSTALL}" "URLInfoAbout" "{{.Website}}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
SectionEnd

Section "Uninstall"
{{- range .Files}}{{if not .Kiosk}}
  Delete "$INSTDIR\{{.Name}}"
{{- end}}{{end}}
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\{{.Name}}.lnk"
{{range .OwnKeys}}
  DeleteRegKey HKCU "{{nsis .}}"
{{- end}}
{{- range .SharedValues}}
  DeleteRegValue HKCU "{{nsis .Key}}" "{{nsis .Name}}"
  DeleteRegKey /ifempty HKCU "{{nsis .Key}}"
{{- end}}
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
SectionEnd
