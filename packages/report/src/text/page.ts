/** Lines under headings for a terminal; everything that could be foreign has been made plain before. @module */
import type { Finding } from "@contraluz/core";
import type { Step } from "../answer/words.ts";
import { wrap } from "./wrap.ts";

const NARROW = 40;
const BROAD = 100;

/** SGR of levels; the word beside it says the same. `light`: what could be seen. */
const SGR: Readonly<Record<Finding["level"] | "bold" | "light", string>> = {
  match: "1;35",
  targeted: "1;35",
  lead: "1;33",
  ask: "1;36",
  info: "1",
  bold: "1",
  light: "33",
};

export class Page {
  readonly lines: string[] = [];
  readonly width: number;
  readonly color: boolean;
  constructor(width: number, color: boolean) {
    this.width = Math.min(BROAD, Math.max(NARROW, width));
    this.color = color;
  }
  /** A wrapped text; `first` stands before its first line, as many spaces before the others. */
  text(text: string, first = "", style?: keyof typeof SGR): void {
    for (const line of wrap(text, this.width, first)) {
      const lead = /^ */.exec(line)![0];
      this.lines.push(this.color && style ? `${lead}\x1b[${SGR[style]}m${line.slice(lead.length)}\x1b[0m` : line);
    }
  }
  heading(text: string): void {
    this.gap();
    this.text(text, "", "bold");
  }
  /** One line as it is, to be copied: never wrapped. */
  line(text: string): void {
    this.lines.push(text);
  }
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }
  steps(list: readonly Step[]): void {
    list.forEach((s, i) => {
      this.text(s.why === "" ? s.what : `${s.what}. ${s.why}`, `  ${i + 1}. `);
    });
  }
  end(): string {
    return `${this.lines.join("\n")}\n`;
  }
}
