/**
 * Programs that come with every phone with Android, by the names of their processes. Published signs name processes of iPhones too, and one of
 * Pegasus there (`gatekeeperd`) is what Android calls its own keeper of the PIN: by name alone it tells nothing here. Where a program of
 * such a name lies, or by which key it is signed, tells still.
 *
 * Sources: AOSP (init files of system/core, frameworks, hardware/interfaces), android.googlesource.com.
 * @module
 */
const DAEMONS: ReadonlySet<string> = new Set(
  `adbd apexd artd audioserver bootanimation bpfloader cameraserver credstore crash_dump32 crash_dump64 dex2oat drmserver dumpstate
  fingerprintd gatekeeperd gpuservice gsid healthd heapprofd hostapd hwservicemanager idmap2d incidentd init installd iorapd keystore keystore2
  lmkd logcat logd mdnsd mediadrmserver mediaserver mtpd ndc netd nfcd odsign otapreopt perfetto performanced prng_seeder profcollectd racoon
  rild secilc servicemanager sh shell snapuserd statsd storaged surfaceflinger system_server tombstoned toolbox toybox traced traced_probes
  ueventd uncrypt update_engine update_verifier usbd vdc vndservicemanager vold watchdogd webview_zygote wificond wpa_supplicant
  zygote zygote64`.split(/\s+/),
);

/** True for the bare name of such a program. */
export function isAndroidDaemon(name: string): boolean {
  return DAEMONS.has(name);
}
