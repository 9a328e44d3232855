/** AES without padding, from what a browser has. */

/**
 * AES-256-CBC without padding through WebCrypto, which always strips PKCS#7: a crafted last block that decrypts to a whole
 * block of padding is appended, so that the plaintext comes back at its full length.
 */
export async function aesCbc(key: CryptoKey, iv: Uint8Array, cipher: Uint8Array): Promise<Uint8Array> {
  if (cipher.length === 0) return cipher;
  const last = cipher.slice(cipher.length - 16);
  const padding = await crypto.subtle.encrypt({ name: "AES-CBC", iv: last }, key, new Uint8Array(0));
  const whole = new Uint8Array(cipher.length + 16);
  whole.set(cipher);
  whole.set(new Uint8Array(padding), cipher.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv: new Uint8Array(iv) }, key, whole));
}
