#!/bin/sh
# The most synergistic triplet of each data set, a line each: sh docs/examples/layers.sh DATA...
# The environment variable OINFO names the program.
set -eu

for data in "$@"; do
  # Into a variable, not a pipe: a pipe would hide that oinfo failed.
  table=$("${OINFO:-./oinfo}" scan "$data" --order 3 --top 1 --ends synergistic --format csv --quiet)
  printf '%s\n' "$table" | awk -F, -v data="$data" '
    /^#/ { next }
    !header { for (i = 1; i <= NF; i++) column[$i] = i; header = 1; next }
    { printf "%s %s %.6f\n", data, $column["nplet"], $column["o"] }'
done
