#!/usr/bin/env python3
"""SQLite FTS5 behind the protocol of README.md (apsw brings the newest SQLite). One thread builds, whatever is asked.

bm25() has k1 = 1.2 and b = 0.75 fixed. The table is contentless (text not stored); ids are in a table beside it.
"""

import json
import os
import time

import apsw

from measurement import bytes_on_disk
from protocol import letters, main, measure_adding, measure_cold, parse, serve

INSERT = "insert into fts(rowid, text) values(?, ?)"
INSERT_ID = "insert into letters values(?, ?)"
COUNT = "select count(*) from fts where fts match ?"
TOP = "select rowid, rank from fts where fts match ? order by rank limit "
COMMIT_INTERVAL = 5000


def connect(directory):
    db = apsw.Connection(os.path.join(directory, "letters.db"))
    db.pragma("mmap_size", 16 << 30)
    db.pragma("cache_size", -1 << 20)
    return db


def index(corpus, directory, _threads):
    os.makedirs(directory)
    start = time.time()
    db = connect(directory)
    db.pragma("journal_mode", "wal")
    db.pragma("synchronous", "normal")
    db.execute("create table letters(number integer primary key, id text)")
    db.execute("create virtual table fts using fts5(text, content='', tokenize='unicode61 remove_diacritics 0')")
    db.execute("insert into fts(fts, rank) values('automerge', 8)")
    db.execute("insert into fts(fts, rank) values('hashsize', 268435456)")
    db.execute("begin")
    for number, (name, text) in enumerate(letters(corpus), 1):
        db.execute(INSERT, (number, text))
        db.execute(INSERT_ID, (number, name))
        if number % COMMIT_INTERVAL == 0:
            db.execute("commit")
            db.execute("begin")
    db.execute("commit")
    db.execute("insert into fts(fts) values('optimize')")
    db.execute("pragma wal_checkpoint(truncate)").fetchall()
    free = db.pragma("freelist_count") * db.pragma("page_size")
    print(
        json.dumps(
            {
                "engine": f"sqlite fts5 {apsw.sqlite_lib_version()}",
                "threads": 1,
                "total_s": time.time() - start,
                "bytes_after": bytes_on_disk(directory) - free,
            }
        )
    )


def unit(kind, words):
    if kind == "prefix":
        return words[0] + "*" if words[0].isascii() else f'"{words[0]}"*'
    return '"' + " ".join(words) + '"'


def match(query):
    """The query in FTS5's syntax, which has no optional words beside required ones: (A AND B) OR A has the same matches
    and scores B."""
    must, should, must_not = (
        [unit(kind, words) for sign, kind, words in parse(query) if sign == wanted] for wanted in ("+", "", "-")
    )
    text = " OR ".join(should)
    if must:
        required = " AND ".join(must)
        text = f"({required}) OR (({required}) AND ({text}))" if should else required
    return f"({text}) NOT ({' OR '.join(must_not)})" if must_not else text


def query(directory):
    db = connect(directory)

    def count(matching):
        return db.execute(COUNT, (matching,)).fetchone()[0]

    def top(matching, limit):
        return db.execute(TOP + str(limit), (matching,)).fetchall()

    def run(command, text):
        matching = match(text)
        if command == "COUNT":
            return count(matching)
        if command in ("TOP_10", "TOP_100"):
            top(matching, int(command[4:]))
            return 1
        if command == "TOP_10_COUNT":  # two statements: there is none for both
            top(matching, 10)
            return count(matching)
        return None

    def ranking(text):
        name = "select id from letters where number = ?"
        return [(db.execute(name, (number,)).fetchone()[0], -rank) for number, rank in top(match(text), 10)]

    serve(run, ranking)


def add(directory, corpus, count):
    db = connect(directory)
    db.pragma("synchronous", "full")
    last = db.execute("select max(number) from letters").fetchone()[0]

    def add_one(number, text, word):
        db.execute("begin")
        db.execute(INSERT, (last + 1 + number, text))
        db.execute(INSERT_ID, (last + 1 + number, f"new-{number}"))
        db.execute("commit")
        return db.execute(COUNT, (word,)).fetchone()[0]

    measure_adding(corpus, count, add_one)


def cold(directory, text):
    def answer(db):
        matching = match(text)
        db.execute(TOP + "10", (matching,)).fetchall()
        return db.execute(COUNT, (matching,)).fetchone()[0]

    measure_cold(lambda: connect(directory), answer)


main(index, query, add, cold)
