/**
 * Messages of 2G that come in parts: a frame of a channel holds about twenty bytes, and longer ones (a short message, the abilities of a phone) are
 * cut into numbered frames. One state for each channel, direction and link.
 * Source: 3GPP TS 44.006, 3.2 to 3.6, 5.8.5 (segmentation; a message has at most 251 bytes).
 * @module
 */

/** Channels with a message that is not whole; bytes of one; seconds after which the rest does not come any more. */
const [MAX_OPEN, MAX_MESSAGE, PATIENCE] = [64, 251, 15];
/** Commands that may carry a message in one frame: UI, and SABM, which opens a link. Its answer (UA) says the same again. */
const UNNUMBERED: ReadonlySet<number> = new Set([0x03, 0x2f]);
/** Bit of an unnumbered frame that only asks for an answer. */
const POLL = 0x10;

interface Open {
  readonly seconds: number;
  /** Number of the last part, 0 to 7. */
  number: number;
  readonly parts: Uint8Array[];
  length: number;
}

export class Lapdm {
  readonly #open = new Map<string, Open>();
  /** Messages of which a part did not come. */
  lost = 0;

  /** Those of which the end did not come so far. */
  get open(): number {
    return this.#open.size;
  }

  /**
   * The message in a frame whose head begins at `at`, or in it and those before; `part` where more is to come, or where the frame came again;
   * undefined for a frame without one.
   */
  take(channel: string, b: Uint8Array, at: number, seconds: number): Uint8Array | "part" | undefined {
    if (b.length < at + 3 || (b[at]! & 1) === 0) return undefined;
    const [address, control, size] = [b[at]!, b[at + 1]!, b[at + 2]!];
    const length = size >> 2;
    const numbered = (control & 1) === 0;
    if (!numbered && !UNNUMBERED.has(control & ~POLL)) return undefined;
    if (length === 0 || at + 3 + length > b.length) return undefined;
    const body = b.subarray(at + 3, at + 3 + length);
    const more = (size & 2) !== 0;
    if (!numbered) return more ? undefined : body;
    const key = `${channel} ${(address >> 2) & 7}`;
    const number = (control >> 1) & 7;
    const open = this.#before(key, number, seconds);
    if (open === "again") return "part";
    // The rest of a message whose middle was not heard.
    if (open === "broken" && !more) return undefined;
    const before = open === "broken" ? undefined : open;
    if (!more && !before) return body;
    return this.#join(key, before, { number, seconds, body, more });
  }

  /** What came before it on its link. */
  #before(key: string, number: number, seconds: number): Open | "again" | "broken" | undefined {
    const open = this.#open.get(key);
    if (!open) return undefined;
    const late = seconds - open.seconds > PATIENCE;
    if (number === open.number && !late) return "again";
    if (number === ((open.number + 1) & 7) && !late) return open;
    this.#open.delete(key);
    this.lost++;
    return late ? undefined : "broken";
  }

  #join(
    key: string,
    before: Open | undefined,
    of: { readonly number: number; readonly seconds: number; readonly body: Uint8Array; readonly more: boolean },
  ): Uint8Array | "part" {
    let open = before;
    if (!open) {
      if (this.#open.size >= MAX_OPEN) this.#oldest();
      open = { seconds: of.seconds, number: of.number, parts: [], length: 0 };
      this.#open.set(key, open);
    }
    open.number = of.number;
    open.length += of.body.length;
    if (open.length > MAX_MESSAGE) {
      this.#open.delete(key);
      this.lost++;
      return "part";
    }
    open.parts.push(of.more ? of.body.slice() : of.body);
    if (of.more) return "part";
    this.#open.delete(key);
    const whole = new Uint8Array(open.length);
    let at = 0;
    for (const p of open.parts) {
      whole.set(p, at);
      at += p.length;
    }
    return whole;
  }

  #oldest(): void {
    for (const key of this.#open.keys()) {
      this.#open.delete(key);
      this.lost++;
      return;
    }
  }
}
