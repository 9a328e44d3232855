/** Tables of a power log that are read, and their columns. Names of columns differ in case between versions. @module */
import type { TableWant } from "../../artifact.ts";

export const OFFSETS = "PLStorageOperator_EventForward_TimeOffset";
export const PROCESSES = "PLProcessMonitorAgent_EventForward_ProcessID";
export const MEASURED = [
  "PLProcessMonitorAgent_EventInterval_ProcessMonitorInterval_Dynamic",
  "PLProcessMonitorAgent_EventBackward_ProcessMonitor_Dynamic",
] as const;
export const NETWORK = "PLProcessNetworkAgent_EventInterval_UsageDiff";
export const APPS = "PLApplicationAgent_EventNone_AllApps";
export const USES = "PLApplicationAgent_EventForward_Application";
export const AUDIO = "PLAudioAgent_EventPoint_AudioApp";
export const CAMERA = "PLCameraAgent_EventForward_Camera";
export const LOCATION = "PLLocationAgent_EventForward_ClientStatus";

const optional = (name: string, columns: readonly string[]): TableWant => ({ name, columns, optional: true });

export const TABLES: readonly TableWant[] = [
  { name: OFFSETS, columns: ["timestamp", "system"], needs: ["timestamp", "system"], lookup: true },
  optional(PROCESSES, ["timestamp", "BundleID", "PID", "ProcessName"]),
  // Measured again and again: rows that were deleted are of no other programs.
  ...MEASURED.map((name): TableWant => ({ ...optional(name, ["BundleID", "PID", "ProcessName"]), deleted: false })),
  optional(NETWORK, [
    "timestamp",
    "timestampEnd",
    "BundleName",
    "ProcessName",
    "WifiIn",
    "WifiOut",
    "CellIn",
    "CellOut",
  ]),
  optional(APPS, ["timestamp", "AppBundleId", "AppName", "AppBundleVersion", "AppExecutable", "AppDeletedDate"]),
  optional(USES, ["timestamp", "identifier", "pid", "state"]),
  optional(AUDIO, ["timestamp", "ApplicationName", "AssertionName", "AudioRoute", "Operation", "PID"]),
  optional(CAMERA, ["timestamp", "bundleId", "CameraType", "State"]),
  optional(LOCATION, ["timestamp", "timestampEnd", "BundleId", "Client", "Executable", "Type"]),
];
