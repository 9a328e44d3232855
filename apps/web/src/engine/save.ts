/** What leaves the page when the person asks for it: the report, and the result folder as a zip. @module */
import { ARTIFACTS } from "@contraluz/artifacts";
import type { Lang, RandomAccess, Result } from "@contraluz/core";
import { RULES } from "@contraluz/detection";
import { type StoredEntry, writeZip } from "@contraluz/formats/zip/index.ts";
import {
  htmlReport,
  type Names,
  type Reader,
  type ReportFonts,
  sendSheet,
  sheetHtml,
  sheetText,
} from "@contraluz/report";
import type { StoredFolder } from "@contraluz/store";

const CHUNK = 1 << 20;
/** Names that a result folder of ours has; a saved result may be anybody's. */
const OURS = /^(result\.json|run\.json|files\.sha256|records\/[a-z0-9.-]+\.jsonl|index\/[a-z0-9.-]+\.bin)$/;

const named = () => ({
  artifacts: new Map(ARTIFACTS.map((a) => [a.id, a])),
  rules: new Map(RULES.map((r) => [r.id, r.words.name])),
});

export function reportHtml(result: Result, fingerprint: string, lang: Lang, fonts: ReportFonts): string {
  return htmlReport(result, { lang, ...named(), fonts, fingerprint });
}

/** Words for somebody else: a message as text; with fonts, a page for paper. */
export function wordsToSend(
  result: Result,
  o: { readonly for: Reader; readonly lang: Lang; readonly fingerprint: string; readonly fonts?: ReportFonts },
): string {
  const names: Names = named();
  const sheet = sendSheet(result, { for: o.for, lang: o.lang, fingerprint: o.fingerprint, names });
  return o.fonts === undefined ? sheetText(sheet) : sheetHtml(sheet, { fonts: o.fonts });
}

function ofSource(name: string, source: RandomAccess): StoredEntry {
  return {
    name,
    size: source.size,
    async *chunks() {
      for (let at = 0; at < source.size; ) {
        const chunk = await source.read(at, Math.min(CHUNK, source.size - at));
        if (chunk.length === 0) return;
        at += chunk.length;
        yield chunk;
      }
    },
  };
}

/** The folder `contraluz/` with all files of the result and its report: what the command line opens. */
export async function resultZip(folder: StoredFolder, names: readonly string[], report: string): Promise<Blob> {
  const entries: StoredEntry[] = [];
  const sources: RandomAccess[] = [];
  for (const name of names.filter((n) => OURS.test(n))) {
    const source = await folder.read(name);
    sources.push(source);
    entries.push(ofSource(`contraluz/${name}`, source));
  }
  const page = new TextEncoder().encode(report);
  entries.push({
    name: "contraluz/report.html",
    size: page.length,
    async *chunks() {
      yield page;
    },
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const chunk of writeZip(entries)) parts.push(new Uint8Array(chunk));
  } finally {
    for (const source of sources) await source.close?.();
  }
  return new Blob(parts, { type: "application/zip" });
}
