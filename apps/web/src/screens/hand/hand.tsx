/** What is at hand, so that the least heavy way comes first. @module */
import type { JSX } from "preact";
import { Back } from "../../frame/bar.tsx";
import type { AtHand } from "../../kinds.ts";
import { useWords } from "../../lang.ts";
import { Option } from "../../parts/option.tsx";
import { useFlow } from "../../use-flow.ts";
import { HAND } from "./words.ts";

type Has = AtHand["has"][number];

export function HandScreen(): JSX.Element {
  const w = useWords(HAND);
  const { flow, dispatch } = useFlow();
  const { hand } = flow;
  const set = (change: Partial<AtHand>): void => dispatch({ type: "hand", hand: { ...hand, ...change } });
  const has = (need: Has) => ({
    id: `has-${need}`,
    type: "checkbox" as const,
    group: "has",
    checked: hand.has.includes(need),
    onChange: (on: boolean) => set({ has: on ? [...hand.has, need] : hand.has.filter((n) => n !== need) }),
  });
  const one = <K extends "phone" | "device">(key: K, value: NonNullable<AtHand[K]>) => ({
    id: `${key}-${value}`,
    type: "radio" as const,
    group: key,
    checked: hand[key] === value,
    onChange: () => set({ [key]: value }),
  });
  return (
    <div class="stack narrow">
      <Back />
      <header>
        <h1>{w.title}</h1>
        <p class="intro">{w.intro}</p>
      </header>
      <section class="sheet">
        <fieldset>
          <legend>{w.phone}</legend>
          <Option {...one("phone", "iphone")} label={w.iphone} />
          <Option {...one("phone", "android")} label={w.android} />
        </fieldset>
      </section>
      <section class="sheet">
        <fieldset>
          <legend>{w.device}</legend>
          <Option {...one("device", "computer")} label={w.computer} more={w.computerMore} />
          <Option {...one("device", "phone")} label={w.onPhone} more={w.onPhoneMore} />
        </fieldset>
      </section>
      {hand.device === "computer" ? (
        <section class="sheet">
          <fieldset>
            <legend>{w.has}</legend>
            <Option {...has("cable")} label={w.cable} />
            <Option {...has("space")} label={w.space} more={w.spaceMore} />
            <Option {...has("time")} label={w.time} more={w.timeMore} />
          </fieldset>
        </section>
      ) : null}
      <p class="fine">{w.internet}</p>
      <div class="row">
        <button type="button" class="btn" onClick={() => dispatch({ type: "go", to: "ways" })}>
          {w.go}
        </button>
      </div>
    </div>
  );
}
