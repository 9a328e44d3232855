/** `contraluz case timeline`: all of a case in one order of time. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import { isoEdge } from "@contraluz/case/dates/interval.ts";
import { parseSpoken } from "@contraluz/case/dates/parse.ts";
import { ACTION } from "@contraluz/case/log/words.ts";
import {
  cursorText,
  indexesIn,
  type PageOptions,
  readCursor,
  rowsOfCase,
  Timeline,
  type TimelineCheck,
  type TimelineFilter,
  timelineText,
} from "@contraluz/case/timeline/index.ts";
import { checksOf, resultOfCheck, storedCheck } from "@contraluz/case/vault/checks.ts";
import { archivesThere, type Vault } from "@contraluz/case/vault/index.ts";
import { ContraluzError, type Level, type ObservableType, parseIso, say } from "@contraluz/core";
import { guessType, refang } from "@contraluz/detection/indicators/guess.ts";
import { KEY_LETTER } from "@contraluz/detection/indicators/keys.ts";
import { encodeStructure } from "@contraluz/store";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { NAME } from "../name.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { width } from "../views.ts";
import { caseShown, checkNamed, readCase } from "./open.ts";
import { TW } from "./timeline-words.ts";

const DAY = 86_400_000_000_000n;
const SECOND = 1_000_000_000n;

/** A date as people write it, as its first instant, or the first one behind it. */
function instantOf(text: string, end: boolean, vault: Vault, args: Args): bigint {
  const full = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? parseIso(text) : undefined;
  if (full !== undefined) return end ? full + SECOND : full;
  const spoken = parseSpoken(text, "", { today: vault.machine.now().slice(0, 10) });
  if ("fault" in spoken) throw new UsageError(say(TW.noDate, args.lang, { found: printable(text) }));
  const { from, to, zone } = spoken.time;
  const iso = isoEdge(end ? (to ?? from) : from, end, zone, vault.machine.platform.zoneOffset);
  const ns = parseIso(iso.length > 10 && !/[Z+]|-\d\d:\d\d$/.test(iso.slice(10)) ? `${iso}Z` : iso);
  if (ns === undefined) throw new UsageError(say(TW.noDate, args.lang, { found: printable(text) }));
  return end ? ns + (iso.length > 10 ? SECOND : DAY) : ns;
}

function observableOf(text: string, args: Args): TimelineFilter["observable"] {
  const colon = text.indexOf(":");
  const type = text.slice(0, colon);
  if (colon > 0 && Object.hasOwn(KEY_LETTER, type))
    return { type: type as ObservableType, value: text.slice(colon + 1) };
  const value = refang(text.trim());
  const guessed = guessType(value) ?? (/^\+?[0-9 ().-]{5,20}$/.test(value) ? "phone" : undefined);
  if (!guessed) throw new UsageError(say(TW.noValue, args.lang, { found: printable(text) }));
  return { type: guessed, value };
}

function filterOf(vault: Vault, args: Args): TimelineFilter {
  const [since, until, tag, value, text, check, finding] = [
    "since",
    "until",
    "tag",
    "value",
    "text",
    "check",
    "finding",
  ].map((n) => args.one(n));
  const [artifacts, kinds, levels] = ["artifact", "kind", "level"].map((n) => args.all(n));
  const cited = finding === undefined ? undefined : /^(\d{1,8})\/([0-9a-z]{1,64})$/.exec(finding);
  if (cited === null) throw new UsageError(say(TW.noPlace, args.lang, { found: printable(finding!) }));
  return {
    ...(since === undefined ? {} : { from: instantOf(since, false, vault, args) }),
    ...(until === undefined ? {} : { to: instantOf(until, true, vault, args) }),
    ...(artifacts!.length > 0 ? { artifacts: artifacts! } : {}),
    ...(kinds!.length > 0 ? { kinds: kinds! } : {}),
    ...(levels!.length > 0 ? { levels: levels as readonly Level[] } : {}),
    ...(cited ? { finding: { check: checkNamed(vault, cited[1], args), finding: cited[2]! } } : {}),
    ...(tag === undefined ? {} : { tag }),
    ...(value === undefined ? {} : { observable: observableOf(value, args)! }),
    ...(text === undefined ? {} : { text }),
    ...(check === undefined ? {} : { checks: [checkNamed(vault, check, args)] }),
  };
}

