/**
 * Signs on iPhones, from public reports. Values are facts; the words and the choice are ours.
 *
 * Left out on purpose: `com.apple.CrashReporter.plist`, which the 2021 list named for a while. iPhones of developers have
 * it, its publishers took it back (mvt issue 130), and a backup's list of files does not tell its content.
 * @module
 */
import type { SignGroup } from "./builtin.ts";

const PEGASUS =
  "Amnesty International, Forensic Methodology Report: How to catch NSO Group's Pegasus, 2021-07-18, and its later lists";
const PREDATOR =
  "Citizen Lab, Pegasus vs. Predator, 2021-12-16; Cisco Talos, Intellexa's Predator, 2023-05-25; iVerify, Trust broken at the core";
const QUADREAM = "Citizen Lab, Sweet QuaDreams, 2023-04-11; Microsoft, DEV-0196, 2023-04-11";
const TRIANGULATION = "Kaspersky, Operation Triangulation, 2023-06-01";
const CORUNA = "Google Threat Intelligence Group, Coruna, 2026-03-03; iVerify, CryptoWaters, 2026-03";
const LIGHTSPY = "ThreatFabric, LightSpy: Implant for iOS, 2024-10-29";
const DARKSWORD = "Google Threat Intelligence Group, DarkSword, 2026-03; iVerify and Lookout, 2026-03";

/** Values of a group are separated by white space: none holds any. */
export const IOS: readonly SignGroup[] = [
  {
    campaign: "Pegasus",
    source: PEGASUS,
    type: "process",
    values: `
  ABSCarryLog CommsCenterRootHelper Diagnostic-2543 Diagnosticd Diagnostics-2543 GoldenGate JarvisPluginMgr
  MobileSMSd PDPDialogs ReminderIntentsUIExtension accountpfd actmanaged aggregatenotd appccntd bfrgbd bh bluetoothfs
  boardframed brfstagingd brstaged bundpwrd cfprefssd ckeblld ckkeyrollfd com.apple.Mappit.SnapshotService
  com.apple.rapports.events comnetd comsercvd confinstalld contextstoremgrd corecomnetd ctrlfs dhcp4d eventfssd
  eventsfssd eventstorpd faskeepd fdlibframed fmld fnotifyd frtipd fservernetd gatekeeperd gssdp jlmvskrd keybrd
  launchafd launchrexd libbmanaged libtouchregd llmdwatchd lobbrogd locserviced logseld misbrigd mobileargd mptbd
  msgacntd natgd neagentd nehelprd netservcomd otpgrefd passsd payload pcsd pstid rlaccountd roleaboutd roleaccountd
  rolexd seraccountd setframed smmsgingd stagegrad stagingd tisppd updaterd vm_stats wifip2ppd xpccfd
`,
  },
  { campaign: "Pegasus", source: PEGASUS, type: "file-name", values: "roleaccountd.plist" },
  {
    campaign: "Pegasus",
    source: "Kaspersky, A lightweight method to detect potential iOS malware, 2024-01-16",
    type: "file-path",
    // Implants were started from this folder of the system; the folder itself is Apple's, so it is a lead.
    common: true,
    values: "/private/var/db/com.apple.xpc.roleaccountd.staging",
  },
  { campaign: "Operation Triangulation", source: TRIANGULATION, type: "process", values: "BackupAgent" },
  { campaign: "QuaDream KingsPawn", source: QUADREAM, type: "process", values: "com.apple.avcapture" },
  {
    campaign: "QuaDream KingsPawn",
    source: QUADREAM,
    type: "file-path",
    values: `
  /private/var/db/com.apple.xpc.roleaccountd.staging/subridged
  /private/var/db/com.apple.xpc.roleaccountd.staging/PlugIns/fud.appex
`,
  },
  {
    campaign: "Predator",
    source: PREDATOR,
    type: "file-path",
    values: `
  /private/var/logs/keybagd/ /private/var/tmp/UserEventAgent /private/var/tmp/com.apple.WebKit.Networking
  /private/var/tmp/etherium.txt /private/var/tmp/helper.sock /private/var/tmp/hooker /private/var/tmp/kusama.txt
  /private/var/tmp/l/ /private/var/tmp/takePhoto
`,
  },
  { campaign: "Predator", source: PREDATOR, type: "profile-id", values: "76DAB334-7E17-475D-A5D6-0794EB5818A5" },
  {
    campaign: "LightSpy",
    source: LIGHTSPY,
    type: "file-path",
    values: "/private/var/containers/Bundle/AppleAppLit/",
  },
  {
    campaign: "LightSpy",
    source: "Microsoft Defender, description of TrojanSpy:iPhoneOS/LightRiver.B",
    type: "file-path",
    values: "/private/var/iolight/",
  },
  {
    campaign: "Coruna",
    source: CORUNA,
    type: "file-path",
    values: `
  /private/var/mobile/Library/Caches/.com.apple.mobileassetd.cache
  /private/var/mobile/Library/Caches/.com.apple.notes.cache.plist
  /private/var/mobile/Library/Preferences/com.apple.photolibraryd.plist
  /private/var/root/Library/Caches/com.apple.WebKit.WebContent/blob_d6c1a21adb11f0ea023b9a35
  /private/var/root/Library/Caches/com.apple.nsurlsessiond/fsCachedData0E1A3DC1C51C2D879DE016E56D3EECE8
  /private/var/tmp/pl.core.lock /private/var/tmp/pl.sp.exec.guard.lock /private/var/tmp/relaunch
  /private/var/tmp/stop /private/var/tmp/uninstall /private/var/tmp/upgrade.dylib
`,
  },
  {
    campaign: "Coruna",
    source: CORUNA,
    type: "file-name",
    values: `
  .com.apple.mobileassetd.cache .com.apple.notes.cache.plist blob_d6c1a21adb11f0ea023b9a35
  com.apple.photolibraryd.plist fsCachedData0E1A3DC1C51C2D879DE016E56D3EECE8 pl.core.lock pl.sp.exec.guard.lock
`,
  },
  {
    campaign: "DarkSword",
    source: DARKSWORD,
    type: "file-path",
    values: `
  /private/var/Keychains/keychain_dump.txt /private/var/db/keychain_dump.txt /private/var/keybags/keychain_dump.txt
  /private/var/log/keychain_dump.txt /private/var/root/keychain_dump.txt /private/var/run/keychain_dump.txt
  /private/var/tmp/Backup.keybag /private/var/tmp/System.keybag /private/var/tmp/backup_keys_cache.sqlite
  /private/var/tmp/device.kb /private/var/tmp/icloud_dump/ /private/var/tmp/keychain-2.db
  /private/var/tmp/keychain_dump.txt /private/var/tmp/persona.kb /private/var/tmp/persona_keychains.kb
  /private/var/tmp/persona_private.kb /private/var/tmp/usersession.kb /private/var/tmp/usersession_keychains.kb
  /private/var/tmp/usersession_private.kb /private/var/tmp/wifi_passwords.txt
  /private/var/tmp/wifi_passwords_securityd.txt /private/var/wireless/wifi_passwords.txt
`,
  },
  {
    campaign: "DarkSword",
    source: DARKSWORD,
    type: "file-name",
    values: `
  pe_main.js rce_loader.js rce_module.js rce_worker_18.4.js rce_worker_18.6.js sbx0_main_18.4.js sbx1_main.js
`,
  },
];
