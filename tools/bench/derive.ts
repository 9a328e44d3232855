/** The key derivation of an iPhone's backup alone, for its share of a measured check. `node derive.ts ROUNDS` @module */
const rounds = Number(process.argv[2]);
const bits = async (
  hash: string,
  secret: Uint8Array<ArrayBuffer> | ArrayBuffer,
  iterations: number,
): Promise<ArrayBuffer> => {
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  return crypto.subtle.deriveBits({ name: "PBKDF2", hash, salt: new Uint8Array(20), iterations }, key, 256);
};
await bits("SHA-1", await bits("SHA-256", new TextEncoder().encode("contraseña"), rounds), 10_000);
