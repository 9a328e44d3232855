"""What Python's sqlite3 reads of calls, contacts, interactions, attachments and the calendar, joined by SQL, as JSON.

Usage: communications.py < JSON {"calls"|"contacts"|"interactions"|"sms"|"calendar": path} > JSON {name: [[...], ...]}
Shares no code with the readers that it judges. Times are microseconds since 1970. Databases are copied with their -wal
before they are opened, so that the log is applied and nothing is written beside them.
"""
import json
import math
import os
import shutil
import sqlite3
import sys
import tempfile

MAC = 978307200


def us(v):
    if not isinstance(v, (int, float)) or v == 0:
        return None
    if isinstance(v, int) and v > 10**12:
        return v // 1000 + MAC * 1000000
    whole = math.floor(v)
    return (whole + MAC) * 1000000 + round((v - whole) * 1000000)


def open_(path, folder):
    copy = os.path.join(folder, os.path.basename(path))
    for end in ("", "-wal"):
        if os.path.exists(path + end):
            shutil.copy(path + end, copy + end)
    return sqlite3.connect(copy)


def has(db, table):
    return db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()[0] > 0


def calls(db):
    rows = db.execute("SELECT Z_PK, ZDATE, ZDURATION, ZADDRESS, ZORIGINATED, ZSERVICE_PROVIDER FROM ZCALLRECORD ORDER BY Z_PK")
    return {"calls": [[r[0], us(r[1]), *r[2:]] for r in rows]}


def contacts(db):
    values = "SELECT UID, record_id, property, value FROM ABMultiValue WHERE property IN (3, 4, 22) AND value <> '' ORDER BY UID"
    # The shape of the generator has no dates.
    dated = any(c[1] == "CreationDate" for c in db.execute("PRAGMA table_info(ABPerson)"))
    people = "SELECT ROWID, %s, First, Last FROM ABPerson ORDER BY ROWID" % ("CreationDate" if dated else "NULL")
    return {
        "values": [list(r) for r in db.execute(values)],
        "people": [[r[0], us(r[1]), " ".join(n for n in r[2:] if n) or None] for r in db.execute(people)],
    }


def interactions(db):
    people = {}
    joined = "SELECT j.Z_3INTERACTIONRECIPIENT, c.ZIDENTIFIER FROM Z_2INTERACTIONRECIPIENT j JOIN ZCONTACTS c ON c.Z_PK = j.Z_2RECIPIENTS ORDER BY j.rowid"
    for of, who in db.execute(joined):
        people.setdefault(of, []).append(who)
    rows = db.execute(
        """SELECT i.Z_PK, i.ZSTARTDATE, i.ZDIRECTION, i.ZBUNDLEID, i.ZACCOUNT, c.ZIDENTIFIER FROM ZINTERACTIONS i
        LEFT JOIN ZCONTACTS c ON c.Z_PK = i.ZSENDER ORDER BY i.Z_PK"""
    )
    attached = db.execute(
        """SELECT a.Z_PK, a.ZUTI, a.ZSIZEINBYTES, j.Z_3INTERACTIONS FROM ZATTACHMENT a
        LEFT JOIN Z_1INTERACTIONS j ON j.Z_1ATTACHMENTS = a.Z_PK ORDER BY a.Z_PK"""
    )
    who = db.execute("SELECT Z_PK, ZIDENTIFIER, ZFIRSTINCOMINGSENDERDATE FROM ZCONTACTS ORDER BY Z_PK")
    return {
        "interactions": [[r[0], us(r[1]), *r[2:], people.get(r[0], [])] for r in rows],
        "attached": [list(r) for r in attached],
        "contacts": [[r[0], r[1], us(r[2])] for r in who],
    }


def sms(db):
    if not has(db, "attachment"):
        return {"attachments": []}
    rows = db.execute(
        """SELECT a.ROWID, a.filename, a.is_outgoing, j.message_id, h.id, a.created_date, m.date FROM attachment a
        LEFT JOIN message_attachment_join j ON j.attachment_id = a.ROWID LEFT JOIN message m ON m.ROWID = j.message_id
        LEFT JOIN handle h ON h.ROWID = m.handle_id ORDER BY a.ROWID"""
    )
    return {"attachments": [[*r[:5], us(r[5]) or us(r[6])] for r in rows]}


def calendar(db):
    rows = db.execute(
        """SELECT i.ROWID, i.creation_date, i.start_date, i.summary, i.description, p.email FROM CalendarItem i
        LEFT JOIN Participant p ON p.ROWID = i.organizer_id ORDER BY i.ROWID"""
    )
    return {"events": [[r[0], us(r[1]), us(r[2]), *r[3:]] for r in rows]}


READERS = {"calls": calls, "contacts": contacts, "interactions": interactions, "sms": sms, "calendar": calendar}
answer = {}
for kind, path in json.load(sys.stdin).items():
    with tempfile.TemporaryDirectory() as folder:
        db = open_(path, folder)
        answer.update(READERS[kind](db))
        db.close()
json.dump(answer, sys.stdout)
