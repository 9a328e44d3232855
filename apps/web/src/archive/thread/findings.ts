/** Findings of pages as lines of an archive carry them: a saved archive may come from anybody, so each is looked at. @module */
import type { Box } from "@contraluz/archive/pages/types.ts";
import type { ListedFinding, PageFinding } from "@contraluz/archive/read/index.ts";

const HOW: Readonly<Record<PageFinding["how"], PageFinding["kind"]>> = {
  "text-under-bar": "redaction",
  "vector-bar": "redaction",
  "annotation-bar": "redaction",
  highlight: "redaction",
  substituted: "layer-differs",
  "hidden-words": "layer-differs",
  "other-page": "layer-differs",
  "two-texts": "layer-differs",
};
/** Letters of words that are shown. */
const LETTERS = 2000;

type Value = Readonly<Record<string, unknown>>;
const object = (v: unknown): v is Value => typeof v === "object" && v !== null && !Array.isArray(v);
const isHow = (v: unknown): v is PageFinding["how"] => typeof v === "string" && Object.hasOwn(HOW, v);
const text = (v: unknown): v is string => typeof v === "string" && v !== "";
const isBox = (v: unknown): v is Box =>
  Array.isArray(v) && v.length === 4 && v.every((n) => typeof n === "number" && Number.isFinite(n));

function findingOf(v: unknown, at: Pick<ListedFinding, "doc" | "path" | "page">): ListedFinding | undefined {
  if (!object(v) || !isHow(v.how)) return undefined;
  const { how, box, letters, seen, layer } = v;
  return {
    ...at,
    kind: HOW[how],
    how,
    ...(isBox(box) && { box }),
    ...(Number.isSafeInteger(letters) && (letters as number) >= 0 && { letters: letters as number }),
    ...(text(seen) && { seen: seen.slice(0, LETTERS) }),
    ...(text(layer) && { layer: layer.slice(0, LETTERS) }),
  };
}

/** What a line of a page says beside its text: where it lies, and its findings. Undefined for what is no such line. */
export function lineOf(line: string):
  | {
      readonly path: string;
      readonly page: number;
      readonly of: number | undefined;
      readonly findings: readonly ListedFinding[];
    }
  | undefined {
  let p: unknown;
  try {
    p = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!object(p)) return undefined;
  const { doc, path, page, of, findings } = p;
  if (typeof doc !== "string" || typeof path !== "string" || typeof page !== "number") return undefined;
  const list = Array.isArray(findings) ? findings : [];
  return {
    path,
    page,
    of: typeof of === "number" && of > 0 ? of : undefined,
    findings: list.flatMap((f) => findingOf(f, { doc, path, page }) ?? []),
  };
}
