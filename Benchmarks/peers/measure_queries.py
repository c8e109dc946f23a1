#!/usr/bin/env python3
"""measure_queries.py RESULT QUERIES.tsv [options] -- DRIVER COMMAND...

Asks one driver (README.md: the protocol) every query, warm, one at a time. For each command: --warm passes over all
queries, then up to --passes measured ones, as many as fit in --budget seconds and at least one. The best time of a
query counts: other work on the machine only ever adds to it.

Writes RESULT.json (per command and class p50, p95 and mean in µs, as the driver measured them) and RESULT.counts.tsv.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

from measurement import percentile, waiting_microseconds


def arguments():
    split = sys.argv.index("--")
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("result")
    parser.add_argument("queries")
    parser.add_argument("--commands", default="COUNT,TOP_10,TOP_100")
    parser.add_argument("--warm", type=int, default=1)
    parser.add_argument("--passes", type=int, default=10)
    parser.add_argument("--budget", type=float, default=30)
    return parser.parse_args(sys.argv[1:split]), sys.argv[split + 1 :]


class Driver:
    """A driver process, asked line by line."""

    def __init__(self, command):
        self.command = command
        environment = {**os.environ, "BENCH_NS": "1"}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0
        )
        self.answers = os.fdopen(os.dup(self.process.stdout.fileno()), "rb", buffering=1 << 16)

    def ask(self, command, query):
        """The count and the nanoseconds; None when the engine cannot do it."""
        self.process.stdin.write(f"{command}\t{query}\n".encode())
        answer = self.answers.readline().decode().rstrip("\n")
        if not answer:
            sys.exit(f"measure_queries: {' '.join(self.command)} ended at {command} {query}")
        if answer == "UNSUPPORTED":
            return None
        count, nanoseconds = answer.split("\t")
        return int(count), int(nanoseconds)

    def memory(self):
        """Memory of its own, and the most it had with mapped pages of the index, in MB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        return {"own_mb": int(fields["RssAnon"].split()[0]) / 1e3, "peak_mb": int(fields["VmHWM"].split()[0]) / 1e3}

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def measure(driver, command, queries, options):
    """All measured passes: for each a list of answers, one a query."""
    start = time.time()
    for _ in range(options.warm):
        for _, query in queries:
            driver.ask(command, query)
        if time.time() - start > options.budget:
            break
    passes, start = [], time.time()
    while True:
        passes.append([driver.ask(command, query) for _, query in queries])
        spent = time.time() - start
        if len(passes) == options.passes or spent * (len(passes) + 1) / len(passes) > options.budget:
            return passes


def summary(queries, passes):
    """p50, p95 and mean in µs by class, of each query's best time."""
    best = {}
    for at, (query_class, _) in enumerate(queries):
        if passes[0][at] is not None:
            best.setdefault(query_class, []).append(min(answers[at][1] for answers in passes) / 1e3)
    best["ALL"] = [time for times in best.values() for time in times]
    return {
        query_class: {
            "n": len(times),
            "p50": percentile(times, 0.5),
            "p95": percentile(times, 0.95),
            "mean": statistics.mean(times),
        }
        for query_class, times in best.items()
        if times
    }


def main():
    options, command_line = arguments()
    with open(options.queries, encoding="utf-8") as file:
        queries = [tuple(line.rstrip("\n").split("\t")) for line in file]
    driver, name, result = Driver(command_line), os.path.basename(options.result), {"commands": {}}
    for command in options.commands.split(","):
        waited, start = waiting_microseconds(), time.time()
        passes = measure(driver, command, queries, options)
        waiting = (waiting_microseconds() - waited) / 1e6 / (time.time() - start)
        classes = summary(queries, passes)
        result["commands"][command] = {"passes": len(passes), "waiting": waiting, "classes": classes}
        every = classes["ALL"]
        print(
            f"{name} {command}: {every['n']} queries, {len(passes)} passes, p50 {every['p50']:.1f} µs, "
            f"p95 {every['p95']:.1f} µs, mean {every['mean']:.1f} µs, waiting {waiting:.2f}",
            flush=True,
        )
        if command == "COUNT":
            with open(options.result + ".counts.tsv", "w", encoding="utf-8") as file:
                for (query_class, query), answer in zip(queries, passes[0]):
                    if answer is not None:
                        file.write(f"{query_class}\t{query}\t{answer[0]}\n")
    result["memory"] = driver.memory()
    driver.end()
    with open(options.result + ".json", "w") as file:
        json.dump(result, file, indent=1)


main()
