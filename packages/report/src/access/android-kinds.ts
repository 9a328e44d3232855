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
  { id: "android-organisation", rules: ["android/device-owner"], places: [] },
  { id: "android-powers", rules: ["android/hidden-app", "android/background-sensors"], places: [] },
  { id: "android-apps", rules: ["android/sideloaded", "android/gone-apps"], places: [] },
  {
    id: "android-computers",
    rules: ["android/adb-keys", "android/adb-shell", "android/custody", "android/temp-programs"],
    places: [],
  },
  { id: "android-defaults", rules: ["android/default-apps"], places: [] },
  { id: "android-connection", rules: ["android/connection"], places: [] },
  { id: "android-messengers", rules: [], places: [] },
  { id: "android-account", rules: [], places: [] },
  { id: "android-sharing", rules: [], places: [] },
];
