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
