#!/usr/bin/env python3
"""Compares messages of the core of LTE as Contraluz read them with how pycrate reads the same bytes.

Lines on standard input, JSON: [up, bytes in hexadecimal, {type, cause, identity, last, home, cipher, integrity, imeisv}]. The message is plain.
Prints one line of JSON: {messages, equal, refused, differs, differ: [...]}. `refused`: pycrate could not read it.
"""
import json
import re
import sys

from pycrate_mobile import TS24301_EMM, TS24301_ESM
from pycrate_mobile.NAS import parse_NASLTE_MO, parse_NASLTE_MT

SHORT = {"Ext": "extended", "CP": "controlPlane", "DLNAS": "downlinkNas", "ULNAS": "uplinkNas", "DLGeneric": "downlinkGeneric",
         "ULGeneric": "uplinkGeneric", "GUTIRealloc": "gutiReallocation", "CSService": "csService"}
IDS = {0: "none", 1: "imsi", 2: "imei", 3: "imeisv", 4: "tmsi", 6: "guti"}


def name(m):
    """As we call it: EMMDetachRequestMT is detachRequest."""
    n = re.sub(r"^EMM|M[OT]$", "", type(m).__name__) if type(m).__name__ not in ("EMMStatus", "EMMInformation") else type(m).__name__
    for a, b in SHORT.items():
        n = re.sub(f"^{a}", b, n)
    n = n.replace("GenericNAS", "GenericNas")
    return re.sub(r"^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]", lambda x: x[0].lower(), n)


def part(m, *names):
    for n in names:
        try:
            m = m[n]
        except Exception:
            return None
    return m


def value(m, *names):
    p = part(m, *names)
    try:
        return None if p is None or p.get_trans() else p.get_val()
    except Exception:
        return None


def theirs(m):
    out = {"type": name(m)}
    for at in ("EMMCause",):
        p = part(m, at)
        if p is not None and not p.get_trans():
            v = p["V"].get_val() if hasattr(p, "get_val_d") and part(p, "V") is not None else p.get_val()
            v = v[0] if isinstance(v, (bytes, list)) and v else v
            if isinstance(v, list):
                v = v[0]
            if isinstance(v, int):
                out["cause"] = v
    if out["type"] == "identityRequest":
        out["identity"] = IDS.get(m["IDType"]["V"].get_val() if part(m, "IDType", "V") is not None else m["IDType"].get_val())
    ident = part(m, "EPSID") or part(m, "OldGUTI") or (part(m, "ID") if out["type"] == "identityResponse" else None)
    if out["type"] == "securityModeCommand":
        out["cipher"] = m["NASSecAlgo"]["NASSecAlgo"]["CiphAlgo"].get_val()
        out["integrity"] = m["NASSecAlgo"]["NASSecAlgo"]["IntegAlgo"].get_val()
    return out, ident


count = equal = refused = 0
differ = []
for line in sys.stdin:
    is_up, text, ours = json.loads(line)
    count += 1
    # Of what was signed, a log has zeros at the end.
    for padding in ("", "0" * 12):
        if text.endswith(padding):
            m, err = (parse_NASLTE_MO if is_up else parse_NASLTE_MT)(bytes.fromhex(text[:len(text) - len(padding)]), inner=False)
            if not err and m is not None:
                break
    if err or m is None:
        refused += 1
        continue
    emm = type(m).__name__.startswith("EMM")
    if not emm:
        number = m["ESMHeader"]["Type"].get_val()
        if bytes.fromhex(text)[2] == number and not ours["type"].startswith("?"):
            equal += 1
        else:
            differ.append([text[:60], ours["type"], type(m).__name__])
        continue
    t, ident = theirs(m)
    bad = [k for k in t if t[k] != ours.get(k)]
    if bad:
        differ.append([text[:60], {k: ours.get(k) for k in bad}, {k: t[k] for k in bad}])
    else:
        equal += 1
print(json.dumps({"messages": count, "equal": equal, "refused": refused, "differs": len(differ), "differ": differ[:20]}))
