/** Where the events of a timeline stand, in typed arrays: a phone has millions. @module */

/** One event: the `event`th of record `ordinal` of module `module`. */
export interface EventKey {
  readonly module: number;
  readonly ordinal: number;
  readonly event: number;
}

/** Events of one record that are told apart. */
const MAX_EVENTS = 255;

/** 14 bytes an event; 18 while they are sorted. */
export class EventKeys {
  #us: Float64Array = new Float64Array(4096);
  #modules: Uint8Array = new Uint8Array(4096);
  #ordinals: Uint32Array = new Uint32Array(4096);
  #events: Uint8Array = new Uint8Array(4096);
  #n = 0;

  get size(): number {
    return this.#n;
  }

  /** `at` in nanoseconds: whole microseconds are compared, since no more is written. */
  add(at: bigint, key: EventKey): void {
    if (key.event > MAX_EVENTS) return;
    if (this.#n === this.#us.length) this.#grow();
    const n = this.#n++;
    this.#us[n] = Math.floor(Number(at / 1000n) - (at < 0n && at % 1000n !== 0n ? 1 : 0));
    this.#modules[n] = key.module;
    this.#ordinals[n] = key.ordinal;
    this.#events[n] = key.event;
  }

  #grow(): void {
    const more = <T extends Float64Array | Uint8Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const size = this.#us.length * 2;
    this.#us = more(this.#us, new Float64Array(size));
    this.#modules = more(this.#modules, new Uint8Array(size));
    this.#ordinals = more(this.#ordinals, new Uint32Array(size));
    this.#events = more(this.#events, new Uint8Array(size));
  }

  /** By time, then by module, record and event, in windows of at most `window` events. */
  *sorted(window: number): Iterable<EventKey[]> {
    const [us, modules, ordinals, events] = [this.#us, this.#modules, this.#ordinals, this.#events];
    const order = new Uint32Array(this.#n);
    for (let i = 0; i < order.length; i++) order[i] = i;
    order.sort(
      (a, b) => us[a]! - us[b]! || modules[a]! - modules[b]! || ordinals[a]! - ordinals[b]! || events[a]! - events[b]!,
    );
    for (let from = 0; from < order.length; from += window) {
      yield Array.from(order.subarray(from, from + window), (i) => ({
        module: modules[i]!,
        ordinal: ordinals[i]!,
        event: events[i]!,
      }));
    }
  }
}
