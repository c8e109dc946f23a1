#!/usr/bin/env python3
"""PISA driver through the compiled module of the PyPI wheel pyterrier-pisa (loaded directly, no
Java, no PyTerrier). index CORPUS INDEXDIR THREADS | query INDEXDIR [ALGORITHM].
PISA keeps no positions: only single terms, OR and AND, top-k; COUNT, phrases, NOT, prefix are
UNSUPPORTED. Text is tokenised here; non-ASCII letters are spelled out (PISA's own tokeniser is
English). Encoding block_simdbp, BM25 k1=1.2 b=0.75, fixed blocks of 64."""

import glob
import json
import os
import re
import shutil
import sys
import threading
import time

import numpy as np
from measurement import bytes_on_disk
from protocol import letters, parse, serve

sys.path.insert(
    0,
    os.path.dirname(glob.glob(os.path.join(sys.prefix, "lib/python3*/site-packages/pyterrier_pisa/_pisathon*.so"))[0]),
)
import _pisathon

TOKEN = re.compile(r"[^\W_]+")
NON = re.compile(r"[^\x00-\x7f]")
asc = lambda s: NON.sub(lambda m: f"x{ord(m[0]):x}x", s)
ENC, BLOCK = "block_simdbp", 64


def context(path):
    c = _pisathon.RetrievalContext()
    _pisathon.prepare_index(
        c, path, ENC, "bm25", "", block_size=BLOCK, quantize=0, bm25_k1=1.2, bm25_b=0.75, stop_fname=""
    )
    return c


def index(jsonl, out, threads):
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    t0 = time.time()
    fifo = out + ".fifo"
    if os.path.exists(fifo):
        os.remove(fifo)
    os.mkfifo(fifo)

    def feed():
        with open(fifo, "w") as f:
            for i, t in letters(jsonl):
                f.write(i + " " + " ".join(TOKEN.findall(asc(t.lower()))) + "\n")

    th = threading.Thread(target=feed, daemon=True)
    th.start()
    _pisathon.index(fifo, out, "", 10_000, threads)
    os.remove(fifo)
    t1 = time.time()
    context(out)
    final = sum(os.path.getsize(f) for f in glob.glob(out + "/bm25*") + glob.glob(out + "/fwd.*lex"))
    print(
        json.dumps(
            {
                "engine": "pisa (pyterrier-pisa)",
                "threads": threads,
                "invert_s": round(t1 - t0, 2),
                "total_s": round(time.time() - t0, 2),
                "bytes_after": final,
                "bytes_with_temporaries": bytes_on_disk(out),
            }
        )
    )


def query(path, forced):
    c = context(path)
    arrs = {
        k: (np.zeros(k, np.int32), np.zeros(k, object), np.zeros(k, np.int32), np.zeros(k, np.float32))
        for k in (10, 100)
    }

    def go(q, k):
        us = parse(q)
        if any(kind != "term" or o == "-" for o, kind, _ in us) or {o for o, _, _ in us} not in ({""}, {"+"}):
            return None
        alg = "block_max_ranked_and" if us[0][0] == "+" else (forced or "block_max_maxscore")
        a = arrs[k]
        n = _pisathon.retrieve(
            c,
            alg,
            [(0, {asc(w[0]): 1.0 for _, _, w in us})],
            k=k,
            threads=1,
            pretokenised=1,
            query_weighted=0,
            result_qidxs=a[0],
            result_docnos=a[1],
            result_ranks=a[2],
            result_scores=a[3],
        )
        return a, n

    def run(cmd, q):
        if cmd not in ("TOP_10", "TOP_100"):
            return None
        return None if go(q, int(cmd[4:])) is None else 1

    def docs(q):
        a, n = go(q, 10)
        return [(a[1][i], a[3][i]) for i in range(n)]

    serve(run, docs)


a = sys.argv[1:]
if a[0] == "index":
    index(a[1], a[2], int(a[3]))
else:
    query(a[1], a[2] if len(a) > 2 else None)
