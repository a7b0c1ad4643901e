"""Beyond one machine: what splits is worked out on a Dask cluster, with the same bits as on one.

    >>> import tertius as tt
    >>> from dask.distributed import Client  # doctest: +SKIP
    >>> with tt.distributed.on(Client("scheduler:8786")):  # doctest: +SKIP
    ...     tt.actor.betweenness(net)

Dask is an extra: `pip install "tertius[distributed]"`, on the workers too.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from tertius import _tertius

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tertius._progress import Bar
    from tertius.network import Network

__all__ = ["on"]


@contextmanager
def on(client: Any, *, parts: int | None = None) -> Iterator[None]:
    """Measures within this `with` are worked out on the workers of a Dask client.

    What splits are path measures by the actors that paths start from, tests by permutations, intervals
    by draws and robustness by versions of the evidence. What does not split is worked out here, as ever.
    The result is the same to the last bit, and `tertius.method` says the same of it.

    Each worker gets the network once, with the study it was cut from, and uses as many threads as
    RAYON_NUM_THREADS says on it: as many as it has processors unless that is set.

    Args:
        client: a `dask.distributed.Client`.
        parts: how many parts the work is cut into; as many as there are workers unless given. More parts
            even out workers of different speed; each prepares anew what comes before the loop.

    Raises `TertiusError` if there is no worker, or workers have another version of tertius. The stop
    button takes back what has not begun.
    """
    token = _CLUSTER.set(Cluster(client, parts))
    try:
        yield
    finally:
        _CLUSTER.reset(token)


class Cluster:
    """Where the work is done."""

    def __init__(self, client: Any, parts: int | None) -> None:
        self.client = client
        self.parts = parts

    def measure(
        self, name: str, net: Network, options: list[tuple[str, str]], bar: Bar | None
    ) -> _tertius.Table:
        """A measure worked out in parts, round by round."""
        from tertius.errors import TertiusError

        of = self.parts if self.parts is not None else len(self.client.scheduler_info()["workers"])
        if of < 1:
            raise TertiusError("the cluster has no worker yet: client.wait_for_workers(1) waits for one")
        parts: list[bytes] = []
        there = self.client.scatter(net, broadcast=True, hash=False)
        while True:
            parts += self._round(name, there, options, of, parts, bar)
            found = _tertius.combine(name, net._net, options, parts)
            if found is not None:
                return found

    def _round(
        self,
        name: str,
        there: Any,
        options: list[tuple[str, str]],
        of: int,
        parts: list[bytes],
        bar: Bar | None,
    ) -> list[bytes]:
        from dask.distributed import as_completed

        before = self.client.scatter(parts, broadcast=True, hash=False) if parts else []
        futures = [
            self.client.submit(part, name, there, options, at, of, before, pure=False) for at in range(of)
        ]
        try:
            completed: Iterator[Any] = as_completed(futures)  # type: ignore[no-untyped-call]
            for done, _ in enumerate(completed, 1):
                if bar:
                    bar(done, of)
            return list(self.client.gather(futures))
        except BaseException:
            self.client.cancel(futures)
            raise


def part(
    name: str, net: Network, options: list[tuple[str, str]], at: int, of: int, before: list[bytes]
) -> bytes:
    """One part of a measure, on a worker."""
    return _tertius.partial(name, net._net, options, at, of, before)


_CLUSTER: ContextVar[Cluster | None] = ContextVar("cluster", default=None)


def cluster() -> Cluster | None:
    """Where the work is done, if not here."""
    return _CLUSTER.get()
