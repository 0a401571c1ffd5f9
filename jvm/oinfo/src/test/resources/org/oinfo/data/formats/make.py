"""Writes the files of arrays that the tests read, with the libraries their users write them with.

Debian: apt-get install python3-numpy python3-scipy python3-h5py python3-netcdf4; then /usr/bin/python3 make.py
x[t, n] = (7 t + 3 n) % 11 + n / 4 for 6 samples of 3 variables, everywhere. People's libraries that are not packaged are stood in for by
their file formats: bfloat16 as ml_dtypes makes numpy.save write it, safetensors as its specification says.
"""

import json
import os
import struct

import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))

t, n = np.meshgrid(np.arange(6), np.arange(3), indexing="ij")
x = (7 * t + 3 * n) % 11 + n / 4
cube = np.stack([x, x + 100])  # [trial][t][n]


def bfloat16(values):
    return (values.astype("<f4").view("<u4") >> 16).astype("<u2")


def npz():
    np.savez("stored.npz", acts=x, labels=np.arange(6), names=np.array(["a", "b", "c"]))
    np.savez_compressed("deflated.npz", acts=x.astype("f4"))
    np.savez("scalars.npz", fs=np.float64(1000), x=np.asfortranarray(x))
    np.savez("two.npz", first=x, second=-x)
    np.savez("objects.npz", o=np.array([{}, []], dtype=object))
    np.save("cube.npy", cube)
    np.save("bfloat16.npy", bfloat16(x).view("|V2"))


npz()
