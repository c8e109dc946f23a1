#!/usr/bin/env python3
"""bench_client.py <label> <queries.tsv> [options] -- driver command...

Speaks the search-benchmark-game protocol to one driver (one line in, one line out), warm,
one query at a time. For each COMMAND: --warm passes over all queries, then up to --passes
measured passes (as many as fit in --budget seconds, at least one). Per query it keeps the
best (the machine is shared; the search-benchmark-game does the same); `ns` is what the driver measured around parse+search (BENCH_NS=1), `rt` the round
trip through the pipe. Writes results/<label>.json and results/<label>.counts.tsv and prints
a table per query class.
"""
import argparse, json, os, statistics as st, subprocess, sys, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from protocol import pct
i = sys.argv.index("--", 1)
ap = argparse.ArgumentParser()
ap.add_argument("label"); ap.add_argument("queries")
ap.add_argument("--commands", default="COUNT,TOP_10,TOP_100,TOP_10_COUNT")
ap.add_argument("--warm", type=int, default=1)
ap.add_argument("--passes", type=int, default=10)
ap.add_argument("--budget", type=float, default=40)
ap.add_argument("--skip", default="", help="query classes the engine cannot do")
o = ap.parse_args(sys.argv[1:i])
here = os.environ.get("BENCH_DIR", os.getcwd())
skip = set(o.skip.split(","))
Q = [l.rstrip("\n").split("\t") for l in open(o.queries, encoding="utf-8")]
Q = [(c, q) for c, q in Q if c not in skip]
p = subprocess.Popen(sys.argv[i + 1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "BENCH_NS": "1"}, bufsize=0)
rd = os.fdopen(os.dup(p.stdout.fileno()), "rb", buffering=1 << 16)
clock = time.perf_counter_ns


def one(cmd, q):
    t0 = clock()
    p.stdin.write(f"{cmd}\t{q}\n".encode())
    r = rd.readline()
    rt = clock() - t0
    if not r:
        sys.exit(f"driver died at {cmd} {q}")
    f = r.decode().rstrip("\n").split("\t")
    if f[0] == "UNSUPPORTED":
        return None, None, rt
    return int(f[0]), int(f[1]), rt


def cpu():
    """user+system seconds of the driver process"""
    f = open(f"/proc/{p.pid}/stat").read().rsplit(") ", 1)[1].split()
    return (int(f[11]) + int(f[12])) / os.sysconf("SC_CLK_TCK")


psi = lambda: int(open("/proc/pressure/cpu").readline().split("total=")[1])
res, counts = {}, {}
for cmd in o.commands.split(","):
    t0 = time.time()
    for _ in range(o.warm):
        w = [one(cmd, q) for _, q in Q]
        if time.time() - t0 > o.budget:
            break
    runs, t0, c0, s0 = [], time.time(), cpu(), psi()
    while not runs or (len(runs) < o.passes and (time.time() - t0) * (len(runs) + 1) / len(runs) < o.budget):
        runs.append([one(cmd, q) for _, q in Q])
    wall, cpu_us = time.time() - t0, (cpu() - c0) * 1e6 / len(runs) / len(Q)
    wait = round((psi() - s0) / 1e6 / wall, 2)
    ns, rt = {}, {}
    for k, (c, q) in enumerate(Q):
        if runs[0][k][1] is None:
            continue
        ns.setdefault(c, []).append(min(r[k][1] for r in runs))       # best of the passes, as the game does
        rt.setdefault(c, []).append(min(r[k][2] for r in runs))
        if cmd == "COUNT":
            counts[q] = (c, runs[0][k][0])
    med = [st.median(r[k][1] for r in runs) for k in range(len(Q)) if runs[0][k][1] is not None]
    res[cmd] = {"passes": len(runs), "mean_of_medians": round(st.mean(med) / 1e3, 1), "cpu_us_per_query": round(cpu_us, 1), "cpu_wait": wait}
    ns["ALL"] = [x for v in ns.values() for x in v]
    rt["ALL"] = [x for v in rt.values() for x in v]
    for c in ns:
        a, b = ns[c], rt[c]
        res[cmd][c] = {"n": len(a), "p50": round(pct(a, .5) / 1e3, 1), "p95": round(pct(a, .95) / 1e3, 1), "mean": round(st.mean(a) / 1e3, 1),
                       "geo": round(st.geometric_mean(a) / 1e3, 1), "rt_p50": round(pct(b, .5) / 1e3, 1), "rt_mean": round(st.mean(b) / 1e3, 1)}
    x = res[cmd]["ALL"]
    print(f"{o.label} {cmd} passes={len(runs)} p50={x['p50']} p95={x['p95']} mean={x['mean']} us (medians {res[cmd]['mean_of_medians']}, round trip {x['rt_mean']}, cpu {cpu_us:.0f}, wait {wait})", flush=True)
st_ = {l.split(":")[0]: l.split()[1] for l in open(f"/proc/{p.pid}/status") if l.startswith(("VmHWM", "RssAnon"))}
res["memory_kb"] = {k: int(v) for k, v in st_.items()}       # VmHWM counts mapped index pages too
print(f"{o.label} memory {res['memory_kb']}")
p.stdin.close()
p.wait()
json.dump(res, open(f"{here}/results/{o.label}.json", "w"))
with open(f"{here}/results/{o.label}.counts.tsv", "w") as f:
    for q, (c, n) in counts.items():
        f.write(f"{c}\t{q}\t{n}\n")
