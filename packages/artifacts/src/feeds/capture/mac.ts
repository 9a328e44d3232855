/** Addresses of links without making texts of them. @module */

const digit = (code: number): number => (code < 58 ? code - 48 : code - 87);

/** Whether six bytes are the address that `text` writes; no text is made for it. */
export function isMac(text: string, b: Uint8Array, at: number): boolean {
  for (let i = 0; i < 6; i++)
    if ((digit(text.charCodeAt(3 * i)) << 4) + digit(text.charCodeAt(3 * i + 1)) !== b[at + i]) return false;
  return true;
}
