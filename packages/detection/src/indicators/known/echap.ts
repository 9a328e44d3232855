/** Sets of AssoEchap: github.com/AssoEchap/stalkerware-indicators. Its generated lists are made from `ioc.yaml`. @module */
import type { KnownSet } from "./types.ts";
import { ABOUT } from "./words.ts";

const ROOT = "https://raw.githubusercontent.com/AssoEchap/stalkerware-indicators/master";

interface Short extends Pick<KnownSet, "name" | "title" | "format" | "about"> {
  readonly path: string;
  readonly mvt?: true;
}

function set({ path, mvt, ...s }: Short): KnownSet {
  return {
    ...s,
    publisher: "AssoEchap",
    found: ["Echap"],
    licence: "CC BY 4.0",
    files: [{ url: `${ROOT}/${path}`, name: path.slice(path.lastIndexOf("/") + 1) }],
    // Each app is a campaign of its own.
    campaigns: [],
    references: ["https://github.com/AssoEchap/stalkerware-indicators"],
    groups: mvt ? ["echap", "mvt"] : ["echap"],
  };
}

export const ECHAP_SETS: readonly KnownSet[] = [
  set({ name: "stalkerware", title: "Stalkerware", path: "ioc.yaml", format: "yaml", about: ABOUT.stalkerware }),
  set({ name: "watchware", title: "Watchware", path: "watchware.yaml", format: "yaml", about: ABOUT.watchware }),
  set({
    name: "stalkerware-stix",
    title: "Stalkerware (STIX)",
    path: "generated/stalkerware.stix2",
    format: "stix",
    about: ABOUT.stalkerwareStix,
    mvt: true,
  }),
  set({
    name: "stalkerware-samples",
    title: "Stalkerware (samples)",
    path: "samples.csv",
    format: "list",
    about: ABOUT.stalkerwareSamples,
  }),
];
