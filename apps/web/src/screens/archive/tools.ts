/** What the parts of this screen share: the thread, its state, what is shown. @module */
import type { Source } from "@contraluz/archive/ledger/types.ts";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Archive } from "../../archive/client.ts";
import type { ArchiveState, Marked } from "../../archive/protocol.ts";
import type { Picked } from "../../flow.ts";
import type { ArchiveWords } from "./words.ts";

export const TABS = ["search", "names", "people", "ledger", "pages", "look", "save"] as const;
export type Tab = (typeof TABS)[number];

/** A page that somebody came to, and where on it. */
export interface Stop {
  readonly id: number;
  readonly marks: readonly Marked[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** The page that is looked at, one of a list. */
export interface Looking {
  readonly stops: readonly Stop[];
  readonly at: number;
}

export interface ArchiveTools {
  readonly w: ArchiveWords;
  readonly archive: Archive;
  readonly state: ArchiveState;
  /** Asks the thread how things stand, and draws it. */
  refresh(): Promise<void>;
  set(state: ArchiveState): void;
  /** What came of an act; `wrong`: it was not done. "": nothing any more. */
  say(text: string, wrong?: boolean): void;
  look(at: Looking): void;
  tab(to: Tab, list?: "unreadable" | "poor"): void;
  /** Who corrects, as it was typed last. */
  readonly by: { now: string };
  /** Quotes that were taken of pages, for the ledger: in this visit. */
  readonly quotes: readonly Source[];
  takeQuote(s: Source): void;
  /** Opens what was chosen. */
  give(p: Picked): Promise<void>;
}

/** What the screen has before there are pages; the room adds the rest. */
export type BaseTools = Omit<ArchiveTools, "look" | "tab" | "quotes" | "takeQuote">;

export const ArchiveContext = createContext<ArchiveTools | undefined>(undefined);

export function useArchive(): ArchiveTools {
  const tools = useContext(ArchiveContext);
  if (!tools) throw new Error("outside of the archive");
  return tools;
}
