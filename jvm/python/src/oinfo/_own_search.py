"""A greedy search that is ranked by a measure of one's own: from the extremes of a scan, a variable at a time."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import numpy as np

from ._arrays import Sent
from ._errors import InputError
from ._folder import removed
from ._interrupt import Interrupt
from ._own import FIELDS, Array, Own, Scorer
from ._own_scan import ENDS, check
from ._progress import Told

DEFAULTS: dict[str, Any] = {"start_order": 3, "starts": 10, "beam": 1, "max_order": None, "ends": "both", "paths": "best", "method": "greedy"}
_MOST = 20
"""The largest order, where none is given."""


class Grown(NamedTuple):
    """An n-plet on the path of a start."""

    nplet: tuple[int, ...]
    added: int | None
    row: tuple[float, ...]
    """tc, dtc, o, s and the measure."""


def settings(options: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the search asks for, and the options of the scan that it begins with."""
    check(options)
    asked = {name: options.get(name, default) for name, default in DEFAULTS.items()}
    if asked["method"] != "greedy":
        raise InputError(f"method must be greedy where rank_by is a function: found {asked['method']!r}")
    if asked["paths"] not in ("best", "all"):
        raise InputError(f"paths must be best or all: found {asked['paths']!r}")
    for name in ("start_order", "starts", "beam", "max_order"):
        if asked[name] is not None and (not isinstance(asked[name], (int, np.integer)) or asked[name] < 1):
            raise InputError(f"{name} must be a whole number, 1 or more: found {asked[name]!r}")
    of_scan = {name: value for name, value in options.items() if name not in DEFAULTS}
    return asked, {**of_scan, "order": asked["start_order"], "top": asked["starts"], "ends": asked["ends"]}


def grow(seeds: Any, data: Any, own: Own, asked: dict[str, Any], options: dict[str, Any], interrupt: Interrupt, tell: Told | None) -> Any:
    """The result of a search from the extremes of a scan that was ranked by the measure.

    Args:
        seeds: the scan's result.
        data, options: of the scan.
        own: the measure.
        asked: what the search asks for.
        interrupt: what Ctrl-C does, and whether it came already.
        tell: is told of progress.
    """
    columns = [variable["index"] for variable in seeds.json["variables"]]
    one, start_order = seeds.orders[0], int(asked["start_order"])
    most = min(int(asked["max_order"] or _MOST), len(columns), *([seeds.run["samples"] - 1] if seeds.run.get("samples") else []))
    paths = {
        (end, start): [Grown(tuple(row["nplet"]), None, tuple(row[name] for name in (*FIELDS, own.name)))]
        for end in ENDS[asked["ends"]]
        for start, row in enumerate(one[end], 1)
    }
    beams = {key: list(path) for key, path in paths.items()}
    begun = time.monotonic()
    sent = Sent()
    with removed(sent.files):
        scorer = Scorer(sent, data, options)
        if interrupt.came:
            seeds.json["run"]["partial"] = True
        for order in range(start_order + 1, start_order if interrupt.came else most + 1):
            try:
                grown = _step(scorer, columns, own, beams, int(asked["beam"]))
            except KeyboardInterrupt:
                if not interrupt.taken():
                    raise
                seeds.json["run"]["partial"] = True
                break
            for key, beam in grown.items():
                paths[key].append(beam[0])
            beams = grown
            if tell is not None:
                done, total = order - start_order, most - start_order
                rate = done / max(time.monotonic() - begun, 1e-9)
                tell({"part": f"to order {most}", "order": None, "done": done, "total": total, "rate": rate, "left": (total - done) / rate, "best": None})
    return _result(seeds, own, asked, most, paths)


def _step(scorer: Scorer, columns: list[int], own: Own, beams: dict[Any, list[Grown]], width: int) -> dict[Any, list[Grown]]:
    """Every n-plet of every beam with every further column, scored at once; the best of each beam's go on."""
    candidates: dict[Any, dict[tuple[int, ...], int]] = {
        # Two n-plets of a beam may become one: the better one names the way.
        key: {tuple(sorted((*one.nplet, column))): column for one in reversed(beam) for column in columns if column not in one.nplet}
        for key, beam in beams.items()
    }
    every = sorted({nplet for of_beam in candidates.values() for nplet in of_beam})
    if not every:
        return {}
    values = scorer.measures(np.array(every, dtype=np.int32))
    sound = np.flatnonzero(np.isfinite(values).all(axis=1))
    known: dict[tuple[int, ...], Array] = {}
    if len(sound):
        nplets = [every[n] for n in sound]
        known = dict(zip(nplets, np.column_stack([values[sound], own(values[sound], nplets)]), strict=True))
    grown = {}
    for key, of_beam in candidates.items():
        sign = 1.0 if key[0] == "smallest" else -1.0
        ranked = sorted((sign * float(Own.keys(known[nplet][4])), nplet) for nplet in of_beam if nplet in known)
        if ranked:
            grown[key] = [Grown(nplet, of_beam[nplet], tuple(known[nplet].tolist())) for _, nplet in ranked[:width]]
    return grown


def _result(seeds: Any, own: Own, asked: dict[str, Any], most: int, paths: dict[Any, list[Grown]]) -> Any:
    """As the engine has it of a greedy search: figures, and a row for each step."""
    json = seeds.json
    figures: dict[str, Any] = {"start_order": int(asked["start_order"]), "max_order": most, "starts": int(asked["starts"]), "beam": int(asked["beam"])}
    steps = []
    for end in ENDS[asked["ends"]]:
        sign = 1.0 if end == "smallest" else -1.0
        own_paths = {start: path for (which, start), path in paths.items() if which == end}
        best = {start: min(path, key=lambda one: sign * one.row[4]) for start, path in own_paths.items()}
        if best:
            winner = min(best, key=lambda start: (sign * best[start].row[4], start))
            figures[f"{end}_best_order"] = len(best[winner].nplet)
            figures[f"{end}_best_{own.name}"] = best[winner].row[4]
            figures[f"{end}_best_start"] = winner
            figures[f"{end}_best_nplet"] = list(best[winner].nplet)
        for start, path in own_paths.items():
            for one in path if asked["paths"] == "all" or start == winner else [best[start]]:
                steps.append(_row(end, start, one, own.name, one is best[start]))
    del json["orders"]
    json["run"]["computed"] = f"a greedy search of n-plets by {own.name}, a function of tc, dtc, o and s"
    json["figures"] = {**figures, "partial": bool(json["run"].get("partial", False))}
    json["steps"] = steps
    return seeds


def _row(end: str, start: int, one: Grown, name: str, best: bool) -> dict[str, Any]:
    values = dict(zip((*FIELDS, name), one.row, strict=True))
    added = None if one.added is None else [one.added]
    return {"end": end, "start": start, "order": len(one.nplet), "added": added, **values, "best": best, "nplet": list(one.nplet)}
