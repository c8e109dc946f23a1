#!/usr/bin/env python3
"""measure_index.py RESULT.json CORPUS INDEXDIR -- COMMAND...

Runs the command, which builds INDEXDIR from CORPUS, and writes wall time, CPU time, peak memory and size on disk.
The driver's last line of output, a JSON object, goes into the result as `report`.
"""
import json
import os
import subprocess
import sys
import time

from measurement import bytes_on_disk, waiting_microseconds


def main():
    result_path, corpus, directory = sys.argv[1:4]
    command = sys.argv[5:]
    waited, start = waiting_microseconds(), time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.time() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"measure_index: this failed: {' '.join(command)}\n{output}")
    report = json.loads(output.strip().splitlines()[-1])
    corpus_bytes = os.path.getsize(corpus)
    result = {
        "corpus_mb": corpus_bytes / 1e6,
        "wall_s": wall,
        "mb_per_s": corpus_bytes / 1e6 / wall,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss * 1024 / 1e6,
        # An engine that leaves free pages in its file says how much it needs.
        "index_mb": report.get("bytes_after", bytes_on_disk(directory)) / 1e6,
        "waiting": (waiting_microseconds() - waited) / 1e6 / wall,
        "report": report,
    }
    with open(result_path, "w") as file:
        json.dump(result, file, indent=1)
    print(f"{os.path.basename(result_path)}: {result['mb_per_s']:.1f} MB/s, {wall:.1f} s, CPU {result['cpu_s']:.1f} s, "
          f"{result['index_mb']:.1f} MB, peak {result['peak_mb']:.0f} MB, waiting {result['waiting']:.2f}", flush=True)


main()
