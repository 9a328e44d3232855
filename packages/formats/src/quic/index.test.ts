import assert from "node:assert/strict";
import { createCipheriv, createHmac } from "node:crypto";
import { test } from "node:test";
import { readClientHello } from "../tls/index.ts";
import { looksLikeQuic, readInitial } from "./index.ts";

const bytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (x) => Number.parseInt(x, 16));

/** The client's initial packet of RFC 9001, appendix A.2: 1200 bytes, for the name example.com. */
const CLIENT = bytes(
  `c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11d242b123dc9bd8bab936b47d92ec356c0bab7df5976d27cd449f63300099f3991c260ec4c60d17b31f8429157bb35a1282a643a8d2262cad67500cadb8e7378c8eb7539ec4d4905fed1bee1fc8aafba17c750e2c7ace01e6005f80fcb7df621230c83711b39343fa028cea7f7fb5ff89eac2308249a02252155e2347b63d58c5457afd84d05dfffdb20392844ae812154682e9cf012f9021a6f0be17ddd0c2084dce25ff9b06cde535d0f920a2db1bf362c23e596d11a4f5a6cf3948838a3aec4e15daf8500a6ef69ec4e3feb6b1d98e610ac8b7ec3faf6ad760b7bad1db4ba3485e8a94dc250ae3fdb41ed15fb6a8e5eba0fc3dd60bc8e30c5c4287e53805db059ae0648db2f64264ed5e39be2e20d82df566da8dd5998ccabdae053060ae6c7b4378e846d29f37ed7b4ea9ec5d82e7961b7f25a9323851f681d582363aa5f89937f5a67258bf63ad6f1a0b1d96dbd4faddfcefc5266ba6611722395c906556be52afe3f565636ad1b17d508b73d8743eeb524be22b3dcbc2c7468d54119c7468449a13d8e3b95811a198f3491de3e7fe942b330407abf82a4ed7c1b311663ac69890f4157015853d91e923037c227a33cdd5ec281ca3f79c44546b9d90ca00f064c99e3dd97911d39fe9c5d0b23a229a234cb36186c4819e8b9c5927726632291d6a418211cc2962e20fe47feb3edf330f2c603a9d48c0fcb5699dbfe5896425c5bac4aee82e57a85aaf4e2513e4f05796b07ba2ee47d80506f8d2c25e50fd14de71e6c418559302f939b0e1abd576f279c4b2e0feb85c1f28ff18f58891ffef132eef2fa09346aee33c28eb130ff28f5b766953334113211996d20011a198e3fc433f9f2541010ae17c1bf202580f6047472fb36857fe843b19f5984009ddc324044e847a4f4a0ab34f719595de37252d6235365e9b84392b061085349d73203a4a13e96f5432ec0fd4a1ee65accdd5e3904df54c1da510b0ff20dcc0c77fcb2c0e0eb605cb0504db87632cf3d8b4dae6e705769d1de354270123cb11450efc60ac47683d7b8d0f811365565fd98c4c8eb936bcab8d069fc33bd801b03adea2e1fbc5aa463d08ca19896d2bf59a071b851e6c239052172f296bfb5e72404790a2181014f3b94a4e97d117b438130368cc39dbb2d198065ae3986547926cd2162f40a29f0c3c8745c0f50fba3852e566d44575c29d39a03f0cda721984b6f440591f355e12d439ff150aab7613499dbd49adabc8676eef023b15b65bfc5ca06948109f23f350db82123535eb8a7433bdabcb909271a6ecbcb58b936a88cd4e8f2e6ff5800175f113253d8fa9ca8885c2f552e657dc603f252e1a8e308f76f0be79e2fb8f5d5fbbe2e30ecadd220723c8c0aea8078cdfcb3868263ff8f0940054da48781893a7e49ad5aff4af300cd804a6b6279ab3ff3afb64491c85194aab760d58a606654f9f4400e8b38591356fbf6425aca26dc85244259ff2b19c41b9f96f3ca9ec1dde434da7d2d392b905ddf3d1f9af93d1af5950bd493f5aa731b4056df31bd267b6b90a079831aaf579be0a39013137aac6d404f518cfd46840647e78bfe706ca4cf5e9c5453e9f7cfd2b8b4c8d169a44e55c88d4a9a7f9474241e221af44860018ab0856972e194cd934`,
);
/** The server's answer of appendix A.3. */
const SERVER = bytes(
  "cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a5816b6394100f37a1c69797554780bb38cc5a99f5ede4cf73c3ec2493a1839b3dbcba3f6ea46c5b7684df3548e7ddeb9c3bf9c73cc3f3bded74b562bfb19fb84022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc42158407dd074ee",
);

