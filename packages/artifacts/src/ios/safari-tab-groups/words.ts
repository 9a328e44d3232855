import type { Words } from "@contraluz/core";
import type { ArtifactFields, ArtifactWords } from "../../artifact.ts";
import { ENTRY_FIELDS, TAB } from "../../tab-words.ts";

export const words: ArtifactWords = {
  name: { es: "Grupos de pestañas de Safari", en: "Tab groups of Safari" },
  shows: {
    es: "Las pestañas de iOS 15 y posterior: abiertas, cerradas hace poco y privadas, con las páginas a las que se puede volver.",
    en: "The tabs of iOS 15 and later: open, recently closed and private, with the pages one can go back to.",
  },
  hides: {
    es: "Cuándo se abrió cada página: la hora es de la pestaña. Una pestaña de un grupo puede venir de otro aparato de la misma cuenta.",
    en: "When each page was opened: the time is that of the tab. A tab of a group can come from another device of the same account.",
  },
};

const f = {
  ...TAB,
  shown: { es: "Dirección que se cargó en este aparato", en: "Address that this device loaded" },
  group: { es: "Grupo de pestañas", en: "Tab group" },
  added: { es: "Cuándo se creó la pestaña", en: "When the tab was made" },
  closed: { es: "Cuándo se cerró", en: "When it was closed" },
  removed: { es: "Marcada como borrada", en: "Marked as deleted" },
} satisfies Record<string, Words>;

export const fields: ArtifactFields = {
  tab: {
    url: { words: f.url },
    shown: { words: f.shown },
    title: { words: f.title, content: true },
    group: { words: f.group, content: true },
    tab: { words: f.tab },
    private: { words: f.private },
    from_link: { words: f.from_link },
    added: { words: f.added },
    closed: { words: f.closed },
    removed: { words: f.removed },
    profile: { words: f.profile },
  },
  entry: ENTRY_FIELDS,
};
