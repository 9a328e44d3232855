/**
 * A machine that looks like a camera, by points: what it says of itself to those who search (ONVIF, SADP, DHIP), video that it offers (RTSP), names,
 * an upload that goes like a video, clouds and relays of cameras, its maker.
 *
 * A lead from 60 points on if it said so, offered video or sent what goes like one; else, from 35 on, a question. A camera with a name
 * that somebody gave it is a question, too: a baby monitor is a camera like any other. What the person knows is silent.
 * Questions of a machine that looks for cameras count nothing; nor does the cloud for one with a made-up address: a phone with the app.
 * Source: network.md 3(a).
 * @module
 */
import { type RecordRef, say } from "@contraluz/core";
import { cameraCloud, isGivenName, namesCamera } from "../../network/camera-signs.ts";
import { isOutside } from "../../network/destination.ts";
import { byMac, KnownMachines, type Machine, machineOf, titleOf } from "../../network/machines.ts";
import { plain, string } from "../../plain.ts";
import type { Hit, Rule } from "../../rule.ts";
import { SIGNS, type Sign, words } from "./words.ts";

/** One thing that speaks for a camera. */
interface Said {
  readonly mac: string;
  readonly sign: Sign;
  readonly what: string;
  readonly ref: RecordRef;
}
type Fact = Machine | Said;

const POINTS: Readonly<Record<Sign, number>> = {
  onvif: 60,
  sadp: 60,
  dhip: 60,
  rtsp: 60,
  named: 40,
  stream: 35,
  cloud: 30,
  relay: 30,
  maker: 20,
  small: 20,
  thing: 10,
  unlisted: 10,
  module: 5,
};
/** A machine of a maker of cameras that sends what goes like a video. */
const BOTH = 10;
const STRONG: readonly Sign[] = ["onvif", "sadp", "dhip", "rtsp", "stream"];
const [LEAD, ASK] = [60, 35];
/** Cameras that are told one by one. */
const MAX_HITS = 12;

const texts = (v: unknown): string[] => (Array.isArray(v) ? v.filter((x) => typeof x === "string") : []);

