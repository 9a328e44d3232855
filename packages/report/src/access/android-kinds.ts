/**
 * Ways in which somebody else has access to a phone with Android, as `kinds.ts` has them of an iPhone.
 * @module
 */
import type { AccessKind } from "./kinds.ts";

export type AndroidAccessId =
  | "android-organisation"
  | "android-powers"
  | "android-apps"
  | "android-computers"
  | "android-defaults"
  | "android-connection"
  | "android-messengers"
  | "android-account"
  | "android-sharing";

/** In the order of what they can do. */
export const ANDROID_ACCESS: readonly AccessKind[] = [
  {
    id: "android-organisation",
    rules: ["android/device-owner"],
    places: ["android/device-policy"],
    signs: ["android/device-policy"],
  },
  {
    id: "android-powers",
    rules: ["android/hidden-app", "android/background-sensors"],
    places: ["android/accessibility", "android/device-policy", "android/notification-listeners", "android/app-ops"],
  },
  {
    id: "android-apps",
    rules: ["android/sideloaded", "android/gone-apps"],
    places: ["android/packages", "android/install-log"],
    signs: ["android/packages", "android/qf-packages", "android/install-log"],
  },
  {
    id: "android-computers",
    rules: ["android/adb-keys", "android/adb-shell", "android/custody", "android/temp-programs"],
    places: ["android/adb-keys", "android/usb"],
  },
  { id: "android-defaults", rules: ["android/default-apps"], places: ["android/roles", "android/settings"] },
  {
    id: "android-connection",
    rules: ["android/connection"],
    places: ["android/vpn", "android/settings"],
    signs: ["android/vpn"],
  },
  { id: "android-messengers", rules: [], places: [] },
  { id: "android-account", rules: [], places: ["android/accounts"], lists: ["android/accounts"] },
  { id: "android-sharing", rules: [], places: [] },
];
