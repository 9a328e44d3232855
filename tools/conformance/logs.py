"""What a reader of its own makes of log files (tracev3), as JSON. Usage: logs.py COMMAND FILE...

Written from the description of libyal/dtformats alone, with struct; shares no code with the reader that it judges.
  entries FILE   boot, number of entries, and the SHA-256 of one line for each: kind type ticks pid euid thread subsystem category
  texts FILE...  the path in each file of texts (uuidtext)
"""
import hashlib
import json
import struct
import sys
import uuid


def lz4(src, size):
    out = bytearray()
    i = 0
    while i < len(src):
        token = src[i]
        i += 1
        n = token >> 4
        if n == 15:
            while True:
                n += src[i]
                i += 1
                if src[i - 1] != 255:
                    break
        out += src[i : i + n]
        i += n
        if i >= len(src):
            break
        (offset,) = struct.unpack_from("<H", src, i)
        i += 2
        n = (token & 15) + 4
        if n == 19:
            while True:
                n += src[i]
                i += 1
                if src[i - 1] != 255:
                    break
        for _ in range(n):
            out.append(out[-offset])
    assert len(out) == size
    return bytes(out)


def chunks(data):
    at = 0
    while at + 16 <= len(data):
        tag, _, length = struct.unpack_from("<IIQ", data, at)
        yield tag, data[at + 16 : at + 16 + length]
        at += 16 + (length + 7) // 8 * 8


def inner(data):
    at = 0
    while at + 16 <= len(data):
        if data[at] == 0:
            at += 1
            continue
        tag, _, length = struct.unpack_from("<IIQ", data, at)
        yield tag, data[at + 16 : at + 16 + length]
        at += 16 + length


def cstring(b, at):
    return b[at : b.index(0, at)].decode("utf-8", "replace")


def catalog(b):
    strings, start, count = struct.unpack_from("<HHH", b, 0)
    found = {}
    at = 24 + start
    for _ in range(count):
        _, _, _, _, first, second, pid, euid, _, images, _ = struct.unpack_from("<HHHHQIIIIII", b, at)
        at += 40 + 16 * images
        (n, _) = struct.unpack_from("<II", b, at)
        at += 8
        names = {}
        for i in range(n):
            ident, sub, cat = struct.unpack_from("<HHH", b, at + 6 * i)
            names[ident] = (cstring(b, 24 + strings + sub), cstring(b, 24 + strings + cat))
        at = 24 + (at + 6 * n - 24 + 7) // 8 * 8
        found[first, second] = (pid, euid, names)
    return found


def subsystem(kind, flags, data):
    """Number of the subsystem of a log or signpost entry."""
    if kind not in (4, 6) or not flags & 0x200:
        return 0
    at = 4
    if flags & 1:
        at += 8
    if flags & 0x100:
        at += 4
    if flags & 0x20:
        at += 2
    at += {8: 2, 0xA: 16, 0xC: 2}.get(flags & 0xE, 0)
    return struct.unpack_from("<H", data, at)[0]


def entries(path):
    data = open(path, "rb").read()
    boot, known, n = None, {}, 0
    digest = hashlib.sha256()
    for tag, body in chunks(data):
        if tag == 0x1000:
            boot = str(uuid.UUID(bytes=body[128:144])).upper()
        elif tag == 0x600B:
            known = catalog(body)
        elif tag == 0x600D:
            mark, size = body[:4], struct.unpack_from("<I", body, 4)[0]
            if mark == b"bv41":
                packed = struct.unpack_from("<I", body, 8)[0]
                plain = lz4(body[12 : 12 + packed], size)
            else:
                assert mark == b"bv4-"
                plain = body[8 : 8 + size]
            for t, c in inner(plain):
                if t != 0x6001:
                    continue
                first, second, _, _, _, size, _, _, _, _, base = struct.unpack_from("<QIBBHHHHBBQ", c, 0)
                pid, euid, names = known.get((first, second), (None, None, {}))
                at = 32
                while at + 24 <= size + 16:
                    kind, level, flags, _, thread, low, high, length = struct.unpack_from("<BBHIQIHH", c, at)
                    if kind == 0:
                        break
                    sub = names.get(subsystem(kind, flags, c[at + 24 : at + 24 + length]), ("", ""))
                    ticks = base + low + (high << 32)
                    digest.update(f"{kind} {level} {ticks} {pid} {euid} {thread} {sub[0]} {sub[1]}\n".encode())
                    n += 1
                    at = (at + 24 + length + 7) // 8 * 8
    return {"boot": boot, "entries": n, "sha256": digest.hexdigest()}


def path_in(path):
    data = open(path, "rb").read()
    magic, _, _, count = struct.unpack_from("<IIII", data, 0)
    assert magic == 0x66778899
    at = 16 + 8 * count + sum(struct.unpack_from("<I", data, 20 + 8 * i)[0] for i in range(count))
    return cstring(data, at)


print(json.dumps(entries(sys.argv[2]) if sys.argv[1] == "entries" else [path_in(p) for p in sys.argv[2:]]))
