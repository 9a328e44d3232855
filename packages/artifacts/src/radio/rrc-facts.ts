/**
 * What a message of LTE RRC says that matters here, as fields of a record. A message may be damaged: what is not there is left out.
 * Source: 3GPP TS 36.331, 6.2.2 (messages), 6.3.1 (system information).
 * @module
 */

import { field, list, path, type RrcMessage } from "@contraluz/formats/lte-rrc/index.ts";
import { Choice, type UperValue } from "@contraluz/formats/uper/index.ts";

/** Lists that are looked through. */
const MAX_LIST = 64;

export interface Sib1 {
  /** `334-020`, the first one is the cell's main one. */
  readonly networks: readonly string[];
  readonly tac: number | undefined;
  readonly cell: number | undefined;
  readonly barred: boolean;
  /** Messages with further blocks that it announces, and what is in them: `sib3`. */
  readonly blocks: number;
  readonly names: readonly string[];
}

const bits = (v: UperValue | undefined): number | undefined =>
  typeof v === "string" && /^[01]{1,53}$/.test(v) ? Number.parseInt(v, 2) : undefined;
const digits = (v: UperValue | undefined): string =>
  list(v)
    .slice(0, 3)
    .map((d) => (typeof d === "number" ? String(d) : "?"))
    .join("");
const count = (v: UperValue | undefined): number => list(v).length;
const number = (v: UperValue | undefined): number | undefined => (typeof v === "number" ? v : undefined);
const name = (v: UperValue | undefined): string | undefined =>
  v instanceof Choice ? v.name : typeof v === "string" ? v : undefined;

/** Undefined for another message, or one without a network. */
export function sib1Of(m: RrcMessage): Sib1 | undefined {
  if (m.name !== "systemInformationBlockType1") return undefined;
  const access = field(m.value, "cellAccessRelatedInfo");
  const networks: string[] = [];
  let mcc = "";
  for (const info of list(field(access, "plmn-IdentityList")).slice(0, MAX_LIST)) {
    const id = field(info, "plmn-Identity");
    // Where the country is left out it is that of the one before.
    mcc = digits(field(id, "mcc")) || mcc;
    const mnc = digits(field(id, "mnc"));
    if (/^\d{3}$/.test(mcc) && /^\d{2,3}$/.test(mnc)) networks.push(`${mcc}-${mnc}`);
  }
  if (networks.length === 0) return undefined;
  const scheduled = list(field(m.value, "schedulingInfoList"));
  return {
    networks,
    tac: bits(field(access, "trackingAreaCode")),
    cell: bits(field(access, "cellIdentity")),
    barred: field(access, "cellBarred") === "barred",
    blocks: scheduled.length,
    names: scheduled
      .slice(0, MAX_LIST)
      .flatMap((s) => list(field(s, "sib-MappingInfo")).slice(0, MAX_LIST))
      .map((s) => String(s).replace("sibType", "sib")),
  };
}

/** Blocks of a message of system information: name and value. */
function blocksOf(m: RrcMessage): readonly (readonly [string, UperValue])[] {
  const all = path(m.value, "criticalExtensions", "systemInformation-r8", "sib-TypeAndInfo");
  return list(all)
    .slice(0, MAX_LIST)
    .flatMap((b) => (b instanceof Choice ? [[b.name, b.value] as const] : []));
}

export interface Broadcast {
  /** `sib3`, `sib5` … */
  readonly blocks: readonly string[];
  /** How much a phone should want its own frequency; the highest of other ones of LTE, of 3G, of 2G. From 0, most wanted is 7. */
  readonly own?: number;
  readonly lte?: number;
  readonly utra?: number;
  readonly geran?: number;
  /** Neighbours that it names. */
  readonly neighbours?: number;
}

