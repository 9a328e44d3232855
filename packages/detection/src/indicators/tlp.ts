/** Traffic Light Protocol markings. Ids: STIX 2.1 section 7.2.1.4 (TLP 1) and OASIS's extension of TLP 2.0. @module */
import { TLP } from "./packed.ts";

const KNOWN: Readonly<Record<string, string>> = {
  "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": "clear",
  "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
  "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": "amber",
  "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
  "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487": "clear",
  "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb": "green",
  "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421": "amber",
  "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003": "amber+strict",
  "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1": "red",
};

/** The strictest marking that the references name, or "". `stated`: definitions that the bundle itself holds. */
export function tlpOf(refs: readonly unknown[], stated: ReadonlyMap<string, string>): string {
  let best = 0;
  for (const ref of refs) {
    if (typeof ref !== "string") continue;
    const name = stated.get(ref) ?? (Object.hasOwn(KNOWN, ref) ? KNOWN[ref]! : "");
    best = Math.max(best, TLP.indexOf(name === "white" ? "clear" : name));
  }
  return TLP[best]!;
}
