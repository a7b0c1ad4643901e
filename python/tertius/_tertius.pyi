"""
The compiled half of `tertius`; import from `tertius` instead.
"""

from _typeshed import Incomplete, SupportsGetItem
from os import PathLike
from typing import Any, SupportsFloat, SupportsIndex, final

__all__ = ["Comparison", "Figure", "Network", "Page", "Study", "Table", "combine", "command", "explain", "measure", "measures", "panic_for_a_test", "partial", "splits", "version", "view_told", "write_network", "write_study"]

@final
class Comparison:
    """
    What changed between two networks.
    """
    def closure(self, /) -> Table:
        """
        What became of the pairs that brokers stood between.
        """
    def groups(self, /) -> Table | None:
        """
        Ties within and between groups, if there is anything to group by.
        """
    @staticmethod
    def of(before: Network, after: Network, by: str | None = None) -> Comparison:
        """
        Compares two networks.
        """
    def parts(self, /) -> list[tuple[str, list[str]]]:
        """
        What changed in sentences, in parts with a title each.
        """
    def ties(self, /) -> Table:
        """
        Actors and ties kept, gained and lost.
        """

@final
class Figure:
    """
    A figure, drawn.
    """
    @property
    def description(self, /) -> str:
        """
        What it shows, in words.
        """
    @property
    def notes(self, /) -> list[str]:
        """
        What had to be left out.
        """
    def png(self, /, dpi: SupportsIndex) -> bytes:
        """
        As PNG.
        """
    def save(self, /, path: str | PathLike[str], dpi: SupportsIndex) -> None:
        """
        Writes it; the ending tells the format.
        """
    def svg(self, /) -> str:
        """
        As SVG, with its font inside.
        """
    @property
    def title(self, /) -> str:
        """
        The title.
        """

@final
class Network:
    """
    A network, and what it was cut from.
    """
    def actor_table(self, /) -> Table:
        """
        The actors, with what they are and their attributes.
        """
    @property
    def actors(self, /) -> int:
        """
        Number of actors, activities of a second mode among them.
        """
    @property
    def directed(self, /) -> bool:
        """
        Whether ties have a direction.
        """
    def disclosure_table(self, /, by: SupportsGetItem[int, str], at_least: SupportsIndex) -> Table:
        """
        The actors who could be named in spite of codes.
        """
    def draw(self, /, kind: str, options: SupportsGetItem[int, tuple[str, SupportsGetItem[int, str]]], spots: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]] | None, anonymise: bool) -> Figure:
        """
        Draws a figure of it.
        """
    def explore(self, /, by: str, seed: SupportsIndex, anonymise: bool, waves: bool) -> Page:
        """
        Makes the page to look around in; with `waves` it begins at that of the view.
        """
    def layout_table(self, /, options: SupportsGetItem[int, tuple[str, SupportsGetItem[int, str]]], spots: SupportsGetItem[int, tuple[str, SupportsFloat | SupportsIndex, SupportsFloat | SupportsIndex]] | None) -> Table:
        """
        Where the actors stand in a sociogram, and how good that is.
        """
    def tie_table(self, /) -> Table:
        """
        The ties, with how much evidence is behind each.
        """
    @property
    def ties(self, /) -> int:
        """
        Number of ties.
        """
    def told(self, /) -> str:
        """
        The view, what was left out, and what was observed, as JSON.
        """
    def unobserved_table(self, /) -> Table:
        """
        The dyads that were not observed: whether they hold a tie is not known, unless somebody else
        told of one.
        """
    def view(self, /) -> str:
        """
        The view, to cut it again.
        """

@final
class Page:
    """
    A narrated page, made.
    """
    @property
    def figure(self, /) -> Figure:
        """
        The printed figure whose positions it has.
        """
    @property
    def html(self, /) -> str:
        """
        The page, as one file.
        """
    def save(self, /, path: str | PathLike[str]) -> None:
        """
        Writes it.
        """

