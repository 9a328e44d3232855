/** An open file through its feeds: each reads it once for all artifacts that subscribed to it. @module */
import {
  KeyLog,
  type LogItem,
  LogState,
  type ParseRun,
  type Parser,
  runApk,
  runBytes,
  runCapture,
  runDumpstate,
  runJson,
  runLines,
  runNdjson,
  runPlist,
  runSqlite,
  runTracev3,
  SeenObjects,
} from "@contraluz/artifacts";
import type { RandomAccess } from "@contraluz/core";
import { unpacked } from "@contraluz/evidence";
import { endsCheck, failed, guard, late, type Run, readFailure } from "./file-run.ts";
import type { OpenFile } from "./lane.ts";

/** False if nothing of the file could be read. */
async function parseFile(run: Run, open: OpenFile): Promise<boolean> {
  const { job, ctx, output, report } = run;
  const kind = ctx.acquisition.kind;
  const artifacts = job.artifacts.map((id) => ctx.artifacts.get(id)!);
  const parsing = { acquisition: ctx.acquisition, file: job.file, path: job.path, content: ctx.content };
  const ends: (() => void)[] = [];
  const subscribe = <Item>(id: string, parse: (run: ParseRun) => Parser<Item>): ((item: Item) => void) => {
    const emit = output.emitter(id);
    let parser: Parser<Item> | undefined;
    guard(run, id, () => {
      parser = parse({ ...parsing, problem: run.own.get(id)!.report });
    });
    ends.push(() => guard(run, id, () => parser?.end?.(emit)));
    const own = run.own.get(id)!;
    // As `guard` does, without a function for each item.
    return (item) => {
      if (own.failed) return;
      try {
        parser?.take(item, emit);
      } catch (e) {
        failed(own, id, e);
      }
    };
  };
  let ok = true;
  /** Where the host cannot read on, what was read stays. */
  const drive = async (feed: () => Promise<boolean>): Promise<void> => {
    try {
      ok = (await feed()) && ok;
    } catch (e) {
      if (endsCheck(e)) throw e;
      report(readFailure(e, "file"));
      ok = false;
    }
  };
  /** What feeds are told of the file and of this run. */
  const { platform, cancel } = ctx;
  const drain = (): Promise<void> | undefined => output.drain();
  const reading = { file: job.file, path: job.path, report, platform, cancel, drain };
  const sqlite = artifacts.filter((a) => a.feed === "sqlite");
  const plist = artifacts.filter((a) => a.feed === "plist");
  const json = artifacts.filter((a) => a.feed === "json");
  if (sqlite.length > 0) {
    const subs = sqlite.map((a) => ({ want: a.where[kind]!.want, take: subscribe(a.id, (r) => a.parse(r)) }));
    const live = (): void => {
      for (const end of ends.splice(0)) end();
    };
    const journal = open.journal ? { journal: open.journal } : {};
    await drive(() => runSqlite(open.main, open.wal, subs, { ...reading, live, ...journal }));
  }
  if (plist.length > 0) {
    const subs = plist.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    await drive(() => runPlist(open.main, subs, reading));
  }
  if (json.length > 0) {
    const subs = json.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const lines = json.some((a) => a.where[kind]!.want.lines);
    await drive(() => runJson(open.main, subs, { ...reading, lines }));
  }
  const bytes = artifacts.filter((a) => a.feed === "bytes");
  if (bytes.length > 0) {
    const subs = bytes.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    await drive(() => runBytes(open.main, subs, reading));
  }
  const lines = artifacts.filter((a) => a.feed === "lines");
  if (lines.length > 0) {
    const subs = lines.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    await drive(() => runLines(open.main, subs, reading));
  }
  const sections = artifacts.filter((a) => a.feed === "dumpstate");
  if (sections.length > 0) {
    const subs = sections.map((a) => ({
      want: a.where[kind]!.want,
      take: subscribe(a.id, (r) => a.parse(r)),
      problem: run.own.get(a.id)!.report,
    }));
    await drive(async () => {
      const read = await runDumpstate(open.main, subs, reading);
      for (const s of read.absent) run.own.get(sections[subs.indexOf(s as (typeof subs)[number])]!.id)!.absent = true;
      return read.ok;
    });
  }
  const ndjson = artifacts.filter((a) => a.feed === "ndjson");
  if (ndjson.length > 0) {
    const subs = ndjson.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const seen = output.kept(`ndjson ${ndjson.map((a) => a.id).join()}`, () => new SeenObjects());
    await drive(() => runNdjson(open.main, subs, { ...reading, seen }));
  }
  const apks = artifacts.filter((a) => a.feed === "apk");
  if (apks.length > 0) {
    const subs = apks.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const sha256 = run.sha256 ? { sha256: run.sha256 } : {};
    const others = apks.some((a) => a.where[kind]!.want.others);
    await drive(() => runApk(open.main, subs, { ...reading, others, ...sha256 }));
  }
  const captures = artifacts.filter((a) => a.feed === "capture");
  if (captures.length > 0) {
    const subs = captures.map((a) => ({ want: a.where[kind]!.want, take: subscribe(a.id, (r) => a.parse(r)) }));
    // A text without such a log is none of a capture, as if it were not there.
    const absent = (): void => {
      for (const a of captures) run.own.get(a.id)!.absent = true;
    };
    const keys = ctx.keys ? { keys: output.kept("tls keys", () => new KeyLog()) } : {};
    await drive(() => runCapture(open.main, subs, { ...reading, absent, ...keys }));
  }
  const logs = artifacts.filter((a) => a.feed === "tracev3");
  if (logs.length > 0) {
    const subs = logs.map((a) => ({ take: subscribe(a.id, (r) => a.parse(r)) }));
    const state = output.kept("tracev3", () => new LogState());
    await drive(() => runTracev3(open.main, subs, { ...reading, state, content: ctx.content }));
    // The last file hands over the sums of all.
    const take = (item: LogItem): void => {
      for (const s of subs) s.take(item);
    };
    const ids = logs.map((a) => a.id);
    output.atEnd("tracev3", () => late(run, ids, () => state.end(take, report)));
  }
  for (const end of ends) end();
  await output.drain();
  return ok;
}

/** Whether an artifact says of its file that it is stored as a zlib stream. */
function isZlib({ job, ctx }: Run): boolean {
  return job.artifacts.some((id) => {
    const a = ctx.artifacts.get(id)!;
    return a.feed === "json" && a.where[ctx.acquisition.kind]!.want.packed === "zlib";
  });
}

/** Whether the file itself is what is asked about, its hash first of all: an app, or what lies beside apps. */
const isItself = ({ job, ctx }: Run): boolean => job.artifacts.every((id) => ctx.artifacts.get(id)!.feed === "apk");

/** As `parseFile`; of a file that the phone stored compressed, what it opens to. */
export async function parsePlain({ sha256, ...run }: Run, open: OpenFile): Promise<boolean> {
  const { ctx, report } = run;
  let plain: RandomAccess | undefined;
  try {
    if (!isItself(run))
      plain = await unpacked(open.main, { platform: ctx.platform, report, cancel: ctx.cancel, zlib: isZlib(run) });
  } catch (e) {
    if (endsCheck(e)) throw e;
    report(readFailure(e, "file"));
    return false;
  }
  try {
    return await (plain
      ? parseFile(run, { ...open, main: plain })
      : parseFile(sha256 ? { ...run, sha256 } : run, open));
  } finally {
    await plain?.close?.();
  }
}
