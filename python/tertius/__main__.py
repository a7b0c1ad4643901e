"""The `tertius` command."""

from __future__ import annotations

import sys

from tertius import _tertius


def main() -> None:
    """Runs the command that was typed, and ends with its exit code."""
    sys.exit(_tertius.command(["tertius", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
