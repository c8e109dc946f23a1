#!/usr/bin/env python3
"""generate_queries.py - a deterministic query set taken from a corpus made by generate_corpus.py.

    generate_queries.py data/c10k.jsonl > queries.tsv          # class<TAB>query
    generate_queries.py --commands queries.tsv > commands.txt   # COMMAND<TAB>query

Query syntax (that of the search-benchmark-game): `a b` any word (OR), `+a +b` all words
(AND), `"a b"` phrase, `-a` not, and here also `abc*` prefix. Words are already lower-case
tokens: maximal runs of letters and digits. Make the set from the 10k corpus and use it at
every size; that is a prefix of every larger corpus, so each phrase and AND query has hits.
"""

import collections
import json
import random
import re
import sys

TOKEN = re.compile(r"[^\W_]+")
WORD = re.compile(r"[a-zà-öø-ÿ]{2,}$")


def main(path):
    df = collections.Counter()
    docs = []
    rnd = random.Random(7)
    n = 0
    for line in open(path, encoding="utf-8"):
        toks = TOKEN.findall(json.loads(line)["text"].lower())
        df.update(set(toks))
        n += 1
        if n % 5 == 0:
            docs.append(toks)
    words = sorted(w for w in df if WORD.match(w))
    band = lambda lo, hi: [w for w in words if lo * n <= df[w] < hi * n]
    high, med, low = band(0.2, 1.1), band(0.01, 0.1), [w for w in words if 5 <= df[w] <= 50]
    content = {w for w in words if 5 <= df[w] and df[w] < 0.6 * n and len(w) > 3}
    out, seen = [], set()

    def add(cls, q):
        if q in seen:
            return False
        seen.add(q)
        out.append((cls, q))
        return True

    def many(cls, count, make):
        got = tries = 0
        while got < count and tries < count * 200:
            tries += 1
            q = make()
            if q and add(cls, q):
                got += 1

    def from_doc(k, stop=0.15):
        """k different words of one letter: mostly content words, now and then any word"""
        d = rnd.choice(docs)
        ws = []
        for _ in range(200):
            w = rnd.choice(d)
            if w in ws or not WORD.match(w):
                continue
            if w in content or rnd.random() < stop:
                ws.append(w)
            if len(ws) == k:
                return ws
        return None

    def run(k, need_content=True):
        """k consecutive words of one letter"""
        d = rnd.choice(docs)
        i = rnd.randrange(0, max(1, len(d) - k))
        ws = d[i : i + k]
        if len(ws) < k or not all(WORD.match(w) for w in ws):
            return None
        if need_content and not any(w in content for w in ws):
            return None
        return ws

    many("term_high", 40, lambda: rnd.choice(high))
    many("term_med", 60, lambda: rnd.choice(med))
    many("term_low", 60, lambda: rnd.choice(low))
    for k in (2, 3, 4):
        many(f"or{k}", 60, lambda: " ".join(from_doc(k) or []))
    many("or_high", 40, lambda: " ".join(rnd.sample(high, rnd.choice((2, 3)))))
    for k in (2, 3, 4):
        many(f"and{k}", 60, lambda: " ".join("+" + w for w in (from_doc(k) or [])))
    many("and_high", 40, lambda: " ".join("+" + w for w in rnd.sample(high, rnd.choice((2, 3)))))
    for k, c in ((2, 70), (3, 70), (4, 50)):
        many(f"phrase{k}", c, lambda: (lambda r: f'"{" ".join(r)}"' if r else "")(run(k)))

    def stop_phrase():
        r = run(2, need_content=False)
        return f'"{" ".join(r)}"' if r and all(df[w] > 0.5 * n for w in r) else ""

    many("phrase_high", 30, stop_phrase)

    def cite():
        d = rnd.choice(docs)
        at = [
            i
            for i, w in enumerate(d[:-4])
            if w == "kamerstuk"
            and d[i + 1].isdigit()
            and d[i + 2].isdigit()
            and d[i + 3] == "nr"
            and d[i + 4].isdigit()
        ]
        if not at:
            return ""
        i = rnd.choice(at)
        return f'"{d[i + 1]} {d[i + 2]} nr {d[i + 4]}"'

    many("cite", 30, cite)

    def prefix():
        w = rnd.choice(rnd.choice((high, med, low)))
        return w[: rnd.randint(3, min(8, len(w) - 1))] + "*" if len(w) > 5 else ""

    many("prefix", 50, prefix)

    def mixed():
        r, w = run(2), from_doc(3)
        if not r or not w:
            return ""
        p = f'"{" ".join(r)}"'
        return rnd.choice((f"+{w[0]} +{p}", f"{w[0]} {p}", f"+{w[0]} {w[1]} {w[2]}", f"+{p} {w[0]} {w[1]}"))

    many("mixed", 80, mixed)

    def negative():
        w = from_doc(2)
        return f"+{w[0]} -{w[1]}" if w else ""

    many("not", 40, negative)
    for c, q in out:
        print(f"{c}\t{q}")


if __name__ == "__main__":
    if sys.argv[1] == "--commands":
        for cmd in ("COUNT", "TOP_10", "TOP_100", "TOP_10_COUNT"):
            for line in open(sys.argv[2], encoding="utf-8"):
                print(cmd + "\t" + line.rstrip("\n").split("\t")[1])
    else:
        main(sys.argv[1])
