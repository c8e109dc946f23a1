#!/usr/bin/env python3
"""measure_process.py RESULT.json RUNS -- COMMAND...

Runs a command some times and writes the median and the least wall time from its start to its end, in ms, and the JSON
object that the last run printed: for `cold`, a process that opens an index and answers once, with the files in the page
cache.
"""

import json
import os
import statistics
import subprocess
import sys
import time


def main():
    result_path, runs = sys.argv[1], int(sys.argv[2])
    command = sys.argv[4:]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        times.append((time.perf_counter() - start) * 1e3)
        if run.returncode != 0:
            sys.exit(f"measure_process: this failed: {' '.join(command)}\n{run.stdout}")
    report = json.loads(run.stdout.strip().splitlines()[-1])
    result = {"runs": runs, "median_ms": statistics.median(times), "least_ms": min(times), "report": report}
    with open(result_path, "w") as file:
        json.dump(result, file, indent=1)
    print(
        f"{os.path.basename(result_path)}: median {result['median_ms']:.1f} ms, "
        f"least {result['least_ms']:.1f} ms, {report}",
        flush=True,
    )


main()
