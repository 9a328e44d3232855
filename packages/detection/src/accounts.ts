/** Accounts of people as contacts, messages and look-ups share them. @module */

/** Of an address its lower case, of a number its last ten digits, without `mailto:` or `tel:`; "" of what is neither. */
export function account(v: string): string {
  const own = v.slice(0, 400).replace(/^(?:mailto|tel):/i, "");
  if (own.includes("@")) return own.trim().toLowerCase().slice(0, 320);
  const digits = own.slice(0, 64).replace(/\D/g, "");
  return digits.length < 7 ? "" : digits.slice(-10);
}
