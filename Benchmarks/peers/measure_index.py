#!/usr/bin/env python3
"""run_index.py <label> <corpus.jsonl> <index path> -- command...   measures one index build:
wall, cpu, peak RSS of the process tree's largest process, size on disk; appends to results/index.jsonl"""
import json, os, subprocess, sys, time
from protocol import dir_bytes
label, corpus, path = sys.argv[1:4]
cmd = sys.argv[5:]
psi = lambda: int(open("/proc/pressure/cpu").readline().split("total=")[1])
q0, t0 = psi(), time.time()
p = subprocess.Popen(cmd, stdout=subprocess.PIPE, text=True)
out = p.stdout.read()
_, st, ru = os.wait4(p.pid, 0)
wall = time.time() - t0
mb = os.path.getsize(corpus) / 1e6
rec = {"label": label, "corpus_mb": round(mb, 1), "wall_s": round(wall, 2), "mb_s": round(mb / wall, 2),
       "cpu_s": round(ru.ru_utime + ru.ru_stime, 2),
       "mb_per_cpu_s": round(mb / (ru.ru_utime + ru.ru_stime), 2), "cpu_wait": round((psi() - q0) / 1e6 / wall, 2), "rss_mb": round(ru.ru_maxrss / 1024), "rc": os.waitstatus_to_exitcode(st),
       "disk_mb": round(dir_bytes(path) / 1e6, 1)}
try:
    rec["report"] = json.loads(out.strip().splitlines()[-1])
except Exception:
    rec["report"] = out[-300:]
print(json.dumps(rec))
with open(os.path.join(os.environ.get("BENCH_DIR", os.getcwd()), "results", "index.jsonl"), "a") as f:
    f.write(json.dumps(rec) + "\n")
