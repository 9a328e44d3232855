"""Scenes: what happens, and what is to be found of it: [[rule, level, subject begins with]]."""
import struct

from log import GPS
from messages import *  # noqa: F403

HOME = "334-020"
SIM = "001019876543210"


def cells(rng, n, **more):
    return [{"plmn": HOME, "tac": 4100 + i // 4, "cell": rng.randrange(1 << 20, 1 << 27), "pci": (17 * i + rng.randrange(9)) % 504,
             "earfcn": [2175, 850, 66486, 5110][i % 4], **more} for i in range(n)]


def ordinary(log, rng):
    for i, c in enumerate(cells(rng, 8)):
        log.camp(c)
        if i % 3 == 0:
            log.connect(attach(guti(rng, HOME), tai=HOME))
            log.prove()
            log.accept()
        else:
            log.connect(protect(rng, 1, tau(guti(rng, HOME))))
            log.core(False, bytes.fromhex("074900"), 2)
        log.radio("DL-DCCH", handover((c["pci"] + 5) % 504, "eea2", "eia2"))
        log.radio("DL-DCCH", release())
        log.step(240)


def one(log, rng, **cell):
    c = cells(rng, 1)[0]
    c.update(cell)
    log.camp(c)
    return c


def s_catcher(log, rng):
    ordinary(log, rng)
    one(log, rng, pci=501, earfcn=2175, cell=77, tac=9)
    log.connect(attach(guti(rng, HOME), tai=HOME))
    log.core(False, ask(1))
    log.core(True, identity_response("334020" + SIM[6:]))
    log.core(False, reject(0x44, 15))
    log.radio("DL-DCCH", release())
    return [["radio/identity", "lead", "left"]]


def s_again(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove()
    log.core(False, ask(1))
    log.core(True, identity_response("334020" + SIM[6:]))
    log.accept()
    return [["radio/identity", "lead", "again"]]


def s_unasked(log, rng):
    one(log, rng)
    log.radio("UL-CCCH", request(rng, "mt-Access"))
    log.step(60)
    log.core(False, ask(1))
    log.core(True, identity_response("334020" + SIM[6:]))
    log.step(5)
    log.core(False, auth_request(rng))
    log.core(True, auth_response(rng))
    return [["radio/identity", "lead", "unasked"]]


def s_imeisv(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.core(False, auth_request(rng))
    log.core(True, auth_response(rng))
    log.core(False, ask(3))
    log.core(False, nas_security(2, 2), 3)
    log.accept()
    return []


def s_unknown_number(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, "334-050"), tai="334-050"))
    log.core(False, ask(1))
    log.core(True, identity_response("334020" + SIM[6:]))
    log.prove()
    log.accept()
    log.radio("DL-DCCH", release())
    return []


def s_dead_sim(log, rng):
    one(log, rng)
    for _ in range(3):
        log.connect(attach(guti(rng, HOME)))
        log.core(False, ask(1))
        log.core(True, identity_response("334020" + SIM[6:]))
        log.core(False, reject(0x44, 8))
        log.radio("DL-DCCH", release())
        log.step(30)
    return [["radio/identity", "info", "left unwanted"]]


def s_abroad(log, rng):
    one(log, rng, plmn="310-410")
    log.connect(attach(imsi_ie("334020" + SIM[6:])))
    log.core(False, ask(1))
    log.core(True, identity_response("334020" + SIM[6:]))
    log.core(False, reject(0x44, 15))
    log.radio("DL-DCCH", release())
    return [["radio/identity", "info", "left unwanted"]]


def s_redirect(log, rng):
    one(log, rng)
    log.connect(tau(guti(rng, HOME)))
    log.step(5)
    log.radio("DL-DCCH", release("geran"))
    return [["radio/downgrade", "lead", "sent 2G"]]


def s_call(log, rng):
    one(log, rng)
    log.connect(EXTENDED)
    log.step(1)
    log.radio("DL-DCCH", release("geran"))
    return [["radio/downgrade", "info", "sent call"]]


