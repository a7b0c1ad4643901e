"""How a row is timed: everybody in turn, three times, and the medians."""

import shutil
import statistics
import subprocess
import sys
import time

LONG = 60
NOT_THERE = 3


class Missing(Exception):
    """Why something is not timed."""


def repeated(run):
    """The median of as many runs as fit into half a second, as in kernels.rs, and the last value."""
    taken = []
    while sum(taken) <= 0.5:
        seconds, value = run()
        taken.append(seconds)
    return statistics.median_high(taken), value


def timed(function):
    def run():
        start = time.perf_counter()
        value = function()
        return time.perf_counter() - start, value

    return repeated(run)


def in_turn(runs, graph):
    """For each name the seconds and the value of every run, and why names have none. Ours must run."""
    found, left_out = {}, {}
    for turn in range(3):
        for name, run in runs.items():
            if turn and (name not in found or found[name][0][0] > LONG):
                continue
            try:
                seconds, value = run(graph)
            except Missing as missing:
                if name == "ours":
                    raise
                print(f"    {name}: {missing}", file=sys.stderr)
                left_out[name] = str(missing)
                continue
            found.setdefault(name, []).append((seconds, value))
            print(f"    {name}: {seconds:.3f} s", file=sys.stderr, flush=True)
    return found, left_out


def median_seconds(runs):
    return statistics.median(seconds for seconds, _ in runs)


def in_r(package, script, *files):
    """The seconds that R prints, and the values after them."""
    if not shutil.which("Rscript"):
        raise Missing("Rscript is not installed")
    # Looks for the package without loading it, which may be part of what is timed.
    check = f"if (!nzchar(system.file(package = '{package}'))) quit(status = {NOT_THERE})\n"
    done = subprocess.run(
        ["Rscript", "--vanilla", "-e", check + script, *map(str, files)],
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode == NOT_THERE:
        raise Missing(f"R has no package {package}")
    if done.returncode:
        raise RuntimeError(f"R {package}: {done.stderr}")
    seconds, *values = done.stdout.split()
    return float(seconds), values
