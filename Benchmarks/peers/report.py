#!/usr/bin/env python3
"""report.py SIZE RESULTS [RESULTS.md]

Prints the comparison of one size, and puts it into the document in place of its section of that size. Without results of
ours it shows the peers.
"""

import datetime
import json
import os
import platform
import re
import subprocess
import sys

OURS, AGAIN = "kamerspoor", "kamerspoor-again"
PEERS = ("lucene", "tantivy", "fts5", "xapian")
CLASSES = {
    "term_high": "word, frequent",
    "term_med": "word, middling",
    "term_low": "word, rare",
    "or2": "any of 2",
    "or3": "any of 3",
    "or4": "any of 4",
    "or_high": "any, frequent words",
    "and2": "all of 2",
    "and3": "all of 3",
    "and4": "all of 4",
    "and_high": "all, frequent words",
    "phrase2": "phrase of 2",
    "phrase3": "phrase of 3",
    "phrase4": "phrase of 4",
    "phrase_high": "phrase, frequent words",
    "cite": "citation as a phrase",
    "prefix": "prefix",
    "mixed": "mixed",
    "not": "not",
    "ALL": "all queries",
}
HEAD = """# Results

What `scripts/bench search SIZE` measured last for each size: ours and the peers on one machine, one after the other,
with identical tokens, positions on, and equal counts. [peers/README.md](peers/README.md) says how, and what makes it
fair.

Times are µs for one query on one thread, warm, the best of the passes; a ratio is ours by the best peer's, so below 1
is faster. A dash means that the engine cannot do it.
"""


def load(folder, name):
    try:
        with open(os.path.join(folder, name)) as file:
            return json.load(file)
    except FileNotFoundError:
        return None


def shown(value, unit=""):
    if value is None:
        return "–"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}{unit}"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


class Results:
    """The results of one size."""

    def __init__(self, folder):
        self.folder = folder
        names = (OURS, AGAIN) + PEERS
        self.queries = {name: found for name in names if (found := load(folder, f"{name}.json"))}
        self.builds = {name: self.builds_of(name) for name in (OURS,) + PEERS if self.builds_of(name)}
        self.engines = [name for name in (OURS,) + PEERS if name in self.queries or name in self.builds]
        self.peers = [name for name in self.engines if name != OURS]
        self.rankings = load(folder, "rankings.json")

    def builds_of(self, name):
        """{threads: result}"""
        pattern = re.compile(re.escape(name) + r"\.build-(\d+)\.json$")
        return {
            int(match[1]): load(self.folder, file)
            for file in sorted(os.listdir(self.folder))
            if (match := pattern.match(file))
        }

    def time(self, engine, command, query_class, statistic):
        """Ours is the mean of the runs before and after the peers."""
        found = [
            self.queries[name]["commands"].get(command, {}).get("classes", {}).get(query_class)
            for name in ([OURS, AGAIN] if engine == OURS else [engine])
            if name in self.queries
        ]
        found = [times[statistic] for times in found if times]
        return sum(found) / len(found) if found else None

    def version(self, engine):
        builds = self.builds.get(engine)
        return next(iter(builds.values()))["report"]["engine"] if builds else engine


def best(values, largest=False):
    """(engine, value) of the best peer; values is {engine: number or None}"""
    known = {engine: value for engine, value in values.items() if engine != OURS and value is not None}
    return (max if largest else min)(known.items(), key=lambda item: item[1], default=(None, None))


def ratio(ours, peer):
    return "–" if ours is None or not peer else f"**{ours / peer:.2f}**"


def command_table(results, command):
    rows = []
    for query_class, title in CLASSES.items():
        cells = [title]
        for statistic in ("p50", "p95"):
            times = {engine: results.time(engine, command, query_class, statistic) for engine in results.engines}
            engine, time = best(times)
            # Engines that cannot do every query are not compared over all of them.
            ours = times.get(OURS)
            comparable = query_class != "ALL" or results.time(OURS, command, "ALL", "n") == 1020
            cells += [shown(ours), f"{shown(time)} {engine or ''}", ratio(ours, time) if comparable else "–"]
        rows.append(cells)
    return table([command, "p50", "best peer", "ratio", "p95", "best peer", "ratio"], rows)


def figure_rows(results):
    """(title, unit, whether more is better, {engine: value})"""

    def builds(threads, key):
        return {
            e: found[key]
            for e, b in results.builds.items()
            if (found := b.get(threads if threads == 1 else max(b)) if threads == 1 or max(b) > 1 else None)
        }

    def of(name, key):
        values = {engine: load(results.folder, f"{engine}.{name}.json") for engine in results.engines}
        return {engine: key(value) for engine, value in values.items() if value}

    corpus = next((b[1]["corpus_mb"] for b in results.builds.values() if 1 in b), 0)
    cores = max((max(b) for b in results.builds.values()), default=1)
    return [
        ("build, 1 thread", "MB/s", True, builds(1, "mb_per_s")),
        (f"build, {cores} threads", "MB/s", True, builds(cores, "mb_per_s")),
        ("build, 1 thread, CPU time", "s", False, builds(1, "cpu_s")),
        (f"build, {cores} threads, CPU time", "s", False, builds(cores, "cpu_s")),
        ("build, 1 thread, peak memory", "MB", False, builds(1, "peak_mb")),
        (f"build, {cores} threads, peak memory", "MB", False, builds(cores, "peak_mb")),
        (f"index, of {corpus:,.0f} MB", "MB", False, builds(1, "index_mb")),
        (
            "querying, memory of its own",
            "MB",
            False,
            {e: results.queries[e]["memory"]["own_mb"] for e in results.engines if e in results.queries},
        ),
        ("cold process, start to end", "ms", False, of("cold", lambda found: found["median_ms"])),
        (
            "cold process, open and first answer",
            "ms",
            False,
            of("cold", lambda found: found["report"]["open_ms"] + found["report"]["first_query_ms"]),
        ),
        (
            "one letter added durably and found, p50",
            "ms",
            False,
            of("add", lambda found: found["report"]["commit_ms_p50"]),
        ),
        (
            "one letter added durably and found, p95",
            "ms",
            False,
            of("add", lambda found: found["report"]["commit_ms_p95"]),
        ),
    ]


