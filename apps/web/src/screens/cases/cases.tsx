/** Cases: where they lie, all of them, one of them. A chunk of its own, loaded when it is needed. @module */
import type { FunctionComponent, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Desk } from "../../flow.ts";
import { CaseScreen } from "./case.tsx";
import { useDesk } from "./desk.ts";
import { Gate } from "./gate.tsx";
import { List, NewCase } from "./list.tsx";
import { Verify } from "./verify.tsx";

const STAGES: Readonly<Record<Desk["stage"], FunctionComponent>> = {
  gate: Gate,
  list: List,
  new: NewCase,
  case: CaseScreen,
  verify: Verify,
};

export function CasesScreen(): JSX.Element {
  const { desk } = useDesk();
  const at = useRef<HTMLDivElement>(null);
  const Stage = STAGES[desk.stage === "case" && !desk.view ? "list" : desk.stage];
  // Each stage begins where it is read from.
  useEffect(() => {
    scrollTo(0, 0);
    at.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [desk.stage]);
  return (
    <div ref={at} class="cases-screen">
      <Stage key={desk.stage} />
    </div>
  );
}
