"""NumPy, two ways: its linear algebra on a batch of matrices, and its arithmetic on all matrices of a batch at once."""

import numpy as np
from driver import Peer, from_determinants


class Linalg(Peer):
    """Cholesky factors of gathered matrices [B, k, k], inverses of the factors, sums of squares of their columns."""

    word = "numpyLinalg"
    name = f"NumPy {np.__version__}, linalg on a batch"

    def __init__(self, r):
        self.r = r

    def measures(self, nplets):
        factors = np.linalg.cholesky(self.r[nplets[:, :, None], nplets[:, None, :]])
        log_det = 2 * np.log(np.diagonal(factors, axis1=1, axis2=2)).sum(axis=1)
        inverses = np.linalg.inv(factors)
        precisions = np.einsum("bij,bij->bj", inverses, inverses)
        return from_determinants(log_det, np.log(precisions).sum(axis=1))


class Arithmetic(Peer):
    """R_S = L diag(d) L^T of every matrix at once, n-plets last [k, k, B], in pieces that stay in a second-level cache."""

    word = "numpyArithmetic"
    name = f"NumPy {np.__version__}, arithmetic on whole batches"
    # Doubles of one piece.
    PIECE = 1 << 15

    def __init__(self, r, order):
        self.r = r
        self.piece = max(128, self.PIECE // order**2)

    def measures(self, nplets):
        members = np.ascontiguousarray(nplets.T)
        pieces = [self.piece_measures(members[:, at:at + self.piece]) for at in range(0, len(nplets), self.piece)]
        return np.concatenate(pieces)

    def piece_measures(self, members):
        a = self.r[members[:, None, :], members[None, :, :]]
        k = len(a)
        inverse = np.empty_like(a[0])
        determinant = np.ones_like(a[0, 0])
        for c in range(k):
            determinant *= a[c, c]
            np.divide(1, a[c, c], out=inverse[c])
            if c + 1 < k:
                unit = a[c + 1:, c] * inverse[c]
                # Lower triangle only, row by row: row r needs columns c+1 .. r.
                for row in range(c + 1, k):
                    a[row, c + 1:row + 1] -= unit[row - c - 1] * a[c + 1:row + 1, c]
                a[c + 1:, c] = unit
        # L^-1 over L, row by row, as in the plain Java peer.
        for row in range(1, k):
            for j in range(row):
                v = -a[row, j]
                for t in range(j + 1, row):
                    v -= a[row, t] * a[t, j]
                a[row, j] = v
        precisions = np.ones_like(determinant)
        for i in range(k):
            p = inverse[i].copy()
            if i + 1 < k:
                below = a[i + 1:, i]
                p += np.einsum("rb,rb,rb->b", below, below, inverse[i + 1:])
            precisions *= p
        return from_determinants(np.log(determinant), np.log(precisions))


def open(r, order):
    return [Linalg(r), Arithmetic(r, order)]
