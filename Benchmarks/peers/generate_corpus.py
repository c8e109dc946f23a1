#!/usr/bin/env python3
"""generate_corpus.py - deterministic synthetic Dutch parliamentary letters.

Makes N letters ("Kamerbrieven") whose *statistics* are close to the real thing, so that
the same files can be used to test parsing, search and the citation graph:

  words      a word-level trigram model with back-off to bigrams and unigrams, trained on
             the seed letters (real letters), walks the seeds' surface forms; a share of
             the content words is then replaced by words from an open-ended tail
             vocabulary (Debian's `wdutch` list, then made-up compounds of it), drawn from
             a Zipf-Mandelbrot law, so distinct terms keep growing like Heaps' law;
             half of the tail words come from a per-letter topic, so that words are bursty
             (tf > 1) and co-occur, as in real text
  lengths    log-normal, mean 2,500 words, sigma 0.8 (clipped to 120..20,000)
  header     dossier, title, vergaderjaar, number, minister, date
  layout     paragraphs wrapped at 75 columns, headings, pages of ~52 lines, each page
             ending with its own footnote block and the page furniture of the seeds
  footnotes  markers in the running text, most of them after a sentence's full stop, some
             glued to a word, as in the seeds ("moties1")
  citations  "Kamerstuk 31 497, nr. 386" and the other forms found in the seeds, in
             footnotes and inline; 50 % cite a recent letter of the same dossier, 50 % a
             letter drawn so that the in-degree follows a power law (exponent ~2.5);
             dossier sizes also follow a power law
  truth      --citations writes one line per citation of a letter that exists in the
             corpus: citing_id, cited_id, "footnote"|"inline", footnote number (0: inline);
             kind "stray" marks well-formed citations that the walk itself copied from the
             seeds (their target may or may not be in the corpus): the text does cite them

Everything is a function of (--seed, the letter's ordinal): the output does not depend on
the number of processes, and a corpus of 10k letters is the first 10k letters of the
corpus of 100k letters made with the same seed.

Output: JSONL, one {"id": "kst-31497-408", "text": "..."} per line, UTF-8, no BOM.

    generate_corpus.py --n 10000 --out corpus10k.jsonl --citations cites10k.tsv
    generate_corpus.py --n 500 --out c500.jsonl --txt-dir letters/ --hyphenate 0.08

--hyphenate P breaks about that share of the lines inside a word, as in the seeds
("samen-\\nwerking"). It is off by default, so that every search engine sees whole words
without having to agree about de-hyphenation.
"""

import argparse
import glob
import json
import math
import multiprocessing as mp
import os
import re
import sys
import time

import numpy as np

CHUNK = 500  # letters per unit of work; part of the definition of the corpus
LANES = 4096  # independent walks per unit of work
TAIL_SHARE = 0.17  # share of all tokens drawn from the tail vocabulary
ZIPF_Q = 600.0  # Zipf-Mandelbrot shift of the tail; exponent 2 -> Heaps beta ~ 0.5
TOPICS = 4000  # letter topics
P_TRI, P_BI = 0.45, 0.45  # else: jump anywhere (unigram)

ROMAN = ["I", "V", "VI", "VII", "VIII", "X", "XIII", "XV", "XVI"]
MONTHS = ("januari februari maart april mei juni juli augustus september oktober " "november december").split()
MINISTERS = [
    "DE MINISTER VOOR PRIMAIR EN VOORTGEZET ONDERWIJS",
    "DE MINISTER VAN ONDERWIJS, CULTUUR EN WETENSCHAP",
    "DE MINISTER VAN VOLKSGEZONDHEID, WELZIJN EN SPORT",
    "DE MINISTER VAN JUSTITIE EN VEILIGHEID",
    "DE MINISTER VAN FINANCIËN",
    "DE MINISTER VAN BINNENLANDSE ZAKEN EN KONINKRIJKSRELATIES",
    "DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT",
    "DE MINISTER VAN LANDBOUW, NATUUR EN VOEDSELKWALITEIT",
    "DE STAATSSECRETARIS VAN SOCIALE ZAKEN EN WERKGELEGENHEID",
    "DE STAATSSECRETARIS VAN ECONOMISCHE ZAKEN EN KLIMAAT",
]


