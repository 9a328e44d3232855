/**
 * Sets of the project of MVT: github.com/mvt-project/mvt-indicators. The group `mvt` is what its `indicators.yaml` names: an entry
 * has `name`, `sources`, `references`, and `github: {owner, repo, branch, path}`, which is one address of raw.githubusercontent.com.
 * @module
 */
import type { KnownSet } from "./types.ts";
import { ABOUT } from "./words.ts";

const ROOT = "https://raw.githubusercontent.com/mvt-project/mvt-indicators/main";

interface Short extends Pick<KnownSet, "name" | "title" | "found" | "about" | "campaigns" | "references"> {
  readonly path: string;
  /** In its folder, but not in its index. */
  readonly apart?: true;
}

function set({ path, apart, ...s }: Short): KnownSet {
  return {
    ...s,
    publisher: "MVT",
    licence: "MIT",
    format: "stix",
    files: [{ url: `${ROOT}/${path}`, name: path.slice(path.lastIndexOf("/") + 1) }],
    groups: apart ? [] : ["mvt"],
  };
}

export const MVT_SETS: readonly KnownSet[] = [
  set({
    name: "predator",
    title: "Predator (Cytrox, Intellexa)",
    path: "intellexa_predator/predator.stix2",
    found: ["Meta", "Amnesty International", "Citizen Lab", "Cisco", "Inside Story", "iVerify"],
    about: ABOUT.predator,
    campaigns: ["Predator"],
    references: [
      "https://citizenlab.ca/2021/12/pegasus-vs-predator-dissidents-doubly-infected-iphone-reveals-cytrox-mercenary-spyware/",
      "https://blog.talosintelligence.com/mercenary-intellexa-predator/",
    ],
  }),
  set({
    name: "rcs-lab",
    title: "Hermit (RCS Lab)",
    path: "2022-06-23_rcs_lab/rcs.stix2",
    found: ["Google", "Lookout"],
    about: ABOUT.rcs,
    campaigns: ["RCS Lab Hermit"],
    references: [
      "https://blog.google/threat-analysis-group/italian-spyware-vendor-targets-users-in-italy-and-kazakhstan/",
    ],
  }),
  set({
    name: "kingspawn",
    title: "KingsPawn (QuaDream)",
    path: "2023-04-11_quadream/kingspawn.stix2",
    found: ["Citizen Lab", "Microsoft"],
    about: ABOUT.kingspawn,
    campaigns: ["QuaDream KingsPawn"],
    references: ["https://citizenlab.ca/2023/04/spyware-vendor-quadream-exploits-victims-customers/"],
  }),
  set({
    name: "triangulation",
    title: "Operation Triangulation",
    path: "2023-06_01_operation_triangulation/operation_triangulation.stix2",
    found: ["Kaspersky"],
    about: ABOUT.triangulation,
    campaigns: ["Operation Triangulation"],
    references: ["https://securelist.com/operation-triangulation/109842/"],
  }),
  set({
    name: "wyrmspy-dragonegg",
    title: "WyrmSpy, DragonEgg",
    path: "2023-07-25_wyrmspy_dragonegg/wyrmspy_dragonegg.stix2",
    found: ["Lookout"],
    about: ABOUT.wyrmspy,
    campaigns: ["WyrmSpy, DragonEgg"],
    references: ["https://www.lookout.com/threat-intelligence/article/wyrmspy-dragonegg-surveillanceware-apt41"],
  }),
  set({
    name: "candiru",
    title: "Candiru (DevilsTongue)",
    path: "candiru/candiru.stix2",
    found: ["Microsoft", "Recorded Future"],
    about: ABOUT.candiru,
    campaigns: ["Candiru"],
    references: ["https://www.recordedfuture.com/research/tracking-candirus-devilstongue-spyware"],
  }),
  set({
    name: "residentbat",
    title: "ResidentBat (Belarus)",
    path: "ResidentBat/residentbat.stix2",
    found: ["Reporters Without Borders", "RESIDENT.NGO"],
    about: ABOUT.residentbat,
    campaigns: ["ResidentBat"],
    references: ["https://rsf.org/en/exclusive-rsf-uncovers-new-spyware-belarus"],
  }),
  set({
    name: "cellebrite",
    title: "Cellebrite",
    path: "cellebrite/cellebrite.stix2",
    found: ["Citizen Lab"],
    about: ABOUT.cellebrite,
    campaigns: ["Cellebrite"],
    references: [
      "https://citizenlab.ca/research/from-protest-to-peril-cellebrite-used-against-jordanian-civil-society/",
    ],
  }),
  set({
    name: "darksword",
    title: "DarkSword",
    path: "2026-03-30_darksword/darksword.stix2",
    found: ["Google", "iVerify", "Lookout"],
    about: ABOUT.darksword,
    campaigns: ["DarkSword"],
    references: ["https://cloud.google.com/blog/topics/threat-intelligence/darksword-ios-exploit-chain"],
  }),
  set({
    name: "coruna",
    title: "Coruna",
    path: "2026-03-03_coruna_cryptowaters/coruna.stix2",
    found: ["Google", "iVerify"],
    about: ABOUT.coruna,
    campaigns: ["Coruna"],
    references: ["https://cloud.google.com/blog/topics/threat-intelligence/coruna-powerful-ios-exploit-kit"],
  }),
  set({
    name: "eaglemsgspy",
    title: "EagleMsgSpy",
    path: "2024-12-25_eaglemsgspy/eaglemsgspy.stix2",
    found: ["Lookout"],
    about: ABOUT.eaglemsgspy,
    campaigns: ["EagleMsgSpy"],
    references: ["https://github.com/mvt-project/mvt-indicators"],
    apart: true,
  }),
];
