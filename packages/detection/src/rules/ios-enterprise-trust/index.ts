/**
 * H14: apps of companies were allowed to run. iOS asks the person to trust the developer of an app that did not come from the store, and notes when
 * it was done. It is one step of installing such an app, and so it informs. Set-up and management set it on every phone; who does it by hand does
 * it in Settings (`Preferences`).
 * @module
 */
import type { RecordRef } from "@contraluz/core";
import { string } from "../../plain.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

const SETTING = /(?:^|\.)allowEnterpriseAppTrust(?:\.|$)/;

export const enterpriseTrust: Rule<RecordRef> = {
  id: "ios/enterprise-trust",
  version: 1,
  level: "info",
  words,
  needs: ["ios/settings-events"],
  baseRate: {
    fired: 2,
    samples: 8,
    what: "the reference generator's sysdiagnoses and dumps of iOS 15, 17, 18 and 26 without what they plant (those of 26 have it); no such file of a real phone was at hand",
  },
  sources: ["Apple, Restrictions payload (allowEnterpriseAppTrust)"],
  budget: 1000,
  fact(r, ref) {
    const { setting, event, program } = r.fields;
    const byHand = r.kind === "event" && event === "set" && program === "Preferences";
    return byHand && SETTING.test(string(setting)) ? ref() : undefined;
  },
  *judge(facts) {
    if (facts.length > 0) yield { subject: "allowEnterpriseAppTrust", records: facts };
  },
};
