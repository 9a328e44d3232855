/**
 * Phones with Android of `../shared/tools/gen_android.py`: every shape of a phone gives the same findings, all that was planted is at its
 * level, near misses are not, what was broken is told. A few phones in the ordinary run; with `--matrix` those of `android-phones.txt`, and
 * the list of stalkerware, family by family.
 * @module
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "@contraluz/core";
import type { CompiledIndicators } from "@contraluz/detection";
import { Rows } from "@contraluz/detection/indicators/rows.ts";
import {
  type Damaged,
  type Expected,
  type Graded,
  grade,
  placesIn,
  readExpected,
  type Shape,
} from "./android-grade.ts";
import { ANDROID_OPINIONS } from "./android-opinions.ts";
import { compileFiles, type Examined, examine } from "./examine.ts";
import { publishedFiles, publishedSigns } from "./matrix.ts";
import { pythonWith, runPython } from "./python.ts";
import { type Case, must, same } from "./runner.ts";
import { SHARED, TESTDATA } from "./shared.ts";

const LIST = join(dirname(fileURLToPath(import.meta.url)), "android-phones.txt");
/** The harmless pictures of LANDFALL are files of a phone by themselves, which is no evidence that is opened. */
const KINDS: ReadonlySet<string> = new Set(["android-bugreport", "androidqf", "adb-backup", "intrusion-logs"]);

function secretOf(folder: string, s: Shape): string | undefined {
  if (s.password !== undefined) return s.password;
  if (s.identity === undefined) return undefined;
  return readFileSync(join(folder, s.identity), "utf8")
    .split("\n")
    .find((l) => l.startsWith("AGE-SECRET-KEY-"));
}

/** The published signs, and those of the family that the generator makes up for a phone with one. */
async function signsFor(folder: string): Promise<CompiledIndicators> {
  const own = join(folder, "indicators/synthetic.yaml");
  return existsSync(own) ? await compileFiles([...publishedFiles(), own]) : await publishedSigns();
}

async function look(
  folder: string,
  s: Shape,
  e: Expected,
  temp: string,
  compiled: CompiledIndicators,
): Promise<Examined> {
  const password = secretOf(folder, s);
  const { custody } = e.truth;
  return await examine(join(folder, s.path), {
    temp,
    compiled,
    ...(custody ? { custody: [custody] } : {}),
    ...(password === undefined ? {} : { password }),
  });
}

let pages: Promise<ReadonlySet<string>> | undefined;

/** Hosts that a list of signs names as the page of those who sell. */
function shopPages(): Promise<ReadonlySet<string>> {
  return (pages ??= publishedSigns().then((set) => {
    const rows = new Rows(set);
    const signs = [...new Set(set.keyRow)].map((row) => rows.indicator(row));
    return new Set(signs.flatMap((i) => (i.role === "vendor" && i.type === "domain" ? [i.value] : [])));
  }));
}

/** What must be the same of all shapes of one kind. */
const told = (findings: readonly Finding[]): string[] =>
  findings.map((f) => `${f.level} ${f.rule ?? "sign"} ${f.subject}`).sort();

/** Without its level: more places may make it weigh more. */
const cause = (f: string): string => f.slice(f.indexOf(" "));

/** Throws with what one has and the other has not. */
function agree(what: string, a: readonly string[], b: readonly string[]): void {
  same(
    what,
    a.filter((x) => !b.includes(x)),
    [],
  );
  same(
    what,
    [],
    b.filter((x) => !a.includes(x)),
  );
}

/** Shapes that hold the same: a backup however it is packed, the log in a folder and a zip, AndroidQF's archives. */
function groupOf(s: Shape): string {
  // Beside the text of a report a zip holds crashes, and one that is not Samsung's what each process saw mounted.
  if (s.kind === "android-bugreport") return /\.txt$|dumpState/.exec(s.path)?.[0] ?? s.kind;
  if (s.kind !== "androidqf") return s.kind;
  // While it is written for age no APK is looked at: their signers and hashes are not in it.
  return s.path.includes("/age/") ? "age" : "androidqf";
}

export interface Phone {
  readonly expected: Expected;
  readonly shapes: readonly { readonly shape: Shape; readonly graded: Graded }[];
  readonly damage: number;
}

async function damaged(
  folder: string,
  d: Damaged,
  e: Expected,
  temp: string,
  signs: CompiledIndicators,
): Promise<void> {
  const x = await look(folder, d, e, temp, signs).catch((error: unknown) => {
    // What cannot be opened at all says so.
    must(error instanceof Error && error.name === "ContraluzError", `${d.path}: ${String(error)}`);
    return undefined;
  });
  if (!x) return;
  must(x.result.problems.length > 0, `${d.path}: ${d.what}: no Problem`);
  const missing = (d.still ?? []).filter((id) => {
    const p = e.planted.find((q) => q.id === id)!;
    if (p.class !== "positive" || p.accept?.some((a) => a === "info" || a === "none")) return false;
    const places = placesIn(p, d.of).map((w) => w.locator.line);
    return !x.result.findings.some(
      (f) =>
        f.subject.toLowerCase() === String(p.value).toLowerCase() ||
        f.records.some((r) => "line" in r.origin.at && places.includes(r.origin.at.line)),
    );
  });
  same(`${d.path}: traces that are still there`, missing, []);
}

