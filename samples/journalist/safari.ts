/** History.db of Safari: the one she uses, with a vendor's page among 130 visits, and a second profile whose file is damaged. @module */
import { createRandom } from "../lib/random.ts";
import { leafPages, makeDatabase } from "../lib/sqlite.ts";
import { BEGIN, mac, SEED, VENDOR } from "./story.ts";

export interface Site {
  readonly url: string;
  readonly title: string;
}

const at = (base: string, pages: readonly (readonly [string, string])[]): Site[] =>
  pages.map(([path, title]) => ({ url: base + path, title }));

export const DAILY: readonly Site[] = [
  ...at("https://lalibreta.example/", [
    ["", "La Libreta"],
    ["cronicas/el-camino-largo", "El camino largo · La Libreta"],
    ["cronicas/la-cocina-del-albergue", "La cocina del albergue · La Libreta"],
    ["equipo", "Quiénes somos · La Libreta"],
  ]),
  ...at("https://noticias.example/", [
    ["", "Noticias"],
    ["sureste/lluvias", "Lluvias en el sureste"],
    ["cultura/son", "El son vuelve a la plaza"],
  ]),
  ...at("https://mapa.example/", [
    ["agua", "Pozos y tomas de agua"],
    ["ruta?de=tapachula&a=huixtla", "Ruta a pie"],
  ]),
  ...at("https://clima.example/", [
    ["tapachula", "Clima en Tapachula"],
    ["ciudad-de-mexico", "Clima en la Ciudad de México"],
  ]),
  ...at("https://albergue.example/", [
    ["horarios", "Horarios del albergue"],
    ["donar", "Qué hace falta"],
  ]),
  ...at("https://recetas.example/", [
    ["mole-sencillo", "Mole sencillo"],
    ["caldo-de-camaron", "Caldo de camarón"],
  ]),
  ...at("https://correo.example/", [["", "Correo"]]),
  ...at("https://tramites.example/", [["formato-12", "Formato 12"]]),
  ...at("https://www.example.org/", [["", "Example Domain"]]),
  ...at("https://biblioteca.example/", [["buscar?q=fotografia+documental", "Búsqueda: fotografía documental"]]),
];

export const WORK: readonly Site[] = [
  ...at("https://archivo.example/", [
    ["solicitudes", "Solicitudes de información"],
    ["solicitudes/118", "Solicitud 118"],
    ["contratos?anio=2023", "Contratos 2023"],
  ]),
  ...at("https://datos.example/", [
    ["migracion/2024", "Datos de migración 2024"],
    ["presupuesto", "Presupuesto"],
  ]),
  ...at("https://congreso.example/", [["diario/2024-04-11", "Diario de debates"]]),
  ...at("https://example.net/", [["informe.pdf", "Informe"]]),
];

const SCHEMA = `
  CREATE TABLE history_items (id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL UNIQUE, domain_expansion TEXT NULL, visit_count INTEGER NOT NULL, daily_visit_counts BLOB NOT NULL, weekly_visit_counts BLOB NULL, autocomplete_triggers BLOB NULL, should_recompute_derived_visit_counts INTEGER NOT NULL, visit_count_score INTEGER NOT NULL, status_code INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE history_visits (id INTEGER PRIMARY KEY AUTOINCREMENT, history_item INTEGER NOT NULL REFERENCES history_items(id) ON DELETE CASCADE, visit_time REAL NOT NULL, title TEXT NULL, load_successful BOOLEAN NOT NULL DEFAULT 1, http_non_get BOOLEAN NOT NULL DEFAULT 0, synthesized BOOLEAN NOT NULL DEFAULT 0, redirect_source INTEGER NULL UNIQUE, redirect_destination INTEGER NULL UNIQUE, origin INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0, attributes INTEGER NOT NULL DEFAULT 0, score INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX history_visits__last_visit ON history_visits (history_item, visit_time DESC);`;

interface Visit {
  readonly site: Site;
  /** Unix seconds. */
  readonly at: number;
  /** Ids of the visits before and after a redirect. */
  readonly from?: number;
  readonly to?: number;
}

function build(visits: readonly Visit[], pageSize: number): { db: Uint8Array; root: number } {
  let root = 0;
  const { db } = makeDatabase(
    (d) => {
      d.exec(SCHEMA);
      const urls = [...new Set(visits.map((v) => v.site.url))];
      const item = d.prepare(
        "INSERT INTO history_items (url, domain_expansion, visit_count, daily_visit_counts, should_recompute_derived_visit_counts, visit_count_score) VALUES (?, ?, ?, x'', 0, 100)",
      );
      for (const url of urls)
        item.run(url, new URL(url).hostname.split(".").at(-2) ?? null, visits.filter((v) => v.site.url === url).length);
      const visit = d.prepare(
        "INSERT INTO history_visits (history_item, visit_time, title, redirect_source, redirect_destination) VALUES (?, ?, ?, ?, ?)",
      );
      for (const v of visits)
        visit.run(urls.indexOf(v.site.url) + 1, mac(v.at) + 0.25, v.site.title, v.from ?? null, v.to ?? null);
      root = Number(d.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'history_visits'").get()!.rootpage);
    },
    { pageSize },
  );
  return { db, root };
}

function ordinary(sites: readonly Site[], n: number, seed: number): Visit[] {
  const r = createRandom(seed);
  return Array.from({ length: n }, (_, i) => ({
    site: r.pick(sites),
    at: BEGIN + Math.floor((i * 243) / n) * 86_400 + r.below(14) * 3600 + r.below(3600),
  })).sort((a, b) => a.at - b.at);
}

export interface History {
  readonly db: Uint8Array;
  readonly visits: number;
}

export function makeHistory(): History & { readonly vendorVisit: number } {
  const visits: Visit[] = [
    ...ordinary(DAILY, 126, SEED + 1),
    { site: { url: VENDOR.url, title: "VigilaCasa: precios" }, at: VENDOR.at },
  ].sort((a, b) => a.at - b.at);
  // One ordinary redirect, from http to https: it names the visits by their ids.
  const first = visits.length + 1;
  const last = visits.at(-1)!.at;
  visits.push({ site: { url: "http://lalibreta.example/", title: "" }, at: last + 3600, to: first + 1 });
  visits.push({ site: DAILY[0]!, at: last + 3601, from: first });
  return {
    db: build(visits, 4096).db,
    visits: visits.length,
    vendorVisit: visits.findIndex((v) => v.site.url === VENDOR.url) + 1,
  };
}

/** The second profile: one leaf page in the middle of `history_visits` is overwritten. */
export function makeDamagedHistory(): History & { readonly page: number; readonly sites: readonly string[] } {
  const visits = ordinary(WORK, 96, SEED + 2);
  const { db, root } = build(visits, 1024);
  const leaves = leafPages(db, root);
  const page = leaves[leaves.length >> 1]!;
  // 0xff is no type of page: no reader can take what follows for rows.
  db.set([0xff, ...createRandom(SEED + 3).bytes(1023)], (page - 1) * 1024);
  return { db, visits: visits.length, page, sites: visits.map((v) => v.site.url) };
}