function highest(of: readonly (number | undefined)[]): number | undefined {
  const known = of.filter((n) => n !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

const priority = (v: UperValue | undefined): number | undefined => number(field(v, "cellReselectionPriority"));

export function broadcastOf(m: RrcMessage): Broadcast | undefined {
  if (m.name !== "systemInformation") return undefined;
  const blocks = blocksOf(m);
  const of = (block: string): UperValue | undefined => blocks.find(([n]) => n === block)?.[1];
  const five = list(field(of("sib5"), "interFreqCarrierFreqList")).slice(0, MAX_LIST);
  const six = ["carrierFreqListUTRA-FDD", "carrierFreqListUTRA-TDD"].flatMap((n) =>
    list(field(of("sib6"), n)).slice(0, MAX_LIST),
  );
  const seven = list(field(of("sib7"), "carrierFreqsInfoList")).slice(0, MAX_LIST);
  const own = number(path(of("sib3"), "cellReselectionServingFreqInfo", "cellReselectionPriority"));
  const lte = highest(five.map(priority));
  const utra = highest(six.map(priority));
  const geran = highest(seven.map((c) => priority(field(c, "commonInfo"))));
  const named = of("sib4") !== undefined || of("sib5") !== undefined;
  const neighbours =
    count(field(of("sib4"), "intraFreqNeighCellList")) +
    five.reduce((n: number, c) => n + count(field(c, "interFreqNeighCellList")), 0);
  return {
    blocks: blocks.map(([n]) => n),
    ...(own === undefined ? {} : { own }),
    ...(lte === undefined ? {} : { lte }),
    ...(utra === undefined ? {} : { utra }),
    ...(geran === undefined ? {} : { geran }),
    ...(named ? { neighbours: neighbours + five.length } : {}),
  };
}

export interface Dedicated {
  /** Why the phone asks for a connection, or the network ends it. */
  readonly why?: string;
  /** By which number the phone asks: `s-TMSI`, `randomValue`. */
  readonly identity?: string;
  /** Where the phone is sent: `geran`, `utra-FDD`, `eutra` … */
  readonly redirect?: string;
  readonly cipher?: string;
  readonly integrity?: string;
  /** It is sent to another cell of LTE. */
  readonly handover?: number;
  /** People who are called by the number of their SIM, of a paging. */
  readonly imsi?: number;
}

const algorithms = (v: UperValue | undefined): Pick<Dedicated, "cipher" | "integrity"> => {
  const cipher = field(v, "cipheringAlgorithm");
  const integrity = field(v, "integrityProtAlgorithm");
  return {
    ...(typeof cipher === "string" ? { cipher } : {}),
    ...(typeof integrity === "string" ? { integrity } : {}),
  };
};

/** Of the other channels; a message that says none of it gives an empty object. */
export function dedicatedOf(m: RrcMessage): Dedicated {
  const c1 = (inner: string): UperValue | undefined => path(m.value, "criticalExtensions", "c1", inner);
  const out = (of: { readonly [K in keyof Dedicated]: Dedicated[K] | undefined }): Dedicated =>
    Object.fromEntries(Object.entries(of).filter(([, v]) => v !== undefined)) as Dedicated;
  switch (m.name) {
    case "rrcConnectionRequest": {
      const r8 = path(m.value, "criticalExtensions", "rrcConnectionRequest-r8");
      return out({ why: name(field(r8, "establishmentCause")), identity: name(field(r8, "ue-Identity")) });
    }
    case "rrcConnectionReestablishmentRequest": {
      const r8 = path(m.value, "criticalExtensions", "rrcConnectionReestablishmentRequest-r8");
      return out({ why: name(field(r8, "reestablishmentCause")) });
    }
    case "rrcConnectionRelease": {
      const r8 = c1("rrcConnectionRelease-r8");
      return out({ why: name(field(r8, "releaseCause")), redirect: name(field(r8, "redirectedCarrierInfo")) });
    }
    case "securityModeCommand":
      return algorithms(path(c1("securityModeCommand-r8"), "securityConfigSMC", "securityAlgorithmConfig"));
    case "rrcConnectionReconfiguration": {
      const r8 = c1("rrcConnectionReconfiguration-r8");
      const target = number(path(r8, "mobilityControlInfo", "targetPhysCellId"));
      const type = path(r8, "securityConfigHO", "handoverType");
      const inner = type instanceof Choice ? type.value : undefined;
      return {
        ...algorithms(field(inner, "securityAlgorithmConfig")),
        ...(target === undefined ? {} : { handover: target }),
      };
    }
    case "mobilityFromEUTRACommand": {
      const r8 = c1("mobilityFromEUTRACommand-r8");
      const to = field(
        field(r8, "purpose") instanceof Choice ? (field(r8, "purpose") as Choice).value : undefined,
        "targetRAT-Type",
      );
      return out({ why: name(field(r8, "purpose")), redirect: name(to) });
    }
    case "paging": {
      const records = list(field(m.value, "pagingRecordList")).slice(0, MAX_LIST);
      const imsi = records.filter((r) => name(field(r, "ue-Identity")) === "imsi").length;
      return imsi > 0 ? { imsi } : {};
    }
    default:
      return {};
  }
}
