"""The pages: what a measure means, its formula, its limits, its source."""

from __future__ import annotations

from tertius import _tertius


class Text(str):
    """A text that shows as it is written."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)

    def _repr_markdown_(self) -> str:
        # Pages are Markdown, but for lists that are set by spaces.
        paragraphs, inside = [], False
        for it in self.split("\n\n"):
            lines = it.strip("\n").splitlines()
            is_list = not inside and bool(lines) and all(line.startswith("  ") for line in lines)
            inside ^= it.count("```") % 2 == 1
            paragraphs.append(f"```text\n{it}\n```" if is_list else it)
        return "\n\n".join(paragraphs)


def explain(name: str) -> Text:
    """The page of a measure, such as `constraint` or `whole density`; of a table of a study, such as
    `ties`; of a code in `study.problems()`, such as `self-tie`; or `view`, or `terms`. Where several
    bear the name, all of them.

    >>> import tertius as tt
    >>> tt.explain("whole density").splitlines()[0]
    'whole density'

    Raises `TertiusError` for a name that is not there, with the nearest.
    """
    return Text(_tertius.explain(name))
