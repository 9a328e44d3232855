/** Work that the consent of the person does not allow. @module */
import type { Refusal } from "../consent/types.ts";

/** Thrown before anything is read or leaves; `refusal` says why, and on which clause it rests. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`not consented: ${refusal.code}`);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** Throws Refused if there is a reason. */
export function refuse(why: Refusal | undefined): void {
  if (why) throw new Refused(why);
}
