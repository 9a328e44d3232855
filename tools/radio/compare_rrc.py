#!/usr/bin/env python3
"""Compares messages of LTE RRC as Contraluz read them with how pycrate reads the same bytes.

Lines on standard input, JSON: [channel, bytes in hexadecimal, value, damage or null]. Values: bytes as {"#": hex}, a choice as
{"=": name, "v": value}. Prints one line of JSON: {messages, equal, differ: [...], refused: n}. `refused`: neither could read it.
"""
import json
import sys

from pycrate_asn1dir import RRCLTE  # noqa: F401
from pycrate_asn1rt.glob import GLOBAL

MODULES = ("EUTRA-RRC-Definitions", "NBIOT-RRC-Definitions")


def root(name):
    for m in MODULES:
        if name in GLOBAL.MOD[m]:
            return GLOBAL.MOD[m][name]
    raise KeyError(name)


def same(o, ours, theirs, way):
    """Where both differ, or None. `o`: pycrate's type."""
    kind = o.TYPE
    if kind == "NULL":
        return None if ours is None else way
    if kind in ("BOOLEAN", "INTEGER", "ENUMERATED"):
        if isinstance(theirs, str) and theirs.startswith("_ext_"):
            return None if str(ours).startswith("?") else way
        return None if ours == theirs else f"{way}: {ours!r} {theirs!r}"
    if kind == "BIT STRING":
        if isinstance(theirs[0], str):
            return inside(o, ours, theirs, way)
        return None if ours == (format(theirs[0], f"0{theirs[1]}b") if theirs[1] else "") else f"{way}: {ours!r} {theirs!r}"
    if kind == "OCTET STRING":
        if isinstance(theirs, tuple):
            return inside(o, ours, theirs, way)
        return None if ours == {"#": theirs.hex()} else f"{way}: {ours!r} {theirs.hex()}"
    if kind == "SEQUENCE OF":
        if not isinstance(ours, list) or len(ours) != len(theirs):
            return f"{way}: length"
        for i, (a, b) in enumerate(zip(ours, theirs)):
            d = same(o._cont, a, b, f"{way}[{i}]")
            if d:
                return d
        return None
    if kind == "CHOICE":
        name, value = theirs
        if name.startswith("_ext_"):
            return None if ours["="].startswith("?") else way
        if not isinstance(ours, dict) or ours.get("=") != name:
            return f"{way}: {str(ours)[:60]} {name}"
        return same(o._cont[name], ours["v"], value, f"{way}.{name}")
    if kind == "SEQUENCE":
        known = {k: v for k, v in theirs.items() if not k.startswith("_ext_")}
        names = set(ours) | {k for k in known if o._cont[k]._def is None or k in ours}
        for k in names:
            if k not in known:
                return f"{way}.{k}: only ours"
            if k not in ours:
                return f"{way}.{k}: only theirs"
            d = same(o._cont[k], ours[k], known[k], f"{way}.{k}")
            if d:
                return d
        return None
    return f"{way}: {kind}?"


def inside(o, ours, theirs, way):
    """What bytes contain: a name and a value."""
    inner = o._const_cont
    if isinstance(ours, dict) and "#" in ours:
        # A message within a message of its own kind stays bytes; they are what it is written as.
        inner.set_val(theirs[1])
        return None if inner.to_uper().hex() == ours["#"] else f"{way}: contained"
    return same(inner, ours, theirs[1], f"{way}<{theirs[0]}>")


count = equal = refused = 0
differ = []
for line in sys.stdin:
    channel, message, value, damage = json.loads(line)
    count += 1
    o = root(channel)
    try:
        o.from_uper(bytes.fromhex(message))
        theirs = o.get_val()
    except Exception as e:
        if damage:
            refused += 1
        else:
            differ.append([channel, message[:80], f"refused by pycrate: {e}"[:200]])
        continue
    if damage:
        differ.append([channel, message[:80], f"refused by us: {damage}"])
        continue
    d = same(o, value, theirs, channel)
    if d:
        differ.append([channel, message[:80], d[:300]])
    else:
        equal += 1
print(json.dumps({"messages": count, "equal": equal, "refused": refused, "differ": differ[:20], "differs": len(differ)}))