@final
class Study:
    """
    The evidence, and what was read to make it.
    """
    def default_view(self, /) -> str:
        """
        Its own view, as JSON.
        """
    def key(self, /) -> list[list[str]]:
        """
        Which code stands for whom: code, identifier and name of each.
        """
    def lines(self, /) -> list[tuple[str, str]]:
        """
        What is in it, line by line.
        """
    def network(self, /, options: SupportsGetItem[int, tuple[str, SupportsGetItem[int, str]]], whole: bool = False) -> Network:
        """
        Cuts a network by the options of a view: a whole one, or what differs from the study's own.
        """
    def network_again(self, /, view: str) -> Network:
        """
        Cuts a network as another was cut.
        """
    @property
    def notice(self, /) -> str:
        """
        What must be seen wherever it is shown.
        """
    @staticmethod
    def of_bytes(bytes: bytes) -> Study:
        """
        Makes a study again from what `to_bytes` gave.
        """
    @staticmethod
    def of_frames(name: str, frames: SupportsGetItem[int, tuple[str, Incomplete]], implied: bool) -> Study:
        """
        Makes a study of frames, each with the name of its table. With `implied`, names in ties and
        participation are actors although no table lists them.
        """
    def problems(self, /) -> str:
        """
        What is wrong or was assumed, as JSON.
        """
    @staticmethod
    def read(path: str | PathLike[str], shape: str | None = None, format: str | None = None) -> Study:
        """
        Reads a folder of tables, a workbook, or a single table.
        """
    def refuse(self, /, path: str | PathLike[str]) -> None:
        """
        Refuses to write a page where the study was read from.
        """
    def report(self, /, path: str | PathLike[str], page: str | PathLike[str] | None, options: SupportsGetItem[int, tuple[str, SupportsGetItem[int, str]]], anonymise: bool, whole: bool = False) -> None:
        """
        Writes the report, as one page, and beside it the page to look around in where one is asked for.
        """
    @property
    def title(self, /) -> str:
        """
        Its title.
        """
    def to_bytes(self, /) -> bytes:
        """
        All that is needed to make it again.
        """
    def waves(self, /) -> list[str]:
        """
        The waves there are.
        """

@final
class Table:
    """
    Columns with names, and how they were found.
    """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> "object":
        """
        The table by the Arrow PyCapsule interface.
        """
    @property
    def method(self, /) -> str:
        """
        How it was found, as JSON.
        """

def combine(name: str, net: Network, options: SupportsGetItem[int, tuple[str, str]], parts: SupportsGetItem[int, SupportsGetItem[int, SupportsIndex]]) -> Table | None:
    """
    Puts the parts of a measure together; `None` if it takes another round.
    """

def command(words: SupportsGetItem[int, str]) -> int:
    """
    Runs a command, whose first word is the name of the program, and gives its exit code.
    """

def explain(name: str) -> str:
    """
    The pages of what bears a name: measures, a table of a study, a code of a problem, `view`, `terms`.
    """

def measure(name: str, net: Network, options: SupportsGetItem[int, tuple[str, str]], progress: Any | None = None) -> Table:
    """
    Runs a measure, such as `actor brokerage`, on a network with the evidence it was cut from.
    """

def measures() -> str:
    """
    Every measure, as JSON: unit, name, about, source, page and options.
    """

def panic_for_a_test() -> None:
    """
    Panics where a measure would, so that a test can see what becomes of it.
    """

def partial(name: str, net: Network, options: SupportsGetItem[int, tuple[str, str]], at: SupportsIndex, of: SupportsIndex, parts: SupportsGetItem[int, SupportsGetItem[int, SupportsIndex]]) -> bytes:
    """
    Works out one part of a measure: that with the number `at`, of so many, after the rounds of `parts`.
    """

def splits(name: str) -> bool:
    """
    Whether a measure can be worked out in parts.
    """

def version() -> str:
    """
    The version.
    """

def view_told(options: SupportsGetItem[int, tuple[str, SupportsGetItem[int, str]]]) -> str:
    """
    A view in words.
    """

def write_network(net: Network, study: Study, path: str | PathLike[str], format: str | None, anonymise: bool, replace: bool) -> list[tuple[str, int, str]]:
    """
    Writes a network for other programs and says what the file does not hold. `study` is where it was
    cut from: what was read for it is never written over.
    """

def write_study(study: Study, path: str | PathLike[str], replace: bool) -> None:
    """
    Writes all tables of a study as they are: as JSON if the path ends so, else as a folder.
    """
