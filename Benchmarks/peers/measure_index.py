#!/usr/bin/env python3
"""measure_index.py RESULT.json ROUNDS CORPUS INDEXDIR -- COMMAND...

Runs the command, which builds INDEXDIR from CORPUS, some rounds from nothing, and writes wall time, CPU time, peak
memory and size on disk of the round that took the least wall time. The driver's last line of output, a JSON object, goes
into the result as `report`.
"""

import json
import os
import shutil
import subprocess
import sys
import time

from measurement import bytes_on_disk, waiting_microseconds


def build(command, corpus, directory):
    shutil.rmtree(directory, ignore_errors=True)
    waited, start = waiting_microseconds(), time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.time() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"measure_index: this failed: {' '.join(command)}\n{output}")
    report = json.loads(output.strip().splitlines()[-1])
    corpus_mb = os.path.getsize(corpus) / 1e6
    return {
        "corpus_mb": corpus_mb,
        "wall_s": wall,
        "mb_per_s": corpus_mb / wall,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss * 1024 / 1e6,
        # An engine that leaves free pages in its file says how much it needs.
        "index_mb": report.get("bytes_after", bytes_on_disk(directory)) / 1e6,
        "waiting": (waiting_microseconds() - waited) / 1e6 / wall,
        "report": report,
    }


def main():
    result_path, rounds, corpus, directory = sys.argv[1:5]
    command = sys.argv[6:]
    result = min((build(command, corpus, directory) for _ in range(int(rounds))), key=lambda found: found["wall_s"])
    with open(result_path, "w") as file:
        json.dump(result, file, indent=1)
    print(
        f"{os.path.basename(result_path)}: {result['mb_per_s']:.1f} MB/s, {result['wall_s']:.1f} s, "
        f"CPU {result['cpu_s']:.1f} s, {result['index_mb']:.1f} MB, peak {result['peak_mb']:.0f} MB, "
        f"waiting {result['waiting']:.2f}",
        flush=True,
    )


main()
