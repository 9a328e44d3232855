"""What Python's sqlite3 and plistlib read of the files of the system, as JSON. Usage: system.py COMMAND FILE

Times are milliseconds since 1970. Shares no code with the readers that it judges.
"""
import datetime
import json
import plistlib
import sqlite3
import sys

UNIX = datetime.datetime(1970, 1, 1)
MAC = 978307200


def millis(v):
    return (v - UNIX) // datetime.timedelta(milliseconds=1) if isinstance(v, datetime.datetime) else None


def value(blob):
    v = plistlib.loads(blob)
    objects = v["$objects"]
    root = v["$top"]["root"]

    def at(x):
        return objects[x.data] if isinstance(x, plistlib.UID) else x

    top = at(root)
    if isinstance(top, dict) and "NS.objects" in top:
        return [at(x) for x in top["NS.objects"]]
    return top


def accounts(path):
    db = sqlite3.connect(path)
    hosts = {}
    for owner, key, blob in db.execute("SELECT ZOWNER, ZKEY, ZVALUE FROM ZACCOUNTPROPERTY WHERE ZKEY = 'DAAccountHost' ORDER BY Z_PK"):
        hosts.setdefault(owner, []).append(value(blob))
    rows = db.execute(
        """SELECT a.Z_PK, t.ZIDENTIFIER, a.ZUSERNAME, a.ZACCOUNTDESCRIPTION, a.ZPARENTACCOUNT, a.ZOWNINGBUNDLEID, a.ZACTIVE,
        a.ZAUTHENTICATED, a.ZDATE FROM ZACCOUNT a LEFT JOIN ZACCOUNTTYPE t ON t.Z_PK = a.ZACCOUNTTYPE ORDER BY a.Z_PK"""
    )
    return [list(r[:6]) + [bool(r[6]), bool(r[7]), int((r[8] + MAC) * 1000), hosts.get(r[0])] for r in rows]


def wifi(path):
    with open(path, "rb") as f:
        v = plistlib.load(f)
    networks, points = [], []
    for key, n in v.items():
        if not key.startswith("wifi.network.ssid."):
            continue
        more = n.get("__OSSpecific__", {})
        ssid = n["SSID"].decode()
        networks.append([ssid, more.get("BSSID"), n.get("SupportedSecurityTypes"), millis(n.get("AddedAt")), millis(n.get("JoinedByUserAt")),
                         millis(n.get("JoinedBySystemAt")), millis(n.get("UpdatedAt")), more.get("CHANNEL")])
        points += [[ssid, p["BSSID"], p.get("Channel"), millis(p.get("LastAssociatedAt"))] for p in n.get("BSSList", [])]
    return [networks, points]


def private(path):
    with open(path, "rb") as f:
        v = plistlib.load(f)
    return [[n["SSID_STR"], n["BSSID"], millis(n["addedAt"]), millis(n["lastJoined"]), millis(n["lastUpdated"])]
            for n in v["List of scanned networks with private mac"]]


def preferences(path):
    with open(path, "rb") as f:
        v = plistlib.load(f)
    return [[k, None if isinstance(x, datetime.datetime) else x, millis(x)] for k, x in v.items()]


def computers(path):
    with open(path, "rb") as f:
        data = f.read()
    at = data.find(b"\x01\x01\x80\x00\x00") + 92
    texts = [t.decode() for t in data[at:].split(b"\x00") if t]
    return sorted(set(zip(texts[::2], texts[1::2])))


COMMANDS = {"accounts": accounts, "wifi": wifi, "private": private, "preferences": preferences, "computers": computers}
json.dump(COMMANDS[sys.argv[1]](sys.argv[2]), sys.stdout)