test("the client's packet of RFC 9001", () => {
  const packet = readInitial(CLIENT, 0, CLIENT.length)!;
  assert.deepEqual([packet.version, packet.parts.length, packet.parts[0]?.offset, packet.end], [1, 1, 0, 1200]);
  const hello = packet.parts[0]!.bytes;
  assert.equal(hello[0], 1);
  assert.equal(readClientHello(hello, 4)?.sni, "example.com");
});

test("the server's packet, by the client's connection id", () => {
  const packet = readInitial(SERVER, 0, SERVER.length, bytes("8394c8f03e515708"))!;
  assert.equal(packet.parts[0]?.bytes[0], 2);
  assert.equal(packet.parts[0]?.bytes.length, 90);
});

test("another key gives nothing that counts; what is no initial packet is none", () => {
  const other = readInitial(SERVER, 0, SERVER.length, bytes("0000000000000000"));
  assert.ok(!other || other.parts.every((p) => p.bytes[0] !== 2));
  assert.equal(looksLikeQuic(new Uint8Array(1200).fill(0x40), 0, 1200), false);
  assert.equal(looksLikeQuic(CLIENT, 0, 4), false);
});

test("cut anywhere it is refused, or nothing beyond its end is read", () => {
  for (let n = 0; n < 80; n++) readInitial(CLIENT, 0, n);
  for (let i = 0; i < 60; i++) {
    const b = CLIENT.slice();
    b[i] = 255;
    readInitial(b, 0, b.length);
  }
});

/** A client's packet that carries `payload`, of a version with this salt (RFC 9001, 5). */
function sealed(version: number, salt: string, payload: Uint8Array): Uint8Array {
  const id = bytes("8394c8f03e515708");
  const label = (secret: Uint8Array, name: string, length: number): Uint8Array => {
    const text = new TextEncoder().encode(`tls13 ${name}`);
    // Only the second half of HKDF is wanted: its first round, for outputs of at most 32 bytes.
    const info = Uint8Array.from([0, length, text.length, ...text, 0, 1]);
    return new Uint8Array(createHmac("sha256", secret).update(info).digest()).subarray(0, length);
  };
  const initial = new Uint8Array(createHmac("sha256", bytes(salt)).update(id).digest());
  const client = label(initial, "client in", 32);
  const [key, iv, hp] = [label(client, "quic key", 16), label(client, "quic iv", 12), label(client, "quic hp", 16)];
  const length = 4 + payload.length + 16;
  const v = [24, 16, 8, 0].map((n) => (version >>> n) & 255);
  const head = Uint8Array.from([0xc3, ...v, 8, ...id, 0, 0, 0x40 | (length >> 8), length & 255, 0, 0, 0, 0]);
  const seal = createCipheriv("aes-128-gcm", key, iv).setAAD(head);
  const body = Buffer.concat([seal.update(payload), seal.final(), seal.getAuthTag()]);
  const mask = createCipheriv("aes-128-ecb", hp, null).setAutoPadding(false).update(body.subarray(0, 16));
  head[0]! ^= mask[0]! & 0x0f;
  for (let i = 0; i < 4; i++) head[head.length - 4 + i]! ^= mask[1 + i]!;
  return Buffer.concat([head, body]);
}

test("drafts have salts of their own: 29 as 32, 23 as 28; one that is not known is refused", () => {
  const payload = Uint8Array.from([6, 0, 4, 1, 0, 0, 0, ...new Uint8Array(40)]);
  const [S29, S23] = ["afbfec289993d24c9e9786f19c6111e04390a899", "c3eef712c72ebb5a11a7d2432bb46365bef9f502"];
  for (const [version, salt] of [
    [0xff00001d, S29],
    [0xff000020, S29],
    [0xff000017, S23],
    [0xff00001c, S23],
  ] as const) {
    const b = sealed(version, salt, payload);
    assert.deepEqual([...readInitial(b, 0, b.length)!.parts[0]!.bytes], [1, 0, 0, 0], version.toString(16));
  }
  const foreign = sealed(0xff000016, S23, payload);
  assert.equal(readInitial(foreign, 0, foreign.length), undefined);
});
