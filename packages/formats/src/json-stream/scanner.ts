/** Finds where the elements of one array lie, byte by byte, across pieces. @module */
import type { Report } from "@contraluz/core";
import type { Span } from "./run.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** What a byte is to the scanner inside a value: 1 a quote, 2 an opening bracket, 3 a closing one. */
const KIND = new Uint8Array(256);
KIND[QUOTE] = 1;
KIND[OPEN_LIST] = KIND[OPEN] = 2;
KIND[CLOSE_LIST] = KIND[CLOSE] = 3;

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

/** Keys of the top object are compared up to this length. */
const MAX_KEY = 1024;

const decoder = new TextDecoder("utf-8");

type Where = "start" | "object" | "key" | "colon" | "value" | "list" | "done";

/**
 * `scan` continues where it stopped. Outside values it reads the few bytes of the top level; inside a value only
 * strings and brackets count.
 */
export class Scanner {
  readonly #key: string;
  readonly #depth: number;
  readonly #bytes: number;
  readonly #report: Report;
  #where: Where = "start";
  /** Brackets open inside the present value. */
  #open = 0;
  #deepest = 0;
  #string = false;
  #escape = false;
  /** Absolute offset of the present value or key, -1 between values. */
  #from = -1;
  #skipped = false;
  /** The present value is an element to keep; else a value of another key. */
  #element = false;
  #scalar = false;
  #matches = false;
  #topIsList = false;
  #garbage = false;
  #alone = true;
  #comma = false;
  #at = 0;
  #spans: Span[] = [];

  constructor(key: string, depth: number, bytes: number, report: Report) {
    this.#key = key;
    this.#depth = depth;
    this.#bytes = bytes;
    this.#report = report;
  }

  /** Absolute offset of the first byte that must stay in the buffer. */
  get needed(): number {
    return this.#from < 0 || this.#skipped || (!this.#element && this.#where !== "key") ? this.#at : this.#from;
  }

  /** The elements that ended since the last call. */
  take(): readonly Span[] {
    const spans = this.#spans;
    this.#spans = [];
    return spans;
  }

