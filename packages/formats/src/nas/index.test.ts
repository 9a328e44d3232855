import assert from "node:assert/strict";
import { test } from "node:test";
import { hex } from "../qmdl/qmdl.fixture.ts";
import { isSilentSms, type NasMessage, plmnOf, readEps, readGsmCell, readLayer3 } from "./index.ts";

const eps = (text: string, opened = false) => {
  const m = readEps(hex(text), opened);
  if (!m) return undefined;
  const { plain: _, ...rest } = m;
  return rest;
};
const of = (type: string, more: Partial<NasMessage> = {}) => ({ protocol: "EMM", type, security: "none", ...more });

const ATTACH =
  "0741710bf63304203c344c41eb2f1e04f070c040001d0201d011271a8080211001000010810600000000830600000000000d005233045012345c0a00";

test("an attach: the network of the passing number, or of the place before; of a SIM its country alone", () => {
  assert.deepEqual(eps(ATTACH), of("attachRequest", { attach: 1, identity: "guti", last: "334-050" }));
  assert.deepEqual(eps(ATTACH.slice(0, -18)), of("attachRequest", { attach: 1, identity: "guti", last: "334-020" }));
  const imsi = eps("0741710809101089674523 0104f070c0400000".replace(" ", ""));
  assert.deepEqual(imsi, of("attachRequest", { attach: 1, identity: "imsi", home: "001" }));
  assert.ok(!JSON.stringify(imsi).includes("9876"));
});

test("questions, answers, reasons, what was chosen", () => {
  assert.deepEqual(eps("075501"), of("identityRequest", { identity: "imsi" }));
  assert.deepEqual(eps("075503"), of("identityRequest", { identity: "imeisv" }));
  assert.deepEqual(eps("0756080910108967452301"), of("identityResponse", { identity: "imsi", home: "001" }));
  assert.deepEqual(eps("07440f"), of("attachReject", { cause: 15 }));
  assert.deepEqual(eps("07450153 0b".replace(" ", "")), of("detachRequest", { cause: 11 }));
  assert.deepEqual(eps("075d220104f070c040c1"), of("securityModeCommand", { cipher: 2, integrity: 2, imeisv: true }));
  assert.deepEqual(eps("075d000104f070c040"), of("securityModeCommand", { cipher: 0, integrity: 0 }));
  assert.deepEqual(eps("0201d0"), { protocol: "ESM", type: "pdnConnectivityRequest", security: "none" });
  assert.deepEqual(eps("07ff"), of("?255"));
});

test("what is signed is opened, what is encrypted stays so, unless nothing encrypts it or the log opened it", () => {
  assert.deepEqual(eps("37aabbccdd00075d200104f070c040"), {
    ...of("securityModeCommand", { cipher: 2, integrity: 0 }),
    security: "signed-new",
  });
  assert.deepEqual(eps("27aabbccdd009f1234"), { protocol: "?", type: "encrypted", security: "encrypted" });
  assert.deepEqual(eps("27aabbccdd00074201")!.type, "attachAccept");
  assert.deepEqual(eps("27aabbccdd009f1234", true)!.type, "encrypted");
  assert.deepEqual(eps("c7a8e4c6"), { ...of("serviceRequest"), security: "service" });
});

test("cut messages tell what they have", () => {
  for (let n = 0; n < ATTACH.length; n += 2) eps(ATTACH.slice(0, n));
  assert.deepEqual(eps("0744"), of("attachReject"));
  assert.deepEqual(eps("075d22"), of("securityModeCommand"));
  assert.equal(eps("07"), undefined);
  assert.equal(eps("9900"), undefined);
});

test("networks in three bytes", () => {
  assert.equal(plmnOf(hex("330420"), 0), "334-020");
  assert.equal(plmnOf(hex("33f420"), 0), "334-02");
  assert.equal(plmnOf(hex("330a20"), 0), undefined);
  assert.equal(plmnOf(hex("3304"), 0), undefined);
});

test("2G and 3G: questions, rejections, encryption; a cell", () => {
  const l3 = (text: string) => {
    const { plain: _, ...rest } = readLayer3(hex(text))!;
    return rest;
  };
  assert.deepEqual(l3("051801"), { protocol: "MM", type: "identityRequest", security: "none", identity: "imsi" });
  assert.deepEqual(l3("081502"), { protocol: "GMM", type: "identityRequest", security: "none", identity: "imei" });
  assert.deepEqual(l3("05040f"), { protocol: "MM", type: "locationUpdatingReject", security: "none", cause: 15 });
  assert.deepEqual(l3("063500"), { protocol: "RR", type: "cipheringModeCommand", security: "none", cipher: 0 });
  assert.deepEqual(l3("063501").cipher, 1);
  assert.deepEqual(l3("063505").cipher, 3);
  assert.equal(readLayer3(hex("0f00")), undefined);
  assert.deepEqual(readGsmCell(hex("061b1092 3304201234".replace(" ", ""))), {
    plmn: "334-020",
    area: 0x1234,
    cell: 0x1092,
  });
  assert.equal(readGsmCell(hex("061b1092")), undefined);
});

test("a message that is not to be shown", () => {
  const sms = "09011f014207915155214365870013040b915155214365f7400062308041324300" + "00";
  assert.equal(isSilentSms(hex(sms)), true);
  assert.equal(isSilentSms(hex(sms.replace("f74000", "f70000"))), false);
  for (let n = 0; n < sms.length - 20; n += 2) assert.equal(isSilentSms(hex(sms.slice(0, n))), false);
});
