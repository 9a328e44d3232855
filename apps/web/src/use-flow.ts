/** The state and what can be done with it, for every screen. @module */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Act, Flow } from "./flow.ts";
import type { Session } from "./session.ts";

export interface FlowTools {
  readonly flow: Flow;
  readonly dispatch: (a: Act) => void;
  readonly session: Session;
}

export const FlowContext = createContext<FlowTools | undefined>(undefined);

export function useFlow(): FlowTools {
  const tools = useContext(FlowContext);
  if (!tools) throw new Error("outside of the page");
  return tools;
}
