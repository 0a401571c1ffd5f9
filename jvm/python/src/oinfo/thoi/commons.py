"""The covariance of normal scores."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._errors import InputError
from .._peers import said
from .._peers.arrays import array, as_given, dtype_of, is_tensor
from .._peers.gaussian import normal_scores

__all__ = ["gaussian_copula_covmat"]


def gaussian_copula_covmat(
    X: Any,
    *,
    correction: int = 1,
    batch_size_D: int | None = None,
    return_xg: bool = False,
    in_place: bool = False,
    out_dtype: Any = None,
) -> tuple[Any, Any]:
    """Normal scores of the ranks and their covariances.

    Args:
        X: samples [D, T, N].
        correction: 1 to divide by T - 1, 0 by T.
        return_xg: whether the scores are wanted too.
        out_dtype: of the result; else that of X, float64 for whole numbers.
        batch_size_D, in_place: save memory there, and mean nothing here.

    Returns:
        the centred scores [D, T, N] or None, and the covariances [D, N, N].
    """
    tensors, samples = is_tensor(X), array(X)
    if samples.ndim != 3:
        raise InputError(f"X must have 3 axes, data sets x samples x variables: found shape {samples.shape}; put it in a list of one")
    if correction not in (0, 1):
        raise InputError(f"correction must be 0 or 1: found {correction!r}")
    said.ties("THOI", list(samples))
    usual = samples.dtype if samples.dtype.kind == "f" else np.dtype(np.float64)
    dtype = usual if out_dtype is None else dtype_of(out_dtype)
    scores = np.stack([normal_scores(one) for one in samples])
    scores -= scores.mean(axis=1, keepdims=True)
    covariances = scores.swapaxes(1, 2) @ scores / (samples.shape[1] - correction)
    given = as_given(scores.astype(dtype), tensors) if return_xg else None
    return given, as_given(covariances.astype(dtype), tensors)
