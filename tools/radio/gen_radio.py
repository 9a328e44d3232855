#!/usr/bin/env python3
"""Made-up recordings of mobile networks with an exact truth. pycrate (PyPI) writes the messages of LTE RRC; all else is written here.

  V/bin/python tools/radio/gen_radio.py --out DIR [--seed 43] [--scene NAME ...]

Same arguments, same bytes. For each scene a folder: a log of a modem (QMDL) and the same as GSMTAP in a capture, or what its name says.
DIR/expected.json: [{scene, file, finds: [[rule, level, subject begins with]], never: [rules], counts}]. `finds` is all that may be a lead
or more; notes (info) are named only where the scene is about them. `damage`: problems are expected.

All numbers are made up: networks 334-020 and 334-050 (Mexico) with areas and cells of no meaning, SIMs of the test range 001019…
Facts: 3GPP TS 36.331 (through pycrate), TS 24.301, TS 24.008, TS 44.018; DIAG and GSMTAP: packages/formats/src/{qmdl,gsmtap}.
"""
import argparse
import gzip
import json
import os
import random

from log import START, Log, diag, hdlc, pcap
from scenes import ONLY_LOG, ONLY_PACKETS, SCENES, ordinary, s_catcher


def report(version, rng):
    analyzers = [{"name": "NAS Null Cipher Requested", "description": "x", "version": 1}, {"name": "Test Analyzer", "description": "x", "version": 1}]
    head = {"analyzers": analyzers, "rayhunter": {"rayhunter_version": "0.8.0", "system_os": "Linux", "arch": "armv7l"}}
    if version:
        head["report_version"] = version
    else:
        analyzers = head["analyzers"] = [{k: v for k, v in a.items() if k != "version"} for a in analyzers]
    out = [head]
    for i in range(6):
        at = f"2026-02-25T06:1{i}:00.250+00:00"
        high = {"type": "QualitativeWarning", "severity": "High"} if version < 2 else "High"
        event = {"event_type": high, "message": "Requested null cipher"} if i == 3 else None
        if version == 2:
            out.append({"packet_timestamp": at, "skipped_message_reason": "an unknown log" if i == 5 else None, "events": [event, None]})
        else:
            out.append({"timestamp": at, "skipped_message_reasons": ["an unknown log"] if i == 5 else [],
                        "analysis": [] if i == 5 else [{"timestamp": at, "events": [event, None]}]})
    return "".join(json.dumps(o, separators=(",", ":")) + "\n" for o in out).encode()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--out", required=True)
    p.add_argument("--seed", type=int, default=43)
    p.add_argument("--scene", action="append")
    a = p.parse_args()
    expected = []

    def write(name, data):
        path = os.path.join(a.out, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)

    for i, (name, scene) in enumerate(SCENES.items()):
        if a.scene and name not in a.scene:
            continue
        rng = random.Random(f"{a.seed} {name}")
        log = Log(rng, version=[20, 8, 26, 13, 19, 2][(i + a.seed) % 6])
        finds = scene(log, rng)
        files = []
        if name not in ONLY_PACKETS:
            data = log.qmdl()
            if i % 4 == 1:
                files.append((f"{name}/{name}.qmdl.gz", gzip.compress(data, mtime=0)))
            else:
                files.append((f"{name}/{name}.qmdl", data))
        if name not in ONLY_LOG:
            files.append((f"{name}/{name}.pcap", pcap(log.packets, [228, 1, 217][i % 3])))
        for file, data in files:
            write(file, data)
            expected.append({"scene": name, "file": file, "finds": finds, "messages": log.said if file.find(".qmdl") > 0 else None})
    if not a.scene:
        rng = random.Random(f"{a.seed} damage")
        log = Log(rng)
        ordinary(log, rng)
        b = bytearray(log.qmdl())
        write("damage/cut.qmdl", bytes(b[:-17]))
        b[5000] ^= 0x55
        b[9000:9000] = b"\x7e" * 3 + rng.randbytes(500) + b"\x7e"
        write("damage/broken.qmdl", bytes(b))
        lies = diag(0xB0C0, START, bytes([20, 14, 48, 0, 1, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0xFF, 0x7F]))
        write("damage/lies.qmdl", lies + diag(0xB0EC, START, b"\x01\x09\x05\x00\x07") + hdlc(b"\x10\0\1\0\1\0") + log.qmdl()[:2000])
        for f in ("cut", "broken", "lies"):
            expected.append({"scene": "damage", "file": f"damage/{f}.qmdl", "finds": [], "damage": True})
        for v in (0, 1, 2):
            write(f"reports/v{v}.ndjson", report(v, rng))
            expected.append({"scene": "reports", "file": f"reports/v{v}.ndjson", "finds": [["radio/reported", "info", "Rayhunter High"]]})
        log = Log(random.Random(f"{a.seed} folder"))
        finds = s_catcher(log, log.rng)
        places = [{"latest_packet_timestamp": START + 60 * i, "system_time": START + 60 * i + 2, "lat": 19.43 + i / 1e4, "lon": -99.13} for i in range(30)]
        write("folder/1772000000.qmdl", log.qmdl())
        write("folder/1772000000.pcapng", pcap(log.packets))
        write("folder/1772000000.ndjson", report(2, rng))
        write("folder/1772000000-gps.ndjson", "".join(json.dumps(x) + "\n" for x in places).encode())
        expected.append({"scene": "folder", "file": "folder", "finds": finds + [["radio/reported", "info", "Rayhunter High"]]})
    write("expected.json", json.dumps(expected, indent=1).encode())


if __name__ == "__main__":
    main()
