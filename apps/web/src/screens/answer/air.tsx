/** The way to what was heard around, where something was. @module */
import type { Result } from "@contraluz/core";
import { AIR } from "@contraluz/report/air/words.ts";
import type { JSX } from "preact";
import { useLang, useWords } from "../../lang.ts";
import { useFlow } from "../../use-flow.ts";
import { ANSWER } from "./words.ts";

/** Places that the screen shows; the same as `AIR_ARTIFACTS` of the report, which the page does not load for it. */
const SHOWN: readonly string[] = ["network/devices", "network/wifi", "radio/cells", "bluetooth/trackers"];

export function AirPart({ result }: { readonly result: Result }): JSX.Element | null {
  const w = useWords(ANSWER);
  const air = AIR[useLang()];
  const { dispatch } = useFlow();
  if (!SHOWN.some((id) => (result.records[id]?.count ?? 0) > 0)) return null;
  return (
    <section class="sheet screen-only" aria-labelledby="around">
      <h2 id="around">{air.title}</h2>
      <p>{w.airMore}</p>
      <button type="button" class="btn quiet" onClick={() => dispatch({ type: "go", to: "air" })}>
        {w.air}
      </button>
    </section>
  );
}
