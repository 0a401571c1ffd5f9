"""All four measures of given n-plets in PyTorch, for comparison: gather, cholesky, cholesky_inverse, logarithms.

    peer_torch.py FOLDER     reads correlations.bin and nplets-K.bin (PeerInputs.java), prints a JSON object per K

Timed by events from indices on the device to results on the device; Omega of the first n-plets is checked.
"""

import glob
import json
import math
import re
import statistics
import sys

import numpy as np
import torch

RUNS = 5
WARM_UPS = 2


def measures(r, nplets):
    """TC, DTC, Omega, S [count, 4], nats, of n-plets [count, k]."""
    matrices = r[nplets.unsqueeze(2), nplets.unsqueeze(1)]
    factors = torch.linalg.cholesky(matrices)
    log_determinant = 2 * factors.diagonal(dim1=1, dim2=2).log().sum(1)
    log_precisions = torch.cholesky_inverse(factors).diagonal(dim1=1, dim2=2).log().sum(1)
    return torch.stack(
        (
            -0.5 * log_determinant,
            0.5 * (log_determinant + log_precisions),
            -log_determinant - 0.5 * log_precisions,
            0.5 * log_precisions,
        ),
        1,
    )


def timed(r, nplets):
    """Median seconds, and the results of the last run."""
    times = []
    for run in range(-WARM_UPS, RUNS):
        before, after = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
        before.record()
        out = measures(r, nplets)
        after.record()
        after.synchronize()
        if run >= 0:
            times.append(before.elapsed_time(after) * 1e-3)
    return statistics.median(times), out.cpu().numpy()


def main(folder):
    device = torch.device("cuda")
    values = np.fromfile(f"{folder}/correlations.bin", "<f8")
    n = math.isqrt(values.size)
    r = torch.from_numpy(values.reshape(n, n)).to(device)
    files = glob.glob(f"{folder}/nplets-*.bin")
    for file in sorted(files, key=lambda name: int(re.findall(r"\d+", name)[-1])):
        raw = open(file, "rb").read()
        order, count, checked = np.frombuffer(raw, "<i4", 3)
        indices = np.frombuffer(raw, "<i4", count * order, 12).reshape(count, order).astype(np.int64)
        expected = np.frombuffer(raw, "<f8", checked, 12 + 4 * count * order)
        seconds, out = timed(r, torch.from_numpy(indices).to(device))
        error = float(np.max(np.abs(out[:checked, 2] - expected) / (1 + out[:checked, 3])))
        print(
            json.dumps(
                {
                    "step": "measures",
                    "what": "PyTorch",
                    "order": int(order),
                    "nplets": int(count),
                    "seconds": seconds,
                    "max_error": error if math.isfinite(error) else None,
                }
            ),
            flush=True,
        )


main(sys.argv[1])
