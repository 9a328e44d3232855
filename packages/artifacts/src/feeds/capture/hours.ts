/** How much was said in each hour. @module */
import type { HourSum } from "./types.ts";

/** Hours of one machine: eight days. What comes later counts in its sums alone. */
const MAX_HOURS = 200;

export class HourSums {
  readonly #list: HourSum[] = [];
  #hour = -1;
  #bytes = 0;

  add(seconds: number, bytes: number): void {
    const hour = Math.floor(seconds / 3600);
    if (hour !== this.#hour) this.#turn(hour);
    this.#bytes += bytes;
  }

  #turn(hour: number): void {
    if (this.#hour >= 0 && this.#list.length < MAX_HOURS) this.#list.push([this.#hour, this.#bytes]);
    this.#hour = hour;
    this.#bytes = 0;
  }

  /** In the order in which they came; where a clock went back, an hour can come twice. */
  end(): readonly HourSum[] {
    this.#turn(-1);
    return this.#list;
  }
}
