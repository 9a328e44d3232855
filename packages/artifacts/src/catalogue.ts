/** Every artifact, in the order of coverage and results. One line each; nothing is found by magic. @module */
import { accessibility } from "./android/accessibility/index.ts";
import { androidAccounts } from "./android/accounts/index.ts";
import { qfAcquisition } from "./android/acquisition/index.ts";
import { adbKeys } from "./android/adb-keys/index.ts";
import { apks } from "./android/apks/index.ts";
import { appOps } from "./android/app-ops/index.ts";
import { batteryDaily } from "./android/battery-daily/index.ts";
import { batteryHistory } from "./android/battery-history/index.ts";
import { components } from "./android/components/index.ts";
import { dbinfo } from "./android/dbinfo/index.ts";
import { devicePolicy } from "./android/device-policy/index.ts";
import { androidFiles } from "./android/files/index.ts";
import { header } from "./android/header/index.ts";
import { installLog } from "./android/install-log/index.ts";
import { intrusionLogs } from "./android/intrusion-logs/index.ts";
import { keyguard } from "./android/keyguard/index.ts";
import { logcat } from "./android/logcat/index.ts";
import { mounts as androidMounts } from "./android/mounts/index.ts";
import { netstat } from "./android/netstat/index.ts";
import { netstats } from "./android/netstats/index.ts";
import { notificationListeners } from "./android/notification-listeners/index.ts";
import { packages } from "./android/packages/index.ts";
import { platformCompat } from "./android/platform-compat/index.ts";
import { processDetails } from "./android/process-details/index.ts";
import { processes as androidProcesses } from "./android/processes/index.ts";
import { properties } from "./android/properties/index.ts";
import { qfPackages } from "./android/qf-packages/index.ts";
import { roles } from "./android/roles/index.ts";
import { rootBinaries } from "./android/root-binaries/index.ts";
import { selinux } from "./android/selinux/index.ts";
import { services } from "./android/services/index.ts";
import { settings } from "./android/settings/index.ts";
import { androidSms } from "./android/sms/index.ts";
import { tempFiles } from "./android/temp-files/index.ts";
import { tombstoneSections } from "./android/tombstone-sections/index.ts";
import { tombstones } from "./android/tombstones/index.ts";
import { usageStats } from "./android/usage-stats/index.ts";
import { usb } from "./android/usb/index.ts";
import { vpn } from "./android/vpn/index.ts";
import type { AnyArtifact } from "./artifact.ts";
import { nearDevices } from "./bluetooth/devices/index.ts";
import { bluetoothPlaces } from "./bluetooth/places/index.ts";
import { trackers } from "./bluetooth/trackers/index.ts";
import { accountDevices } from "./ios/account-devices/index.ts";
import { accounts } from "./ios/accounts/index.ts";
import { activationLog } from "./ios/activation-log/index.ts";
import { analyticsDaily } from "./ios/analytics-daily/index.ts";
import { appBundles } from "./ios/app-bundles/index.ts";
import { appProvisioning } from "./ios/app-provisioning/index.ts";
import { applications } from "./ios/applications/index.ts";
import { associatedDomains } from "./ios/associated-domains/index.ts";
import { backupInfo } from "./ios/backup-info/index.ts";
import { backupStatus } from "./ios/backup-status/index.ts";
import { binaryLocations } from "./ios/binary-locations/index.ts";
import { bluetoothDevices } from "./ios/bluetooth-devices/index.ts";
import { cachedRequests } from "./ios/cached-requests/index.ts";
import { calendar } from "./ios/calendar/index.ts";
import { calls } from "./ios/calls/index.ts";
import { chromeFavicons } from "./ios/chrome-favicons/index.ts";
import { chromeHistory } from "./ios/chrome-history/index.ts";
import { configurationProfiles } from "./ios/configuration-profiles/index.ts";
import { contacts } from "./ios/contacts/index.ts";
import { containerLog } from "./ios/container-log/index.ts";
import { crashReports } from "./ios/crash-reports/index.ts";
import { dataUsage } from "./ios/data-usage/index.ts";
import { deviceManagement } from "./ios/device-management/index.ts";
import { fileSystem } from "./ios/file-system/index.ts";
import { firefoxFavicons } from "./ios/firefox-favicons/index.ts";
import { firefoxHistory } from "./ios/firefox-history/index.ts";
import { globalPreferences } from "./ios/global-preferences/index.ts";
import { idStatusCache } from "./ios/id-status-cache/index.ts";
import { installationLog } from "./ios/installation-log/index.ts";
import { interactions } from "./ios/interactions/index.ts";
import { keyTransparency } from "./ios/key-transparency/index.ts";
import { keychainAnalytics } from "./ios/keychain-analytics/index.ts";
import { keychainStatus } from "./ios/keychain-status/index.ts";
import { linkedDevices } from "./ios/linked-devices/index.ts";
import { locationClients } from "./ios/location-clients/index.ts";
import { lockdownLog } from "./ios/lockdown-log/index.ts";
import { logStatistics } from "./ios/log-statistics/index.ts";
import { manifest } from "./ios/manifest/index.ts";
import { messengers } from "./ios/messengers/index.ts";
import { mounts } from "./ios/mounts/index.ts";
import { netUsage } from "./ios/net-usage/index.ts";
import { networkApps } from "./ios/network-apps/index.ts";
import { networkSettings } from "./ios/network-settings/index.ts";
import { powerLog } from "./ios/power-log/index.ts";
import { privacyAccounting } from "./ios/privacy-accounting/index.ts";
import { privacyReport } from "./ios/privacy-report/index.ts";
import { processes } from "./ios/processes/index.ts";
import { profileEvents } from "./ios/profile-events/index.ts";
import { provisioningProfiles } from "./ios/provisioning-profiles/index.ts";
import { restoreLog } from "./ios/restore-log/index.ts";
import { safariBookmarks } from "./ios/safari-bookmarks/index.ts";
import { safariFavicons } from "./ios/safari-favicons/index.ts";
import { safariHistory } from "./ios/safari-history/index.ts";
import { safariTabGroups } from "./ios/safari-tab-groups/index.ts";
import { safariTabs } from "./ios/safari-tabs/index.ts";
import { settingsEvents } from "./ios/settings-events/index.ts";
import { shortcuts } from "./ios/shortcuts/index.ts";
import { shutdownLog } from "./ios/shutdown-log/index.ts";
import { sms } from "./ios/sms/index.ts";
import { smsAttachments } from "./ios/sms-attachments/index.ts";
import { spindump } from "./ios/spindump/index.ts";
import { storeApps } from "./ios/store-apps/index.ts";
import { supervision } from "./ios/supervision/index.ts";
import { systemVersions } from "./ios/system-versions/index.ts";
import { taskList } from "./ios/task-list/index.ts";
import { tcc } from "./ios/tcc/index.ts";
import { trustStore } from "./ios/trust-store/index.ts";
import { trustedDevices } from "./ios/trusted-devices/index.ts";
import { unifiedLog } from "./ios/unified-log/index.ts";
import { webkitObservations } from "./ios/webkit-observations/index.ts";
import { webkitSessions } from "./ios/webkit-sessions/index.ts";
import { whatsapp } from "./ios/whatsapp/index.ts";
import { whatsappCalls } from "./ios/whatsapp-calls/index.ts";
import { whatsappContacts } from "./ios/whatsapp-contacts/index.ts";
import { whatsappLids } from "./ios/whatsapp-lids/index.ts";
import { wifiNetworks } from "./ios/wifi-networks/index.ts";
import { wifiScan } from "./ios/wifi-scan/index.ts";
import { reported } from "./mvt/reported/index.ts";
import { alerts } from "./network/alerts/index.ts";
import { connections } from "./network/connections/index.ts";
import { coverage } from "./network/coverage/index.ts";
import { devices } from "./network/devices/index.ts";
import { discovery } from "./network/discovery/index.ts";
import { http } from "./network/http/index.ts";
import { keys } from "./network/keys/index.ts";
import { names } from "./network/names/index.ts";
import { sockets } from "./network/sockets/index.ts";
import { suricata } from "./network/suricata/index.ts";
import { tls } from "./network/tls/index.ts";
import { wifi } from "./network/wifi/index.ts";
import { cells } from "./radio/cells/index.ts";
import { messages } from "./radio/messages/index.ts";
import { places } from "./radio/places/index.ts";
import { reports } from "./radio/reports/index.ts";
import { signal } from "./radio/signal/index.ts";
import { safReported } from "./saf/reported/index.ts";
import { traceReported } from "./trace/reported/index.ts";
// new-artifact: import

