/** Documents that hold documents: messages with what is attached, and zips among it. Pages of several files come one behind the other. @module */
import type { Platform, Problem, Sha256 } from "@contraluz/core";
import { type DocumentKind, documentKind } from "@contraluz/evidence/documents/index.ts";
import { readMail } from "@contraluz/formats/mail/index.ts";
import { htmlPages } from "@contraluz/formats/office/index.ts";
import { PAGE_LIMITS } from "../pages/read.ts";
import type { Reading } from "./document.ts";
import { type Made, textPage } from "./text-page.ts";
import { compared } from "./two-texts.ts";
import { type PageFinding, READ_LIMITS } from "./types.ts";
import { type Budget, filesOfZip, partOf } from "./zipped.ts";

/** How deep a document lies in others, and what may still be opened there. */
export interface Nest {
  readonly depth: number;
  readonly budget: Budget;
}

/** What is said where a text goes on behind what is kept of it. */
export const MORE = "more pages or letters than are read";
const HEAD = 8192;

/** How the parts are opened: given in, since a part can be anything. */
export interface Opener {
  open(bytes: Uint8Array, kind: DocumentKind | undefined, path: string, nest: Nest): Promise<Reading>;
  unread(doc: Sha256, path: string, problem: Problem): Reading;
  message(made: Made, page: number, of: number): Reading;
}

type Parts = AsyncIterable<() => Promise<Reading>>;

/** The parts as one: their number is known when all were opened. */
export function inTurn(parts: (nest: Nest) => Parts, outer: Nest | undefined): Reading {
  return {
    count: undefined,
    async *pages(from, most) {
      let at = 0;
      const end = from + most;
      const nest = outer ?? { depth: 0, budget: { left: READ_LIMITS.zipTotal, files: READ_LIMITS.zipFiles } };
      for await (const open of parts(nest)) {
        if (at >= end) return;
        const inner = await open();
        try {
          const skip = Math.max(0, from - at);
          if (inner.count !== undefined && inner.count <= skip) {
            at += inner.count;
            continue;
          }
          if (inner.count !== undefined) at += skip;
          for await (const page of inner.pages(inner.count === undefined ? 0 : skip, end - at)) {
            if (at >= from) yield page;
            at++;
          }
        } finally {
          await inner.close();
        }
      }
    },
    close: async () => {},
  };
}

/** A path that whoever reads pages takes: names are of whoever packed the file. */
const within = (path: string, name: string): string => `${path}!/${name}`.slice(0, PAGE_LIMITS.path);

const emptyHash = (platform: Platform): Sha256 => platform.sha256().hex();

/** Each message is a page of the file; what is attached follows it, as documents of their own. */
export async function* partsOfMail(
  messages: readonly Uint8Array[],
  path: string,
  platform: Platform,
  nest: Nest,
  o: Opener,
): Parts {
  for (const [i, bytes] of messages.entries()) {
    const mail = readMail(bytes);
    yield async () => o.message(messagePage(mail), i + 1, messages.length);
    for (const a of mail.attachments) yield () => part(a.bytes, within(path, a.name), platform, nest, o);
  }
}

/** Files of a zip; what is wrong with the zip as a whole is a page of its own behind them. */
export async function* partsOfZip(
  bytes: Uint8Array,
  doc: Sha256,
  path: string,
  platform: Platform,
  nest: Nest,
  o: Opener,
): Parts {
  let [wrong, more, count]: [Problem | undefined, number, number] = [undefined, 0, 0];
  const report = (p: Problem): void => {
    if (wrong) more++;
    else wrong = p;
  };
  for await (const file of filesOfZip(bytes, platform, nest.budget, report)) {
    count++;
    const inside = within(path, file.name);
    yield async () => {
      const got = await file.open();
      return got instanceof Uint8Array
        ? part(got, inside, platform, nest, o)
        : o.unread(emptyHash(platform), inside, got);
    };
  }
  if (count === 0) wrong ??= { code: "document-damaged", found: "no file in it", lost: "file" };
  if (wrong) {
    const { code, found } = wrong;
    const problem: Problem =
      code === "too-many-files"
        ? wrong
        : {
            code: "document-damaged",
            found: `${code} ${found ?? ""}`.trim() + (more > 0 ? `, and ${more} more` : ""),
            lost: "file",
          };
    yield async () => o.unread(doc, path, problem);
  }
}

async function part(bytes: Uint8Array, path: string, platform: Platform, nest: Nest, o: Opener): Promise<Reading> {
  const kind = await kindOf(bytes, platform);
  const depth = nest.depth + 1;
  if (depth > READ_LIMITS.nesting && (kind === "zip" || kind === "mail" || kind === "mbox")) {
    const problem: Problem = {
      code: "evidence-nested",
      found: `${depth}`,
      expected: `${READ_LIMITS.nesting}`,
      lost: "file",
    };
    const hash = platform.sha256();
    hash.update(bytes);
    return o.unread(hash.hex(), path, problem);
  }
  return o.open(bytes, kind, path, { depth, budget: nest.budget });
}

/** A zip that holds an office document is one. */
export async function kindOf(bytes: Uint8Array, platform: Platform): Promise<DocumentKind | undefined> {
  const kind = documentKind(bytes.subarray(0, HEAD), bytes.length <= HEAD);
  if (kind !== "zip") return kind;
  if ((await partOf(bytes, "word/document.xml", platform, 0)) !== undefined) return "docx";
  const open =
    (await partOf(bytes, "content.xml", platform, 0)) && (await partOf(bytes, "META-INF/manifest.xml", platform, 0));
  return open ? "odt" : "zip";
}

/** Head and text; where the message is a web page as well, and that says something else, both, and a finding. */
function messagePage(mail: ReturnType<typeof readMail>): Made {
  const web = mail.html === undefined ? undefined : htmlPages(mail.html);
  const shown = web?.pages.map((p) => p.text).join("\n") ?? "";
  const plain = mail.text.trim() === "" ? "" : mail.text;
  const beside = plain !== "" && shown.trim() !== "" ? compared(plain, shown) : undefined;
  const other = beside?.two;
  const body = plain === "" ? shown : other ? `${plain.trimEnd()}\n\n${shown}` : plain;
  const head = mail.head.map(([name, value]) => `${name}: ${value}`).join("\n");
  const hidden = web?.pages.flatMap((p) => p.hidden) ?? [];
  const made = textPage({ text: `${head}\n\n${body}`, hidden });
  const lost = web?.cut || beside?.cut ? [...mail.lost, MORE] : mail.lost;
  const problems = [
    ...(made.problems ?? []),
    ...lost.map((found): Problem => ({ code: "document-part", found, lost: "bytes" })),
  ];
  const two: PageFinding | undefined = other && {
    kind: "layer-differs",
    how: "two-texts",
    ...(other.web !== "" && { seen: other.web }),
    ...(other.plain !== "" && { layer: other.plain }),
  };
  const findings = [...(made.findings ?? []), ...(two ? [two] : [])];
  return { ...made, ...(findings.length > 0 && { findings }), ...(problems.length > 0 && { problems }) };
}
