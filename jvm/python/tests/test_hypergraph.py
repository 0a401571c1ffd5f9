"""Hypergraphs keep to the schema of the Hypergraph Interchange Format, and hold what the result does."""

import json
import pathlib
import tempfile
import unittest

import oracle

import oinfo

SCHEMA = {
    "nodes": ({"node"}, {"node": (str, int), "weight": (int, float), "attrs": dict}),
    "edges": ({"edge"}, {"edge": (str, int), "weight": (int, float), "attrs": dict}),
    "incidences": ({"edge", "node"}, {"edge": (str, int), "node": (str, int), "weight": (int, float), "direction": str, "attrs": dict}),
}
"""What github.com/HIF-org/HIF-standard, schemas/hif_schema.json (draft 7), says: what must be there, and all that may be, by type."""


def problems(found):
    """What breaks the schema."""
    if not isinstance(found, dict) or "incidences" not in found:
        yield "incidences must be there"
    for key in set(found) - set(SCHEMA) - {"network-type", "metadata"}:
        yield f"unknown {key}"
    if found.get("network-type", "undirected") not in ("undirected", "directed", "asc"):
        yield f"network-type {found['network-type']}"
    if not isinstance(found.get("metadata", {}), dict):
        yield "metadata must be an object"
    for name, (needed, known) in SCHEMA.items():
        for one in found.get(name, []):
            if not needed <= set(one) <= set(known):
                yield f"{name}: {sorted(one)}"
            if any(not isinstance(value, known[key]) or isinstance(value, bool) for key, value in one.items() if key in known):
                yield f"{name}: {one}"


class Hypergraph(unittest.TestCase):
    def assert_of(self, result):
        found = result.to_hif()
        self.assertEqual(list(problems(json.loads(json.dumps(found, allow_nan=False)))), [])
        members = {one["edge"]: [] for one in found["edges"]}
        for one in found["incidences"]:
            members[one["edge"]].append(one["node"])
        self.assertLessEqual({node for edge in members.values() for node in edge}, {one["node"] for one in found["nodes"]})
        return found, {one["edge"]: (tuple(members[one["edge"]]), one["attrs"]) for one in found["edges"]}

    def test_an_edge_is_an_nplet_with_its_measures(self):
        x = oracle.samples()
        result = oinfo.scan(x, (3, 4), top=3)
        found, edges = self.assert_of(result)
        self.assertEqual(len(edges), 12)
        for nplet, attributes in edges.values():
            expected = oracle.measures(oracle.copula(x), nplet)
            for name, value in zip(("tc", "dtc", "o", "s"), expected, strict=True):
                self.assertAlmostEqual(attributes[name], value, delta=1e-10)
            self.assertEqual(attributes["order"], len(nplet))
        self.assertEqual((len(found["nodes"]), found["metadata"]["unit"]), (6, "nats"))

    def test_an_nplet_at_both_ends_is_one_edge_and_names_are_attributes(self):
        import pandas

        table = pandas.DataFrame(oracle.samples()[:, :4], columns=["a", "ä", '"c"', "d"])
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "h.json")
            written = oinfo.scan(table, top=20).to_hif(file)
            self.assertEqual(json.loads(file.read_text(encoding="utf-8")), written)
        self.assertEqual(len(written["edges"]), 4)
        self.assertEqual([one["attrs"]["name"] for one in written["nodes"]], list(table.columns))

    def test_other_analyses(self):
        x = oracle.samples()
        for result in (
            oinfo.measures(x, [[0, 1, 2], [3, 4]]),
            oinfo.search(x, starts=2, max_order=5),
            oinfo.target(x, x[:, 0] > 0, order=2, target_kind="class", columns=[1, 2, 3, 4]),
            oinfo.dynamic(x, order=2, top=2),
            oinfo.compare(x[:200], x[200:], permutations=19, top=2),
            oinfo.null(x, surrogates=19, top=2),
            oinfo.simulate("mixed", samples=9)[1],
        ):
            self.assertGreater(len(self.assert_of(result)[1]), 1)
        for result in (oinfo.curve(x, sizes=[50], repeats=1), oinfo.bootstrap(x, [[0, 1, 2]], resamples=39)):
            with self.assertRaisesRegex(oinfo.InputError, "a hypergraph must have n-plets with their measures"):
                result.to_hif()

    def test_the_check_finds_what_breaks_the_schema(self):
        for broken in (
            {},
            {"incidences": [{"edge": 1}]},
            {"incidences": [], "more": 1},
            {"incidences": [], "nodes": [{"node": 1.5}]},
            {"incidences": [], "edges": [{"edge": 1, "o": 2}]},
            {"incidences": [], "network-type": "mixed"},
        ):
            self.assertTrue(list(problems(broken)), broken)


if __name__ == "__main__":
    unittest.main()
