/**
 * What a guide is: numbered acts, one each, with the time it takes, a drawing, and what to do if it fails. All of it is words, so
 * that a further language is one more file.
 * @module
 */
import type { Lang } from "@contraluz/core";
import type { DrawingId } from "./drawings/names.ts";

export interface GuidePicture {
  readonly draw: DrawingId;
  /** What it shows, for whoever does not see it. */
  readonly shows: string;
  /** The words inside it. */
  readonly labels?: readonly string[];
}

export interface GuideStep {
  readonly what: string;
  readonly time?: string;
  /** Names of menus, one after the other. */
  readonly path?: readonly string[];
  readonly text: readonly string[];
  /** What to type, each on a line of its own. */
  readonly type?: readonly string[];
  /** What to do where it fails. */
  readonly fail?: string;
  readonly picture?: GuidePicture;
  /** What is said instead where the guide travels alone, as text, on paper or in a picture: there is no page around it. */
  readonly alone?: { readonly what?: string; readonly text?: readonly string[]; readonly fail?: string };
}

/** The same evidence made in another way: on a Mac, on Windows, on Linux. */
export interface GuideVariant {
  /** `page`: this page itself does it by the cable, where the browser can (WebUSB). */
  readonly id: string;
  readonly name: string;
  readonly steps: readonly GuideStep[];
}

/** What not everybody needs: opened on request. */
export interface GuideAside {
  readonly title: string;
  readonly text: readonly string[];
  /** Acts, in their order. */
  readonly list?: readonly string[];
  /** Places on disks: what they are of, and the path. */
  readonly paths?: readonly (readonly [string, string])[];
}

export interface GuideWords {
  readonly title: string;
  readonly intro: string;
  /** How long and how large, in one line. */
  readonly takes: string;
  /** Before something that cannot be undone. */
  readonly care?: { readonly title: string; readonly text: string };
  readonly variants: readonly GuideVariant[];
  readonly asides?: readonly GuideAside[];
  /** What this evidence shows, and what not. */
  readonly shows: readonly string[];
  /** Nothing is handed in at its end: no file, or one that we do not read yet. What to do with it then. */
  readonly noFile?: readonly string[];
}

export type Guide = Readonly<Record<Lang, GuideWords>>;
