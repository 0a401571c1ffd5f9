"""Writes the files of arrays that the tests read, with the libraries their users write them with.

Debian: apt-get install python3-numpy python3-scipy python3-h5py python3-netcdf4; then /usr/bin/python3 make.py
x[t, n] = (7 t + 3 n) % 11 + n / 4 for 6 samples of 3 variables, everywhere. People's libraries that are not packaged are stood in for by
their file formats: bfloat16 as ml_dtypes makes numpy.save write it, safetensors as its specification says.
"""

import json
import os
import struct

import h5py
import netCDF4
import numpy as np
import scipy.io

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


def safetensors(name, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for key, (dtype, array) in tensors.items():
        header[key] = {
            "dtype": dtype,
            "shape": list(array.shape),
            "data_offsets": [len(data), len(data) + array.nbytes],
        }
        data += array.tobytes()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(name, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def all_safetensors():
    types = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1", "U8": "u1"}
    tensors = {key: (key, (4 * x).astype(dtype)) for key, dtype in types.items()}
    tensors["BF16"] = ("BF16", bfloat16(4 * x))
    tensors["F8"] = ("F8_E4M3", np.zeros((6, 3), "u1"))
    safetensors("types.safetensors", tensors)
    safetensors("one.safetensors", {"acts": ("F32", x.astype("<f4"))})


def matlab():
    more = {"fs": 1000.0, "name": "rat 7", "info": {"a": 1}}
    scipy.io.savemat("plain.mat", {"x": x, **more})
    scipy.io.savemat("packed.mat", {"x": x.astype("f4"), "y": x > 3, "z": x + 1j}, do_compression=True)
    scipy.io.savemat("cube.mat", {"cube": cube})
    # MATLAB keeps what its own objects need in a matrix of bytes without a name, whose place the header states.
    scipy.io.savemat("notes.mat", {"x": x, "q": np.arange(64, dtype="u1").reshape(1, -1)})
    with open("notes.mat", "r+b") as file:
        data = bytearray(file.read())
        name = data.index(b"\x01\x00\x01\x00q")
        data[name : name + 8] = b"\x01" + bytes(7)
        data[116:124] = struct.pack("<q", data.rindex(b"\x0e\x00\x00\x00", 0, name))
        file.seek(0)
        file.write(data)
    # MATLAB 7.3: HDF5 behind a block of 512 bytes, axes in reverse, the class of each variable as an attribute.
    with h5py.File("v73.mat", "w", userblock_size=512) as file:
        for name, values, kind in [
            ("x", x, "double"),
            ("cube", cube, "double"),
            ("fs", np.array([[1000.0]]), "double"),
            ("name", np.array([[114, 97, 116]], "<u2"), "char"),
        ]:
            dataset = file.create_dataset(name, data=values.T if values.ndim > 1 else values)
            dataset.attrs["MATLAB_class"] = np.bytes_(kind)
        file.create_group("#refs#")["a"] = x
    with open("v73.mat", "r+b") as file:
        text = b"MATLAB 7.3 MAT-file, Platform: GLNXA64, Created on: Sat Nov 28 12:00:00 2026 HDF5 schema 1.00 ."
        file.write(text.ljust(116) + bytes(8) + b"\x00\x02IM")


def hdf5():
    with h5py.File("one.h5", "w") as file:
        file["acts"] = x
    with h5py.File("several.h5", "w") as file:
        file["a/plain"] = x
        file["a/big"] = x.astype(">f4")
        file.create_dataset("a/chunks", data=x, chunks=(4, 2), compression="gzip", shuffle=True)
        file.create_dataset("a/whole", data=(4 * x).astype("i2"), chunks=True, fletcher32=True)
        file["a/half"] = x.astype("f2")
        file["labels"] = np.arange(6)
        file["words"] = np.array([b"a", b"b"])
        file["soft"] = h5py.SoftLink("/a/plain")
        file["outside"] = h5py.ExternalLink("one.h5", "/acts")
        file["loop/up"] = file["/"]
    with h5py.File("external.h5", "w") as file:
        file.create_dataset("kept", (6, 3), "f8", external=[("one.h5", 2048, 144)])
    with h5py.File("unwritten.h5", "w") as file:
        file.create_dataset("never", (6, 3), "f8")
        file.create_dataset("huge", (1000000000, 1000), "f8", chunks=(1000, 1000))
    with h5py.File("virtual.h5", "w") as file:
        layout = h5py.VirtualLayout((6, 3), "f8")
        layout[:] = h5py.VirtualSource("one.h5", "acts", (6, 3))
        file.create_virtual_dataset("virtual", layout)
    with netCDF4.Dataset("gaps.nc", "w") as file:
        file.createDimension("time", 6)
        file.createDimension("site", 3)
        variable = file.createVariable("temp", "f4", ("time", "site"), fill_value=-999.0, zlib=True)
        values = np.ma.array(x, mask=np.zeros(x.shape, bool))
        values.mask[2, 1] = True
        variable[:] = values
    marks()


def marks():
    """Values that stand for none, and places that were never written."""
    with netCDF4.Dataset("marks.nc", "w") as file:
        file.createDimension("time", 6)
        file.createDimension("site", 3)
        both = file.createVariable("both", "f8", ("time", "site"), fill_value=-999.0)
        both.missing_value = np.array([-888.0, -777.0])
        both.set_auto_mask(False)
        both[:] = np.where((t == 1) & (n == 1), -999, np.where((t == 2) & (n == 0), -888, np.where(t == 4, -777, x)))
        single = file.createVariable("single", "f4", ("time", "site"))
        single.setncattr("missing_value", -99.9)
        single[:] = np.where((t == 1) & (n == 1), np.float32(-99.9), x.astype("f4"))
        never = file.createVariable("never", "f8", ("time", "site"))
        never[:4] = x[:4]
        unsigned = file.createVariable("unsigned", "i1", ("time", "site"))
        unsigned.setncattr("_Unsigned", "true")
        unsigned.set_auto_maskandscale(False)
        unsigned[:] = np.full((6, 3), -1, "i1")
    with h5py.File("kinds.h5", "w", userblock_size=2048) as file:
        part = file.create_dataset("part", (6, 3), "f8", chunks=(4, 2), fillvalue=7.5)
        part[:4, :2] = x[:4, :2]
        file["bool"] = x > 3
        file.create_dataset("chunks", data=x > 3, chunks=(4, 2), compression="gzip")
        file.create_dataset("summed", data=x, chunks=(4, 2), shuffle=True, fletcher32=True)
        file.create_dataset("packed", data=x, chunks=(4, 2), compression="lzf", fletcher32=True)
        plan = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        plan.set_layout(h5py.h5d.COMPACT)
        space = h5py.h5s.create_simple(x.shape)
        compact = h5py.h5d.create(file.id, b"compact", h5py.h5t.IEEE_F64BE, space, plan)
        compact.write(h5py.h5s.ALL, h5py.h5s.ALL, np.ascontiguousarray(x))
    with h5py.File("empty.h5", "w") as file:
        file["x"] = x
        file["none"] = np.zeros((0, 3))
    np.savez_compressed("labels.npz", cube=cube, trial=np.arange(2))


npz()
all_safetensors()
matlab()
hdf5()
