"""The program of `make bench` begins; that its rows run is seen by `make bench BENCH=--quick`."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[2] / "benches" / "bench.py"


def test_every_row_can_be_asked():
    asked = [sys.executable, str(BENCH), "kernels", "--only=a row that is not there"]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "times as fast" in done.stdout
