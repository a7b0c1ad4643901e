"""Pictures in a notebook."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tertius.figure import Figure

MOST = 150_000
"""Bytes that a PNG stored with a notebook may take; a finer one is `Figure.png`."""


def img(figure: Figure) -> str:
    """The picture as an element that nothing around it reaches into."""
    svg = base64.b64encode(figure.svg().encode()).decode()
    alt = escape(figure.description, quote=True)
    return f'<img alt="{alt}" style="max-width:100%;background:white" src="data:image/svg+xml;base64,{svg}">'


def png(figure: Figure) -> str:
    """The picture in the finest of a few sizes that is small enough to store."""
    drawn = next((it for dpi in (110, 96, 80, 60) if len(it := figure.png(dpi)) <= MOST), None)
    return base64.b64encode(drawn or figure.png(40)).decode()
