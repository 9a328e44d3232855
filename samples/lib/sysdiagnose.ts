/** A made-up sysdiagnose, small and whole: what describes it, and logs of each kind that lies in one. @module */

export interface SysdiagnoseOptions {
  /** Of the phone's clock: `-0600`. */
  readonly zone?: string;
  readonly build?: string;
  readonly version?: string;
  /** Process that held up the last shutdown, and runs. */
  readonly implant?: string;
}

const UUID = "0D568245-890B-3FB3-B7E9-AD26B2A7BB75";

/** Name of its folder, and of its archive without the ending. */
export function sysdiagnoseName(o: SysdiagnoseOptions = {}): string {
  return `sysdiagnose_2024.09.12_14-54-51${o.zone ?? "-0600"}_iPhone-OS_iPhone_${o.build ?? "21G93"}`;
}

const plist = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>${rows}</dict></plist>\n`;

/** Files by the path inside their folder. */
export function sysdiagnoseFiles(o: SysdiagnoseOptions = {}): ReadonlyMap<string, Buffer> {
  const { build = "21G93", version = "17.6.1", implant } = o;
  const stamp = `IN_PROGRESS_${sysdiagnoseName(o)}.tmp`;
  const clients = ["/usr/sbin/wifid", ...(implant ? [implant] : []), "/kernel"];
  const files: Readonly<Record<string, string>> = {
    "README.txt": "Made up.\n",
    "WiFi/wifi_status.txt": "Power: on\n",
    "logs/SystemVersion/SystemVersion.plist": plist(
      `<key>ProductName</key><string>iPhone OS</string><key>ProductVersion</key><string>${version}</string><key>ProductBuildVersion</key><string>${build}</string>`,
    ),
    "ps.txt": `USER   UID   PID  PPID STAT STARTED      TIME COMMAND
root     0     1     0 ?s   Mon11PM   0:00.00 /sbin/launchd
root     0    37     1 ?s   Mon11PM   0:00.00 /usr/libexec/logd
${implant ? `root     0  2143     1 ?s   Mon11PM   0:00.00 ${implant}\n` : ""}`,
    "remotectl_dumpstate.txt": `Local device
\tProduct Type: iPhone14,5
\tProperties: {
\t\tBuildVersion => ${build}
\t\tDeviceName => iPhone de Itzel
\t\tOSVersion => ${version}
\t\tProductType => iPhone14,5
\t\tSerialNumber => MADEUP00001
\t\tUniqueDeviceID => 00008130-000000000000001E
\t}
Found other (some-device)
\tProperties: {
\t\tDeviceName => otro
\t}
`,
    "sysdiagnose.log": `2024-09-12 14:54:51.000000 sysdiagnose[1252] : triggered
2024-09-12 14:54:51.000000 sysdiagnose[1252] : Diagnostic output directory: /private/var/mobile/Library/Logs/${stamp}
`,
    "system_logs.logarchive/Extra/shutdown.log": `After 0.79s, these clients are still here:
${clients.map((p, i) => `\t\tremaining client pid: ${70 + i} (${p}/${UUID})\n`).join("")}SIGTERM: [1725946203] All buffers flushed
`,
    "system_logs.logarchive/Info.plist": plist("<key>OSArchiveVersion</key><integer>5</integer>"),
  };
  return new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
}
