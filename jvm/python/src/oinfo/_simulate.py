"""Samples of systems whose measures are known."""

from __future__ import annotations

from typing import Any

import numpy as np

from ._arrays import Sent, speaking
from ._engine import ENGINE
from ._errors import InputError
from ._folder import removed
from ._options import params
from ._results import Result


def simulate(structure: str, **options: Any) -> tuple[np.ndarray[Any, Any], Result]:
    """Samples of a system whose measures are known, to try things out, and the truth about it; the same call gives the same samples.

    Args:
        structure: what depends on what:

            - "independent": nothing on anything,
            - "pairs": independent pairs with correlation ``strength``, Omega of every n-plet is 0,
            - "redundant": groups with one hidden cause, any two columns with correlation ``strength``,
            - "synergistic": groups, the last column the sum of the others, which explain the share ``strength`` of it,
            - "mixed": redundant and synergistic groups in turn,
            - "causes": all columns in blocks with one hidden cause each,
            - "tree": each column on a random earlier one, no synergy,
            - "chain": each column on the one before it, no synergy,
            - "xor": bits, the last of a group the parity of the others, right with probability (1 + ``strength``) / 2.
        options: ``variables`` (12 columns), ``samples`` (1000 rows), ``order`` (3, columns of a group), ``groups`` (1, of mixed and causes 2),
            ``strength`` (0.5, of 0 to 1), ``seed`` (1), ``unit`` ("nats" or "bits").

    Returns:
        The samples, float64 [samples, variables], of xor 0 and 1; and a result whose ``.table`` has the groups that were planted: ``kind``,
        ``order``, ``nplet`` and their exact ``tc``, ``dtc``, ``o``, ``s``.

    The sum of two, which explain half of it: Omega is ln(8/9) / 2.

    >>> import oinfo
    >>> samples, truth = oinfo.simulate("synergistic", variables=5, samples=100)
    >>> samples.shape, tuple(truth.table["nplet"][0]), round(float(truth.table["o"][0]), 6)
    ((100, 5), (0, 1, 2), -0.058892)
    """
    for fixed in ("out", "format"):
        if options.get(fixed) is not None:
            raise InputError(f"{fixed} must not be given here: samples are an array; save it by numpy.save")
    sent = Sent()
    with removed(sent.files), speaking(sent):
        out = sent.new_file("simulated.npy", 0, "the samples")
        answer = ENGINE.call("simulate", {"structure": structure, **params(options, sent), "out": out})
        samples: np.ndarray[Any, Any] = np.load(out)
    return samples, Result(answer)
