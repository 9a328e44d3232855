"""What Python reads of files that only a dump of the phone has, as JSON.

Usage: filesystem.py DUMP > JSON {files, net, cache, keychain, versions, receipts}
       filesystem.py segb FILE > JSON [[offset, length, state, seconds]]
DUMP is a folder or a zip. Shares no code with the readers that it judges.
"""
import json
import os
import plistlib
import re
import sqlite3
import struct
import sys
import tempfile
import zipfile


def tree(path):
    """Names on the phone, and the bytes of each file."""
    if os.path.isdir(path):
        for folder, _, names in os.walk(path):
            for name in names:
                full = os.path.join(folder, name)
                yield os.path.relpath(full, path).replace(os.sep, "/"), open(full, "rb").read()
    else:
        with zipfile.ZipFile(path) as z:
            for i in z.infolist():
                if not i.is_dir():
                    yield re.sub(r"^filesystem\d+/", "private/var/", i.filename), z.read(i)


def database(files, name):
    """The database with its log, in a folder of its own."""
    folder = tempfile.mkdtemp()
    for end in ("", "-wal"):
        if name + end in files:
            with open(os.path.join(folder, "x.db" + end), "wb") as out:
                out.write(files[name + end])
    return sqlite3.connect(os.path.join(folder, "x.db"))


def rows(files, pattern, query):
    out = []
    for name in sorted(n for n in files if re.search(pattern, n)):
        db = database(files, name)
        try:
            out += [list(r) for r in db.execute(query)]
        except sqlite3.OperationalError:
            pass
        db.close()
    return out


def segb(data):
    out = []
    if data[:4] == b"SEGB":
        count = struct.unpack_from("<i", data, 4)[0]
        places = sorted(struct.unpack_from("<2id", data, len(data) - 16 * count + 16 * k) for k in range(count))
        at = 32
        for end, state, when in places:
            if state in (1, 3) and end + 32 - at >= 8:
                out.append([at + 8, end + 32 - at - 8, state, when])
                at = 32 + (end + 3) // 4 * 4
    else:
        at, end = 56, struct.unpack_from("<I", data)[0]
        while at < end:
            length, state, when = struct.unpack_from("<iid", data, at)
            if state in (1, 3):
                out.append([at + 32, length, state, when])
            at = (at + 32 + length + 7) // 8 * 8
    return out


if sys.argv[1] == "segb":
    json.dump(segb(open(sys.argv[2], "rb").read()), sys.stdout)
    sys.exit()

files = dict(tree(sys.argv[1]))
events = []
for name in sorted(n for n in files if re.search(r"Keychains/Analytics/[^/]+\.db$", n)):
    db = database(files, name)
    for table in ("hard_failures", "soft_failures", "all_events"):
        for when, data in db.execute(f"SELECT timestamp, data FROM {table}"):
            event = plistlib.loads(data)
            events.append([table, event.get("process"), event.get("build"), event.get("errorCode")])
    db.close()
journals = [json.loads(files[n].split(b"\n")[0]) for n in sorted(files) if re.search(r"Analytics-Journal-[^/]*\.ips$", n)]
json.dump(
    {
        "files": sorted("/" + n for n in files if not n.endswith("-shm")),
        "net": rows(files, r"netusage\.sqlite$", "SELECT ZPROCNAME, ZBUNDLENAME FROM ZPROCESS ORDER BY Z_PK"),
        "usage": rows(files, r"netusage\.sqlite$", "SELECT ZHASPROCESS, ZWIFIIN, ZWWANOUT FROM ZLIVEUSAGE ORDER BY Z_PK"),
        "cache": rows(files, r"/Cache\.db$", "SELECT request_key, time_stamp FROM cfurl_cache_response ORDER BY entry_ID"),
        "keychain": events,
        "versions": [re.search(r"([\d.]+) \((\w+)\)", j["os_version"]).groups() for j in journals],
        "receipts": sorted(
            plistlib.loads(files[n])["softwareVersionBundleId"] for n in files if n.endswith("/iTunesMetadata.plist")
        ),
    },
    sys.stdout,
)
