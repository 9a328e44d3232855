/** Sets that Amnesty International publishes: github.com/AmnestyTech/investigations, one folder an investigation. @module */
import type { KnownFile, KnownSet } from "./types.ts";
import { ABOUT } from "./words.ts";

const ROOT = "https://raw.githubusercontent.com/AmnestyTech/investigations/master";
const AMNESTY = "Amnesty International";

/** Files of one folder. */
function of(folder: string, ...names: readonly string[]): KnownFile[] {
  return names.map((name) => ({ url: `${ROOT}/${folder}/${name}`, name }));
}

interface Short extends Pick<KnownSet, "name" | "title" | "format" | "files" | "about" | "campaigns"> {
  readonly found?: readonly string[];
  readonly references?: readonly string[];
  /** Named in the index that MVT reads. */
  readonly mvt?: true;
}

function set(s: Short): KnownSet {
  const { mvt, ...rest } = s;
  return {
    ...rest,
    publisher: AMNESTY,
    found: s.found ?? [AMNESTY],
    licence: "CC BY 2.0",
    references: s.references ?? ["https://github.com/AmnestyTech/investigations"],
    groups: mvt ? ["amnesty", "mvt"] : ["amnesty"],
  };
}

export const AMNESTY_SETS: readonly KnownSet[] = [
  set({
    name: "pegasus",
    title: "Pegasus (NSO Group)",
    format: "stix",
    files: of("2021-07-18_nso", "pegasus.stix2"),
    about: ABOUT.pegasus,
    campaigns: ["Pegasus"],
    references: [
      "https://www.amnesty.org/en/latest/research/2021/07/forensic-methodology-report-how-to-catch-nso-groups-pegasus/",
    ],
    mvt: true,
  }),
  set({
    name: "android-2023",
    title: "Mercenary spyware campaign of 2023",
    format: "stix",
    files: of("2023-03-29_android_campaign", "malware.stix2"),
    about: ABOUT.android2023,
    found: [AMNESTY, "Google"],
    campaigns: ["Mercenary spyware campaign of 2023"],
    references: [
      "https://www.amnesty.org/en/latest/news/2023/03/new-android-hacking-campaign-linked-to-mercenary-spyware-company/",
    ],
    mvt: true,
  }),
  set({
    name: "wintego-helios",
    title: "Wintego Helios",
    format: "stix",
    files: of("2024-05-02_wintego_helios", "wintego_helios.stix2"),
    about: ABOUT.wintego,
    campaigns: ["Wintego Helios"],
    references: ["https://securitylab.amnesty.org/latest/2024/05/a-web-of-surveillance/"],
    mvt: true,
  }),
  set({
    name: "novispy",
    title: "NoviSpy (Serbia)",
    format: "stix",
    files: of("2024-12-16_serbia_novispy", "novispy.stix2"),
    about: ABOUT.novispy,
    campaigns: ["NoviSpy"],
    references: [
      "https://securitylab.amnesty.org/latest/2024/12/serbia-a-digital-prison-spyware-and-cellebrite-used-on-journalists-and-activists/",
    ],
    mvt: true,
  }),
  set({
    name: "cytrox-2021",
    title: "Predator (Cytrox), 2021",
    format: "stix",
    files: of("2021-12-16_cytrox", "cytrox.stix2"),
    about: ABOUT.cytrox,
    found: ["Meta", "Citizen Lab", AMNESTY],
    campaigns: ["Predator"],
    references: ["https://about.fb.com/news/2021/12/taking-action-against-surveillance-for-hire/"],
  }),
  set({
    name: "nso-2018",
    title: "NSO Group, 2018",
    format: "list",
    files: of("2018-08-01_nso", "indicators.csv"),
    about: ABOUT.nso2018,
    campaigns: ["NSO Group, 2018"],
  }),
  set({
    name: "nso-morocco-2019",
    title: "NSO Group, Morocco 2019",
    format: "list",
    files: of("2019-10-10_nso_morocco", "domains.txt"),
    about: ABOUT.morocco2019,
    campaigns: ["NSO Group, Morocco 2019"],
  }),
  set({
    name: "phishing-2018",
    title: "Phishing, 2018",
    format: "list",
    files: of("2018-12-19_best_practice", "domains.txt"),
    about: ABOUT.phishing2018,
    campaigns: ["Phishing of 2018 (Amnesty)"],
  }),
  set({
    name: "egypt-2019",
    title: "Egypt, OAuth, 2019",
    format: "list",
    files: of("2019-03-06_egypt_oauth", "domains.txt", "emails.txt"),
    about: ABOUT.egypt2019,
    campaigns: ["Phishing in Egypt, 2019"],
  }),
  set({
    name: "phishing-2019",
    title: "Evolving phishing, 2019",
    format: "list",
    files: of("2019-08-16_evolving_phishing", "domains.txt", "emails.txt"),
    about: ABOUT.phishing2019,
    campaigns: ["Phishing of 2019 (Amnesty)"],
  }),
  set({
    name: "uzbekistan-2020",
    title: "Uzbekistan, 2020",
    format: "list",
    files: of("2020-03-12_uzbekistan", "domains.txt", "ips.txt", "samples.txt"),
    about: ABOUT.uzbekistan2020,
    campaigns: ["Uzbekistan, 2020"],
  }),
  set({
    name: "india-2020",
    title: "India, 2020",
    format: "list",
    files: of("2020-06-15_india", "domains.txt", "emails.txt", "ips.txt", "sha256.txt"),
    about: ABOUT.india2020,
    campaigns: ["India, 2020"],
    references: [
      "https://www.amnesty.org/en/latest/research/2020/06/india-human-rights-defenders-targeted-by-a-coordinated-spyware-operation/",
    ],
  }),
  set({
    name: "finfisher",
    title: "FinSpy (FinFisher)",
    format: "list",
    files: of("2020-09-25_finfisher", "domains.txt", "ips.txt", "sha256.csv"),
    about: ABOUT.finfisher,
    campaigns: ["FinSpy"],
    references: [
      "https://www.amnesty.org/en/latest/research/2020/09/german-made-finspy-spyware-found-in-egypt-and-mac-and-linux-versions-revealed/",
    ],
  }),
  set({
    name: "vietnam-2021",
    title: "Ocean Lotus, Vietnam 2021",
    format: "list",
    files: of("2021-02-24_vietnam/indicators", "domains.txt", "ips.txt", "sha256.txt"),
    about: ABOUT.vietnam2021,
    campaigns: ["Ocean Lotus"],
  }),
  set({
    name: "qatar-2021",
    title: "Qatar, 2021",
    format: "list",
    files: of("2021-05-28_qatar", "domains.txt", "ips.txt"),
    about: ABOUT.qatar2021,
    campaigns: ["Qatar, 2021"],
  }),
  set({
    name: "donot-2021",
    title: "Donot Team, Togo 2021",
    format: "list",
    files: of("2021-10-07_donot", "domains.txt", "sha256.txt"),
    about: ABOUT.donot,
    campaigns: ["Donot Team"],
    references: ["https://www.amnesty.org/en/wp-content/uploads/2021/10/AFR5747562021ENGLISH.pdf"],
  }),
];
