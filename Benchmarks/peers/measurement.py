"""What the measuring scripts share: percentiles, sizes on disk, and how much the machine was disturbed."""

import os


def percentile(values, part):
    """The value below which `part` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def bytes_on_disk(path):
    """The size of a file, or of all files in a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def waiting_microseconds():
    """Time so far in which some process was ready to run and had no core; 0 where the kernel does not tell."""
    try:
        with open("/proc/pressure/cpu") as pressure:
            return int(pressure.readline().split("total=")[1])
    except OSError:
        return 0
