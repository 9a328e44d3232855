"""What Python reads of shutdown.log, ps.txt and an App Privacy Report, as JSON.

Usage: phone-trees.py ARCHIVE|FOLDER [REPORT] > JSON {clients, ps, access, network}
Shares no code with the readers that it judges.
"""
import glob
import json
import os
import re
import sys
import tarfile


def texts(path):
    """Names below the top folder, and the bytes of those that are read here."""
    want = re.compile(r"(?:^|/)(shutdown[^/]*\.log|ps\.txt|ps_thread\.txt)$")
    if os.path.isdir(path):
        for name in sorted(glob.glob(os.path.join(path, "**"), recursive=True)):
            if os.path.isfile(name) and want.search(name):
                yield os.path.basename(name), open(name, "rb").read()
    else:
        with tarfile.open(path) as tar:
            for m in tar:
                if m.isfile() and want.search(m.name):
                    yield os.path.basename(m.name), tar.extractfile(m).read()


def clients(data):
    """[pid, path, notices, time] of each shutdown, in the order of their first lines."""
    out, block, time = [], {}, None

    def end():
        nonlocal block, time
        out.extend([pid, path, n, time] for (pid, path), n in block.items())
        block, time = {}, None

    for line in data.decode("utf-8", "replace").split("\n"):
        m = re.search(r"remaining client pid: (\d+) \((.*?)(?:/[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12})?\)", line)
        if line.startswith("SIGTERM:"):
            stamp = re.match(r"SIGTERM: \[(?:(\d{9,10})\]|[^\]]*\] @(\d{9,10}))", line)
            time = int(stamp.group(1) or stamp.group(2)) if stamp else None
            end()
        elif m:
            key = (int(m.group(1)), m.group(2))
            block[key] = block.get(key, 0) + 1
    end()
    return out


def ps(name, data):
    lines = data.decode("utf-8", "replace").split("\n")
    columns = lines[0].split()
    out = []
    for line in lines[1:]:
        if line and not line.startswith(" "):
            cells = line.split(None, len(columns) - 1)
            out.append([name, int(cells[columns.index("PID")]), int(cells[columns.index("UID")]), cells[-1]])
    return out


answer = {"clients": [], "ps": [], "access": [], "network": []}
for name, data in texts(sys.argv[1]):
    if name.startswith("shutdown"):
        answer["clients"] += clients(data)
    else:
        answer["ps"] += ps(name, data)
for report in sys.argv[2:]:
    seen = set()
    for line in open(report, encoding="utf-8"):
        row = json.loads(line)
        if row["type"] == "networkActivity":
            answer["network"].append([row["bundleID"], row["domain"], row["hits"]])
        elif row["identifier"] not in seen:
            seen.add(row["identifier"])
            answer["access"].append([row["accessor"]["identifier"], row["category"]])
json.dump(answer, sys.stdout)
