"""What Python's sqlite3 reads of WhatsApp's stores, joined by SQL, as JSON.

Usage: messengers.py < JSON {"chat"|"calls"|"contacts"|"lids": path} > JSON {"messages": [...], "chats": [...], ...}
Shares no code with the readers that it judges. Times are microseconds since 1970. Opens nothing for writing.
"""
import base64
import json
import math
import re
import sqlite3
import sys


def us(v):
    if not isinstance(v, (int, float)) or v == 0:
        return None
    whole = math.floor(v)
    return (whole + 978307200) * 1000000 + round((v - whole) * 1000000)


def open_(path):
    db = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)
    db.create_function("us", 1, us)
    return db


def has(db, table, column):
    return any(c[1] == column for c in db.execute("SELECT * FROM pragma_table_info(?)", (table,)))


def col(db, table, column):
    return "%s.%s" % (table, column) if has(db, table, column) else "NULL"


def text(v):
    return v.decode() if isinstance(v, bytes) else v


def chat(path):
    db = open_(path)
    m = "ZWAMESSAGE"
    join = "LEFT JOIN ZWAGROUPMEMBER g ON g.Z_PK = ZWAMESSAGE.ZGROUPMEMBER" if has(db, m, "ZGROUPMEMBER") else ""
    sender = "coalesce(g.ZMEMBERJID, ZFROMJID)" if join else "ZFROMJID"
    file = "(SELECT min(ZMEDIALOCALPATH) FROM ZWAMEDIAITEM WHERE ZMESSAGE = ZWAMESSAGE.Z_PK)" if has(db, "ZWAMEDIAITEM", "ZMEDIALOCALPATH") else "NULL"
    messages = db.execute(
        "SELECT ZWAMESSAGE.Z_PK, ZISFROMME = 1, CASE WHEN ZISFROMME = 1 THEN ZTOJID ELSE %s END, ZWAMESSAGE.ZCHATSESSION,"
        " us(ZMESSAGEDATE), ZTEXT, nullif(ZMESSAGETYPE, 0), %s, %s, %s FROM ZWAMESSAGE %s ORDER BY ZWAMESSAGE.Z_PK"
        % (sender, col(db, m, "ZSTANZAID"), col(db, m, "ZMESSAGESTATUS"), file, join)).fetchall()
    links = [(r[0], [l.rstrip(".,)") for l in re.findall(r"https?://\S+", r[5] or "")]) for r in messages]
    chats = db.execute(
        "SELECT s.Z_PK, s.ZCONTACTJID, s.ZSESSIONTYPE, s.ZMESSAGECOUNTER, us(s.ZLASTMESSAGEDATE), s.ZPARTNERNAME, us(g.ZCREATIONDATE)"
        " FROM ZWACHATSESSION s LEFT JOIN ZWAGROUPINFO g ON g.ZCHATSESSION = s.Z_PK ORDER BY s.Z_PK").fetchall()
    members, devices = [], []
    if has(db, "ZWAGROUPMEMBER", "ZMEMBERJID"):
        members = db.execute("SELECT ZCHATSESSION, ZMEMBERJID, ZISADMIN = 1, ZISACTIVE = 0 FROM ZWAGROUPMEMBER ORDER BY Z_PK").fetchall()
    if has(db, "ZWAPROFILEPICTUREITEM", "ZPATH"):
        for jid, blob in db.execute("SELECT ZJID, ZPATH FROM ZWAPROFILEPICTUREITEM WHERE ZJID LIKE 'a\\_%' ESCAPE '\\' ORDER BY Z_PK"):
            found = re.findall(rb"[0-9]+:([0-9]+)@", base64.b64decode(blob))
            if found:
                devices.append([jid[2:], [int(d) for d in found]])
    return {"messages": messages, "links": [l for l in links if l[1]], "chats": chats, "members": members, "devices": devices}


def calls(path):
    db = open_(path)
    out = []
    for pk, *row in db.execute(
            "SELECT c.Z_PK, us(ZDATE), ZDURATION, ZOUTCOME, a.ZINCOMING = 1, a.ZVIDEO = 1, ZGROUPCALLCREATORUSERJIDSTRING, ZBYTESRECEIVED, ZBYTESSENT"
            " FROM ZWACDCALLEVENT c LEFT JOIN ZWAAGGREGATECALLEVENT a ON a.Z_PK = c.Z1CALLEVENTS ORDER BY c.Z_PK"):
        who = db.execute("SELECT ZJIDSTRING FROM ZWACDCALLEVENTPARTICIPANT WHERE Z1PARTICIPANTS = ? ORDER BY Z_PK", (pk,)).fetchall()
        out.append(row + [[w[0] for w in who]])
    return {"calls": out}


def contacts(path):
    db = open_(path)
    names = ["ZWHATSAPPID", "ZLID", "ZFULLNAME", "ZABOUTTEXT", "us(ZABOUTTIMESTAMP)", "nullif(ZDISAPPEARINGMODEDURATION, 0)", "us(ZLASTUPDATED)"]
    have = [n if has(db, "ZWAADDRESSBOOKCONTACT", re.search(r"Z[A-Z]+", n)[0]) else "NULL" for n in names]
    rows = db.execute("SELECT %s FROM ZWAADDRESSBOOKCONTACT ORDER BY Z_PK" % ", ".join(have))
    return {"contacts": [[text(v) for v in r] for r in rows]}


def lids(path):
    return {"lids": open_(path).execute("SELECT ZLID, ZPHONENUMBER, us(ZTIMESTAMP) FROM ZWAPHONENUMBERLIDPAIR ORDER BY Z_PK").fetchall()}


answer = {}
for kind, path in json.load(sys.stdin).items():
    answer.update({"chat": chat, "calls": calls, "contacts": contacts, "lids": lids}[kind](path))
json.dump(answer, sys.stdout)