/** Makes a phone, checks each shape of it and grades what was found. */
export async function makeAndroid(
  folder: string,
  temp: string,
  options: readonly string[],
  backups: RegExp = /./,
): Promise<Phone> {
  runPython([join(SHARED, "tools/gen_android.py"), "--out", folder, ...options], "", ["cryptography"]);
  const expected = readExpected(join(folder, "expected.json"));
  const signs = await signsFor(folder);
  const shapes = [];
  const groups = new Map<string, { readonly path: string; readonly told: readonly string[] }>();
  const asked = (s: Shape): boolean => KINDS.has(s.kind) && (s.kind !== "adb-backup" || backups.test(s.path));
  for (const shape of expected.evidence.filter(asked)) {
    const x = await look(folder, shape, expected, temp, signs);
    shapes.push({ shape, graded: grade(x.result, expected.planted, shape.path, { pages: await shopPages() }) });
    const first = groups.get(groupOf(shape));
    if (!first) groups.set(groupOf(shape), { path: shape.path, told: told(x.result.findings) });
    else agree(`${shape.path} as ${first.path}`, told(x.result.findings), first.told);
  }
  const report = groups.get("android-bugreport");
  const whole = new Set(report?.told.map(cause));
  for (const less of [groups.get(".txt"), groups.get("dumpState")])
    if (less && report)
      agree(
        `${less.path} in ${report.path}`,
        less.told.filter((f) => !whole.has(cause(f))),
        [],
      );
  for (const d of expected.damage ?? []) if (!d.path.endsWith(".pb")) await damaged(folder, d, expected, temp, signs);
  return { expected, shapes, damage: expected.damage?.length ?? 0 };
}

const say = (p: Phone): string => {
  const entries = p.shapes.reduce((n, s) => n + s.graded.entries, 0);
  return `${p.expected.planted.length} planted, ${entries} times visible in ${p.shapes.length} shapes, each at its level; shapes agree${p.damage > 0 ? `; ${p.damage} broken copies told` : ""}`;
};

