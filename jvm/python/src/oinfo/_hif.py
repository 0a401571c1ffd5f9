"""n-plets as a hypergraph in the Hypergraph Interchange Format, which XGI, HyperNetX and others read."""

from __future__ import annotations

from typing import Any

from ._errors import InputError

_VALUES = {"o", "domega", "difference_o"}
"""A row with one of these is an n-plet and what was found for it."""
_NOT_ATTRIBUTES = {"nplet", "end", "start", "added", "best", "sign_matches_end"}
"""Where a row stood in its listing, or what the edge holds already."""
_ABOUT = ("computed", "version", "estimator", "unit", "samples")


def hif(result: Any) -> dict[str, Any]:
    """The object that the format asks for: a node for each variable, an edge for each n-plet, an incidence for each member."""
    rows = [row for row in result._rows() if "nplet" in row and row.keys() & _VALUES]
    if not rows:
        raise InputError("a hypergraph must have n-plets with their measures: the result lists none")
    # An n-plet that is listed at both ends, or on two paths, is one edge.
    edges = {(tuple(row["nplet"]), tuple(row.get("target", ()))): row for row in rows}
    listed = sorted(result.json["variables"], key=lambda variable: int(variable["index"]))
    return {
        "network-type": "undirected",
        "metadata": {name: result.run[name] for name in _ABOUT if result.run.get(name) is not None},
        "nodes": [{"node": one["index"], **({} if one.get("name") is None else {"attrs": {"name": one["name"]}})} for one in listed],
        "edges": [{"edge": n, "attrs": _attributes(row)} for n, row in enumerate(edges.values())],
        "incidences": [{"edge": n, "node": column} for n, (nplet, _) in enumerate(edges) for column in nplet],
    }


def _attributes(row: dict[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in row.items() if name not in _NOT_ATTRIBUTES and value is not None}
    return {"order": len(row["nplet"]), **found}
