/**
 * What a line of lockdownd.log says about pairing.
 * Sources: lines of a public iOS 16 diagnosis (FCSC 2025: asked, allowed, escrow bag, succeeded, failed) and of an iOS 26 log that its owner
 * published (implicit trust, deleted record, no record); libimobiledevice (names of errors).
 * @module
 */

export interface Pairing {
  readonly what: "asked" | "allowed" | "implicit" | "keys" | "paired" | "failed" | "deleted" | "unknown-host";
  readonly host?: string | undefined;
  readonly client?: string | undefined;
  readonly why?: string | undefined;
}

const HOST = /([0-9A-Za-z][0-9A-Za-z-]{7,79})/;
const ESCROW = new RegExp(`^Creating escrow bag (?:\\(hash=\\w{1,80}\\) )?for ${HOST.source}`);
const RECORD = new RegExp(`/pair_records/${HOST.source}\\.plist`);
const NO_RECORD = new RegExp(`^No pairing record for ${HOST.source}`);
const RESULT = /^Pair for (.{1,100}?) (succeeded|failed ?: ?(\w{1,80})|failed)/;
const WITH = new RegExp(`^pairing with host ${HOST.source}(?: label (\\S{1,200}))?`);
const HOST_ID = /HostID"? ?= ?"?([0-9A-Za-z][0-9A-Za-z-]{7,79})/;
const LABEL = /(?:MarketingName|HostName|Label)"? ?= ?"?([^";\n]{1,200})/;

/** `text`: all lines of the entry, without the name of the function. */
export function pairingOf(fn: string, text: string): Pairing | undefined {
  switch (fn) {
    case "store_escrow_record": {
      const m = ESCROW.exec(text);
      return m ? { what: "keys", host: m[1] } : undefined;
    }
    case "handle_pair": {
      const result = RESULT.exec(text);
      if (result) {
        const paired = result[2] === "succeeded";
        return { what: paired ? "paired" : "failed", client: result[1], why: result[3] };
      }
      if (text.includes("Implicitly trusting host")) return { what: "implicit" };
      const named = WITH.exec(text);
      if (named) return { what: "asked", host: named[1], client: named[2] };
      if (!text.startsWith("Pair message")) return undefined;
      return { what: "asked", host: HOST_ID.exec(text)?.[1], client: LABEL.exec(text)?.[1] };
    }
    case "ask_user_to_trust_block_invoke":
      return text.startsWith("Allowing pairing") ? { what: "allowed" } : undefined;
    case "on_queue_destroy_pair_record": {
      const m = RECORD.exec(text);
      return { what: "deleted", host: m?.[1] };
    }
    case "_load_dict": {
      const m = RECORD.exec(text);
      return m ? { what: "unknown-host", host: m[1] } : undefined;
    }
    case "handle_start_session": {
      const m = NO_RECORD.exec(text);
      return m ? { what: "unknown-host", host: m[1] } : undefined;
    }
    default:
      return undefined;
  }
}
