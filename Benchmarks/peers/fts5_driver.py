#!/usr/bin/env python3
"""SQLite FTS5 behind the protocol of README.md (apsw brings the newest SQLite). One thread builds, whatever is asked.

bm25() has k1 = 1.2 and b = 0.75 fixed. The table is contentless (text not stored); ids are in a table beside it.
"""
import json
import os
import sys
import time

import apsw
from measurement import bytes_on_disk, percentile
from protocol import letters, parse, serve


def connect(directory):
    db = apsw.Connection(os.path.join(directory, "letters.db"))
    db.pragma("mmap_size", 16 << 30)
    db.pragma("cache_size", -1 << 20)
    return db


def index(jsonl, path):
    os.makedirs(path)
    t0 = time.time()
    db = connect(path)
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "normal")
    db.execute("create table letters(n integer primary key, id text)")
    db.execute("create virtual table fts using fts5(text, content='', "
               "tokenize='unicode61 remove_diacritics 0')")
    db.execute("insert into fts(fts, rank) values('automerge', 8)")
    db.execute("insert into fts(fts, rank) values('hashsize', 268435456)")
    db.execute("begin")
    for n, (i, t) in enumerate(letters(jsonl), 1):
        db.execute("insert into fts(rowid, text) values(?, ?)", (n, t))
        db.execute("insert into letters values(?, ?)", (n, i))
        if n % 5000 == 0:
            db.execute("commit")
            db.execute("begin")
    db.execute("commit")
    db.execute("pragma wal_checkpoint(truncate)").fetchall()
    t1 = time.time() - t0
    before = bytes_on_disk(path)
    db.execute("insert into fts(fts) values('optimize')")
    db.execute("pragma wal_checkpoint(truncate)").fetchall()
    free = db.pragma("freelist_count") * db.pragma("page_size")
    t2 = time.time() - t0
    print(json.dumps({"engine": "sqlite fts5 " + apsw.sqlite_lib_version(), "threads": 1, "index_s": round(t1, 2),
                      "bytes_before": before, "total_s": round(t2, 2), "bytes_after": bytes_on_disk(path) - free}))


def unit(kind, ws):
    if kind == "prefix":
        return ws[0] + "*" if ws[0].isascii() else f'"{ws[0]}"*'
    return '"' + " ".join(ws) + '"'


def build(q):
    us = parse(q)
    must = [unit(k, w) for o, k, w in us if o == "+"]
    opt = [unit(k, w) for o, k, w in us if o == ""]
    neg = [unit(k, w) for o, k, w in us if o == "-"]
    if must:
        # optional words beside required ones only score; FTS5 has no such operator:
        # (must AND opt) OR must has the same hits and scores the optional words
        s = " AND ".join(must)
        if opt:
            s = f"({s}) OR (({s}) AND ({' OR '.join(opt)}))"
    else:
        s = " OR ".join(opt)
    return f"({s}) NOT ({' OR '.join(neg)})" if neg else s


def query(path):
    db = connect(path)
    top = "select rowid, rank from fts where fts match ? order by rank limit "

    def run(cmd, q):
        m = build(q)
        if cmd == "COUNT":
            return db.execute("select count(*) from fts where fts match ?", (m,)).fetchone()[0]
        if cmd in ("TOP_10", "TOP_100"):
            db.execute(top + cmd[4:], (m,)).fetchall()
            return 1
        if cmd == "TOP_10_COUNT":      # two statements: FTS5 has no single call for both
            db.execute(top + "10", (m,)).fetchall()
            return db.execute("select count(*) from fts where fts match ?", (m,)).fetchone()[0]

    def docs(q):
        return [(db.execute("select id from letters where n=?", (r,)).fetchone()[0], -s)
                for r, s in db.execute(top + "10", (build(q),)).fetchall()]
    serve(run, docs)


def add(path, jsonl, n):
    db = connect(path)
    db.pragma("synchronous", "full")
    last = db.execute("select max(n) from letters").fetchone()[0]
    it, ts = letters(jsonl), []
    for k in range(n):
        _, t = next(it)
        t0 = time.perf_counter()
        db.execute("begin")
        db.execute("insert into fts(rowid, text) values(?, ?)", (last + 1 + k, t + f" uniekwoord{k}"))
        db.execute("insert into letters values(?, ?)", (last + 1 + k, f"new-{k}"))
        db.execute("commit")
        c = db.execute("select count(*) from fts where fts match ?", (f"uniekwoord{k}",)).fetchone()[0]
        ts.append((time.perf_counter() - t0) * 1e3)
        assert c == 1
    print(json.dumps({"commit_ms_p50": round(percentile(ts, .5), 2), "commit_ms_p95": round(percentile(ts, .95), 2)}))


def cold(path, q):
    t0 = time.perf_counter()
    db = connect(path)
    t1 = time.perf_counter()
    c = db.execute("select count(*) from fts where fts match ?", (build(q),)).fetchone()[0]
    db.execute("select rowid, rank from fts where fts match ? order by rank limit 10", (build(q),)).fetchall()
    t2 = time.perf_counter()
    print(json.dumps({"open_ms": round((t1 - t0) * 1e3, 2), "first_query_ms": round((t2 - t1) * 1e3, 2), "hits": c}))


a = sys.argv[1:]
{"index": lambda: index(a[1], a[2]), "query": lambda: query(a[1]),
 "add": lambda: add(a[1], a[2], int(a[3])), "cold": lambda: cold(a[1], a[2])}[a[0]]()
