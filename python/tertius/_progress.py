"""How far long work is: a line on a terminal, or below the cell of a notebook."""

from __future__ import annotations

import sys
import time
from importlib import import_module
from typing import Any, Protocol

PATIENCE = 0.5
"""Seconds of work before anything is shown."""


class Bar(Protocol):
    """Called with the steps done and the steps in all; closed at the end."""

    def __call__(self, done: int, total: int) -> None: ...
    def close(self) -> None: ...


def progress(name: str) -> Bar | None:
    """Where progress can be shown; nowhere, if nobody looks."""
    if sys.stderr is not None and sys.stderr.isatty():
        return _Line(name)
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return _Cell(name) if shell is not None and hasattr(shell, "kernel") else None


class _Shown:
    def __init__(self, name: str) -> None:
        self.name = name
        self.since = time.monotonic()
        self.shown = ""

    def text(self, done: int, total: int) -> str | None:
        """What there is to show, if it is news."""
        if time.monotonic() - self.since < PATIENCE:
            return None
        text = f"{self.name} …" + (f" {min(100, 100 * done // total)} %" if total else "")
        news = text != self.shown
        self.shown = text
        return text if news else None


class _Line(_Shown):
    width = 0

    def __call__(self, done: int, total: int) -> None:
        if text := self.text(done, total):
            sys.stderr.write(f"\r{text:{self.width}}")
            sys.stderr.flush()
            self.width = len(text)

    def close(self) -> None:
        if self.width:
            sys.stderr.write(f"\r{'':{self.width}}\r")
            sys.stderr.flush()


class _Cell(_Shown):
    handle: Any = None

    def __call__(self, done: int, total: int) -> None:
        if text := self.text(done, total):
            self._show(text)

    def close(self) -> None:
        if self.handle:
            # What was shown cannot be taken away; as HTML of no height it takes no room.
            self.handle.update({"text/plain": "", "text/html": ""}, raw=True)

    def _show(self, text: str) -> None:
        bundle = {"text/plain": text}
        if self.handle:
            self.handle.update(bundle, raw=True)
        else:
            display = import_module("IPython.display").display
            self.handle = display(bundle, raw=True, display_id=True)
