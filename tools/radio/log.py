"""Logs of a modem (QMDL) and captures (GSMTAP) of what happens. Facts: packages/formats/src/{qmdl,gsmtap}."""
import struct

from messages import (ATTACH_ACCEPT, attach, auth_request, auth_response, down, measurement, nas_security, paging, protect, request,
                      rrc_security, setup_complete, si, sib1, sib3, sib5, sib6, sib7, up)

GPS = 315_964_800
START = 1_772_000_000
PDU = {"BCCH-BCH": 1, "BCCH-DL-SCH": 2, "PCCH": 5, "DL-CCCH": 6, "DL-DCCH": 7, "UL-CCCH": 8, "UL-DCCH": 9}
PDU_NEW = {"BCCH-BCH": 1, "BCCH-DL-SCH": 3, "PCCH": 7, "DL-CCCH": 8, "DL-DCCH": 9, "UL-CCCH": 10, "UL-DCCH": 11}
PDU_OLD = {"BCCH-BCH": 1, "BCCH-DL-SCH": 2, "PCCH": 4, "DL-CCCH": 5, "DL-DCCH": 6, "UL-CCCH": 7, "UL-DCCH": 8}
GSMTAP_LTE = {"DL-CCCH": 0, "DL-DCCH": 1, "UL-CCCH": 2, "UL-DCCH": 3, "BCCH-BCH": 4, "BCCH-DL-SCH": 5, "PCCH": 6}


def crc16(b):
    c = 0xFFFF
    for x in b:
        c ^= x
        for _ in range(8):
            c = c >> 1 ^ 0x8408 if c & 1 else c >> 1
    return c ^ 0xFFFF


def hdlc(b):
    b += struct.pack("<H", crc16(b))
    return b.replace(b"\x7d", b"\x7d\x5d").replace(b"\x7e", b"\x7d\x5e") + b"\x7e"


def diag(code, seconds, body, double=False):
    ticks = int(round((seconds - GPS) * 800))
    inner = struct.pack("<HHQ", len(body) + 12, code, ticks << 16) + body
    frame = struct.pack("<BBH", 0x10, 0, len(body) + 12) + inner
    return hdlc((struct.pack("<BBHI", 0x98, 1, 0, 1) if double else b"") + frame)


def rrc_log(version, channel, cell, message):
    head = struct.pack("<BBB", version, 14, 0x30)
    if version >= 25:
        head += struct.pack("<BB", 15, 0x60)
    head += struct.pack("<BH", 0, cell["pci"])
    head += struct.pack("<I" if version >= 8 else "<H", cell["earfcn"] if version >= 8 else cell["earfcn"] & 0xFFFF) + struct.pack("<H", 0xF3)
    pdu = PDU_NEW if version in (19, 26, 27) else PDU_OLD if version < 14 else PDU
    head += bytes([pdu[channel]]) + (b"\0\0\0\0" if version >= 5 else b"") + struct.pack("<H", len(message))
    return head + message