function pageOf(args: Args): PageOptions {
  const typed = args.one("limit") ?? "50";
  if (!/^[1-9]\d{0,3}$/.test(typed)) throw new UsageError(say(TW.noNumber, args.lang, { found: printable(typed) }));
  const [after, before] = ["after", "before"].map((n) => {
    const text = args.one(n);
    const at = text === undefined ? undefined : readCursor(text);
    if (text !== undefined && !at) throw new UsageError(say(TW.noPlace, args.lang, { found: printable(text) }));
    return at;
  });
  return { limit: Number(typed), ...(after ? { after } : {}), ...(before && !after ? { before } : {}) };
}

/** The same command with other words at its end. */
function again(args: Args, more: readonly string[], without: readonly string[] = []): string {
  const words: string[] = [];
  for (const name of [
    "since",
    "until",
    "artifact",
    "kind",
    "level",
    "finding",
    "tag",
    "value",
    "text",
    "limit",
    "check",
    "ledger",
    "pages",
    "days-in",
  ])
    for (const v of without.includes(name) ? [] : args.all(name))
      words.push(`--${name}`, /^[A-Za-z0-9+@._:/-]+$/.test(v) ? v : `'${printable(v).replaceAll("'", "'\\''")}'`);
  if (args.flags.has("undated") && !more.includes("--undated")) words.push("--undated");
  return [NAME, "case timeline", caseShown(args), ...words, ...more].join(" ");
}

export async function timelineCommand(args: Args): Promise<number> {
  const { lang } = args;
  const vault = await readCase(args);
  const f = filterOf(vault, args);
  const o = pageOf(args);
  const line = progressLine(process.stderr, args.flags.has("json"));
  const stop = interruption();
  let timeline: Timeline | undefined;
  try {
    line.say({ key: "opening", text: say(TW.opening, lang) });
    const { platform } = vault.machine;
    const checks: TimelineCheck[] = [];
    for (const { check } of checksOf(vault.state))
      checks.push({ check, folder: storedCheck(vault, check), result: await resultOfCheck(vault, check) });
    const zone = platform.zoneOffset ? { zoneOffset: platform.zoneOffset.bind(platform) } : {};
    const log = vault.log.map((e) => e.head);
    const rows = rowsOfCase(vault.state, lang, { ...zone, log, words: ACTION });
    const asked =
      args.one("ledger") !== undefined || args.all("pages").length > 0 || archivesThere(vault.state).length > 0;
    const beside = asked
      ? await (await import("../ledger/beside.ts")).rowsBeside(args, vault, zone.zoneOffset, stop.signal)
      : [];
    timeline = await Timeline.open({
      checks,
      indexes: indexesIn(vault.files),
      platform,
      cancel: stop.signal,
      ...rows,
      extra: [...rows.extra, ...beside],
      progress: (check, bytes) =>
        line.say({ key: "indexing", text: say(TW.indexing, lang, { check, mb: Math.round(bytes / 1e6) }) }),
    });
    const undated = args.flags.has("undated");
    const page = await (undated ? timeline.undated(f, o) : timeline.page(f, o));
    const n = await timeline.count(f, { undated });
    line.end();
    if (args.flags.has("json")) {
      await writeOut(`${encodeStructure({ ...page, count: n, trouble: timeline.trouble })}\n`);
      return EXIT.result;
    }
    const back = o.before !== undefined;
    const rest = undated ? undefined : await timeline.count(f, { undated: true });
    await writeOut(
      timelineText(page, n, timeline.trouble, {
        lang,
        width: width(),
        artifacts: ARTIFACTS,
        ...(page.last && (back || !page.end) ? { next: again(args, ["--after", cursorText(page.last)]) } : {}),
        ...(page.first && (o.after || (back && !page.end))
          ? { previous: again(args, ["--before", cursorText(page.first)]) }
          : {}),
        ...(rest && rest.n > 0
          ? { undated: { n: rest.n, command: again(args, ["--undated"], ["since", "until"]) } }
          : {}),
      }),
    );
    return EXIT.result;
  } catch (e) {
    line.end();
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    stop.end();
    await timeline?.close();
  }
}
