/** What some settings mean: apps that are named in them, servers, and what is not kept. @module */
import type { Observable } from "@contraluz/core";
import { isPackage } from "../../android-names.ts";

/** Apps that one setting can name. */
const MAX_APPS = 200;

/** Settings whose value is apps or their components, with `:` or `;` between. */
const APPS: ReadonlySet<string> = new Set([
  "accessibility_button_targets",
  "accessibility_shortcut_target_service",
  "always_on_vpn_app",
  "assistant",
  "autofill_service",
  "credential_service",
  "default_input_method",
  "dialer_default_application",
  "enabled_accessibility_services",
  "enabled_input_methods",
  "enabled_notification_listeners",
  "enabled_notification_policy_access_packages",
  "mock_location_app",
  "notification_access",
  "sms_default_application",
  "voice_interaction_service",
]);

const SECRET =
  /^(?:android_id|advertising_id|bluetooth_name|device_name|wifi_p2p_device_name|owner_info|lock_screen_owner_info)$|address$|password|passwd|salt|token|secret|serial|_ssid|imei|phone_number/i;

/** Whether the value says who the phone is, or opens something. */
export const secret = (name: string): boolean => SECRET.test(name);

/** Packages that the setting names. */
export function appsIn(name: string, value: string): string[] {
  if (!APPS.has(name)) return [];
  const out = new Set<string>();
  for (const part of value.split(/[:;,]/, MAX_APPS)) {
    const app = part.split("/", 1)[0]!.trim();
    if (isPackage(app)) out.add(app);
  }
  return [...out];
}

const IP = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]+)$/i;

function host(value: string): Observable[] {
  const s = value.length > 300 ? "" : value.trim();
  if (IP.test(s)) return [{ type: "ip", value: s, contact: "listed" }];
  return /^[\w-]+(?:\.[\w-]+)+$/.test(s) ? [{ type: "domain", value: s, contact: "listed" }] : [];
}

/** A server through which all traffic or all names go, and the apps that the setting names. */
export function observed(name: string, value: string, apps: readonly string[]): Observable[] {
  const out: Observable[] = apps.map((app) => ({ type: "app-id", value: app, contact: "listed" }));
  if (name === "http_proxy") out.push(...host(value.slice(0, Math.max(0, value.lastIndexOf(":")))));
  else if (name === "global_http_proxy_host" || name === "private_dns_specifier") out.push(...host(value));
  else if (/^global_(?:http_)?proxy_pac_url$/.test(name) && /^https?:\/\/./.test(value) && value.length < 4096)
    out.push({ type: "url", value, contact: "listed" });
  return out;
}
