/**
 * H1 (and H3): a program, or a file loaded into one, that ran from a folder in which iOS has no programs.
 *
 * Programs with the name of one of Apple's are told by `ios/daemon-name`. That it held up shutdowns (H3) is common and says nothing alone; of
 * such a program it is told.
 * @module
 */

import { isDaemonName, isOddPlace, nameOf } from "../../places.ts";
import { pathHits, RAN_PATHS, type RanPath, ranPath } from "../../ran-paths.ts";
import type { Rule } from "../../rule.ts";
import { words } from "./words.ts";

export const programPlace: Rule<RanPath> = {
  id: "ios/program-place",
  version: 1,
  level: "lead",
  words,
  needs: RAN_PATHS,
  baseRate: {
    fired: 0,
    samples: 6,
    what: "the reference generator's sysdiagnoses of iOS 15, 17, 18 and 26 without what they plant, plaso's power log (iOS 15), crash reports of getsentry; no whole sysdiagnose of a real phone was at hand",
  },
  sources: [
    "Kaspersky, A lightweight method to detect potential iOS malware, 2024 (shutdown.log)",
    "Citizen Lab, Pegasus vs. Predator, 2021",
    "Citizen Lab, Sweet QuaDreams, 2023",
  ],
  budget: 20_000,
  fact: (r, ref) => ranPath(r, ref, (path) => isOddPlace(path) && !isDaemonName(nameOf(path))),
  judge: pathHits,
};
