"""What Python's own libraries read, as JSON: plists (plistlib), STIX bundles (json), stalkerware lists (PyYAML).

Usage: oracle.py COMMAND < JSON list of paths > JSON list of answers. Shares no code with the readers that it judges.
"""
import datetime
import hashlib
import ipaddress
import json
import plistlib
import re
import sqlite3
import struct
import sys

MAC = datetime.datetime(2001, 1, 1)
UNIX = datetime.datetime(1970, 1, 1)


def canonical(v):
    """One text for one value: integers and whole reals alike, dates as microseconds, keys sorted."""
    if v is None:
        return "null"
    if v is True or v is False:
        return "yes" if v else "no"
    if isinstance(v, plistlib.UID):
        return "u%d" % v.data
    if isinstance(v, int):
        return "i%d" % v
    if isinstance(v, float):
        return "i%d" % int(v) if v == int(v) else "r" + struct.pack(">d", v).hex()
    if isinstance(v, str):
        return json.dumps(v)
    if isinstance(v, (bytes, bytearray)):
        return "b" + bytes(v).hex()
    if isinstance(v, datetime.datetime):
        return "d%d" % ((v - UNIX) // datetime.timedelta(microseconds=1))
    if isinstance(v, list):
        return "[" + ",".join(map(canonical, v)) + "]"
    keys = sorted(v, key=lambda k: k.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(json.dumps(k) + ":" + canonical(v[k]) for k in keys) + "}"


def archived(top, objects, open_):
    """A value of a keyed archive with its references followed."""
    if isinstance(top, plistlib.UID):
        if top.data == 0:
            return None
        if top.data in open_:
            raise ValueError("cycle")
        return archived(objects[top.data], objects, open_ | {top.data})
    if isinstance(top, list):
        return [archived(x, objects, open_) for x in top]
    if not isinstance(top, dict):
        return top

    def follow(key):
        return archived(top[key], objects, open_)

    name = objects[top["$class"].data]["$classname"] if "$class" in top else None
    if name in ("NSDictionary", "NSMutableDictionary"):
        return dict(zip(follow("NS.keys"), follow("NS.objects")))
    if name in ("NSArray", "NSMutableArray", "NSSet", "NSMutableSet", "NSOrderedSet"):
        return follow("NS.objects")
    if name in ("NSString", "NSMutableString"):
        return follow("NS.string")
    if name in ("NSData", "NSMutableData"):
        return follow("NS.data")
    if name == "NSDate":
        return MAC + datetime.timedelta(seconds=top["NS.time"])
    if name == "NSUUID":
        h = top["NS.uuidbytes"].hex().upper()
        return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))
    out = {k: archived(v, objects, open_) for k, v in top.items() if k != "$class"}
    if name is not None:
        out["$class"] = name
    return out


def digest(v):
    return hashlib.sha256(canonical(v).encode("utf-8", "surrogatepass")).hexdigest()


def plist(path):
    with open(path, "rb") as f:
        data = f.read()
    try:
        value = plistlib.loads(data)
    except Exception as e:
        return {"error": type(e).__name__ + ": " + str(e)[:100]}
    if value is None:
        return {"error": "no value"}
    answer = {"sha256": digest(value)}
    if isinstance(value, dict) and "$objects" in value:
        try:
            top = value["$top"]
            root = top["root"] if "root" in top else top
            answer["archive"] = digest(archived(root, value["$objects"], frozenset()))
        except Exception as e:
            answer["archiveError"] = str(e)[:100]
    return answer


FIELDS = ("RelativePath", "Mode", "Size", "LastModified", "LastStatusChange", "Birth", "UserID", "GroupID",
          "InodeNumber", "Flags", "ProtectionClass", "EncryptionKey", "Digest", "Target")


def mbfile(path):
    """A hash over the fields of every MBFile of a Manifest.db, in rowid order."""
    h = hashlib.sha256()
    rows = 0
    for (blob,) in sqlite3.connect("file:%s?immutable=1" % path, uri=True).execute("SELECT file FROM Files ORDER BY rowid"):
        value = plistlib.loads(blob)
        f = archived(value["$top"]["root"], value["$objects"], frozenset())
        h.update((canonical([f.get(k) for k in FIELDS]) + "\n").encode())
        rows += 1
    return {"rows": rows, "sha256": h.hexdigest()}