/** What a message to neighbours says of who sent it. */
function saidOf(f: { readonly [name: string]: unknown }): Sign | undefined {
  if (f.answers !== true) return undefined;
  switch (f.over) {
    case "ws-discovery":
      return texts(f.says).some((s) => /NetworkVideoTransmitter|onvif:\/\//i.test(s)) ? "onvif" : undefined;
    case "sadp":
    case "dhip":
      return f.over;
    case "pppp":
      return "relay";
    case "tuya":
    case "tplink":
    case "xiaomi":
      return "thing";
    default:
      return undefined;
  }
}

/** The model that it names; numbers that are none stand last. */
function modelOf(says: readonly string[]): string {
  for (const key of ["DeviceDescription: ", "model: ", "DeviceType: "]) {
    const of = says.find((s) => s.startsWith(key));
    if (of !== undefined) return of.slice(key.length);
  }
  return "";
}

interface Weighed {
  readonly mac: string;
  readonly of: readonly Machine[];
  readonly said: readonly Said[];
  readonly signs: readonly Sign[];
  readonly level: "lead" | "ask";
  readonly points: number;
}

function weigh(mac: string, of: readonly Machine[], said: readonly Said[], known: KnownMachines): Weighed | undefined {
  const names = of.flatMap((m) => m.names);
  if (known.has(mac, names)) return undefined;
  const phone = of.some((m) => m.madeUp);
  const signs = new Set<Sign>(said.map((s) => s.sign));
  if (phone) for (const s of ["cloud", "relay"] as const) signs.delete(s);
  if (of.some((m) => m.says !== "" && !m.router)) signs.add("named");
  if (of.some((m) => m.video > 0 && !m.router)) signs.add("stream");
  if (of.some((m) => m.makes === "camera")) signs.add("maker");
  else if (of.some((m) => m.makes === "module")) signs.add("module");
  const small = signs.has("module") || signs.has("thing");
  if (signs.has("stream") && small) signs.add("small");
  if (known.listed) signs.add("unlisted");
  const both = signs.has("stream") && signs.has("maker") ? BOTH : 0;
  const points = [...signs].reduce((n, s) => n + POINTS[s], both);
  if (points < ASK) return undefined;
  const strong = STRONG.some((s) => signs.has(s)) && points >= LEAD && !names.some(isGivenName);
  return { mac, of, said, signs: [...signs], level: strong ? "lead" : "ask", points };
}

function hitOf(w: Weighed): Hit {
  const stream = w.of.find((m) => m.video > 0);
  const model = w.said.find((s) => s.what !== "")?.what ?? w.of.find((m) => m.says !== "")?.says ?? "";
  const told = (Object.keys(SIGNS) as Sign[]).filter((s) => w.signs.includes(s));
  const p = {
    name: plain(titleOf(w.of)),
    model: plain(model),
    mac: w.mac,
    maker: plain(w.of.find((m) => m.maker !== "")?.maker ?? ""),
    seconds: stream?.video ?? 0,
    period: stream?.period ?? 0,
    air: stream?.air === true ? 1 : 0,
    asks: w.level === "ask" ? 1 : 0,
  };
  const listed = (lang: "es" | "en"): string => told.map((s) => say(SIGNS[s], lang, p)).join("; ");
  return {
    subject: w.mac,
    level: w.level,
    params: { ...p, what_es: listed("es"), what_en: listed("en") },
    records: [...w.of.map((m) => m.ref), ...w.said.map((s) => s.ref)],
  };
}

export const camera: Rule<Fact> = {
  id: "network/camera",
  version: 1,
  level: "lead",
  words,
  needs: ["network/devices", "network/discovery", "network/http", "network/names", "network/tls", "network/wifi"],
  baseRate: {
    fired: 1,
    samples: 43,
    what: "captures of nDPI, zeek and tcpdump (the one is a server of video over RTSP; thirteen smart plugs and bulbs: none)",
  },
  sources: ["network.md 3(a)", "ONVIF Core Specification", "RFC 2326"],
  budget: 20_000,
  once: (f) => ("sign" in f ? `${f.mac} ${f.sign}` : undefined),
  fact(r, ref) {
    const f = r.fields;
    const mac = string(f.mac);
    if (mac === "") return undefined;
    const one = (sign: Sign, what: string): Said => ({ mac, sign, what: what.slice(0, 200), ref: ref() });
    switch (r.kind) {
      case "device":
      case "transmitter":
        return machineOf(r, ref, namesCamera);
      case "said": {
        const sign = saidOf(f);
        return sign && one(sign, modelOf(texts(f.says)));
      }
      case "answer":
        // Servers outside have the address of the machine that leads there.
        if (string(f.server).includes(".") && isOutside(string(f.server))) return undefined;
        if (f.video === true) return one("rtsp", "");
        return namesCamera(string(f.realm)) ? one("named", string(f.realm)) : undefined;
      case "lookup":
      case "hello": {
        const cloud = cameraCloud(string(f.name) || string(f.sni));
        return cloud === undefined ? undefined : one("cloud", cloud);
      }
      case "lookups": {
        const cloud = texts(f.names)
          .map(cameraCloud)
          .find((c) => c !== undefined);
        return cloud === undefined ? undefined : one("cloud", cloud);
      }
      default:
        return undefined;
    }
  },
  *judge(facts, context) {
    const machines = byMac(facts.filter((f): f is Machine => !("sign" in f)));
    const said = new Map<string, Said[]>();
    for (const f of facts) if ("sign" in f) said.set(f.mac, [...(said.get(f.mac) ?? []), f]);
    const known = new KnownMachines(context, [...machines.values()].flat());
    const found: Weighed[] = [];
    for (const mac of new Set([...machines.keys(), ...said.keys()])) {
      const of = machines.get(mac) ?? [];
      // What comes from outside has the address of the one that leads there.
      const w = of.some((m) => m.router) ? undefined : weigh(mac, of, said.get(mac) ?? [], known);
      if (w) found.push(w);
    }
    for (const level of ["lead", "ask"] as const) {
      const all = found.filter((w) => w.level === level).sort((a, b) => b.points - a.points);
      const hits = all.map(hitOf);
      yield* hits.slice(0, MAX_HITS);
      const rest = hits.slice(MAX_HITS);
      if (rest.length > 0)
        yield {
          subject: "…",
          level,
          params: { ...rest[0]!.params, rest: rest.length },
          records: rest.flatMap((h) => h.records.slice(0, 1)),
        };
    }
  },
};
