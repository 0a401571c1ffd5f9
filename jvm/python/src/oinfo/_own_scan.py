"""A scan that is ranked by a measure of one's own.

The engine counts and averages as ever; the n-plets are scored in blocks, the measure is computed here, and the best of each end are kept.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import chain, combinations, islice
from typing import Any

import numpy as np

from ._arrays import Sent
from ._errors import InputError
from ._folder import removed
from ._interrupt import Interrupt
from ._own import FIELDS, Array, Own, Scorer
from ._progress import Told

BLOCK = 1 << 18
"""n-plets that are scored at once: some 25 MB."""

_REFUSED = ("groups", "mix", "window", "step", "out")
_DEFAULT_TOP = 20
ENDS = {"both": ("smallest", "largest"), "smallest": ("smallest",), "synergistic": ("smallest",), "largest": ("largest",), "redundant": ("largest",)}


def check(options: dict[str, Any]) -> None:
    """Refuses what does not go with a measure of one's own."""
    for name in _REFUSED:
        if options.get(name) is not None:
            raise InputError(f"{name} must not be given where rank_by is a function; leave it out, or rank by a name or a sum such as '0.5*tc-2*dtc'")
    if not isinstance(options.get("top", 1), (int, np.integer)):
        raise InputError(f"top must be a number where rank_by is a function: found {options['top']!r}")


class Best:
    """The n-plets at one end, best first; ties by the order of their columns."""

    def __init__(self, end: str, size: int, order: int) -> None:
        self._sign = 1.0 if end == "smallest" else -1.0
        self._size = size
        self.nplets: Array = np.empty((0, order), dtype=np.int64)
        self.rows: Array = np.empty((0, 5))
        """tc, dtc, o, s and the measure."""

    def add(self, nplets: Array, rows: Array) -> None:
        """n-plets in lexicographic order, all of them behind those that were added before."""
        keys = self._sign * Own.keys(rows[:, 4])
        if len(keys) > self._size:
            near = np.flatnonzero(keys <= np.partition(keys, self._size - 1)[self._size - 1])
            nplets, rows = nplets[near], rows[near]
        nplets, rows = np.concatenate([self.nplets, nplets]), np.concatenate([self.rows, rows])
        first = np.argsort(self._sign * Own.keys(rows[:, 4]), kind="stable")[: self._size]
        self.nplets, self.rows = nplets[first], rows[first]

    def listing(self, name: str) -> list[dict[str, Any]]:
        """As the schema has it."""
        return [
            {"nplet": nplet, **dict(zip((*FIELDS, name), row, strict=True))}
            for nplet, row in zip(self.nplets.tolist(), self.rows.tolist(), strict=True)
        ]

    def told(self) -> dict[str, Any] | None:
        """As progress tells it."""
        return {"nplet": self.nplets[0].tolist(), "value": float(self.rows[0, 4])} if len(self.rows) else None


def rank(counted: Any, data: Any, own: Own, options: dict[str, Any], interrupt: Interrupt, tell: Told | None) -> Any:
    """Puts the n-plets that the measure ranks first and last into the result of a scan that has counted them.

    Args:
        counted: the scan's result.
        data, options: of the scan.
        own: the measure.
        interrupt: what Ctrl-C does, and whether it came already.
        tell: is told of progress.
    """
    if not hasattr(counted, "orders"):
        raise InputError("rank_by must not be a function where there are several data sets; call for each, or say stack=True")
    columns = [variable["index"] for variable in counted.json["variables"]]
    top = int(options.get("top") or _DEFAULT_TOP)
    ends = ENDS[options.get("ends") or "both"]
    found = []
    sent = Sent()
    with removed(sent.files):
        scorer = Scorer(sent, data, options)
        for one in counted.orders:
            best = {end: Best(end, top, one["order"]) for end in ends}
            # What was stopped while it counted has nothing to rank, even if it was whole by the time the engine heard of it.
            done, total = 0, 0 if counted.partial or interrupt.came else one["total"]
            try:
                for done in _blocks(scorer, columns, one["order"], own, best, total, tell):
                    pass
            except KeyboardInterrupt:
                if not interrupt.taken():
                    raise
            found.append(_as_found(one, done, own.name, best))
            if found[-1]["partial"]:
                counted.json["run"]["partial"] = True
                break
    counted.json["orders"] = found
    counted.json["run"]["rank_by"] = own.name
    return counted


def _blocks(scorer: Scorer, columns: list[int], order: int, own: Own, best: dict[str, Best], total: int, tell: Told | None) -> Iterator[int]:
    """Scores all n-plets; after each block, how many are done."""
    every = combinations(columns, order)
    done, begun = 0, time.monotonic()
    while done < total:
        members = chain.from_iterable(islice(every, BLOCK))
        nplets = np.fromiter(members, dtype=np.int32).reshape(-1, order)
        values = scorer.measures(nplets)
        done += len(nplets)
        sound = np.isfinite(values).all(axis=1)
        nplets, values = nplets[sound], values[sound]
        if len(nplets):
            rows = np.column_stack([values, own(values, nplets)])
            for end in best.values():
                end.add(nplets, rows)
        yield done
        if tell is not None:
            rate = done / max(time.monotonic() - begun, 1e-9)
            ends = {name: best[end].told() if end in best else None for name, end in (("lowest", "smallest"), ("highest", "largest"))}
            tell({"part": f"order {order}", "order": order, "done": done, "total": total, "rate": rate, "left": (total - done) / rate, "best": ends})


def _as_found(one: dict[str, Any], done: int, name: str, best: dict[str, Best]) -> dict[str, Any]:
    ends = {end: best[end].listing(name) if end in best else None for end in ("smallest", "largest")}
    return {**one, "partial": done < one["total"], "fraction": done / max(one["total"], 1), "rank_by": name, **ends}
