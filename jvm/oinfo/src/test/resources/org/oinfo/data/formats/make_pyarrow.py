"""Writes the Parquet files of a writer whose library Debian does not package: pip install pyarrow numpy; python make_pyarrow.py

x[t, n] as in make.py. paged.parquet has an index of its pages, several to a column; index.parquet the note of pandas on a named index.
"""

import json
import os

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

os.chdir(os.path.dirname(os.path.abspath(__file__)))

t, n = np.meshgrid(np.arange(600), np.arange(3), indexing="ij")
x = (7 * t + 3 * n) % 11 + n / 4


def table(rows):
    return {f"v{i}": x[:rows, i] for i in range(3)}


pq.write_table(
    pa.table(table(600)),
    "paged.parquet",
    write_page_index=True,
    write_batch_size=32,
    data_page_size=256,
    use_dictionary=["v1"],
    row_group_size=400,
)
note = {"index_columns": ["time"], "columns": [{"name": "v0"}, {"name": "v1"}, {"name": "v2"}, {"name": "time"}]}
pq.write_table(
    pa.table({**table(6), "time": np.arange(6)}).replace_schema_metadata({"pandas": json.dumps(note)}), "index.parquet"
)

# Activations: x as lists, one a row, in each way that lists are written; and what is no matrix.
X = x[:6]
rows = pa.array(X.tolist())


def stream(name, table, batch=None):
    with pa.ipc.new_stream(name, table.schema) as out:
        out.write_table(table, max_chunksize=batch)


def file(name, table):
    with pa.ipc.new_file(name, table.schema) as out:
        out.write_table(table)


def fixed(values, number):
    flat = pa.array(np.asarray(values).ravel(), type=number)
    return pa.FixedSizeListArray.from_arrays(flat, np.asarray(values).shape[1])


def tensors(values):
    return pa.FixedShapeTensorArray.from_numpy_ndarray(np.ascontiguousarray(values))


one = pa.table({"x": rows})
pq.write_table(one, "lists.parquet")
stream("lists.arrow", one, batch=4)
file("lists-file.arrow", one)
pq.write_table(one, "lists-paged.parquet", write_page_index=True, write_batch_size=2, data_page_size=32, row_group_size=4)
pq.write_table(pa.table({"x": fixed(X, pa.float32())}), "lists-fixed.parquet", compression="zstd")
stream("lists-fixed.arrow", pa.table({"x": fixed(X, pa.float32())}), batch=5)
pq.write_table(pa.table({"x": fixed(X.astype(np.float16), pa.float16())}), "lists-half.parquet")
stream("lists-half.arrow", pa.table({"x": fixed(X.astype(np.float16), pa.float16())}))
stream("lists-large.arrow", pa.table({"x": rows.cast(pa.large_list(pa.float64()))}))
columns = {f"v{i}": X[:, i] for i in range(3)}
stream("columns.arrow", pa.table(columns), batch=4)
file("index.arrow", pa.table({**columns, "time": np.arange(6)}).replace_schema_metadata({"pandas": json.dumps(note)}))

# [6][2][3]: x and x + 100, as lists of lists and as tensors, beside text, classes and numbers of tokens.
cube = np.stack([X, X + 100], axis=1)
mixed = pa.table(
    {
        "text": [f"w{i}" for i in range(6)],
        "label": pa.array([0, 1, 2, 0, 1, 2]),
        "nested": pa.array(cube.tolist(), type=pa.list_(pa.list_(pa.float32()))),
        "tensor": tensors(cube.astype(np.float32)),
        "tokens": pa.array([[7, 8]] * 6),
    }
)
pq.write_table(mixed, "mixed.parquet")
stream("mixed.arrow", mixed, batch=4)

types = {
    "i1": pa.array(range(6), pa.int8()),
    "u2": pa.array(range(65530, 65536), pa.uint16()),
    "i8": pa.array([2**40 + i for i in range(6)], pa.int64()),
    "b": pa.array([i % 2 == 0 for i in range(6)]),
    "f4": pa.array([i / 4 for i in range(6)], pa.float32()),
    "gaps": pa.array([0, 1, None, 3, 4, 5], pa.int32()),
    "word": pa.array(["a", "b", "c", "a", "b", "c"]).dictionary_encode(),
    "view": pa.array([f"a word that is longer than twelve letters {i}" for i in range(6)], pa.string_view()),
    "pair": pa.array([{"p": i, "q": "w"} for i in range(6)]),
    "none": pa.nulls(6),
    "last": pa.array([i / 8 for i in range(6)]),
}
stream("types.arrow", pa.table(types), batch=4)

ragged = [[1.0, 2, 3], [4, 5, 6], [7, 8, 9], [1, 2, 4], [5, 7], [8, 9, 9]]
gaps = [[1.0, 2, 3], [4, 5, 6], [7, None, 9], [1, 2, 4], None, [8, 9, 9]]
for name, values in (("ragged", ragged), ("gaps", gaps)):
    table = pa.table({"x": pa.array(values)})
    pq.write_table(table, f"{name}.parquet")
    stream(f"{name}.arrow", table, batch=3)
stream("gaps-fixed.arrow", pa.table({"x": pa.array(gaps, pa.list_(pa.float32(), 3))}))
with pa.ipc.new_file("packed.arrow", one.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as out:
    out.write_table(one)