TYPES = {
    "domain-name:value": "domain", "ipv4-addr:value": "ip", "ipv6-addr:value": "ip", "url:value": "url",
    "email-addr:value": "email", "process:name": "process", "file:name": "file-name", "file:path": "file-path",
    "app:id": "app-id", "android-property:name": "property", "configuration-profile:id": "profile-id",
}


def address(text):
    try:
        return str(ipaddress.ip_network(text, strict=False)).removesuffix("/32").removesuffix("/128")
    except ValueError:
        return None


def typed(kind, value):
    """Type and value as far as two spellings of one sign must count once; None for a domain of one label."""
    value = value.strip()
    if kind in ("domain", "ip"):
        ip = address(value)
        if ip:
            return ("ip", ip)
        if kind == "domain" and "/" not in value:
            return ("domain", value.lower().rstrip(".")) if "." in value else None
        kind = "url"
    if kind == "file-name" and "/" in value:
        kind = "file-path"
    if kind == "file-path":
        path = value.rstrip("/")
        # Links of iOS, and paths from the home folder.
        for short, whole in (("/tmp/", "/private/var/tmp/"), ("/var/", "/private/var/"), ("Library/", "/private/var/mobile/Library/")):
            if path.startswith(short):
                path = whole + path[len(short):]
        return (kind, path)
    if kind == "url":
        scheme, _, rest = value.partition("://")
        host, slash, path = rest.partition("/")
        return (kind, (host.lower() + slash + path) if slash else host.lower() + "/")
    return (kind, value if kind in ("process", "file-name") else value.lower())


def tally(signs):
    counts = {}
    for kind, _ in set(filter(None, signs)):
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def stix(path):
    with open(path, encoding="utf-8") as f:
        bundle = json.load(f)
    signs, other, names = [], [], set()
    objects = {o["id"]: o for o in bundle["objects"]}
    for o in bundle["objects"]:
        if o["type"] == "relationship" and o["relationship_type"] == "indicates" and o["target_ref"] in objects:
            names.add(objects[o["target_ref"]]["name"])
        if o["type"] in ("report", "grouping") and any(r.startswith("indicator--") for r in o["object_refs"]):
            names.add(o["name"])
        if o["type"] != "indicator" or o.get("revoked"):
            continue
        m = re.fullmatch(r"\s*\[\s*([a-z0-9-]+):([\w.'\-]+)\s*=\s*'([^']*)'\s*\]\s*", o["pattern"])
        if not m:
            other.append(o["pattern"])
            continue
        key = m[1] + ":" + m[2].replace("'", "")
        if key.startswith("file:hashes."):
            signs.append(typed("hash", m[3]))
        elif key.startswith("app:cert."):
            signs.append(typed("certificate", m[3]))
        elif key in TYPES:
            signs.append(typed(TYPES[key], m[3]))
        else:
            other.append(o["pattern"])
    return {"counts": tally(signs), "invalid": signs.count(None), "other": len(other), "names": sorted(names)}


def host_kind(value):
    if address(value):
        return "ip"
    return "url" if "/" in re.sub(r"^[a-z]+://", "", value) or "://" in value else "domain"


def stalkerware(path):
    import yaml
    with open(path, encoding="utf-8") as f:
        families = yaml.safe_load(f)
    signs, names = [], set()
    for f in families:
        names.add(f["name"])
        c2 = f.get("c2") or {}
        for field, kind in (("packages", "app-id"), ("certificates", "certificate")):
            signs += [typed(kind, str(v)) for v in f.get(field) or []]
        for values in (f.get("websites"), f.get("distribution"), c2.get("domains"), c2.get("ips"), c2.get("ip")):
            values = [values] if isinstance(values, str) else values or []
            signs += [typed(host_kind(v), v) for v in values]
    return {"counts": tally(signs), "invalid": signs.count(None), "names": sorted(names)}


COMMANDS = {"plist": plist, "mbfile": mbfile, "stix": stix, "stalkerware": stalkerware}
json.dump([COMMANDS[sys.argv[1]](p) for p in json.load(sys.stdin)], sys.stdout)
