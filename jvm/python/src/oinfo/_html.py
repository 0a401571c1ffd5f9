"""How a result looks in a notebook."""

from __future__ import annotations

import html
from typing import Any

import numpy as np

_MOST = 40
"""Rows that are shown of a table."""

_STYLE = """<style>
.oinfo {font-size: 13px; max-width: 70em}
.oinfo p {margin: .3em 0}
.oinfo .head {font-weight: 600}
.oinfo .how {opacity: .75}
.oinfo .warnings {background: #fff4d6; color: #4d3800; border-left: 4px solid #d68f00; padding: .4em .8em; margin: .5em 0}
.oinfo .warnings li {margin: .15em 0}
.oinfo table {border-collapse: collapse; margin: .5em 0; font-variant-numeric: tabular-nums}
.oinfo caption {text-align: left; font-weight: 600; padding: .3em 0; white-space: nowrap}
.oinfo th, .oinfo td {padding: .15em .7em; text-align: right; background: none}
.oinfo thead th {border-bottom: 1px solid #818b98; font-weight: 600}
.oinfo td.words, .oinfo th.words {text-align: left}
</style>"""
_CAPTIONS = {"synergistic": "Smallest O-information", "redundant": "Largest O-information"}


def page(result: Any) -> str:
    """A heading, what there is to warn of, and the tables."""
    run = result.run
    how = [f"{run['samples']:,} samples" if run.get("samples") else "", f"{run['variables']} variables", _estimator(run), run.get("unit", "nats")]
    parts = [_STYLE, f'<p class="head">{_escaped(_capital(run["computed"]))}</p>', f'<p class="how">{_escaped(", ".join(filter(None, how)))}</p>']
    stopped = "It was stopped: what is here was finished by then." if result.partial else ""
    warnings = [*([stopped] if stopped else []), *(one["message"] for one in result.warnings)]
    if warnings:
        items = "".join(f"<li>{_escaped(_capital(one))}</li>" for one in warnings)
        parts.append(f'<div class="warnings" role="alert"><b>&#9888; Before you read on</b><ul>{items}</ul></div>')
    if "conclusion" in result.figures:
        parts.append(f"<p>{_escaped(result.figures['conclusion'])}</p>")
    if result.orders:
        ranked = any("rank_by" in one for one in result.orders)
        ends = ("smallest", "largest") if ranked else ("synergistic", "redundant")
        parts.append(_table("Orders", result.summary))
        parts.extend(_table(_caption(end, result.orders), getattr(result, end)) for end in ends)
    else:
        parts.append(_table("", result.table))
    return f'<div class="oinfo">{"".join(parts)}</div>'


def _caption(end: str, orders: list[dict[str, Any]]) -> str:
    by = next((one["rank_by"] for one in orders if "rank_by" in one), None)
    return _CAPTIONS[end] if by is None else f"{_capital(end)} {by}"


def _estimator(run: dict[str, Any]) -> str:
    """Words for how it was estimated."""
    known = {"copula": "Gaussian copula", "gaussian": "Gaussian", "discrete": "discrete", "knn": "nearest neighbours"}
    name = str(run.get("estimator") or "")
    return known.get(name, name) + (", bias-corrected" if run.get("bias_corrected") else "")


def _table(caption: str, table: Any) -> str:
    """A table, whether it is a DataFrame or an array; nothing where it has no rows."""
    columns, lines = _content(table)
    if not lines:
        return ""
    # A sign that matches its end goes without saying.
    kept = [n for n, name in enumerate(columns) if name != "names" and any(line[n] is not (name == "sign_matches_end" or None) for line in lines)]
    named = columns.index("names") if "names" in columns else None
    words = [any(isinstance(line[n], (str, tuple)) for line in lines) for n in range(len(columns))]
    head = "".join(f'<th{_kind(words[n])}>{_escaped(columns[n])}</th>' for n in kept)
    body = []
    for line in lines[:_MOST]:
        # Columns by their names where they have some.
        shown = [line[named] if named is not None and columns[n] == "nplet" else line[n] for n in kept]
        body.append("<tr>" + "".join(f"<td{_kind(words[n])}>{_escaped(_cell(value))}</td>" for n, value in zip(kept, shown, strict=True)) + "</tr>")
    left = f'<p class="how">{len(lines) - _MOST:,} more rows: .table has all.</p>' if len(lines) > _MOST else ""
    title = f"<caption>{_escaped(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>{left}"


def _content(table: Any) -> tuple[list[str], list[tuple[Any, ...]]]:
    if isinstance(table, np.ndarray):
        return list(table.dtype.names or ()), table.tolist()
    flat = table.reset_index() if table.index.name is not None else table
    return list(flat.columns), list(flat.itertuples(index=False, name=None))


def _kind(words: bool) -> str:
    return ' class="words"' if words else ""


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else ""
    if isinstance(value, (float, np.floating)):
        return f"{value:.6f}".replace("-", "\u2212")
    if isinstance(value, (int, np.integer)):
        return f"{value:,}"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _escaped(text: str) -> str:
    return html.escape(text)