def s_to_3g(log, rng):
    one(log, rng)
    log.connect(tau(guti(rng, HOME)))
    log.radio("DL-DCCH", release("utra-FDD"))
    return [["radio/downgrade", "info", "sent 3G"]]


def s_wanted(log, rng):
    log.camp(cells(rng, 1)[0], own=4, lte=5, geran=7)
    return [["radio/downgrade", "lead", "wanted"]]


def s_radio_bare(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove(radio=("eea0", "eia2"))
    log.accept()
    return [["radio/no-cipher", "lead", "radio cipher"]]


def s_core_bare(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove(cipher=0)
    log.accept()
    return [["radio/no-cipher", "lead", "core cipher"]]


def s_unsigned(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove(integrity=0, radio=("eea2", "eia0-v920"))
    return [["radio/no-cipher", "lead", "radio integrity"], ["radio/no-cipher", "lead", "core integrity"]]


def s_handover_bare(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove()
    log.radio("DL-DCCH", handover(99, "eea0", "eia2"))
    return [["radio/no-cipher", "lead", "radio cipher"]]


def s_emergency(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME), kind=6), "emergency")
    log.prove(0, 0, ("eea0", "eia0-v920"))
    return []


def s_habit(log, rng):
    for c in cells(rng, 4):
        log.camp(c)
        log.connect(attach(guti(rng, HOME)))
        log.prove(cipher=0)
        log.accept()
        log.radio("DL-DCCH", release())
        log.step(300)
    return [["radio/no-cipher", "info", "core cipher"]]


def s_rejects(log, rng):
    one(log, rng, pci=33)
    for _ in range(4):
        log.connect(tau(guti(rng, HOME)))
        log.core(False, reject(0x4B, 15))
        log.radio("DL-DCCH", release())
        log.step(40)
    return [["radio/rejects", "lead", "burst"]]


def s_exposing(log, rng):
    """One cell asks each time, twenty minutes apart; the others around it do not."""
    ordinary(log, rng)
    one(log, rng, pci=501, earfcn=2175)
    for i in range(5):
        log.connect(tau(guti(rng, HOME)))
        log.core(False, ask(1))
        log.core(True, identity_response("334020" + SIM[6:]))
        log.core(False, auth_request(rng))
        log.core(True, auth_response(rng))
        log.core(False, bytes.fromhex("074900"), 2)
        log.radio("DL-DCCH", release())
        log.step(1200)
    return [["radio/exposing", "lead", "PCI 501"]]


def s_new_sim(log, rng):
    """Every cell asks once: the network does not know the SIM yet."""
    for c in cells(rng, 6):
        log.camp(c)
        log.connect(attach(guti(rng, "334-050"), tai="334-050"))
        log.core(False, ask(1))
        log.core(True, identity_response("334020" + SIM[6:]))
        log.prove()
        log.accept()
        log.radio("DL-DCCH", release())
        log.step(600)
    return []


def s_full(log, rng):
    one(log, rng)
    log.connect(tau(guti(rng, HOME)))
    log.core(False, reject(0x4B, 22))
    log.radio("DL-DCCH", release())
    log.step(900)
    log.connect(tau(guti(rng, HOME)))
    log.core(False, bytes.fromhex("074900"), 2)
    return [["radio/rejects", "info", "rejected"]]


def s_doubted(log, rng):
    one(log, rng)
    log.connect(tau(guti(rng, HOME)))
    log.core(False, auth_request(rng))
    log.core(True, bytes.fromhex("075c14"))
    return [["radio/rejects", "lead", "doubted"]]


def s_paged(log, rng):
    one(log, rng)
    for _ in range(5):
        log.radio("PCCH", paging(rng))
    log.radio("PCCH", paging(rng, "334020" + SIM[6:]))
    return [["radio/rejects", "info", "paged"]]


def s_changed(log, rng):
    c = one(log, rng)
    log.step(60)
    log.camp({**c, "tac": c["tac"] + 1, "cell": 4242})
    return [["radio/changed-cell", "lead", "changed"]]


def s_travel(log, rng):
    c = one(log, rng)
    log.step(3000)
    log.camp({**c, "tac": c["tac"] + 7, "cell": 4242})
    return []


def s_incomplete(log, rng):
    one(log, rng, blocks=[["sibType3"]])
    return [["radio/changed-cell", "info", "incomplete"]]


def s_lonely(log, rng):
    one(log, rng, blocks=[["sibType3"], []])
    return [["radio/changed-cell", "info", "incomplete"]]


def s_test_network(log, rng):
    one(log, rng, plmn="001-01")
    return [["radio/foreign-cell", "lead", "test"]]


def s_foreign(log, rng):
    for c in cells(rng, 4):
        log.camp(c)
    one(log, rng, plmn="262-01", pci=400)
    return [["radio/foreign-cell", "lead", "country"]]


def s_border(log, rng):
    for c in cells(rng, 4):
        log.camp(c)
    for i, c in enumerate(cells(rng, 3, plmn="310-410")):
        log.camp({**c, "pci": 450 + i})
    return [["radio/foreign-cell", "info", "country"]]


def s_unset(log, rng):
    log.now = GPS + 31.0
    ordinary(log, rng)
    return [["radio/log", "info", "unset"]]


def s_generations(log, rng):
    one(log, rng)
    for _ in range(9):
        log.other(0xB821, rng.randbytes(40))
        log.other(0x412F, bytes([0, 1, 20, 0]) + rng.randbytes(20))
        log.other(0xB17F, rng.randbytes(64))
        log.other(0x1234, rng.randbytes(8))
    return [["radio/log", "info", "passed"]]


def s_umts(log, rng):
    one(log, rng)
    for is_up, b in [(1, "0508" + "62" + "00f110ffff" + "5705f4c0ffee01"), (0, "051801"), (1, "0519" + "08" + imsi_ie("334020" + SIM[6:]).hex()), (0, "05040f")]:
        m = bytes.fromhex(b)
        log.other(0x713A, struct.pack("<BI", is_up, len(m)) + m)
    return [["radio/identity", "lead", "left"]]


def second(log, at, channel, frames, **more):
    """Frames of a channel of 2G, a little after one another."""
    log.packets += [(log.now + at + i / 4, um(channel, f, **more)) for i, f in enumerate(frames)]


def s_2g_bare(log, rng):
    si3 = bytes.fromhex("49061b") + b"\x10\x92" + plmn_ie(HOME) + b"\x12\x34" + b"\0" * 11
    log.packets += [(log.now + i, um(1, si3)) for i in range(3)]
    second(log, 5, 8, lapdm(bytes.fromhex("051801")))
    second(log, 6, 8, lapdm(bytes.fromhex("063500")))
    return [["radio/no-cipher", "lead", "2g cipher"], ["radio/identity", "lead", "unasked"]]


def s_2g_silent(log, rng):
    second(log, 0, 8, lapdm(bytes.fromhex("063507")))
    # A short message is longer than a frame: its parts are joined, with one that is sent again.
    parts = lapdm(deliver(0x40), sapi=3, number=6)
    second(log, 1, 8, parts[:2] + parts[1:2] + parts[2:])
    return [["radio/second-generation", "lead", "silent"]]


def s_2g_parts(log, rng):
    """A part did not come: nothing is made of the rest."""
    second(log, 0, 8, lapdm(bytes.fromhex("063505")))
    parts = lapdm(deliver(0x40), sapi=3)
    second(log, 1, 8, parts[:1] + parts[2:])
    return []


def s_2g_plain(log, rng):
    second(log, 0, 8, lapdm(bytes.fromhex("063505")))
    second(log, 1, 8, lapdm(deliver(0x00), sapi=3))
    return []


def s_lte_silent(log, rng):
    one(log, rng)
    log.connect(attach(guti(rng, HOME)))
    log.prove()
    log.core(False, b"\x07\x62" + lv(deliver(0x40)), 2)
    return [["radio/second-generation", "lead", "silent"]]


def walk(log, rng, n=30, near=0):
    """A phone that goes about, and measures its cell and two others."""
    own = {"plmn": HOME, "tac": 4100, "pci": 21, "earfcn": 850, "cell": 70001}
    others = [{**own, "pci": 22 + i, "cell": 70002 + i} for i in range(2)]
    for c in [*others, own]:
        log.camp(c)
    for i in range(n):
        log.strength(own, -96 - 4 * (i % 3), [(o, -104 - (i + k) % 6) for k, o in enumerate(others)])
    return own, others


def appears(log, rng, tac, dbm=-58, advance=None, slowly=False):
    own, others = walk(log, rng)
    new = {"plmn": HOME, "tac": tac, "pci": 501, "earfcn": 850, "cell": 77}
    if slowly:
        for i in range(30):
            log.strength(own, -98, [(new, -112 + i)])
    log.camp(new)
    if advance is not None:
        log.connect(tau(guti(rng, HOME)))
        log.access(advance)
    for i in range(8):
        log.strength(new, dbm - i % 2, [(own, -97)])


def s_near(log, rng):
    appears(log, rng, 4100, advance=0)
    return [["radio/signal-jump", "lead", "new"]]


def s_alone(log, rng):
    appears(log, rng, 9)
    return [["radio/signal-jump", "lead", "new"]]


def s_small_cell(log, rng):
    """A new strong cell of the same area, some hundred metres off: a note."""
    appears(log, rng, 4100, advance=6)
    return [["radio/signal-jump", "info", "new"]]


def s_approach(log, rng):
    """The same strength, reached step by step."""
    appears(log, rng, 9, dbm=-80, slowly=True)
    return []


def s_weak_new(log, rng):
    appears(log, rng, 9, dbm=-92)
    return []


def s_tunnel(log, rng):
    own, others = walk(log, rng)
    for _ in range(9):
        log.strength(own, -118, [(o, -121) for o in others])
    for _ in range(9):
        log.strength(own, -84, [(o, -93) for o in others])
    return [["radio/signal-jump", "info", "rise"]]


def s_layouts(log, rng):
    """Versions whose layout nobody described are counted, and nothing is made of them."""
    walk(log, rng, 3)
    for code in (0xB17F, 0xB180, 0xB193, 0xB179):
        log.other(code, bytes([77, 1, 0, 0]) + rng.randbytes(40))
    return [["radio/log", "info", "passed"]]


def s_2g_strong(log, rng):
    """A receiver of 2G, with the strength of each frequency."""
    si3 = lambda i: bytes.fromhex("49061b") + bytes([0x10, i]) + plmn_ie(HOME) + b"\x12\x34" + b"\0" * 11
    for i in range(40):
        for arfcn in (512, 520, 531):
            log.packets.append((log.now + i, um(1, si3(arfcn & 255), arfcn=arfcn, signal=-95 - (i + arfcn) % 5)))
    for i in range(40, 50):
        log.packets.append((log.now + i, um(1, si3(7), arfcn=700, signal=-55)))
    # The slow channel: power, and a timing advance of nothing.
    log.packets.append((log.now + 51, um(0x86, bytes([5, 0, 1, 3, 1]) + b"\x2b" * 18, arfcn=700, signal=-55)))
    return [["radio/signal-jump", "info", "new"]]


def s_ordinary(log, rng):
    ordinary(log, rng)
    return []


SCENES = {k[2:].replace("_", "-"): v for k, v in list(globals().items()) if k.startswith("s_")}
ONLY_PACKETS = {"2g-bare", "2g-silent", "2g-parts", "2g-plain", "2g-strong"}
# What a capture cannot show: the number of the cell, logs of other generations, what the modem opened.
ONLY_LOG = {"changed", "travel", "unset", "generations", "umts", "lte-silent", "near", "alone", "small-cell", "approach", "weak-new", "tunnel", "layouts", "exposing"}
