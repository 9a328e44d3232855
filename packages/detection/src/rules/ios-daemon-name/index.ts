/**
 * H2: something with the name of one of Apple's programs that ran from where Apple's do not lie. Predator ran as
 * `/private/var/tmp/UserEventAgent` and `…/com.apple.WebKit.Networking`.
 * @module
 */
import { isDaemonName, isSystemPlace, nameOf } from "../../places.ts";
import { pathHits, RAN_PATHS, type RanPath, ranPath } from "../../ran-paths.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

export const daemonName: Rule<RanPath> = {
  id: "ios/daemon-name",
  version: 1,
  level: "lead",
  words,
  needs: RAN_PATHS,
  baseRate: {
    fired: 0,
    samples: 6,
    what: "the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant, plaso's power log (iOS 15), crash reports of getsentry; no whole sysdiagnose of a real phone was at hand",
  },
  sources: ["Citizen Lab, Pegasus vs. Predator, 2021 (paths of two programs)"],
  budget: 20_000,
  fact: (r, ref) => ranPath(r, ref, (path) => isDaemonName(nameOf(path)) && !isSystemPlace(path)),
  judge: pathHits,
};
