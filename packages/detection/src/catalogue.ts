/** Every rule, in the order of results. One line each. @module */
import type { AnyRule } from "./rule.ts";
import { adbKeys } from "./rules/android-adb-keys/index.ts";
import { adbShell } from "./rules/android-adb-shell/index.ts";
import { backgroundSensors } from "./rules/android-background-sensors/index.ts";
import { connection } from "./rules/android-connection/index.ts";
import { custody } from "./rules/android-custody/index.ts";
import { defaultApps } from "./rules/android-default-apps/index.ts";
import { deviceOwner } from "./rules/android-device-owner/index.ts";
import { goneApps } from "./rules/android-gone-apps/index.ts";
import { hiddenApp } from "./rules/android-hidden-app/index.ts";
import { logGaps } from "./rules/android-log-gaps/index.ts";
import { logMarker } from "./rules/android-log-marker/index.ts";
import { openSystem } from "./rules/android-open-system/index.ts";
import { parserCrashes as androidParserCrashes } from "./rules/android-parser-crashes/index.ts";
import { patchAge } from "./rules/android-patch-age/index.ts";
import { protections } from "./rules/android-protections/index.ts";
import { sideloaded } from "./rules/android-sideloaded/index.ts";
import { tempPrograms } from "./rules/android-temp-programs/index.ts";
import { followed } from "./rules/bluetooth-followed/index.ts";
import { accountDevices } from "./rules/ios-account-devices/index.ts";
import { addedCertificates } from "./rules/ios-added-certificates/index.ts";
import { appAccount } from "./rules/ios-app-account/index.ts";
import { appSource } from "./rules/ios-app-source/index.ts";
import { appleWarning } from "./rules/ios-apple-warning/index.ts";
import { attachmentPath } from "./rules/ios-attachment-path/index.ts";
import { calendarInvite } from "./rules/ios-calendar-invite/index.ts";
import { daemonName } from "./rules/ios-daemon-name/index.ts";
import { enterpriseTrust } from "./rules/ios-enterprise-trust/index.ts";
import { fastRedirect } from "./rules/ios-fast-redirect/index.ts";
import { graphitePattern } from "./rules/ios-graphite-pattern/index.ts";
import { hermitPattern } from "./rules/ios-hermit-pattern/index.ts";
import { hiddenProcess } from "./rules/ios-hidden-process/index.ts";
import { hostPairing } from "./rules/ios-host-pairing/index.ts";
import { idStatusHandle } from "./rules/ios-id-status-handle/index.ts";
import { jailbreak } from "./rules/ios-jailbreak/index.ts";
import { lockdownMode } from "./rules/ios-lockdown-mode/index.ts";
import { missingMessages } from "./rules/ios-missing-messages/index.ts";
import { missingProcesses } from "./rules/ios-missing-processes/index.ts";
import { networkSettings } from "./rules/ios-network-settings/index.ts";
import { olderSystem } from "./rules/ios-older-system/index.ts";
import { onlyListens } from "./rules/ios-only-listens/index.ts";
import { orphanUsage } from "./rules/ios-orphan-usage/index.ts";
import { parserCrashes } from "./rules/ios-parser-crashes/index.ts";
import { passMessage } from "./rules/ios-pass-message/index.ts";
import { goneProfiles } from "./rules/ios-profile-events/index.ts";
import { profiles } from "./rules/ios-profiles/index.ts";
import { programPlace } from "./rules/ios-program-place/index.ts";
import { cutShutdownLog } from "./rules/ios-shutdown-log/index.ts";
import { supervised } from "./rules/ios-supervision/index.ts";
import { tccClient } from "./rules/ios-tcc-client/index.ts";
import { triangulationWindow } from "./rules/ios-triangulation-window/index.ts";
import { whatsappDevices } from "./rules/ios-whatsapp-devices/index.ts";
import { wifiJoined } from "./rules/ios-wifi-joined/index.ts";
import { reportedAlerts } from "./rules/mvt-reported-alerts/index.ts";
import { beacon } from "./rules/network-beacon/index.ts";
import { camera } from "./rules/network-camera/index.ts";
import { dnsTunnel } from "./rules/network-dns-tunnel/index.ts";
import { generatedNames } from "./rules/network-generated-names/index.ts";
import { hiddenTraffic } from "./rules/network-hidden/index.ts";
import { longConnection } from "./rules/network-long/index.ts";
import { machines } from "./rules/network-machines/index.ts";
import { nameless } from "./rules/network-nameless/index.ts";
import { oddCertificate } from "./rules/network-odd-certificate/index.ts";
import { oddName } from "./rules/network-odd-name/index.ts";
import { oddPort } from "./rules/network-odd-port/index.ts";
import { reportedNetwork } from "./rules/network-reported/index.ts";
import { upload } from "./rules/network-upload/index.ts";
import { changedCell } from "./rules/radio-changed-cell/index.ts";
import { downgrade } from "./rules/radio-downgrade/index.ts";
import { exposing } from "./rules/radio-exposing/index.ts";
import { foreignCell } from "./rules/radio-foreign-cell/index.ts";
import { askedIdentity } from "./rules/radio-identity/index.ts";
import { logLimits } from "./rules/radio-log/index.ts";
import { noCipher } from "./rules/radio-no-cipher/index.ts";
import { rejects } from "./rules/radio-rejects/index.ts";
import { reportedEvents } from "./rules/radio-reported/index.ts";
import { secondGeneration } from "./rules/radio-second-generation/index.ts";
import { signalJump } from "./rules/radio-signal-jump/index.ts";
import { safMatches } from "./rules/saf-reported/index.ts";
import { traceFindings } from "./rules/trace-reported/index.ts";

export const RULES: readonly AnyRule[] = [
  orphanUsage,
  triangulationWindow,
  profiles,
  attachmentPath,
  appleWarning,
  calendarInvite,
  missingMessages,
  missingProcesses,
  idStatusHandle,
  fastRedirect,
  whatsappDevices,
  reportedAlerts,
  tccClient,
  goneProfiles,
  supervised,
  networkSettings,
  addedCertificates,
  appSource,
  appAccount,
  lockdownMode,
  programPlace,
  daemonName,
  cutShutdownLog,
  parserCrashes,
  hostPairing,
  jailbreak,
  hiddenProcess,
  accountDevices,
  olderSystem,
  enterpriseTrust,
  passMessage,
  graphitePattern,
  hermitPattern,
  wifiJoined,
  onlyListens,
  hiddenApp,
  backgroundSensors,
  custody,
  openSystem,
  tempPrograms,
  androidParserCrashes,
  logGaps,
  logMarker,
  deviceOwner,
  sideloaded,
  adbKeys,
  adbShell,
  protections,
  connection,
  defaultApps,
  goneApps,
  patchAge,
  beacon,
  upload,
  longConnection,
  dnsTunnel,
  generatedNames,
  oddCertificate,
  oddPort,
  oddName,
  nameless,
  reportedNetwork,
  hiddenTraffic,
  camera,
  machines,
  followed,
  askedIdentity,
  downgrade,
  exposing,
  noCipher,
  rejects,
  changedCell,
  foreignCell,
  secondGeneration,
  signalJump,
  reportedEvents,
  traceFindings,
  safMatches,
  logLimits,
];
