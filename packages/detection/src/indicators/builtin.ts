/**
 * Signs that are always there: facts found on devices, from public reports, so that a first check works without a
 * network. Process names, paths, apps, profiles, properties, accounts. No lists of servers: those are long, change
 * every month and belong to their publishers (see `NOT_COVERED`).
 * @module
 */
import type { ObservableType } from "@contraluz/core";
import { ACCOUNTS } from "./builtin-accounts.ts";
import { ANDROID } from "./builtin-android.ts";
import { IOS } from "./builtin-ios.ts";
import type { IndicatorSource } from "./types.ts";

/** Signs of one campaign, type and source; values between white space. */
export interface SignGroup {
  readonly campaign: string;
  readonly source: string;
  readonly type: ObservableType;
  readonly values: string;
  readonly common?: true;
}

export interface BuiltinSign {
  readonly type: ObservableType;
  readonly value: string;
  readonly campaign: string;
  /** Who published it, where, when. */
  readonly source: string;
  readonly common?: true;
}

/** One entry a sign, each with its source. */
export const BUILTIN_SIGNS: readonly BuiltinSign[] = [...IOS, ...ANDROID, ...ACCOUNTS].flatMap((g) =>
  g.values
    .trim()
    .split(/\s+/)
    .map((value) => ({
      type: g.type,
      value,
      campaign: g.campaign,
      source: g.source,
      ...(g.common ? { common: true as const } : {}),
    })),
);

/** The built-in set. Its date is that of the newest report. */
export const BUILTIN_SET: IndicatorSource = {
  meta: {
    name: "contraluz-builtin",
    source:
      "Public reports by Amnesty International, Citizen Lab, Kaspersky, Google, Microsoft, Cisco Talos, iVerify, Lookout, ThreatFabric, RESIDENT.NGO, and the lists of the MVT project",
    licence: "Apache-2.0",
    date: "2026-03-30",
  },
  async read(sink) {
    for (const { source: _, ...sign } of BUILTIN_SIGNS) sink.add(sign);
    return undefined;
  },
};
