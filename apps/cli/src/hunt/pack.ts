/** `contraluz hunt pack`: the keys and records of many checks in a few large files, for engines on several machines. @module */
import { ContraluzError, say } from "@contraluz/core";
import { packLab, readCases } from "@contraluz/hunt";
import { type Args, UsageError } from "../args.ts";
import { EXIT } from "../exit.ts";
import { interruption } from "../interrupt.ts";
import { writeOut } from "../pipes.ts";
import { printable, progressLine } from "../terminal.ts";
import { openDuckDb } from "./duckdb.ts";
import { labPath, writeLab } from "./lab.ts";
import { TW } from "./trino-words.ts";

const MB = 1 << 20;

function sizeOf(args: Args): { readonly size?: number } {
  const text = args.one("size");
  if (text === undefined) return {};
  const n = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (n < 1 || n > 4096) throw new UsageError(say(TW.badSize, args.lang, { found: printable(text) }));
  return { size: n * MB };
}

export async function packCommand(args: Args): Promise<number> {
  const { lang } = args;
  const path = labPath(args);
  const size = sizeOf(args);
  const stop = interruption();
  const line = progressLine(process.stderr, args.flags.has("json"));
  try {
    const packed = await writeLab(args, path, async (lab) => {
      const engine = await openDuckDb(path, lang);
      try {
        const { cases } = await readCases(lab);
        const progress = (done: number, of: number): void =>
          line.say({ key: "packing", text: say(TW.packing, lang), running: `${done} / ${of}` });
        return await packLab({ lab, cases, engine, cancel: stop.signal, progress, ...size });
      } finally {
        await engine.close();
      }
    });
    line.end();
    const { checks, kept, made, left, bytes } = packed;
    const lines = [
      ...(made === 0 && packed.dropped === 0 ? [say(TW.nothing, lang)] : []),
      say(TW.packed, lang, { checks, files: kept + made, size: `${Math.ceil(bytes / MB)} MB` }),
      ...(left > 0 ? [say(TW.left, lang, { n: left })] : []),
    ];
    await writeOut(args.flags.has("json") ? `${JSON.stringify(packed)}\n` : `${lines.join("\n")}\n`);
    return EXIT.result;
  } catch (e) {
    throw stop.signal.aborted ? new ContraluzError("cancelled", "cancelled") : e;
  } finally {
    line.end();
    stop.end();
  }
}
