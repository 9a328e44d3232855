import assert from "node:assert/strict";
import { test } from "node:test";
import { cpu } from "@contraluz/core/cpu.fixture.ts";
import { MAIL, MBOX, utf8 } from "../../../../tools/fuzz/documents.ts";
import { decodeBytes, looksLikeMail, looksLikeMbox, readMail, splitMbox } from "./index.ts";

test("a message: its head decoded, its text, what is attached under a harmless name", () => {
  assert.ok(looksLikeMail(MAIL) && !looksLikeMbox(MAIL));
  const mail = readMail(MAIL);
  assert.deepEqual(mail.head, [
    ["From", "Jefatura de Año <a@enlace.example.mx>"],
    ["To", "<b@enlace.example.mx>"],
    ["Date", "Fri, 13 Oct 1995 10:15:00 -0600"],
    ["Subject", "Seguimiento único"],
  ]);
  assert.equal(mail.text, "Va adjunto el análisis. Saludos");
  assert.deepEqual(
    mail.attachments.map((a) => [a.name, new TextDecoder().decode(a.bytes)]),
    [["nota.txt", "Nota uno\fNota dos"]],
  );
});

test("parts inside parts, another charset, names of RFC 2231, a message that is cut", () => {
  const text = [
    "From: a@b",
    "Date: hoy",
    'Content-Type: multipart/alternative; boundary="1"',
    "",
    "--1",
    "Content-Type: multipart/mixed; boundary=2",
    "",
    "--2",
    "Content-Type: text/html; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "<p>ma=F1ana</p>",
    "--2",
    "Content-Disposition: attachment; filename*=utf-8''a%C3%B1o.pdf",
    "Content-Type: application/pdf",
    "",
    "%PDF-",
  ].join("\n");
  const mail = readMail(utf8(text));
  assert.equal(mail.html, "<p>mañana</p>");
  assert.deepEqual(
    mail.attachments.map((a) => a.name),
    ["año.pdf"],
  );
});

test("a mailbox is its messages; a text that says From is none", () => {
  assert.ok(looksLikeMbox(MBOX) && !looksLikeMail(MBOX));
  assert.deepEqual(
    splitMbox(MBOX).map((m) => readMail(m).text.trim()),
    ["primero", "segundo"],
  );
  assert.ok(!looksLikeMbox(utf8("From here on nothing is known.\nand so on")));
  assert.ok(!looksLikeMail(utf8("Asunto: uno\nFecha: dos\nLugar: tres\n")));
});

test("old encodings", () => {
  assert.equal(decodeBytes(Uint8Array.of(0x61, 0xf1, 0x6f), undefined), "año");
  assert.equal(decodeBytes(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0xf1, 0), undefined), "añ");
  assert.equal(decodeBytes(utf8("año"), "iso-8859-1"), "año");
});

test("parts without end cost no more than their length", () => {
  const spent = cpu();
  const many = `From: a@b\nTo: c@d\nContent-Type: multipart/mixed; boundary=x\n\n${"--x\nContent-Type: multipart/mixed; boundary=x\n\n".repeat(20_000)}`;
  const mail = readMail(utf8(many));
  assert.ok(mail.lost.includes("parts") && spent() < 3000);
});
