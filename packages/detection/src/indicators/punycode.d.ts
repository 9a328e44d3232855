/** The part of punycode 2.3.1 that we use (RFC 3492); the package has no types of its own. */
declare module "punycode/punycode.js" {
  const punycode: { encode(text: string): string; decode(text: string): string };
  export default punycode;
}