export const ARTIFACTS: readonly AnyArtifact[] = [
  manifest,
  backupInfo,
  dataUsage,
  sms,
  safariHistory,
  idStatusCache,
  configurationProfiles,
  tcc,
  whatsapp,
  whatsappCalls,
  whatsappContacts,
  whatsappLids,
  messengers,
  applications,
  locationClients,
  analyticsDaily,
  globalPreferences,
  profileEvents,
  smsAttachments,
  calls,
  interactions,
  contacts,
  calendar,
  chromeHistory,
  chromeFavicons,
  firefoxHistory,
  firefoxFavicons,
  accounts,
  networkSettings,
  supervision,
  trustStore,
  wifiNetworks,
  reported,
  safariTabs,
  safariTabGroups,
  safariBookmarks,
  webkitObservations,
  webkitSessions,
  shortcuts,
  bluetoothDevices,
  linkedDevices,
  provisioningProfiles,
  shutdownLog,
  processes,
  privacyReport,
  taskList,
  spindump,
  crashReports,
  unifiedLog,
  logStatistics,
  installationLog,
  containerLog,
  activationLog,
  lockdownLog,
  powerLog,
  settingsEvents,
  binaryLocations,
  wifiScan,
  storeApps,
  trustedDevices,
  keyTransparency,
  keychainStatus,
  associatedDomains,
  mounts,
  backupStatus,
  networkApps,
  fileSystem,
  netUsage,
  cachedRequests,
  safariFavicons,
  appBundles,
  appProvisioning,
  keychainAnalytics,
  systemVersions,
  restoreLog,
  accountDevices,
  privacyAccounting,
  deviceManagement,
  accessibility,
  androidAccounts,
  qfAcquisition,
  adbKeys,
  apks,
  appOps,
  batteryDaily,
  batteryHistory,
  components,
  dbinfo,
  devicePolicy,
  androidFiles,
  header,
  installLog,
  intrusionLogs,
  keyguard,
  logcat,
  androidMounts,
  netstat,
  netstats,
  notificationListeners,
  packages,
  platformCompat,
  processDetails,
  androidProcesses,
  properties,
  qfPackages,
  roles,
  rootBinaries,
  selinux,
  services,
  settings,
  androidSms,
  tempFiles,
  tombstoneSections,
  tombstones,
  usageStats,
  usb,
  vpn,
  alerts,
  connections,
  coverage,
  devices,
  discovery,
  http,
  keys,
  names,
  sockets,
  suricata,
  tls,
  wifi,
  trackers,
  nearDevices,
  bluetoothPlaces,
  cells,
  messages,
  places,
  reports,
  signal,
  traceReported,
  safReported,
  // new-artifact: entry
];
