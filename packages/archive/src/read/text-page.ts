/** Pages of files that are text. @module */
import type { TextPage } from "@contraluz/formats/office/index.ts";
import { type PageFinding, READ_LIMITS, type ReadPage } from "./types.ts";

export type Made = Omit<ReadPage, "doc" | "path" | "page" | "of">;

/** Line feeds alone, no space at the ends of lines, no empty lines at the end. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((l) => l.trimEnd())
    .join("\n")
    .trimEnd()
    .slice(0, READ_LIMITS.letters);
}

export function textPage(page: TextPage): Made {
  const text = tidy(page.text);
  const findings = page.hidden.map(
    (h): PageFinding => ({ kind: "redaction", how: "highlight", letters: h.text.replace(/\s/g, "").length }),
  );
  return {
    state: text.trim() === "" ? "blank" : "read",
    from: "text",
    text,
    ...(findings.length > 0 && { findings: findings.slice(0, 500) }),
    ...(page.text.length > READ_LIMITS.letters && {
      problems: [{ code: "too-large", found: `${page.text.length} letters`, lost: "bytes" }],
    }),
  };
}

/** Pages of plain text end with a form feed. */
export function plainPages(text: string): readonly TextPage[] {
  const parts = text.split("\f", READ_LIMITS.pages);
  if (parts.length > 1 && parts.at(-1)!.trim() === "") parts.pop();
  return parts.map((t) => ({ text: t, hidden: [] }));
}
