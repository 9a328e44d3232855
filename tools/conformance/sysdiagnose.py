"""What Python reads of a sysdiagnose archive, without our code: counts, names and sums as JSON."""
import collections
import gzip
import json
import os
import plistlib
import re
import sqlite3
import sys
import tarfile
import tempfile

IMAGE = re.compile(r"^ +0x[0-9a-f]+ - +(?:0x[0-9a-f]+|\?\?\?) .*<[0-9A-F-]{36}> +(/.*)$")


def power(data):
    """Sums by program and app, and the last true time, of one power log."""
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    with tempfile.TemporaryDirectory() as d:
        path = os.path.join(d, "p.db")
        with open(path, "wb") as h:
            h.write(data)
        c = sqlite3.connect(path)
        offsets = c.execute("SELECT timestamp, system FROM PLStorageOperator_EventForward_TimeOffset").fetchall()
        real = lambda t: t + min(offsets, key=lambda o: abs(o[0] - t))[1]
        out = {}
        for t, app, name, win in c.execute("SELECT timestamp, BundleName, ProcessName, WifiIn FROM PLProcessNetworkAgent_EventInterval_UsageDiff"):
            e = out.setdefault((name or "", app or ""), [0, 0, t])
            e[0] += 1
            e[1] += win
            e[2] = max(e[2], t)
        c.close()
        return sorted([k[0], k[1], v[0], round(v[1]), round(real(v[2]) * 1000)] for k, v in out.items())


def crash(text):
    """Program, path and number of listed processes of one report."""
    head, _, body = text.partition("\n")
    try:
        head = json.loads(head)
    except ValueError:
        head, body = {}, text
    if body.lstrip().startswith("{"):
        b = json.loads(body)
        return [head.get("bug_type"), b.get("procName") or head.get("app_name"), b.get("procPath"), len(b.get("processes", [])) + len(b.get("processByPid", {}))]
    first = lambda k: next((m[1].strip() for m in re.finditer(rf"^{k}:[ \t]*(.+)$", body, re.M)), None)
    name = first("Process") or first("Command")
    return [head.get("bug_type"), re.sub(r" \[\d+\]$", "", name), first("Path"), len(re.findall(r"^Powerstats for:", body, re.M))]


def main(path):
    out = {"power": [], "crashes": [], "containers": {}, "services": [], "asked": {}}
    with tarfile.open(path, "r:gz") as tar:
        for m in tar:
            if not m.isfile():
                continue
            name = m.name.split("/", 1)[1]
            data = tar.extractfile(m).read()
            text = lambda: data.decode()
            if ".PLSQL" in name:
                out["power"].append([name, power(data)])
            elif name.endswith(".ips"):
                out["crashes"].append([name, *crash(text())])
            elif name == "spindump-nosymbols.txt":
                out["images"] = sorted({i[1] for i in map(IMAGE.match, text().splitlines()) if i})
            elif "/mobile_installation.log" in name:
                for app, where in re.findall(r"Made container live for (\S+) at (\S+)", text()):
                    if "/Bundle/Application/" in where:
                        continue
                    out["containers"][name + " " + app] = out["containers"].get(name + " " + app, 0) + 1
            elif name.endswith("lockdownd.log"):
                out["services"] = re.findall(r" handle_start_service: (\S+) attempting to spawn (\S+) service\.", text())
                out["asked"] = collections.Counter(re.findall(r" handle_get_value: (\S+) attempting to get \[", text()))
            elif name.endswith("UUIDToBinaryLocations"):
                out["binaries"] = sorted(plistlib.loads(data).values())
    out["power"].sort()
    out["crashes"].sort()
    print(json.dumps(out, sort_keys=True))


if __name__ == "__main__":
    main(sys.argv[1])
