/**
 * The tags of Android's security log: their names, and the order of their values where an event has them as a list.
 * Source: AOSP, frameworks/base, core/java/android/app/admin/SecurityLogTags.logtags (210001 to 210046).
 * @module
 */

const ADMIN = ["package", "admin_user"];
const SET = [...ADMIN, "target_user"];
const INSTALLED = ["package_name", "version_code", "user_id"];
const KEY = ["success", "key_id", "uid"];
const CA = ["success", "subject", "target_user"];
const MEDIA = ["mount_point", "volume_label"];

/** From 210001 on, in this order. */
const TAGS: readonly (readonly [name: string, ...values: readonly string[]])[] = [
  ["adb_shell_interactive"],
  ["adb_shell_cmd", "command"],
  ["adb_sync_recv_file", "path"],
  ["adb_sync_send_file", "path"],
  ["app_process_start", "process", "start_time", "uid", "pid", "seinfo", "sha256"],
  ["keyguard_dismissed"],
  ["keyguard_dismiss_auth_attempt", "success", "method_strength"],
  ["keyguard_secured"],
  ["os_startup", "verified_boot_state", "dm_verity_mode"],
  ["os_shutdown"],
  ["logging_started"],
  ["logging_stopped"],
  ["media_mount", ...MEDIA],
  ["media_unmount", ...MEDIA],
  ["log_buffer_size_critical"],
  ["password_expiration_set", ...SET, "timeout"],
  ["password_complexity_set", ...SET, "length", "quality"],
  ["password_history_length_set", ...SET, "length"],
  ["max_screen_lock_timeout_set", ...SET, "timeout"],
  ["max_password_attempts_set", ...SET, "num_failures"],
  ["keyguard_disabled_features_set", ...SET, "features"],
  ["remote_lock", ...SET],
  ["wipe_failure", ...ADMIN],
  ["key_generated", ...KEY],
  ["key_import", ...KEY],
  ["key_destruction", ...KEY],
  ["user_restriction_added", ...ADMIN, "restriction"],
  ["user_restriction_removed", ...ADMIN, "restriction"],
  ["cert_authority_installed", ...CA],
  ["cert_authority_removed", ...CA],
  ["crypto_self_test_completed", "success"],
  ["key_integrity_violation", "key_id", "uid"],
  ["cert_validation_failure", "reason"],
  ["camera_policy_set", ...SET, "disabled"],
  ["password_complexity_required", ...SET, "complexity"],
  ["password_changed", "complexity", "target_user"],
  ["wifi_connection", "bssid", "event_type", "reason"],
  ["wifi_disconnection", "bssid", "reason"],
  ["bluetooth_connection", "mac_address", "success", "reason"],
  ["bluetooth_disconnection", "mac_address", "reason"],
  ["package_installed", ...INSTALLED],
  ["package_updated", ...INSTALLED],
  ["package_uninstalled", ...INSTALLED],
  ["backup_service_toggled", ...ADMIN, "enabled"],
  ["nfc_enabled"],
  ["nfc_disabled"],
];

const FIRST = 210_001;

/** The name of a tag, and its values by their names. Undefined for a number that is no tag. */
export function tagOf(
  tag: unknown,
  data: unknown,
): { readonly type: string; readonly values: { readonly [k: string]: unknown } } | undefined {
  const row = typeof tag === "number" ? TAGS[tag - FIRST] : undefined;
  if (!row) return undefined;
  const [type, ...names] = row;
  const list: readonly unknown[] = Array.isArray(data) ? data : data === undefined ? [] : [data];
  return { type, values: Object.fromEntries(names.flatMap((n, i) => (i < list.length ? [[n, list[i]]] : []))) };
}
