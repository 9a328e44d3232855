/** A report of linked cases as a file: read as if anybody had written it. @module */
import { ContraluzError } from "@contraluz/core";
import { parseJson } from "@contraluz/store";
import { CAMPAIGNS_SCHEMA, type CampaignReport } from "./types.ts";

type Parsed = { readonly [k: string]: unknown };
const isObject = (v: unknown): v is Parsed => typeof v === "object" && v !== null && !Array.isArray(v);
const isText = (v: unknown): v is string => typeof v === "string";
const isNumber = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v);
const maybe = (v: unknown, is: (v: unknown) => boolean): boolean => v === undefined || is(v);
const list = (v: unknown, is: (v: unknown) => boolean): boolean => Array.isArray(v) && v.every(is);

const hasSpan = (v: Parsed): boolean => maybe(v.first, isText) && maybe(v.last, isText);
const isSign = (v: unknown): boolean =>
  isObject(v) && isText(v.type) && isText(v.value) && isText(v.level) && maybe(v.campaign, isText);
const isSeen = (v: unknown): boolean =>
  isObject(v) && isText(v.check) && isText(v.artifact) && Number.isSafeInteger(v.ordinal);
const isSide = (v: unknown): boolean =>
  isObject(v) &&
  isText(v.case) &&
  isNumber(v.records) &&
  hasSpan(v) &&
  list(v.contacts, isText) &&
  list(v.seen, isSeen);

const isEvidence = (v: unknown): boolean =>
  isObject(v) &&
  isText(v.letter) &&
  isText(v.value) &&
  isNumber(v.phones) &&
  isNumber(v.weight) &&
  list(v.also, isText) &&
  maybe(v.sign, isSign) &&
  maybe(v.days, isNumber) &&
  list(v.sides, isSide) &&
  (v.sides as unknown[]).length === 2;

const isPair = (v: unknown): boolean => list(v, isText) && (v as unknown[]).length === 2;
const isLink = (v: unknown): boolean =>
  isObject(v) && isPair(v.cases) && isNumber(v.weight) && isNumber(v.rare) && list(v.evidence, isEvidence);

const isValue = (v: unknown): boolean =>
  isObject(v) &&
  isText(v.letter) &&
  isText(v.value) &&
  isNumber(v.cases) &&
  isNumber(v.phones) &&
  hasSpan(v) &&
  maybe(v.sign, isSign);

const ACTIVITIES: readonly unknown[] = ["active", "quiet", "unseen", "undated"];

const isCampaign = (v: unknown): boolean =>
  isObject(v) &&
  isText(v.id) &&
  (v.basis === "signs" || v.basis === "rare") &&
  ACTIVITIES.includes(v.activity) &&
  hasSpan(v) &&
  list(v.names, isText) &&
  list(v.cases, (c) => isObject(c) && isText(c.case) && hasSpan(c)) &&
  list(v.values, isValue) &&
  list(v.links, isLink);

function isReport(v: Parsed): boolean {
  const { limits } = v;
  return (
    isText(v.lab) &&
    isText(v.asOf) &&
    isText(v.until) &&
    isNumber(v.cases) &&
    maybe(v.hunt, isText) &&
    list(v.campaigns, isCampaign) &&
    list(v.between, isLink) &&
    list(v.same, isPair) &&
    isObject(limits) &&
    ["pairs", "refused", "damaged"].every((k) => isNumber(limits[k])) &&
    ["few", "many"].every((k) => typeof limits[k] === "boolean")
  );
}

/**
 * A report from its text. Throws ContraluzError ("usage") if it is none.
 * @example const { campaigns } = parseCampaigns(await file.text());
 */
export function parseCampaigns(text: string): CampaignReport {
  let v: unknown;
  try {
    v = parseJson(text);
    if (isObject(v) && v.schema === CAMPAIGNS_SCHEMA && isReport(v)) return v as unknown as CampaignReport;
  } catch (e) {
    if (!(e instanceof SyntaxError || e instanceof RangeError)) throw e;
  }
  const found = isObject(v) ? JSON.stringify(v.schema)?.slice(0, 60) : undefined;
  throw new ContraluzError(
    "usage",
    `not a report of linked cases: found ${found ?? "no JSON object"}, expected "${CAMPAIGNS_SCHEMA}"`,
  );
}
