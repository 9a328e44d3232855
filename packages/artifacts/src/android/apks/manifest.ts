/**
 * What the manifest of an app says that it can be and do.
 *
 * A part of the phone that the system alone may bind to (accessibility, notifications, keyboard, VPN) names the permission of the system, or
 * the action with which it asks for it; an administrator receives DEVICE_ADMIN_ENABLED. An icon is a main activity of the category LAUNCHER.
 * Sources: developer.android.com (manifest, AccessibilityService, NotificationListenerService, DeviceAdminReceiver, VpnService,
 * InputMethodService); AOSP, core/res/res/values/public-final.xml (numbers of attributes).
 * @module
 */
import { type AxmlElement, attribute } from "@contraluz/formats/axml/index.ts";
import { kept } from "../../text.ts";

const ID = {
  label: 0x01010001,
  name: 0x01010003,
  permission: 0x01010006,
  enabled: 0x0101000e,
  debuggable: 0x0101000f,
  versionCode: 0x0101021b,
  versionName: 0x0101021c,
  targetSdk: 0x01010270,
} as const;

/** Permissions that one app asks for: large apps have 150. */
const MAX_PERMISSIONS = 500;

export interface Manifest {
  readonly app: string | undefined;
  readonly split: string | undefined;
  readonly versionName: string | undefined;
  readonly versionCode: number | undefined;
  readonly targetSdk: number | undefined;
  readonly label: string | undefined;
  readonly permissions: readonly string[];
  /** True once it asks for more than are kept. */
  readonly more: boolean;
  readonly admin: boolean;
  readonly accessibility: boolean;
  readonly listener: boolean;
  readonly keyboard: boolean;
  readonly vpn: boolean;
  readonly launcher: boolean;
  readonly debuggable: boolean;
}

function textOf(e: AxmlElement, key: string | number): string | undefined {
  const v = attribute(e, key)?.value;
  // A reference leads into the resources, which are not read.
  return typeof v === "string" && v !== "" && !/^@[0-9a-f]{8}$/.test(v) ? kept(v) : undefined;
}

function numberOf(e: AxmlElement | undefined, key: number): number | undefined {
  const v = e && attribute(e, key)?.value;
  if (typeof v === "string" && /^\d{1,10}$/.test(v)) return Number(v);
  return typeof v === "number" ? v : undefined;
}

const named = (e: AxmlElement, ...names: readonly string[]): AxmlElement[] =>
  e.children.filter((c) => names.includes(c.name));

/** Whether a filter of the component names that action (and that category). */
function filters(component: AxmlElement, action: string, categories?: readonly string[]): boolean {
  return named(component, "intent-filter").some((filter) => {
    const has = (of: string, wanted: (name: string) => boolean): boolean =>
      named(filter, of).some((e) => wanted(textOf(e, ID.name) ?? ""));
    return has("action", (n) => n === action) && (!categories || has("category", (n) => categories.includes(n)));
  });
}

/** A component that only the system may bind to. */
function bound(list: readonly AxmlElement[], permission: string, action: string): boolean {
  return list.some((c) => textOf(c, ID.permission) === permission || filters(c, action));
}

const SHOWN = ["android.intent.category.LAUNCHER", "android.intent.category.LEANBACK_LAUNCHER"];

/** What the manifest says; what is missing in it is left out. */
export function manifestOf(root: AxmlElement): Manifest {
  const application = named(root, "application")[0];
  const of = (...names: readonly string[]): AxmlElement[] => (application ? named(application, ...names) : []);
  const services = of("service");
  const asked = named(root, "uses-permission", "uses-permission-sdk-23", "uses-permission-sdk-m").flatMap(
    (e) => textOf(e, ID.name) ?? [],
  );
  const permissions = [...new Set(asked)];
  return {
    app: textOf(root, "package"),
    split: textOf(root, "split"),
    versionName: textOf(root, ID.versionName),
    versionCode: numberOf(root, ID.versionCode),
    targetSdk: numberOf(named(root, "uses-sdk")[0], ID.targetSdk),
    label: application && textOf(application, ID.label),
    permissions: permissions.slice(0, MAX_PERMISSIONS),
    more: permissions.length > MAX_PERMISSIONS,
    admin: bound(of("receiver"), "android.permission.BIND_DEVICE_ADMIN", "android.app.action.DEVICE_ADMIN_ENABLED"),
    accessibility: bound(
      services,
      "android.permission.BIND_ACCESSIBILITY_SERVICE",
      "android.accessibilityservice.AccessibilityService",
    ),
    listener: bound(
      services,
      "android.permission.BIND_NOTIFICATION_LISTENER_SERVICE",
      "android.service.notification.NotificationListenerService",
    ),
    keyboard: bound(services, "android.permission.BIND_INPUT_METHOD", "android.view.InputMethod"),
    vpn: bound(services, "android.permission.BIND_VPN_SERVICE", "android.net.VpnService"),
    launcher: of("activity", "activity-alias").some(
      (a) => attribute(a, ID.enabled)?.value !== false && filters(a, "android.intent.action.MAIN", SHOWN),
    ),
    debuggable: application !== undefined && attribute(application, ID.debuggable)?.value === true,
  };
}
