"""The page of bench/jobs, and what it tells of the machine."""

import os
import platform
import re
import subprocess
from pathlib import Path

import numpy as np

OURS = "oinfo"


def cpuinfo(key):
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return ""
    found = re.search(rf"^{key}\s*:\s*(.*)$", text, re.MULTILINE)
    return found[1] if found else ""


def has_avx512():
    return "avx512f" in cpuinfo("flags").split()


def folder():
    """The name of the machine, as in the other recorded results."""
    name = re.sub(r"\((r|tm)\)|processor|@.*", "", cpuinfo("model name").lower() or platform.machine()).strip()
    return f"{re.sub('[^a-z0-9]+', '-', name)}-{os.cpu_count()}-cores-{'avx512' if has_avx512() else 'avx2'}"


def machine(jdk, load):
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], capture_output=True, text=True, cwd=Path(__file__).parent)
    release = Path(jdk, "release").read_text(encoding="utf-8")
    return {
        "processor": f"{cpuinfo('model name') or platform.machine()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": platform.platform(),
        "JDK": re.search('JAVA_RUNTIME_VERSION="(.*)"', release)[1],
        "commit": commit.stdout.strip(),
        "load average before the run": load,
    }


def duration(seconds):
    """Seconds in a unit for people."""
    for unit, size in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds:.0f} s"


def difference(theirs, ours):
    """How a peer's O-information of the given n-plets differs from ours."""
    a, b = np.load(theirs).ravel(), np.load(ours)[:, 2]
    if a.shape != b.shape:
        return f"answers {a.shape[0]} n-plets instead of {b.shape[0]}"
    return f"its O-information differs from ours by {np.abs(a - b).max():.1e} nats at most, {np.abs(a - b).mean():.1e} on average"


def cells(row, peers):
    """One line of a job's table; ratios are the peer's time over this one."""
    warm = row["warm"]
    columns = [
        row["name"], f"{row['wall']:.3f}", f"{row['fastest']:.3f} to {row['slowest']:.3f}", f"{row['cpu']:.3f}",
        f"{row['memory'] / 1e6:.0f}", str(row["runs"]), str(row["slow_starts"]), str(row["disturbed"]),
        f"{warm['wall']:.4g}", f"{warm['cpu']:.4g}", f"{row['nplets'] / warm['wall'] / 1e6:.4g}",
    ]
    for peer in peers:
        columns += [f"{peer['wall'] / row['wall']:.3g}", f"{peer['cpu'] / row['cpu']:.3g}", f"{peer['warm']['wall'] / warm['wall']:.3g}"]
    return "| " + " | ".join(columns) + " |"


def job_table(job, rows):
    peers = [row for row in rows if not row["name"].startswith(OURS)]
    head = ["", "cold, s", "fastest to slowest", "cold, CPU s", "MB", "runs", "slow starts", "disturbed", "warm, s", "warm, CPU s",
            "warm, M n-plets/s"]
    for peer in peers:
        name = peer["name"].split()[0]
        head += [f"{name} / this: cold", "cold CPU", "warm"]
    yield f"\n## {job.text[0].upper()}{job.text[1:]}\n"
    yield f"{job.nplets:,} n-plets; threads: {job.threads}, the peers' too.\n"
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "--:|" * (len(head) - 1)
    yield from (cells(row, peers) for row in rows)


def markdown(name, results, jobs):
    lines = [f"# Whole jobs, cold and warm: {name}\n"]
    lines.append(
        "Made by `bench/jobs`. Cold: processes from their start to their end, taking turns; medians of wall and of CPU time, the most\n"
        "memory. Slow starts took over 1.5 times the median CPU time; in disturbed runs others took more than 5 % of the machine.\n"
        "Warm: the same work again and again in one process, from the file to the result: medians of wall time, means of CPU time.\n"
        "oinfo writes its tables and values to a file, THOI and HOI keep theirs in memory. HOI computes O alone, in single\n"
        "precision; THOI corrects the bias where it starts from samples. Ratios above 1: this one takes less than the peer.\n")
    lines += ["| | |", "|---|---|", *(f"| {key} | {value} |" for key, value in results["machine"].items())]
    for job in jobs:
        rows = [row for row in results["rows"] if row["job"] == job.name]
        if rows:
            lines += job_table(job, rows)
    if results["notes"]:
        lines += ["\n## Peers\n", *(f"- {note}" for note in results["notes"])]
    return "\n".join(lines) + "\n"
