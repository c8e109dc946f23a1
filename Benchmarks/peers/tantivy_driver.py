#!/usr/bin/env python3
"""tantivy (its Python package) behind the protocol of README.md. BM25 with k1 = 1.2 and b = 0.75 is fixed there.

One thread builds with the largest heap there is, which gives one segment without a merge (the package has none to call);
several have 512 MB each.
"""
import json
import os
import sys
import time

import tantivy as tv
from measurement import bytes_on_disk, percentile
from protocol import letters, parse, serve

SCHEMA = (tv.SchemaBuilder()
          .add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
          .add_text_field("text", stored=False, tokenizer_name="words", index_option="position")
          .build())


def open_index(path):
    ix = tv.Index(SCHEMA, path=path)
    ix.register_tokenizer("words", tv.TextAnalyzerBuilder(tv.Tokenizer.simple())
                          .filter(tv.Filter.lowercase()).build())
    return ix


def index(jsonl, out, threads):
    os.makedirs(out)
    heap = 4_290_000_000 if threads == 1 else 512_000_000 * threads
    t0 = time.time()
    ix = open_index(out)
    w = ix.writer(heap, threads)
    for i, t in letters(jsonl):
        w.add_document(tv.Document(id=i, text=t))
    w.commit()
    t1 = time.time() - t0
    before = bytes_on_disk(out)
    w.wait_merging_threads()
    ix.reload()
    print(json.dumps({"engine": tv.__version__.split(",")[0], "threads": threads, "index_s": round(t1, 2),
                      "bytes_before": before, "total_s": round(time.time() - t0, 2),
                      "bytes_after": bytes_on_disk(out), "segments": ix.searcher().num_segments}))


def unit(kind, ws):
    if kind == "phrase" and len(ws) > 1:
        return tv.Query.phrase_query(SCHEMA, "text", ws)
    if kind == "prefix":
        return tv.Query.regex_query(SCHEMA, "text", ws[0] + ".*")
    return tv.Query.term_query(SCHEMA, "text", ws[0], index_option="freq")


OCCUR = {"": tv.Occur.Should, "+": tv.Occur.Must, "-": tv.Occur.MustNot}


def build(q):
    us = parse(q)
    if len(us) == 1 and us[0][0] != "-":
        return unit(*us[0][1:])
    return tv.Query.boolean_query([(OCCUR[o], unit(k, w)) for o, k, w in us])


def query(path):
    ix = open_index(path)
    s = ix.searcher()

    def run(cmd, q):
        q = build(q)
        if cmd == "COUNT":
            # tantivy-py has no count-only collector: TopDocs(1) without order is the nearest
            return s.search(q, 1, count=True).count
        if cmd == "TOP_10":
            s.search(q, 10, count=False).hits
            return 1
        if cmd == "TOP_100":
            s.search(q, 100, count=False).hits
            return 1
        if cmd == "TOP_10_COUNT":
            r = s.search(q, 10, count=True)
            r.hits
            return r.count

    def docs(q):
        return [(s.doc(a)["id"][0], sc) for sc, a in s.search(build(q), 10).hits]
    serve(run, docs)


def add(path, jsonl, n):
    ix = open_index(path)
    w = ix.writer(64_000_000, 1)
    it, ts = letters(jsonl), []
    for k in range(n):
        _, t = next(it)
        t0 = time.perf_counter()
        w.add_document(tv.Document(id=f"new-{k}", text=t + f" uniekwoord{k}"))
        w.commit()
        ix.reload()
        c = ix.searcher().search(unit("term", [f"uniekwoord{k}"]), 1).count
        ts.append((time.perf_counter() - t0) * 1e3)
        assert c == 1
    print(json.dumps({"commit_ms_p50": round(percentile(ts, .5), 2), "commit_ms_p95": round(percentile(ts, .95), 2)}))


def cold(path, q):
    t0 = time.perf_counter()
    ix = open_index(path)
    s = ix.searcher()
    t1 = time.perf_counter()
    c = s.search(build(q), 10).count
    t2 = time.perf_counter()
    print(json.dumps({"open_ms": round((t1 - t0) * 1e3, 2), "first_query_ms": round((t2 - t1) * 1e3, 2), "hits": c}))


a = sys.argv[1:]
{"index": lambda: index(a[1], a[2], int(a[3])), "query": lambda: query(a[1]),
 "add": lambda: add(a[1], a[2], int(a[3])), "cold": lambda: cold(a[1], a[2])}[a[0]]()
