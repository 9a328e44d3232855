/**
 * Ways in which somebody else has access to a phone, and what tells of each: the rules that ask about it, the places that would show it.
 *
 * A rule belongs to one kind. `places` are those that would tell; `lists` those of them whose records are a list of devices or accounts, that only
 * the person can go through; `signs` those where a published sign (an app, a profile, a certificate) is itself a way in.
 * @module
 */

import { ANDROID_ACCESS, type AndroidAccessId } from "./android-kinds.ts";

export type AccessId =
  | "organisation"
  | "profiles"
  | "certificates"
  | "connection"
  | "apps"
  | "computers"
  | "messengers"
  | "account"
  | "accounts"
  | "sharing"
  | AndroidAccessId;

export interface AccessKind {
  readonly id: AccessId;
  readonly rules: readonly string[];
  readonly places: readonly string[];
  readonly lists?: readonly string[];
  readonly signs?: readonly string[];
}

/** Of an iPhone, in the order of what they can do. */
export const IOS_ACCESS: readonly AccessKind[] = [
  {
    id: "organisation",
    rules: ["ios/supervision"],
    places: ["ios/supervision", "ios/device-management"],
    lists: ["ios/device-management"],
    signs: ["ios/supervision", "ios/device-management"],
  },
  {
    id: "profiles",
    rules: ["ios/profiles", "ios/profile-events"],
    places: ["ios/configuration-profiles", "ios/profile-events"],
    signs: ["ios/configuration-profiles", "ios/profile-events"],
  },
  {
    id: "apps",
    rules: ["ios/app-source", "ios/enterprise-trust"],
    places: [
      "ios/applications",
      "ios/provisioning-profiles",
      "ios/app-bundles",
      "ios/app-provisioning",
      "ios/installation-log",
    ],
    signs: [
      "ios/applications",
      "ios/provisioning-profiles",
      "ios/app-bundles",
      "ios/installation-log",
      "ios/backup-info",
      "ios/store-apps",
    ],
  },
  {
    id: "account",
    rules: ["ios/account-devices"],
    places: ["ios/trusted-devices", "ios/account-devices", "ios/key-transparency"],
    lists: ["ios/key-transparency"],
  },
  {
    id: "messengers",
    rules: ["ios/whatsapp-devices"],
    places: ["ios/whatsapp"],
  },
  {
    id: "computers",
    rules: ["ios/host-pairing"],
    places: ["ios/lockdown-log", "ios/linked-devices"],
    lists: ["ios/linked-devices"],
  },
  {
    id: "certificates",
    rules: ["ios/added-certificates"],
    places: ["ios/trust-store"],
    signs: ["ios/trust-store"],
  },
  {
    id: "connection",
    rules: ["ios/network-settings"],
    places: ["ios/network-settings"],
    signs: ["ios/network-settings"],
  },
  {
    id: "accounts",
    rules: ["ios/app-account"],
    places: ["ios/accounts", "ios/applications"],
    lists: ["ios/accounts"],
  },
  { id: "sharing", rules: [], places: [] },
];

/** Of every kind of phone. */
export const ACCESS_KINDS: readonly AccessKind[] = [...IOS_ACCESS, ...ANDROID_ACCESS];
