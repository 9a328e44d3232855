/** The packed word of a row: type, role, grade, flags. @module */
import type { Grade, ObservableType } from "@contraluz/core";
import type { Role } from "./types.ts";

/** Order is part of the compiled form. */
export const TYPES: readonly ObservableType[] = [
  "url",
  "domain",
  "ip",
  "email",
  "phone",
  "process",
  "file-path",
  "file-name",
  "hash",
  "app-id",
  "certificate",
  "property",
  "profile-id",
  "ja4",
  "wifi",
  "cell",
  "tracker",
];
export const ROLES: readonly Role[] = ["implant", "server", "account", "vendor", "young"];
export const GRADES: readonly Grade[] = ["spyware", "stalkerware", "watchware", "tracker"];
/** Traffic Light Protocol (FIRST, versions 1 and 2), the strictest last. */
export const TLP: readonly string[] = ["", "clear", "green", "amber", "amber+strict", "red"];

const COMMON = 1 << 9;
const STATED_ID = 1 << 13;
/** The third bit of a role: there were four of them when the other two got their place. */
const ROLE_HIGH = 1 << 14;

export interface Packed {
  readonly type: ObservableType;
  readonly role: Role;
  readonly grade: Grade;
  readonly common: boolean;
  readonly tlp: string;
  /** The id is the publisher's, not ours. */
  readonly statedId: boolean;
}

export function pack(p: Packed): number {
  return (
    TYPES.indexOf(p.type) |
    ((ROLES.indexOf(p.role) & 3) << 5) |
    (ROLES.indexOf(p.role) > 3 ? ROLE_HIGH : 0) |
    (GRADES.indexOf(p.grade) << 7) |
    (p.common ? COMMON : 0) |
    (Math.max(0, TLP.indexOf(p.tlp)) << 10) |
    (p.statedId ? STATED_ID : 0)
  );
}

export function unpack(n: number): Packed {
  return {
    type: TYPES[n & 31]!,
    role: ROLES[((n >> 5) & 3) | ((n & ROLE_HIGH) === 0 ? 0 : 4)]!,
    grade: GRADES[(n >> 7) & 3]!,
    common: (n & COMMON) !== 0,
    tlp: TLP[(n >> 10) & 7]!,
    statedId: (n & STATED_ID) !== 0,
  };
}

export const typeIndex = (n: number): number => n & 31;
export const tlpIndex = (n: number): number => (n >> 10) & 7;
/** All that tells two signs of one value apart: type, role, grade, common. */
export const kindBits = (n: number): number => n & (0x3ff | ROLE_HIGH);
export const withTlp = (n: number, tlp: number): number => (n & ~(7 << 10)) | (tlp << 10);
export const withGrade = (n: number, grade: Grade): number => (n & ~(3 << 7)) | (GRADES.indexOf(grade) << 7);

/** What a type is a sign of, unless the source says otherwise. */
export function roleOf(type: ObservableType): Role {
  switch (type) {
    case "url":
    case "domain":
    case "ip":
    case "ja4":
      return "server";
    case "email":
    case "phone":
      return "account";
    default:
      return "implant";
  }
}