# ------------------------------------------------------------------ the language model

FURNITURE = re.compile(r"^(\s*kst-\S+|ISSN \d{4}.*|.*Tweede Kamer, vergaderjaar .*|\s*\d+\s+20\d\dZ\d+\s*)$")
FOOTNOTE = re.compile(
    r"^\d{1,3} (Kamerst|Handelingen|https?:|www\.|Zie |Bijlage|Via |Het [A-Z]|In het|Naast|«|"
    r"Briefadvies|Verzamelbrief|Behoefte|Bovens|Hierbij|Van de|Wat een|Basisond|De Kamer)"
)


def read_seed(path):
    """The running text of one seed letter: no page furniture, no footnotes, whole words."""
    keep, drop = [], False
    for line in open(path, encoding="utf-8"):
        line = line.rstrip()
        if FURNITURE.match(line):
            continue
        if FOOTNOTE.match(line):
            drop = True  # a footnote runs on to the next blank line
            continue
        if not line.strip():
            drop = False
        if not drop:
            keep.append(line.strip())
    text = "\n".join(keep)
    text = re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", text)  # de-hyphenate
    text = re.sub(r"(?<=[a-zà-ÿ.,;:»)])(\d{1,2})(?=[\s.,])", "", text)  # footnote markers
    text = re.sub(r"[^\w\s.,;:()«»'’%/€?!&–-]", "", text)
    return text


