/** Shapes of verdicts and levels: shape first, then word, then colour. The same as in the report. @module */
import type { Level, Verdict } from "@contraluz/core";
import type { JSX } from "preact";

export type Tone = Verdict["evidence"];

const TONE_CLASS: Readonly<Record<Tone, string>> = {
  match: "match",
  lead: "lead",
  targeted: "targeted",
  "none-found": "none",
  unchecked: "unchecked",
};

/** The class of a verdict, for its thread and colour. */
export function toneClass(tone: Tone): string {
  return TONE_CLASS[tone];
}

function Glyph(p: {
  readonly tone: string;
  readonly width: number;
  readonly children: JSX.Element | JSX.Element[];
}): JSX.Element {
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      class={`tone-${p.tone}`}
      fill="none"
      stroke="currentColor"
      stroke-width={p.width}
    >
      {p.children}
    </svg>
  );
}

const MATCH = (
  <svg viewBox="0 0 40 40" aria-hidden="true" class="tone-match">
    <path d="M20 2l18 18-18 18L2 20z" fill="currentColor" />
    <path d="M14 15h12M12 20h16M14 25h12" stroke="var(--sheet)" stroke-width="2.6" />
  </svg>
);

function lead(): JSX.Element {
  return (
    <Glyph tone="lead" width={3.4}>
      <path d="M20 4l16 16-16 16L4 20z" />
      <circle cx="20" cy="20" r="4.2" fill="currentColor" stroke="none" />
    </Glyph>
  );
}

function targeted(): JSX.Element {
  return (
    <Glyph tone="targeted" width={3.4}>
      <path d="M31.5 28.5A14.5 14.5 0 1128 9.2" />
      <path d="M38 4L22 18M22 9v9h9" />
    </Glyph>
  );
}

export function ToneGlyph({ tone }: { readonly tone: Tone }): JSX.Element {
  switch (tone) {
    case "match":
      return MATCH;
    case "lead":
      return lead();
    case "targeted":
      return targeted();
    case "none-found":
      return (
        <Glyph tone="none" width={3}>
          <path d="M8 4h24v32H8z" />
          <path d="M14 14h12M14 20h12M14 26h7" stroke-width="2" stroke-dasharray="3 2.5" />
        </Glyph>
      );
    default:
      return (
        <Glyph tone="unchecked" width={3}>
          <path d="M8 4h24v32H8z" stroke-dasharray="5 4" />
          <path d="M14 26l12-12" />
        </Glyph>
      );
  }
}

/** The class of a level's colour. */
export function levelClass(level: Level): string {
  return level === "match" || level === "targeted" || level === "lead" ? level : "noted";
}

export function LevelGlyph({ level }: { readonly level: Level }): JSX.Element {
  switch (level) {
    case "match":
      return MATCH;
    case "targeted":
      return targeted();
    case "lead":
      return lead();
    case "ask":
      return (
        <Glyph tone="noted" width={3}>
          <path d="M5 6h30v22H19l-8 7v-7H5z" />
          <path d="M16 14.5a4 4 0 117 2.6c-1.7 1.3-3 1.7-3 3.4M20 23.5v.5" />
        </Glyph>
      );
    default:
      return (
        <Glyph tone="noted" width={3}>
          <circle cx="20" cy="20" r="15" />
          <path d="M13 20h14" />
        </Glyph>
      );
  }
}

/** The light table: what could be seen. */
export function TableGlyph(): JSX.Element {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <rect x="1.5" y="4.5" width="37" height="31" fill="none" stroke="#828CA5" stroke-width="2" />
      <rect x="6" y="9" width="7" height="22" fill="#FFD27A" />
      <rect x="16.5" y="9" width="7" height="22" fill="#FFD27A" />
      <rect x="27.5" y="9.5" width="6" height="21" fill="none" stroke="#828CA5" />
    </svg>
  );
}
