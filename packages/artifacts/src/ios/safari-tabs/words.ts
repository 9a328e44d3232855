import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";
import { ENTRY_FIELDS, TAB } from "../../tab-words.ts";

export const words: ArtifactWords = {
  name: { es: "Pestañas abiertas de Safari", en: "Open tabs of Safari" },
  shows: {
    es: "Las pestañas abiertas, también privadas si iOS las guarda aquí, y las páginas a las que se puede volver en cada una.",
    en: "Open tabs, private ones too where iOS keeps them here, and the pages one can go back to in each.",
  },
  hides: {
    es: "Cuándo se abrió cada página: la hora es de la pestaña, y puede ser muy anterior. Desde iOS 15 casi todo está en la base de grupos de pestañas.",
    en: "When each page was opened: the time is that of the tab, and can be much earlier. From iOS 15 on nearly all is in the database of tab groups.",
  },
};

const f = {
  ...TAB,
  shown: { es: "Dirección que se mostraba", en: "Address that was shown" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  tab: {
    url: { words: f.url },
    shown: { words: f.shown },
    title: { words: f.title, content: true },
    tab: { words: f.tab },
    private: { words: f.private },
    from_link: { words: f.from_link },
    profile: { words: f.profile },
  },
  entry: ENTRY_FIELDS,
};
