"""Writes shards of activations as tools write them: pip install pyarrow numpy; python make_shards.py

x[t, n] = (7 t + 3 n) % 11 + n / 4, 10 examples: 4 + 4 + 2 in three Parquet files, 6 + 4 in two Arrow streams.
"""

import os

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def x(rows, columns):
    t, n = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    return ((7 * t + 3 * n) % 11 + n / 4).astype(np.float32)


def lists(values, number=pa.float32()):
    kind = pa.list_(number)
    for _ in range(values.ndim - 2):
        kind = pa.list_(kind)
    return pa.array(values.tolist(), type=kind)


hidden = x(10, 4)
latents = np.where(np.eye(10, 12) > 0, np.arange(10)[:, None] + 1, 0)
tokens = x(10, 15).reshape(10, 3, 5)
texts = [f"text {t}" for t in range(10)]

table = pa.table(
    {"text": texts, "hidden": lists(hidden), "latents": lists(latents, pa.float16()), "label": np.arange(10) % 3}
)
for i, part in enumerate((slice(0, 4), slice(4, 8), slice(8, 10))):
    pq.write_table(table.slice(part.start, part.stop - part.start), f"train-{i:05}-of-00003.parquet")
pq.write_table(pa.table({"hidden": lists(x(2, 3)), "latents": lists(latents[:2]), "label": [0, 1]}), "narrow.parquet")

# As datasets.Dataset.save_to_disk leaves what SAELens caches: streams, lists of lists, whole numbers beside.
cached = pa.table({"blocks.0.hook_mlp_out": lists(tokens), "token_ids": pa.array([[1, 2, 3]] * 10)})
os.makedirs("cached", exist_ok=True)
for i, (start, count) in enumerate(((0, 6), (6, 4))):
    with pa.ipc.new_stream(f"cached/data-{i:05}-of-00002.arrow", cached.schema) as out:
        out.write_table(cached.slice(start, count), max_chunksize=4)
with open("cached/state.json", "w") as out:
    out.write("{}\n")

missing = hidden.tolist()
missing[7][2] = None
pq.write_table(pa.table({"hidden": pa.array(missing, pa.list_(pa.float32()))}), "missing.parquet")
