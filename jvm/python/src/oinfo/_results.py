"""What the engine found."""

from __future__ import annotations

import json
import os
from typing import Any

import numpy as np

from ._arrays import Sent
from ._bulk import Records, joined, plain
from ._engine import ENGINE
from ._errors import InputError
from ._folder import removed
from ._hif import hif
from ._html import page
from ._tables import Rows, table

_BY_O = {"smallest": "most_synergistic", "largest": "most_redundant"}
"""Where a scan that is ranked by O-information has its ends; by another measure they have their own names."""
_MEASURES = ["tc", "dtc", "o", "s"]
_KNOWN = {"schema", "run", "warnings", "variables", "dropped", "orders", "figures"}
_SUMMARY = ["total", "redundant", "synergistic", "balanced", "singular", "mean", "variance", "min", "max"]


class Result:
    """The result of one analysis. Information is in nats unless ``unit="bits"`` was given.

    Attributes:
        json: everything, as the engine's schema oinfo/1 has it, with the names of the columns where the data had them.
        values: of ``local``, float64 [samples, n-plets, 4], the last axis tc, dtc, o, s; else None.
    """

    def __init__(self, json: dict[str, Any], names: list[str] | None = None, values: Any = None) -> None:
        self.json = json
        self.values = values
        if names is not None:
            for variable in [*json.get("variables", []), *json.get("dropped", [])]:
                variable["name"] = names[variable["index"]]

    @property
    def run(self) -> dict[str, Any]:
        """How it was made: version, options, estimator, backend, seed, seconds, and whether it is ``partial``."""
        run: dict[str, Any] = self.json["run"]
        return run

    @property
    def warnings(self) -> list[dict[str, Any]]:
        """What one should know before reading it: ``name``, ``message``, ``data``."""
        warnings: list[dict[str, Any]] = self.json.get("warnings", [])
        return warnings

    @property
    def partial(self) -> bool:
        """Whether it was stopped: what is here was finished by then."""
        return bool(self.run.get("partial", False))

    @property
    def names(self) -> dict[int, str]:
        """Names of the columns by their numbers; empty where the data has none."""
        named = [*self.json.get("variables", []), *self.json.get("dropped", [])]
        return {one["index"]: one["name"] for one in named if one.get("name") is not None}

    @property
    def orders(self) -> list[dict[str, Any]]:
        """Of a scan, what was found at each order, as the schema has it."""
        orders: list[dict[str, Any]] = self.json.get("orders", [])
        return orders

    @property
    def smallest(self) -> Any:
        """The n-plets with the smallest value of what a scan was ranked by, smallest first: order, nplet (column numbers), names, tc, dtc, o, s."""
        return self._end("smallest")

    @property
    def largest(self) -> Any:
        """The n-plets with the largest value, largest first."""
        return self._end("largest")

    @property
    def synergistic(self) -> Any:
        """The n-plets with the smallest O-information, smallest first; of a scan that is ranked by it."""
        return self._of_omega("smallest")

    @property
    def redundant(self) -> Any:
        """The n-plets with the largest O-information, largest first; of a scan that is ranked by it."""
        return self._of_omega("largest")

    def _of_omega(self, end: str) -> Any:
        ranked = next((one["rank_by"] for one in self.orders if "rank_by" in one), None)
        if ranked is not None:
            raise InputError(f"the ends must be those of O-information to be synergistic or redundant: ranked by {ranked}; see .{end}")
        return self._end(end)

    @property
    def summary(self) -> Any:
        """Of a scan, a row an order: how many n-plets are dominated by what, and the mean, variance, min and max of O-information."""
        rows = [{"order": one["order"], **{key: one.get(key) for key in _SUMMARY[:5]}, **one["o"]} for one in self.orders]
        return table(rows, ["order", *_SUMMARY], index="order")

    @property
    def histogram(self) -> dict[int, tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]]:
        """Of a scan at ``level="full"``, by order: counts [bins] and edges [bins + 1], as numpy.histogram has them."""
        return {
            one["order"]: (np.array(one["histogram"]["counts"]), np.array(one["histogram"]["edges"], dtype=np.float64))
            for one in self.orders
            if one.get("histogram") is not None
        }

    @property
    def per_variable(self) -> Any:
        """Of a scan at ``level="full"``: number and mean O-information of the n-plets of each variable at each order."""
        names = self.names
        rows = [
            {"variable": names.get(row["index"], row["index"]), "order": one["order"], **row}
            for one in self.orders
            for row in one.get("per_variable") or []
        ]
        return table(rows, ["variable", "order", "index", "count", "mean_o"], index="variable")

    @property
    def figures(self) -> dict[str, Any]:
        """Single numbers and words about the whole; empty where there are none."""
        figures: dict[str, Any] = self.json.get("figures", {})
        return figures

    @property
    def table(self) -> Any:
        """The rows of a listing: of measures a row an n-plet, of a search its steps, of bootstrap its intervals, ...

        Of a scan the n-plets at both ends.
        """
        return self._table(self._rows())

    def _rows(self) -> Rows:
        if self.orders:
            return _together([self._of_orders(end) for end in _BY_O])
        listing: Rows = next((value for key, value in self.json.items() if key not in _KNOWN), [])
        return listing

    def _of_orders(self, end: str) -> Rows:
        found = [(one, one.get(end if "rank_by" in one else _BY_O[end])) for one in self.orders]
        return _together([_having(rows or [], one["order"], end) for one, rows in found])

    def _end(self, end: str) -> Any:
        if self.orders:
            return self._table(self._of_orders(end), "end")
        # Listings, such as that of target, say which it is.
        rows = [row for row in self._rows() if row.get("end") in (end, _BY_O[end].removeprefix("most_"))]
        return self._table([{key: value for key, value in row.items() if key != "end"} for row in rows])

    def _table(self, rows: Rows, without: str = "") -> Any:
        names = self.names
        columns = [name for name in (rows[0] if rows else ["order", "nplet", *_MEASURES]) if name != without]
        if names and "nplet" in columns:
            columns.insert(columns.index("nplet") + 1, "names")
            rows = rows.named(names) if isinstance(rows, Records) else [{**row, "names": [names.get(column, str(column)) for column in row["nplet"]]} for row in rows]
        return table(rows, columns)

    def to_json(self, path: str | os.PathLike[str] | None = None) -> str:
        """The whole result as JSON text, also into a file where one is named: ``oinfo report`` makes a page of it."""
        text = json.dumps(self.json, ensure_ascii=False, default=plain)
        if path is not None:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text + "\n")
        return text

    def to_hif(self, path: str | os.PathLike[str] | None = None) -> dict[str, Any]:
        """The n-plets as a hypergraph in the Hypergraph Interchange Format (HIF), also into a file where one is named.

        Nodes are column numbers, with ``name`` where the data has it; each n-plet is an edge, with order, o, tc, dtc, s and what else its row
        holds as attributes. XGI reads it by ``xgi.read_hif(path)``. Edges have no ``weight``: O-information may be below 0.
        """
        hypergraph = hif(self)
        if path is not None:
            with open(path, "w", encoding="utf-8") as file:
                json.dump(hypergraph, file, ensure_ascii=False, allow_nan=False)
        return hypergraph

    def plot(self, kind: str | None = None, *, ax: Any = None, **options: Any) -> Any:
        """A picture by matplotlib: that of ``kind``, or the one that fits best; see :mod:`oinfo.plot`.

        Args:
            kind: landscape, extremes, variables, network, null, curve, path, intervals or samples.
            ax: the Axes to draw into; by default a figure of its own.
            options: those of the function of that name: order, top, log, of.

        Returns:
            The Axes; their ``.figure`` has ``savefig``.
        """
        from .plot import draw

        return draw(self, kind, ax=ax, **options)

    def report(self, path: str | os.PathLike[str]) -> None:
        """Writes a page of charts and tables: one HTML file that needs no network."""
        sent = Sent()
        with removed(sent.files):
            saved = sent.new_file("result.json", len(self.to_json()), "the result")
            self.to_json(saved)
            ENGINE.call("report", {"result": saved, "out": os.path.abspath(path)})

    def __repr__(self) -> str:
        run = self.run
        state = "partial " if self.partial else ""
        return f"<{state}oinfo result: {run['computed']}; {run['variables']} variables, {len(self._rows())} rows>"

    def _repr_html_(self) -> str:
        """For notebooks: what there is to warn of, then the tables."""
        return page(self)


def _having(rows: Rows, order: int, end: str) -> Rows:
    if isinstance(rows, Records):
        return rows.having(order=order, end=end)
    return [{"order": order, "end": end, **row} for row in rows]


def _together(parts: list[Rows]) -> Rows:
    """All rows: arrays where some are, else a list."""
    filled = [part for part in parts if part]
    if any(isinstance(part, Records) for part in filled):
        return joined([part if isinstance(part, Records) else Records.of_rows(part) for part in filled])
    return [row for part in filled for row in part]