def figure_table(results):
    rows = []
    for title, unit, largest, values in figure_rows(results):
        engine, value = best(values, largest)
        cells = [f"{title} ({unit})"] + [shown(values.get(name)) for name in results.engines]
        rows.append(cells + [ratio(values.get(OURS), value)])
    return table(["", *results.engines, "ours by best peer"], rows)


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search(r"model name\s*: (.*)", file.read())[1]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}"


def engine_tree():
    """The tree of the engine's sources in git, which stays what it is when commits are rewritten; with a plus behind it
    when the sources differ from it."""
    folder = os.path.dirname(os.path.abspath(__file__))

    def git(*arguments):
        return subprocess.run(["git", *arguments], capture_output=True, text=True, cwd=folder)

    changed = git("diff", "--quiet", "HEAD", "--", ":/Sources/SearchIndex").returncode != 0
    return git("rev-parse", "--short", "HEAD:Sources/SearchIndex").stdout.strip() + "+" * changed


def drift_of(results, command):
    """The mean time of ours after the peers by that before them."""
    before, after = (results.queries[name]["commands"][command]["classes"]["ALL"]["mean"] for name in (OURS, AGAIN))
    return after / before


def notes(results):
    """How far the figures can be trusted."""
    waits = [
        (f"{name} {command}", found["waiting"])
        for name, result in results.queries.items()
        for command, found in result["commands"].items()
    ]
    waits += [(f"{name} build", found["waiting"]) for name, b in results.builds.items() for found in b.values()]
    name, most = max(waits, key=lambda item: item[1])
    lines = [f"* Share of time in which something waited for a core: at most {most:.2f} ({name})."]
    for name, builds in results.builds.items():
        lines += [
            f"* {name} was asked for {threads} threads and built with {found['report']['threads']}."
            for threads, found in builds.items()
            if found["report"]["threads"] != threads
        ]
    if AGAIN in results.queries:
        drift = ", ".join(f"{command} {drift_of(results, command):.2f}" for command in results.queries[OURS]["commands"])
        lines.append(
            f"* Ours after the peers by ours before them, mean of all queries: {drift}. The tables show the mean of both."
        )
    if results.rankings:
        found = results.rankings[OURS]
        lines.append(
            f"* Beside Lucene, {found['queries']} queries: overlap of the ten best {found['overlap']:.2f}; "
            f"ten scores equal within 1e-4 for {found['equal']:.0%}, proportional for {found['proportional']:.0%}."
        )
    return lines


def behind(results):
    """Where ours is slower than the best peer."""
    slower, cells = [], 0
    for command in ("COUNT", "TOP_10", "TOP_100"):
        for query_class in list(CLASSES)[:-1]:
            for statistic in ("p50", "p95"):
                times = {engine: results.time(engine, command, query_class, statistic) for engine in results.engines}
                ours, (_, peer) = times.get(OURS), best(times)
                cells += 1
                if ours is None or ours > peer:
                    slower.append(
                        (float("inf") if ours is None else ours / peer, f"{command} {CLASSES[query_class]} {statistic}")
                    )
    worst = max((entry for entry in slower if entry[0] != float("inf")), default=None)
    text = (
        f"* Of {cells} cells (19 classes, 3 commands, p50 and p95) ours is at least as fast as the best peer "
        f"in {cells - len(slower)}"
    )
    return [text + (f"; furthest behind: {worst[1]}, {worst[0]:.1f} times." if worst else ".")]


def section(results, size):
    has_ours = OURS in results.queries
    versions = ", ".join([f"kamerspoor (git tree {engine_tree()} of Sources/SearchIndex)"] * has_ours + [results.version(engine) for engine in results.peers])
    parts = [
        f"## {size} letters",
        f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC; {machine()}; {versions}. "
        f"To repeat: `scripts/bench search {size}`.",
        figure_table(results),
    ]
    parts += [command_table(results, command) for command in ("COUNT", "TOP_10", "TOP_100")]
    parts.append("\n".join((behind(results) if has_ours else []) + notes(results)))
    return "\n\n".join(parts) + "\n"


def with_section(text, size, new):
    """The document with the section of a size in its place, smallest size first."""
    sections = {match[1]: match[0] for match in re.finditer(r"^## (\d+k) letters\n.*?(?=^## |\Z)", text, re.M | re.S)}
    sections[size] = new
    ordered = sorted(sections, key=lambda name: int(name[:-1]))
    return "\n".join([HEAD] + [sections[name].rstrip() + "\n" for name in ordered])


def main():
    size, folder, *documents = sys.argv[1:]
    results = Results(folder)
    new = section(results, size)
    print("\n" + new)
    for document in documents:
        text = open(document, encoding="utf-8").read() if os.path.exists(document) else ""
        with open(document, "w", encoding="utf-8") as file:
            file.write(with_section(text, size, new))


main()
