#!/usr/bin/env python3
"""Writes packages/formats/src/lte-rrc/table.ts: the types of LTE RRC that a radio sends, as the interpreter of packed encoding reads them.

The types are those of 3GPP TS 36.331 (EUTRA-RRC-Definitions, NBIOT-RRC-Definitions); pycrate (PyPI) has read their ASN.1 and keeps
them as objects. Only what those objects say of the types is taken: names, ranges, sizes, order.

  python3 -m venv V && V/bin/pip install pycrate==0.8.1
  V/bin/python tools/radio/make_rrc_tables.py > packages/formats/src/lte-rrc/table.ts

One line a type, as JSON; a number names the line of another type, from 0:
  ["b"] boolean                          ["n"] null
  ["i", low, high, extensible]           integer; null: no bound
  ["e", names, more]                     enumeration; more: names behind the marker, null without a marker
  ["s"|"o", low, high, extensible, type] bits, bytes of a size; type: what they contain, or null
  ["l", low, high, extensible, type]     list
  ["c", [[name, type] ...], more]        choice; more as above
  ["q", [[name, type, optional] ...], more]   sequence; more: [name, type] each, or a group [null, type of a sequence]
"""
import importlib.metadata
import json
import re
import sys

from pycrate_asn1dir import RRCLTE  # noqa: F401
from pycrate_asn1rt.glob import GLOBAL

ROOTS = {
    "EUTRA-RRC-Definitions": [
        "BCCH-BCH-Message", "BCCH-BCH-Message-MBMS", "BCCH-DL-SCH-Message", "BCCH-DL-SCH-Message-BR",
        "BCCH-DL-SCH-Message-MBMS", "MCCH-Message", "PCCH-Message", "DL-CCCH-Message", "DL-DCCH-Message",
        "UL-CCCH-Message", "UL-DCCH-Message", "SC-MCCH-Message-r13",
    ],
    "NBIOT-RRC-Definitions": [
        "BCCH-BCH-Message-NB", "BCCH-BCH-Message-TDD-NB", "BCCH-DL-SCH-Message-NB", "PCCH-Message-NB",
        "DL-CCCH-Message-NB", "DL-DCCH-Message-NB", "UL-CCCH-Message-NB", "UL-DCCH-Message-NB", "SC-MCCH-Message-NB",
    ],
}

lines, numbers, done, kept, names = [], {}, {}, [], set()


def number(node):
    text = json.dumps(node, separators=(",", ":"), ensure_ascii=True)
    if text not in numbers:
        numbers[text] = len(lines)
        lines.append(text)
    return numbers[text]


def bounds(constraint):
    if constraint is None:
        return [None, None, 0]
    return [constraint.lb, constraint.ub, 0 if constraint.ext is None else 1]


def size(o):
    low, high, ext = bounds(o._const_sz)
    return [low or 0, high, ext]


def contained(o):
    inner = getattr(o, "_const_cont", None)
    # A message within a message of its own kind stays the bytes that it is.
    return None if inner is None or within(inner) else walk(inner)


def within(o):
    """True while this type, or one that has its very parts, is being walked."""
    open_ones = [k for k in kept if done[id(k)] is None]
    return any(k is o or (k._cont is not None and k._cont is o._cont) for k in open_ones)


def walk(o):
    if id(o) in done:
        if done[id(o)] is None:
            sys.exit(f"a type within itself: {o._name}")
        return done[id(o)]
    done[id(o)] = None
    kept.append(o)
    n = done[id(o)] = number(node(o))
    return n


def node(o):
    kind = o.TYPE
    if kind == "BOOLEAN":
        return ["b"]
    if kind == "NULL":
        return ["n"]
    if kind == "INTEGER":
        return ["i", *bounds(o._const_val)]
    if kind == "ENUMERATED":
        return ["e", list(o._root), None if o._ext is None else list(o._ext)]
    if kind in ("BIT STRING", "OCTET STRING"):
        return ["s" if kind == "BIT STRING" else "o", *size(o), contained(o)]
    if kind == "SEQUENCE OF":
        return ["l", *size(o), walk(o._cont)]
    names.update(o._cont.keys())
    if kind == "CHOICE":
        return ["c", [[k, walk(o._cont[k])] for k in o._root],
                None if o._ext is None else [[k, walk(o._cont[k])] for k in o._ext]]
    if kind == "SEQUENCE":
        root = [[k, walk(o._cont[k]), 1 if k in o._root_opt else 0] for k in o._root]
        if o._ext is None:
            return ["q", root, None]
        more = []
        for e in o._ext_nest:
            if isinstance(e, list):
                more.append([None, walk(o._ext_group_obj[o._ext_ident[e[0]]])])
            else:
                more.append([e, walk(o._cont[e])])
        return ["q", root, more]
    sys.exit(f"unknown type: {kind}")


roots = {}
for module, wanted in ROOTS.items():
    for name in wanted:
        roots[name] = walk(GLOBAL.MOD[module][name])

versions = sorted({m[1] for n in names for m in [re.search(r"-v(1[0-9][0-9a-z][0-9])$", n)] if m})
print("/**")
print(f" * Types of LTE RRC: 3GPP TS 36.331, release {versions[-1][:2]} (newest addition: v{versions[-1]}), as pycrate {importlib.metadata.version('pycrate')} has read their ASN.1.")
print(" * Made by tools/radio/make_rrc_tables.py, which says what the lines mean. Not to be changed by hand.")
print(" * @module")
print(" */")
print("/** The number of the type of each channel's messages. */")
print("export const ROOTS: Readonly<Record<string, number>> = {")
for name, n in roots.items():
    print(f'  "{name}": {n},')
print("};")
print()
print("/** One line a type. */")
print("export const TYPES: string = `" + "\n".join(lines) + "`;")
