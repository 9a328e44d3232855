/** Words of the fields of Safari's tabs, and of the pages that one goes back to in each (`session.ts`). @module */
import type { Words } from "@contraluz/core";
import type { ArtifactFields } from "./artifact.ts";

type Name = "url" | "asked" | "title" | "tab" | "private" | "from_link" | "profile";

export const TAB: Readonly<Record<Name, Words>> = {
  url: { es: "Dirección", en: "Address" },
  asked: { es: "Dirección que se pidió", en: "Address that was asked for" },
  title: { es: "Título de la página", en: "Title of the page" },
  tab: { es: "Identificador de la pestaña", en: "Identifier of the tab" },
  private: { es: "Navegación privada", en: "Private browsing" },
  from_link: { es: "Se abrió desde un enlace", en: "Opened from a link" },
  profile: { es: "Perfil de Safari", en: "Safari profile" },
};

/** A page of a tab. */
export const ENTRY_FIELDS: ArtifactFields[string] = {
  url: { words: TAB.url },
  asked: { words: TAB.asked },
  title: { words: TAB.title, content: true },
  tab: { words: TAB.tab },
  private: { words: TAB.private },
  profile: { words: TAB.profile },
};
