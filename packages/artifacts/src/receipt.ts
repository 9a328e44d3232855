/** What a receipt of the App Store (iTunesMetadata) says of its app, without the account that it names. @module */
import type { Json, Moment, Observable } from "@contraluz/core";
import { get } from "@contraluz/formats/plist/get.ts";
import type { PlistValue } from "@contraluz/formats/plist/types.ts";
import { number, text } from "./text.ts";
import { whenSaid } from "./when.ts";

export const DOWNLOAD = "com.apple.iTunesStore.downloadInfo";

export interface Receipt {
  /** The app that it names. */
  readonly app: string | undefined;
  readonly at: Moment | undefined;
  readonly fields: Readonly<Record<string, Json | undefined>>;
}

export function receiptFields(receipt: PlistValue | undefined): Receipt {
  const again = get(receipt, "is-purchased-redownload");
  return {
    app: text(get(receipt, "softwareVersionBundleId")),
    at: whenSaid(get(receipt, DOWNLOAD, "purchaseDate") ?? get(receipt, "purchaseDate")),
    fields: {
      name: text(get(receipt, "itemName")),
      version: text(get(receipt, "bundleShortVersionString")),
      maker: text(get(receipt, "artistName")),
      source: text(get(receipt, "sourceApp")),
      store: number(get(receipt, "s")) as number | undefined,
      again: again === true || again === 1 ? true : undefined,
    },
  };
}

/** An app is installed under its identifier; sets of signs name some of them as processes. */
export function installed(...apps: readonly (string | undefined)[]): Observable[] {
  const out: Observable[] = [];
  for (const value of new Set(apps))
    if (value) for (const type of ["app-id", "process"] as const) out.push({ type, value, contact: "installed" });
  return out;
}