function run(
  temp: string,
  options: readonly string[],
  after: (p: Phone) => void = () => {},
  backups?: RegExp,
): Case["run"] {
  return async () => {
    const room = join(temp, "android");
    try {
      const p = await makeAndroid(join(room, "phone"), room, options, backups);
      after(p);
      return say(p);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  };
}

/** Of one kind of sign, every family of the list that has one. */
function families(temp: string, kind: "package" | "certificate" | "domain"): Case {
  return {
    name: `android matrix: every family by ${kind}`,
    async run() {
      const room = join(temp, "android-families");
      try {
        runPython([join(SHARED, "tools/gen_android.py"), "--out", room, "--all-families", kind, "--scale", "0.05"]);
        const e = readExpected(join(room, "expected.json"));
        const grades = { stalkerware: new Set<string>(), watchware: new Set<string>() };
        for (const shape of e.evidence) {
          const x = await look(room, shape, e, room, await publishedSigns());
          grade(
            x.result,
            e.planted.filter((p) => placesIn(p, shape.path).length > 0),
            shape.path,
            { pages: await shopPages(), signsAlone: true },
          );
          // The family is named, with all that share its sign.
          for (const p of e.planted.filter((q) => q.class === "positive" && placesIn(q, shape.path).length > 0)) {
            const f = x.result.findings.find((g) => g.indicator && g.subject.toLowerCase() === p.value.toLowerCase());
            const names = [f?.text.es.title, f?.text.es.why].join(" ");
            const lacking = (p.cases ?? (p.case === null ? [] : [p.case])).filter((c) => !names.includes(c));
            if (f) same(`${shape.path}: ${p.value} names`, lacking, []);
          }
          grades[shape.grade as keyof typeof grades].add(shape.case!);
        }
        const unseen = e.counts["families without any sign of the three kinds"] as readonly string[];
        const counts = (await publishedSigns()).counts;
        same(
          "families that cannot be seen",
          unseen.filter((name) => counts.get(name)?.size !== 0),
          [],
        );
        return `${grades.stalkerware.size} of stalkerware, ${grades.watchware.size} of watchware, each at its level and named; ${unseen.length} that cannot be seen are told`;
      } finally {
        rmSync(room, { recursive: true, force: true });
      }
    },
  };
}

/** MVT's own samples: a report of a Samsung in parts, and a backup with one message. What MVT 2026.7 says of them, or why we say otherwise. */
function mvtCases(temp: string): readonly Case[] {
  const samples = join(TESTDATA, "mvt-project+mvt/tests/artifacts");
  return [
    {
      name: "android, MVT's bug report",
      async run() {
        const x = await examine(join(samples, "android_data/bugreport"), { temp });
        const all = async (artifact: string, field: string): Promise<unknown[]> =>
          (await x.records(`android/${artifact}`)).map((r) => r.fields[field]);
        same("packages", await all("packages", "app"), [
          "com.samsung.android.provider.filterprovider",
          "com.instagram.android",
        ]);
        same("crashes", await all("tombstones", "process"), ["/system/bin/adbd", "/vendor/bin/tzts_daemon"]);
        const gone = (await x.records("android/platform-compat")).filter((r) => r.fields.gone === true);
        same(
          "overrides of apps that are gone",
          gone.map((r) => r.fields.app),
          ["org.article19.circulo.next"],
        );
        same(
          "findings",
          x.result.findings.map((f) => `${f.level} ${f.rule} ${f.subject} ${String(f.params.names ?? f.params.apps)}`),
          [
            "info android/gone-apps gone org.article19.circulo.next",
            "info android/protections installers org.mozilla.firefox",
          ],
        );
        return "2 apps and 2 crashes, as MVT; its medium alert, that Firefox may install apps, is a note; of its 2 overrides one is of an app that is gone";
      },
    },
    {
      name: "android, MVT's backup",
      async run() {
        const x = await examine(join(samples, "android_backup/backup3.ab"), { temp });
        const [sms, ...more] = await x.records("android/sms");
        same("message", [sms?.fields.direction, sms?.fields.links, more.length], ["sent", ["https://google.com/"], 0]);
        return "its one message, queued to be sent: MVT calls it received";
      },
    },
  ];
}

const ORDINARY: readonly string[] = [
  "--scale 0.3 --android 16 --brand samsung --near-miss --custody auto --acquisition-footprint --plant unknown --high adb,package",
  "--scale 0.3 --android 14 --brand xiaomi --plant novispy --plant rooted --near-miss",
  "--scale 0.3 --android 11 --brand google --plant predator --plant campaign2023 --acquisition-footprint",
  "--scale 0.3 --android 8 --brand samsung --plant residentbat --plant landfall --custody auto --damage",
];

export function androidCases(temp: string): readonly Case[] {
  if (pythonWith("cryptography") === undefined) return mvtCases(temp);
  return [
    ...mvtCases(temp),
    ...ORDINARY.map((options): Case => ({ name: `android, ${options}`, run: run(temp, options.split(" ")) })),
  ];
}

/** Of the twenty forms of a backup, those that stand for the rest once all were compared. */
const SOME = /backup-v(?:1-plain|3-compressed-aes|4-compressed|5-plain-aes)\.ab$/;

export function androidMatrixCases(temp: string): readonly Case[] {
  const lines = readFileSync(LIST, "utf8").split("\n");
  const of = (word: string): string[] =>
    lines.flatMap((l) => (l === word || l.startsWith(`${word} `) ? [l.slice(word.length + 1).trim()] : []));
  const [systems, seeds, brands] = (["systems", "seeds", "brands"] as const).map((w) => of(w)[0]!.split(" "));
  const used = new Map<string, number>();
  let [phones, entries] = [0, 0];
  const all = of("phone").flatMap((line, i) =>
    systems!.flatMap((android, j) =>
      seeds!.map((seed, k) => {
        const brand = brands![(i + j + k) % brands!.length]!;
        const options = line.split(" ").filter((w) => w !== "");
        return [
          ...(line.includes("--brand") ? [] : ["--brand", brand]),
          "--android",
          android,
          "--seed",
          seed,
          ...options,
        ];
      }),
    ),
  );
  return [
    ...all.map(
      (options, i): Case => ({
        name: `android matrix: ${options.join(" ")}`,
        run: run(
          temp,
          ["--scale", "0.15", ...options],
          (p) => {
            phones++;
            for (const { graded } of p.shapes) {
              entries += graded.entries;
              for (const [why, n] of graded.opinions) used.set(why, (used.get(why) ?? 0) + n);
            }
          },
          i < systems!.length * seeds!.length ? undefined : SOME,
        ),
      }),
    ),
    ...(["package", "certificate", "domain"] as const).map((kind) => families(temp, kind)),
    { name: "android matrix: sum", run: () => `${phones} phones, ${entries} entries` },
    ...ANDROID_OPINIONS.map(
      ({ why }): Case => ({
        name: "android matrix: of another opinion",
        run: () => `${used.get(why) ?? 0} entries: ${why}`,
      }),
    ),
  ];
}