  scan(buffer: Uint8Array, base: number, end: number): void {
    let i = this.#at - base;
    while (i < end) {
      if (this.#from >= 0)
        i = this.#where === "key" ? this.#keyBytes(buffer, base, i, end) : this.#valueBytes(buffer, base, i, end);
      else i = this.#between(buffer, base, i, end);
    }
    this.#at = base + end;
  }

  /** Says what is missing at the end of the text. */
  finish(length: number): void {
    if (this.#where === "start") {
      if (!this.#garbage) this.#damaged(length, "no JSON object or array");
    } else if (this.#where !== "done") this.#damaged(length, "the text ends too early");
  }

  #damaged(offset: number, found: string): void {
    this.#report({ code: "json-damaged", offset, found, lost: "bytes" });
  }

  /** Bytes outside values. */
  #between(buffer: Uint8Array, base: number, from: number, end: number): number {
    for (let i = from; i < end; i++) {
      const c = buffer[i]!;
      if (isSpace(c)) continue;
      switch (this.#where) {
        case "start":
          if (c === OPEN || c === OPEN_LIST) {
            this.#garbage = false;
            this.#topIsList = c === OPEN_LIST;
            this.#where = this.#topIsList ? "list" : "object";
            this.#alone = true;
          } else if (base + i > 2 || (c !== 0xef && c !== 0xbb && c !== 0xbf))
            this.#noise(base + i, "not a JSON object or array");
          continue;
        case "object":
          if (c === QUOTE) {
            this.#begin(base + i);
            this.#where = "key";
            this.#string = true;
            return i + 1;
          }
          if (c === CLOSE) this.#where = "done";
          else if (c !== COMMA) this.#noise(base + i, "no key where one should be");
          else this.#garbage = false;
          continue;
        case "colon":
          if (c === COLON) this.#where = "value";
          else {
            this.#noise(base + i, "no colon after a key");
            this.#where = "object";
          }
          continue;
        case "value":
          if (c === OPEN_LIST && this.#matches) {
            this.#where = "list";
            this.#alone = true;
            this.#garbage = false;
            continue;
          }
          this.#element = false;
          break;
        case "list":
          if (c === COMMA) {
            this.#comma = true;
            this.#garbage = false;
            continue;
          }
          if (c === CLOSE_LIST) {
            this.#where = this.#topIsList ? "done" : "object";
            this.#alone = true;
            continue;
          }
          if (c === CLOSE || c === COLON) {
            this.#noise(base + i, "no element where one should be");
            this.#alone = true;
            continue;
          }
          this.#element = true;
          if (!this.#comma) this.#alone = true;
          break;
        default:
          this.#noise(base + i, "text after the end");
          continue;
      }
      this.#begin(base + i);
      this.#scalar = KIND[c] !== 2;
      return i;
    }
    return end;
  }

  #begin(at: number): void {
    this.#from = at;
    this.#open = 0;
    this.#deepest = 0;
    this.#string = false;
    this.#escape = false;
    this.#skipped = false;
  }

  /** One Problem for a stretch of noise, not one a byte. */
  #noise(offset: number, found: string): void {
    if (!this.#garbage) this.#damaged(offset, found);
    this.#garbage = true;
  }

  #keyBytes(buffer: Uint8Array, base: number, from: number, end: number): number {
    for (let i = from; i < end; i++) {
      const c = buffer[i]!;
      if (this.#escape) this.#escape = false;
      else if (c === BACKSLASH) this.#escape = true;
      else if (c === QUOTE) {
        this.#matches =
          !this.#skipped && base + i - this.#from <= MAX_KEY && this.#isKey(buffer, this.#from - base, i + 1);
        this.#from = -1;
        this.#string = false;
        this.#where = "colon";
        return i + 1;
      }
    }
    if (base + end - this.#from > MAX_KEY) this.#skipped = true;
    return end;
  }

  #isKey(buffer: Uint8Array, from: number, to: number): boolean {
    try {
      return JSON.parse(decoder.decode(buffer.subarray(from, to))) === this.#key;
    } catch {
      return false;
    }
  }

  /** Bytes of a value: the hot loop. */
  #valueBytes(buffer: Uint8Array, base: number, from: number, end: number): number {
    let i = from;
    let open = this.#open;
    let string = this.#string;
    while (i < end) {
      if (string) {
        if (this.#escape) {
          this.#escape = false;
          i++;
          continue;
        }
        let c = 0;
        while (i < end && (c = buffer[i]!) !== QUOTE && c !== BACKSLASH) i++;
        if (i === end) break;
        i++;
        if (c === BACKSLASH) this.#escape = true;
        else {
          string = false;
          if (open === 0) return this.#ended(base + i) - base;
        }
        continue;
      }
      if (open === 0 && this.#scalar) {
        const c = buffer[i]!;
        if (c === QUOTE && base + i === this.#from) {
          string = true;
          i++;
          continue;
        }
        if (c === COMMA || KIND[c] === 3 || isSpace(c)) return this.#ended(base + i) - base;
        i++;
        continue;
      }
      let kind = 0;
      while (i < end && (kind = KIND[buffer[i]!]!) === 0) i++;
      if (i === end) break;
      i++;
      if (kind === 1) string = true;
      else if (kind === 2) {
        if (++open > this.#deepest) this.#deepest = open;
      } else if (--open === 0) return this.#ended(base + i) - base;
    }
    this.#open = open;
    this.#string = string;
    if (this.#element && !this.#skipped && base + end - this.#from > this.#bytes) this.#skip("element too large");
    return end;
  }

  #skip(found: string): void {
    this.#skipped = true;
    this.#alone = true;
    this.#report({ code: "json-limit", offset: this.#from, found, lost: "row" });
  }

  /** A value ended before byte `end`. */
  #ended(end: number): number {
    if (this.#element) {
      if (!this.#skipped && end - this.#from > this.#bytes) this.#skip("element too large");
      else if (!this.#skipped && this.#deepest > this.#depth) this.#skip("nested too deep");
      if (!this.#skipped) {
        this.#spans.push({ start: this.#from, end, alone: this.#alone });
        this.#alone = false;
        this.#comma = false;
      }
    } else this.#where = "object";
    this.#from = -1;
    this.#string = false;
    return end;
  }
}