class Model:
    def __init__(self, seeds, words):
        toks, self.headings = [], []
        for path in sorted(glob.glob(os.path.join(seeds, "*.txt"))):
            for par in re.split(r"\n\s*\n", read_seed(path)):
                line = par.strip()
                if "\n" not in line and 8 < len(line) < 70 and not line.endswith("."):
                    if not re.match(r"(Nr\.|Den Haag|Aan de|De (Minister|Staats)|\d\d \d{3} |A\.)", line):
                        self.headings.append(line)
                else:
                    toks += par.split()
        if len(toks) < 1000:
            sys.exit("generate_corpus: no seed letters found in " + seeds)
        self.surf = sorted(set(toks))
        index = {s: i for i, s in enumerate(self.surf)}
        tok = np.array([index[t] for t in toks], dtype=np.int64)
        n = len(tok)
        self.n, self.tok = n, tok.astype(np.int32)

        def csr(key):
            """group positions by key -> (positions sorted by key, start, count) per position"""
            order = np.argsort(key, kind="stable")
            _, inv, cnt = np.unique(key, return_inverse=True, return_counts=True)
            start = np.concatenate(([0], np.cumsum(cnt)[:-1]))
            return order.astype(np.int32), start[inv].astype(np.int32), cnt[inv].astype(np.int32)

        self.bi = csr(tok)
        self.tri = csr(np.concatenate(([0], tok[:-1])) * len(self.surf) + tok)

        # content words: may be replaced by a tail word; function words (frequent) may not
        freq = np.bincount(tok, minlength=len(self.surf))
        self.suffix = [""] * len(self.surf)
        content = np.zeros(len(self.surf), dtype=bool)
        pat = re.compile(r"^([a-zà-ÿ]{4,})([.,]?)$")
        stem_freq = {}
        for i, s in enumerate(self.surf):
            m = pat.match(s)
            if m:
                stem_freq[m[1]] = stem_freq.get(m[1], 0) + int(freq[i])
        for i, s in enumerate(self.surf):
            m = pat.match(s)
            if m and stem_freq[m[1]] < n / 400:
                content[i], self.suffix[i] = True, m[2]
        self.content = content
        self.p_tail = min(0.95, TAIL_SHARE / max(content[tok].mean(), 1e-9))
        self.sent_end = np.array([s.endswith((".", "?", "!")) and len(s) > 3 for s in self.surf])

        # tail vocabulary: wdutch, shorter words first (with noise), then compounds
        lex = sorted({w.strip() for w in open(words, encoding="utf-8")})
        lex = [w for w in lex if w.isalpha() and w.islower() and 4 <= len(w) <= 24]
        rng = np.random.default_rng(20240101)
        key = np.array([len(w) for w in lex]) + rng.normal(0, 5.0, len(lex))
        self.tail = [lex[i] for i in np.argsort(key, kind="stable")]
        self.part = [w for w in self.tail if 4 <= len(w) <= 9][:60000]

    def tail_word(self, rank):
        if rank < len(self.tail):
            return self.tail[rank]
        h = (rank * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        h ^= h >> 29
        a, b = h % len(self.part), (h >> 24) % len(self.part)
        return self.part[a] + self.part[b]

    def walk(self, rng, total):
        """`total` tokens (ids of surface forms), as LANES independent walks."""
        steps = -(-total // LANES)
        pos = rng.integers(0, self.n - 1, LANES).astype(np.int32)
        out = np.empty((steps, LANES), dtype=np.int32)
        (bo, bs, bc), (to, ts, tc) = self.bi, self.tri
        for t in range(steps):
            u, v = rng.random(LANES), rng.random(LANES)
            p3 = to[ts[pos] + (v * tc[pos]).astype(np.int32)]
            p2 = bo[bs[pos] + (v * bc[pos]).astype(np.int32)]
            p1 = (v * self.n).astype(np.int32)
            pos = np.where(u < P_TRI, p3, np.where(u < P_TRI + P_BI, p2, p1)) + 1
            pos[pos >= self.n] = 0
            out[t] = self.tok[pos]
        return out.T.reshape(-1)[:total]


# ------------------------------------------------------------------ the letters' frame


class Plan:
    """What is fixed for the whole corpus: dossiers, numbers, lengths (prefix-stable)."""

    def __init__(self, seed, n, mean_words):
        self.n = n
        r = np.random.default_rng([seed, 1])
        u = r.random((n, 4))
        doss = np.empty(n, dtype=np.int64)
        k = 0
        un, uc = u[:, 0].tolist(), u[:, 1].tolist()
        dl = [0] * n
        for i in range(n):  # Yule-Simon: power-law dossier sizes
            if i == 0 or un[i] < 0.03:  # a new dossier
                dl[i] = k
                k += 1
            elif un[i] < 0.50:  # any dossier
                dl[i] = int(uc[i] * k)
            else:  # a dossier, in proportion to its size
                dl[i] = dl[int(uc[i] * i)]
        doss[:] = dl
        self.doss = doss
        order = np.argsort(doss, kind="stable")
        cnt = np.bincount(doss, minlength=k)
        self.start = np.concatenate(([0], np.cumsum(cnt)[:-1]))
        self.members = order
        self.rank = np.empty(n, dtype=np.int64)
        self.rank[order] = np.arange(n) - np.repeat(self.start, cnt)
        step = 1 + (u[:, 2] * u[:, 2] * 4).astype(np.int64)  # numbers with gaps
        nr = np.empty(n, dtype=np.int64)
        cs = np.cumsum(step[order])
        base = np.concatenate(([0], cs))[self.start]
        nr[order] = cs - np.repeat(base, cnt)
        self.nr = nr
        z = np.random.default_rng([seed, 2]).standard_normal(n)
        sigma = 0.8
        mu = math.log(mean_words) - sigma * sigma / 2
        self.length = np.clip(np.exp(mu + sigma * z), 120, 20000).astype(np.int64)
        self.topic = (np.random.default_rng([seed, 3]).random(n) ** 2 * TOPICS).astype(np.int64)

    def dossier(self, d):
        """("31 497", "") or ("36 200", "VIII")"""
        d = int(d)
        num = 24000 + (d * 7919) % 75989
        return f"{num // 1000} {num % 1000:03d}", (ROMAN[d % 9] if d % 17 == 3 else "")

    def ident(self, i):
        a, b = self.dossier(self.doss[i])
        return f"kst-{a.replace(' ', '')}-{b + '-' if b else ''}{self.nr[i]}"

    def date(self, i):
        return np.datetime64("1999-01-04") + int(i) // 100


def year_pair(day):
    y, m = int(str(day)[:4]), int(str(day)[5:7])
    y = y if m >= 9 else y - 1
    return y, y + 1


def cite_text(plan, i, j, how):
    a, b = plan.dossier(plan.doss[j])
    d = a + (" " + b if b else "")
    nr = plan.nr[j]
    if how < 0.72:
        return f"Kamerstuk {d}, nr. {nr}"
    if how < 0.80:
        return f"Kamerstuk {d}, {nr}"
    if how < 0.84:
        return f"Kamerstuk {d} nr. {nr}"
    if how < 0.94:
        y0, y1 = year_pair(plan.date(j))
        return f"Kamerstukken II {y0}/{y1 % 100:02d}, {d}, nr. {nr}"
    y0, y1 = year_pair(plan.date(j))
    return f"Tweede Kamer, vergaderjaar {y0}–{y1}, {d}, nr. {nr}"


def other_note(r, i):
    k, a, b = r.random(), int(r.integers(1, 120)), int(r.integers(2, 60))
    if k < 0.25:
        y = int(r.integers(1998, 2024))
        return f"Handelingen II {y}/{(y + 1) % 100:02d}, nr. {a}, item {b}"
    if k < 0.45:
        return f"Stb. {int(r.integers(1998, 2024))}, {a * 4}"
    if k < 0.65:
        return f"https://www.rijksoverheid.nl/documenten/{int(r.integers(2010, 2024))}/{b:02d}/brief-{a}"
    if k < 0.85:
        return f"{int(r.integers(2009, 2024))}Z{int(r.integers(1, 24000)):05d}"
    return f"Zie bijlage {b} bij deze brief"


def wrap(text, width, hyph, r):
    """Greedy wrap; with probability hyph a line is broken inside its next word."""
    lines, p, n = [], 0, len(text)
    while n - p > width:
        q = text.rfind(" ", p, p + width + 1)
        if q <= p:
            q = text.find(" ", p)
            if q < 0:
                break
        if hyph and r.random() < hyph:
            e = text.find(" ", q + 1)
            e = n if e < 0 else e
            w = text[q + 1 : e]
            if len(w) > 9 and w.isalpha():
                lines.append(text[p:q] + " " + w[: len(w) // 2] + "-")
                p = q + 1 + len(w) // 2
                continue
        lines.append(text[p:q])
        p = q + 1
    lines.append(text[p:])
    return lines


STRAY = re.compile(
    r"(?:Kamerstuk(?:ken)?|Tweede\s+Kamer,\s+vergaderjaar)\s+(?:(?:II\s+)?\d{4}[/–]\d{2,4},\s+)?"
    r"(\d{2})\s(\d{3})(?:\s+([IVX]+))?,?\s+(?:nr\.\s+)?(\d+)"
)


# ------------------------------------------------------------------ one unit of work

G = {}  # model, plan and options; inherited by the workers


def make_chunk(c):
    model, plan, opt = G["model"], G["plan"], G["opt"]
    lo, hi = c * CHUNK, min((c + 1) * CHUNK, plan.n)
    rng = np.random.default_rng([opt.seed, 100, c])
    # always draw a whole chunk: a shorter corpus is a prefix of a longer one
    length = G["length_of"](c)
    total = int(length.sum())
    ids = model.walk(rng, total)
    letter_of = np.repeat(np.arange(len(length)), length)
    tail = model.content[ids] & (rng.random(total) < model.p_tail)
    tpos = np.flatnonzero(tail)
    u, v, t = rng.random(len(tpos)), rng.random(len(tpos)), G["topic_of"](c)[letter_of[tpos]]
    # Zipf-Mandelbrot with exponent 2: the survival function is q/(r+q)
    glob_rank = (ZIPF_Q / np.maximum(1.0 - u, 1e-12) - ZIPF_Q).astype(np.int64)
    topic_rank = np.minimum((20.0 / np.maximum(1.0 - u, 1e-12) - 20.0), 3000).astype(np.int64)
    topic_rank = (t * 104729 + topic_rank * 611953) % 40000 + 200
    rank = np.where(v < 0.5, glob_rank, topic_rank)
    surf, suffix = model.surf, model.suffix
    words = [surf[k] for k in ids.tolist()]
    tw, nt, il = model.tail_word, len(model.tail), model.tail
    for p, k in zip(tpos.tolist(), rank.tolist()):
        words[p] = (il[k] if k < nt else tw(k)) + suffix[ids[p]]
    ends = model.sent_end[ids]
    bounds = np.concatenate(([0], np.cumsum(length))).tolist()

    out, cites, files = [], [], []
    for li in range(hi - lo):
        i = lo + li
        r = np.random.default_rng([opt.seed, 200, i])
        a, b = bounds[li], bounds[li + 1]
        text, cs = make_letter(model, plan, opt, i, words[a:b], ends[a:b], r)
        ident = plan.ident(i)
        out.append(json.dumps({"id": ident, "text": text}, ensure_ascii=False))
        cs = [(plan.ident(j), how, mark) for j, how, mark in cs]
        cites += [f"{ident}\t{j}\t{how}\t{mark}" for j, how, mark in cs]
        known = {j for j, _, _ in cs} | {ident}
        if opt.citations:
            found = {f"kst-{d}{e}-{f + '-' if f else ''}{g}" for d, e, f, g in STRAY.findall(text)}
            cites += [f"{ident}\t{j}\tstray\t0" for j in sorted(found - known)]
        if opt.txt_dir:
            with open(os.path.join(opt.txt_dir, ident + ".txt"), "w", encoding="utf-8") as f:
                f.write(text)
    return ("\n".join(out) + "\n").encode("utf-8"), "".join(x + "\n" for x in cites).encode()


def pick_target(plan, i, r):
    if i == 0:
        return None
    if r.random() < 0.5:
        k = int(plan.rank[i]) - int(r.geometric(0.25))
        if k >= 0:
            return int(plan.members[plan.start[plan.doss[i]] + k])
    return int(i * r.random() ** 3)  # in-degree of letter j falls like j^(-2/3)


def make_letter(model, plan, opt, i, words, ends, r):
    n = len(words)
    # footnotes at sentence ends (85 %) or glued to any word (15 %), inline citations
    stops = np.flatnonzero(ends)
    n_notes = min(int(r.poisson(n / 380)), 200)
    n_inline = int(r.poisson(n / 900))
    spots = set()
    if len(stops):
        spots.update(r.choice(stops, int(n_notes * 0.85 + r.random())).tolist())
    spots.update(r.integers(0, n, int(n_notes * 0.15 + r.random())).tolist())
    notes, cites = {}, []
    for mark, p in enumerate(sorted(spots), 1):
        if r.random() < 0.75 and (j := pick_target(plan, i, r)) is not None:
            s = cite_text(plan, i, j, r.random())
            cites.append((j, "footnote", mark))
            if r.random() < 0.12:
                j = pick_target(plan, i, r)
                s += "; " + cite_text(plan, i, j, 0.0)
                cites.append((j, "footnote", mark))
        else:
            s = other_note(r, i)
        notes[mark] = s
        words[p] += str(mark)
    for p in r.integers(0, n, n_inline).tolist():
        j = pick_target(plan, i, r)
        if j is not None:
            w = words[p]
            core = w.rstrip(".,")
            if w.endswith((".", ",")) and core:
                words[p] = f"{core} ({cite_text(plan, i, j, 0.0)}){w[len(core):]}"
            else:
                words[p] = f"{w} ({cite_text(plan, i, j, 0.0)})"
            cites.append((j, "inline", 0))

    # paragraphs of 2..7 sentences, some under a heading
    body, a, k, want = [], 0, 0, int(r.integers(2, 8))
    for e in stops.tolist() + [n - 1]:
        k += 1
        if k >= want or e == n - 1:
            if e + 1 > a:
                body.append(" ".join(words[a : e + 1]))
            a, k, want = e + 1, 0, int(r.integers(2, 8))
    dos, sub = plan.dossier(plan.doss[i])
    full = dos + (" " + sub if sub else "")
    nr, day = int(plan.nr[i]), plan.date(i)
    y0, y1 = year_pair(day)
    y, m, d = str(day).split("-")
    who = MINISTERS[int(plan.doss[i]) % len(MINISTERS)]
    title = model.headings[int(plan.doss[i]) * 31 % len(model.headings)]
    lines = [
        "Tweede Kamer der Staten-Generaal 2",
        "",
        f"Vergaderjaar {y0}–{y1}",
        "",
        f"{full} {title}",
        "",
        f"Nr. {nr} BRIEF VAN {who}",
        "",
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
        "",
        f"Den Haag, {int(d)} {MONTHS[int(m) - 1]} {y}",
        "",
    ]
    for b in body:
        if r.random() < 0.12:
            if r.random() < 0.5:
                h = model.headings[int(r.integers(0, len(model.headings)))]
            else:
                x, z = r.integers(0, 3000, 2).tolist()
                h = f"{model.tail[x].capitalize()} en {model.tail[z]}"
            lines += [h, ""]
        lines += wrap(b, 75, opt.hyphenate, r)
        lines.append("")
    lines += [
        who.title().replace(" En ", " en ").replace(" Van ", " van ").replace(" Voor ", " voor ") + ",",
        "A.B. de Vries",
    ]

    # pages: text, the footnotes whose marker stands on the page, page furniture
    page_of = re.compile(r"(\d+)(?:\s|$)")
    out, page, nxt = [], 1, 1
    for s in range(0, len(lines), 52):
        part = lines[s : s + 52]
        out += part
        last = s + 52 >= len(lines)
        block, chunk = [], " ".join(part) + " "
        while nxt in notes and (last or f"{nxt} " in chunk and marker_in(chunk, nxt)):
            block.append(f"{nxt} {notes[nxt]}")
            nxt += 1
        if block:
            out += [""] + block
        if page == 1:
            out += [
                "",
                " ",
                " ",
                f"{plan.ident(i)}",
                "ISSN 0921 - 7371",
                f"’s-Gravenhage {y} Tweede Kamer, vergaderjaar {y0}–{y1}, {full}, nr. {nr} {page}",
                "",
                "",
                "",
            ]
        else:
            out += ["", f"Tweede Kamer, vergaderjaar {y0}–{y1}, {full}, nr. {nr} {page}", "", "", ""]
        page += 1
    return "\n".join(out), cites


def marker_in(chunk, k):
    """is footnote marker k in this text: digits right after a letter or closing mark"""
    return re.search(rf"(?<=[^\W\d_]|[.,;:)»?!%]){k} ", chunk) is not None


# ------------------------------------------------------------------ main


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("--n", type=int, required=True)
    ap.add_argument("--out", required=True, help="JSONL file")
    ap.add_argument("--citations", help="write the true citation edges to this TSV")
    ap.add_argument("--txt-dir", help="also write one .txt per letter into this folder")
    ap.add_argument("--seeds", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "seeds"))
    ap.add_argument("--words", default="/usr/share/dict/dutch")
    ap.add_argument("--mean-words", type=float, default=2500)
    ap.add_argument("--hyphenate", type=float, default=0.0)
    ap.add_argument("--seed", type=int, default=42)
    ap.add_argument("--procs", type=int, default=2)
    opt = ap.parse_args()
    t0 = time.time()
    model = Model(opt.seeds, opt.words)
    chunks = -(-opt.n // CHUNK)
    whole = Plan(opt.seed, chunks * CHUNK, opt.mean_words)
    plan = whole
    plan.n = opt.n
    G.update(
        model=model,
        plan=plan,
        opt=opt,
        length_of=lambda c: plan.length[c * CHUNK : (c + 1) * CHUNK],
        topic_of=lambda c: plan.topic[c * CHUNK : (c + 1) * CHUNK],
    )
    if opt.txt_dir:
        os.makedirs(opt.txt_dir, exist_ok=True)
    print(
        f"model: {model.n} seed tokens, {len(model.surf)} surface forms, "
        f"{len(model.tail)} tail words, {len(model.headings)} headings "
        f"({time.time() - t0:.1f} s)",
        file=sys.stderr,
    )
    size = 0
    with open(opt.out, "wb") as f, open(opt.citations or os.devnull, "wb") as g, mp.get_context("fork").Pool(
        opt.procs
    ) as pool:
        for c, (data, cites) in enumerate(pool.imap(make_chunk, range(chunks))):
            f.write(data)
            g.write(cites)
            size += len(data)
            if (c + 1) % 20 == 0:
                print(
                    f"{min((c + 1) * CHUNK, opt.n)} letters, {size / 1e6:.0f} MB, " f"{time.time() - t0:.0f} s",
                    file=sys.stderr,
                )
    print(f"done: {opt.n} letters, {size / 1e6:.1f} MB in {time.time() - t0:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
