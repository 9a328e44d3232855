/**
 * An event of MISP (draft-dulaunoy-misp-core-format-20, November 2025): the same that `stix/index.ts` tells, as attributes and objects.
 *
 * It is for nobody but the own organisation (`distribution` 0) and not published, until somebody there says otherwise. What a rule of ours
 * said has `to_ids` false, as has a sign that is a common word or the page of a vendor.
 * @module
 */
import { type Json, type Result, say } from "@contraluz/core";
import { jsonText } from "../share/json-text.ts";
import { shareOf } from "../share/share.ts";
import type { DocumentOutput, Shared, ShareOptions, Sighting, Tlp } from "../share/types.ts";
import { uuid5 } from "../share/uuid.ts";
import { SHARED } from "../share/words.ts";
import { typedOf } from "./attributes.ts";

type Fields = { readonly [k: string]: Json | undefined };

const tag = (tlp: Tlp): Json => ({ name: `tlp:${tlp}` });
const seconds = (ms: number): string => String(Math.floor(ms / 1000));
const iso = (ms: number): string => new Date(ms).toISOString().replace("Z", "+00:00");

class MispEvent {
  readonly #s: Shared;
  readonly #timestamp: string;
  readonly attributes: Json[] = [];
  readonly objects: Json[] = [];

  constructor(s: Shared) {
    this.#s = s;
    this.#timestamp = seconds(s.at);
  }

  #id(seed: string): string {
    return uuid5(this.#s.by.id, `misp\n${this.#s.seed}\n${seed}`);
  }

  attribute(seed: string, type: string, category: string, value: string, more: Fields): Json {
    const fields: Fields = {
      uuid: this.#id(seed),
      type,
      category,
      value,
      to_ids: false,
      distribution: "5",
      sharing_group_id: "0",
      timestamp: this.#timestamp,
      deleted: false,
      disable_correlation: false,
      ...more,
    };
    return fields as Json;
  }

  /** Seen on its first day and on its last: MISP has no count. */
  #seen(s: Sighting): Fields {
    if (s.first === undefined || s.last === undefined) return {};
    const days = s.first === s.last ? [s.first] : [s.first, s.last];
    return {
      first_seen: iso(s.first),
      last_seen: iso(s.last),
      Sighting: days.map((d) => ({
        type: "0",
        uuid: this.#id(`sighting\n${s.finding}\n${d}`),
        date_sighting: seconds(d),
        source: "Contraluz",
      })),
    };
  }

  take(s: Sighting): void {
    const { type, value, campaign, role, common, id } = s.sign;
    const typed = typedOf(type, value);
    const partly = s.partly ? [say(SHARED.partly, this.#s.lang)] : [];
    const told = [campaign, type, s.published ? id : undefined, s.list?.name].filter((x) => x !== undefined).join("; ");
    const toIds =
      !common && ["implant", "server", "account"].includes(role) && s.level !== "lead" && typed.type !== "text";
    const attribute = this.attribute(`sign\n${s.finding}`, typed.type, typed.category, value, {
      to_ids: toIds,
      comment: [told, s.level, say(SHARED.times, this.#s.lang, { n: s.count }), ...partly].join("; "),
      ...(typed.object ? { object_relation: typed.object.relation } : {}),
      ...this.#seen(s),
      ...(s.tlp === this.#s.tlp ? {} : { Tag: [tag(s.tlp)] }),
    });
    if (!typed.object) {
      this.attributes.push(attribute);
      return;
    }
    const { name, category, uuid, version, description } = typed.object;
    this.objects.push({
      uuid: this.#id(`object\n${s.finding}`),
      name,
      "meta-category": category,
      description: say(description, this.#s.lang),
      template_uuid: uuid,
      template_version: version,
      timestamp: this.#timestamp,
      distribution: "5",
      sharing_group_id: "0",
      deleted: false,
      Attribute: [attribute],
    });
  }

  note(seed: string, text: string): void {
    const more = { disable_correlation: true };
    this.attributes.push(this.attribute(`note\n${seed}`, "comment", "Internal reference", text, more));
  }

  text(): string {
    const { by, at, tlp } = this.#s;
    const event = {
      uuid: this.#id("event"),
      info: `Contraluz: ${say(SHARED.title, this.#s.lang)}`,
      date: iso(at).slice(0, 10),
      threat_level_id: "4",
      analysis: "1",
      distribution: "0",
      sharing_group_id: "0",
      published: false,
      timestamp: this.#timestamp,
      publish_timestamp: "0",
      Orgc: { name: by.name, uuid: by.id },
      Attribute: this.attributes,
      Object: this.objects,
      Tag: [tag(tlp)],
    };
    return jsonText({ Event: event });
  }
}

/**
 * The event of a result.
 * @example const { text } = misp(result, { by: { name: "Helpline" } });
 */
export function misp(result: Result, o: ShareOptions = {}): DocumentOutput {
  const s = shareOf(result, o);
  const event = new MispEvent(s);
  for (const sighting of s.sightings) event.take(sighting);
  for (const [i, n] of s.notes.entries()) event.note(`${i}\n${n.text}`, n.text);
  for (const h of s.heuristics)
    event.note(`rule\n${h.rule}\n${h.level}`, `${say(SHARED.ruleSpoke, s.lang)}: ${h.rule}: ${h.level}`);
  return { text: event.text(), written: s.sightings.length, withheld: s.withheld };
}