class Log:
    """What happens, in its order; written as a log of a modem and as packets of GSMTAP."""

    def __init__(self, rng, start=START, version=20):
        self.rng, self.now, self.version = rng, float(start), version
        self.frames, self.packets, self.said = [], [], []
        self.cell = None

    def step(self, seconds=0.05):
        self.now += seconds

    def radio(self, channel, message, signal=-90):
        self.step()
        self.frames.append(diag(0xB0C0, self.now, rrc_log(self.version, channel, self.cell, message), self.version >= 26))
        arfcn = self.cell["earfcn"] & 0x3FFF | (0x4000 if channel.startswith("UL") else 0)
        self.packets.append((self.now, struct.pack(">BBBBHbbIBBBB", 2, 4, 0x0D, 0, arfcn, signal, 0, 0, GSMTAP_LTE[channel], 0, 0, 0) + message))
        self.said.append(["rrc", f"{channel}-Message", message.hex()])

    def core(self, is_up, message, security=0, alone=True):
        """A message of the core: within one of the radio, and by itself as the modem opened it."""
        wrapped = protect(self.rng, security, message) if security else message
        self.radio("UL-DCCH" if is_up else "DL-DCCH", up(wrapped) if is_up else down(wrapped))
        if alone:
            self.frames.append(diag(0xB0ED if is_up else 0xB0EC, self.now + 0.001, b"\x01\x09\x05\x00" + message + (b"\0" * 6 if security else b"")))
        self.said.append(["nas", "up" if is_up else "down", message.hex()])

    def other(self, code, body):
        self.step(0.01)
        self.frames.append(diag(code, self.now, body))

    def strength(self, cell, dbm, others=()):
        """What the modem measured: of its cell, and of others on the same frequency. The layouts are versions 4 and 5 in turn."""
        version = 4 if self.version < 8 else 5
        wide = "<H" if version == 4 else "<I"
        raw = lambda v: int((v + 180) * 16)
        earfcn = struct.pack(wide, cell["earfcn"] & (0xFFFF if version == 4 else 0xFFFFFFFF))
        pad = b"" if version == 4 else b"\0\0"
        head = bytes([version, 1, 0, 0]) + earfcn
        body = head + struct.pack("<H", cell["pci"] | 5 << 9) + pad
        self.step(1)
        self.frames.append(diag(0xB17F, self.now, body + struct.pack("<II", raw(dbm), raw(dbm) << 12 | raw(dbm)) + self.rng.randbytes(20)))
        if others:
            body = head + struct.pack(wide, 7 | len(others) << 6)
            for c, v in others:
                body += struct.pack("<I", c["pci"] | raw(v) << 20) + self.rng.randbytes(28)
            self.frames.append(diag(0xB180, self.now, body))

    def access(self, advance, version=2):
        """The network answered a phone that wants to talk: how far away it is, in steps of 78 m."""
        more, wide = (b"" if version == 2 else b"\1\0"), (b"\0\0\0" if version == 0x32 else b"")
        body = more + bytes([1, 0, 1, 7, 0x1B, 0xFF, 0x98, 0xFF]) + wide + struct.pack("<HBHH", 0, 1, 0x1A23, advance) + b"\0" * 17
        self.step(0.01)
        self.frames.append(diag(0xB062, self.now, bytes([1, 1, 0, 0, 6, version]) + struct.pack("<H", len(body) + 4) + body))

    def camp(self, cell, own=5, lte=5, utra=2, geran=1):
        """Hears the broadcast of a cell; from now on it is the one that is used."""
        self.cell = cell
        self.radio("BCCH-DL-SCH", sib1(cell))
        if len(cell.get("blocks", [1, 2, 3])) > 1:
            self.radio("BCCH-DL-SCH", si(sib3(own)))
            self.radio("BCCH-DL-SCH", si(sib5(lte), sib6(utra)))
            self.radio("BCCH-DL-SCH", si(sib7(geran)))
        for _ in range(3):
            self.radio("BCCH-DL-SCH", sib1(cell))
            self.radio("PCCH", paging(self.rng))

    def connect(self, nas, cause="mo-Signalling"):
        self.step(0.5)
        self.radio("UL-CCCH", request(self.rng, cause))
        self.radio("UL-DCCH", setup_complete(nas))
        self.frames.append(diag(0xB0ED, self.now + 0.001, b"\x01\x09\x05\x00" + nas))
        self.said.append(["nas", "up", nas.hex()])

    def prove(self, cipher=2, integrity=2, radio=("eea2", "eia2")):
        self.core(False, auth_request(self.rng))
        self.core(True, auth_response(self.rng))
        self.core(False, nas_security(cipher, integrity), 3)
        self.core(True, b"\x07\x5e", 4)
        self.radio("DL-DCCH", rrc_security(*radio))

    def accept(self):
        self.core(False, ATTACH_ACCEPT, 2)
        self.core(True, bytes.fromhex("074300035200c2"), 2)
        for _ in range(4):
            self.radio("UL-DCCH", measurement(self.rng, -92 - self.rng.randrange(6)))

    def qmdl(self):
        return b"".join(self.frames)


def pcap(packets, link=228):
    out = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, link)
    for at, p in packets:
        if link == 217:
            b = p
        else:
            udp = struct.pack(">HHHH", 13337, 4729, 8 + len(p), 0) + p
            b = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0, bytes([127, 0, 0, 1]), bytes([127, 0, 0, 1])) + udp
            if link == 1:
                b = b"\2\0\0\0\0\1\2\0\0\0\0\2\x08\0" + b
        out += struct.pack("<IIII", int(at), int(at % 1 * 1e6), len(b), len(b)) + b
    return out
