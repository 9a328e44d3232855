/** What entities are called, and why a decision of a person could not be applied. es is the source. @module */
import type { Words } from "@contraluz/core";
import type { DecisionFault } from "./groups.ts";
import type { EntityType } from "./types.ts";

export const ENTITY_WORDS: Readonly<Record<EntityType, Words>> = {
  person: { es: "nombres de personas", en: "names of people" },
  alias: { es: "sobrenombres", en: "other names" },
  agent: { es: "agentes por número", en: "agents by number" },
  office: { es: "oficinas", en: "offices" },
  org: { es: "organizaciones y periódicos", en: "bodies and newspapers" },
  place: { es: "lugares", en: "places" },
  plate: { es: "placas", en: "plates" },
  phone: { es: "teléfonos", en: "phones" },
  date: { es: "fechas", en: "dates" },
  time: { es: "horas", en: "times" },
  "file-number": { es: "expedientes", en: "file numbers" },
  amount: { es: "cantidades de dinero", en: "amounts of money" },
};

type D = { readonly id: string; readonly found: string };

export const DECISION_WORDS: Readonly<Record<DecisionFault["code"], Words<D>>> = {
  "no-such-group": {
    es: ({ id, found }) => `Decisión «${id}»: no hay ningún nombre «${found}».`,
    en: ({ id, found }) => `Decision “${id}”: there is no name “${found}”.`,
  },
  "merged-already": {
    es: ({ id, found }) => `Decisión «${id}»: «${found}» ya se unió a otro nombre.`,
    en: ({ id, found }) => `Decision “${id}”: “${found}” was joined to another name already.`,
  },
  "into-itself": {
    es: ({ id, found }) => `Decisión «${id}»: «${found}» no se une consigo mismo.`,
    en: ({ id, found }) => `Decision “${id}”: “${found}” is not joined to itself.`,
  },
  "no-such-mention": {
    es: ({ id, found }) => `Decisión «${id}»: ${found} lugares no están en ese nombre.`,
    en: ({ id, found }) => `Decision “${id}”: ${found} places are not in that name.`,
  },
  "taken-name": {
    es: ({ id, found }) => `Decisión «${id}»: ya hay un nombre «${found}».`,
    en: ({ id, found }) => `Decision “${id}”: there is a name “${found}” already.`,
  },
  "no-such-decision": {
    es: ({ id, found }) => `Decisión «${id}»: no hay ninguna decisión «${found}».`,
    en: ({ id, found }) => `Decision “${id}”: there is no decision “${found}”.`,
  },
};
