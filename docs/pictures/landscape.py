#!/usr/bin/env python3
"""Draws landscapes side by side: one panel for each result of a scan at level full.

    python3 landscape.py TITLE=RESULT.json ... > landscape.svg

A RESULT.json is what `oinfo scan DATA --order k --level full --format json --out RESULT.json` writes; its first order is drawn.
Bars are bins of the histogram, joined until each is a sixtieth of the axis wide. Their height is the number of n-plets for each
hundredth of a nat, on a logarithmic axis, so that the few extremes can be seen beside the many in the middle.
Standard library only.
"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, GAP, TOP, BOTTOM = 900, 330, 58, 26, 84, 64
UNIT = 0.01  # nats: what heights are counted for
LOWEST = -1  # decades at the floor: a bar of a single n-plet still shows

STYLE = """
  .card { fill: #ffffff; stroke: #d0d7de }
  text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
  .title { font-weight: 600; font-size: 15px }
  .small { font-size: 12px; fill: #59636e }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .axis { stroke: #818b98; stroke-width: 1 }
  .synergy { fill: #2166ac } .redundancy { fill: #b2182b }
  @media (prefers-color-scheme: dark) {
    .card { fill: #0d1117; stroke: #3d444d }
    text { fill: #e6edf3 }
    .small { fill: #9198a1 }
    .grid { stroke: #2a313c }
    .axis { stroke: #656c76 }
    .synergy { fill: #6cb0f0 } .redundancy { fill: #f0826e }
  }
"""


def bars(histogram, least):
    """(from, to, count) of joined bins, synergy-dominated ones first; the balanced bin has no width and is left out."""
    edges, counts = histogram["edges"], histogram["counts"]
    bins = [(edges[i], edges[i + 1], c) for i, c in enumerate(counts) if edges[i] is not None and edges[i + 1] is not None]
    outwards = [[b for b in reversed(bins) if b[1] <= 0], [b for b in bins if b[0] >= 0]]
    for side in outwards:
        held = None
        for a, b, c in side:
            held = (a, b, c) if held is None else (min(a, held[0]), max(b, held[1]), c + held[2])
            if held[1] - held[0] >= least:
                yield held
                held = None
        if held and held[2]:
            yield held


def text(x, y, words, kind="", anchor="middle"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"' + (f' class="{kind}"' if kind else "") + f">{words}</text>"


def panel(title, order, x0, width, reach, tallest):
    """One landscape; x is linear in Omega from -reach to reach, y logarithmic from 1 to 10^tallest."""
    floor, height = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    x = lambda o: x0 + (o + reach) / (2 * reach) * width
    y = lambda n: floor - (max(LOWEST, math.log10(n)) - LOWEST) / (tallest - LOWEST) * height
    out = []
    for decade in range(0, tallest + 1):
        out.append(f'<line x1="{x0}" x2="{x0 + width:.1f}" y1="{y(10**decade):.1f}" y2="{y(10**decade):.1f}" class="grid"/>')
    for a, b, count in bars(order["histogram"], 2 * reach / 60):
        if count:
            top = y(count * UNIT / (b - a))
            kind = "synergy" if b <= 0 else "redundancy"
            out.append(f'<rect x="{x(a):.2f}" y="{top:.2f}" width="{max(0.5, x(b) - x(a) - 0.4):.2f}" height="{floor - top:.2f}" class="{kind}"/>')
    out.append(f'<line x1="{x0}" x2="{x0 + width:.1f}" y1="{floor}" y2="{floor}" class="axis"/>')
    out.append(f'<line x1="{x(0):.1f}" x2="{x(0):.1f}" y1="{TOP}" y2="{floor}" class="axis"/>')
    step = 0.2
    for i in range(-int(reach / step), int(reach / step) + 1):
        out.append(text(x(i * step), floor + 17, f"{i * step:.1f}".replace("-", "\u2212"), "small"))
    total = order["total"]
    out.append(text(x0 + width / 2, TOP - 32, title, "title"))
    out.append(text(x(0) - 8, TOP - 11, f'{100 * order["synergistic"] / total:.1f} % synergy', "small", "end"))
    out.append(text(x(0) + 8, TOP - 11, f'{100 * order["redundant"] / total:.1f} % redundancy', "small", "start"))
    for ranked, side in (("most_synergistic", "start"), ("most_redundant", "end")):
        best = order[ranked][0]
        at = x0 + 2 if side == "start" else x0 + width - 2
        name = "{" + ", ".join(map(str, best["nplet"])) + "}"
        out.append(text(at, y(100) - 21, name, "small", side))
        out.append(text(at, y(100) - 7, f'{best["o"]:+.3f}'.replace("-", "\u2212"), "small", side))
    return out


def main(arguments):
    panels = []
    for argument in arguments:
        title, path = argument.split("=", 1)
        with open(path, encoding="utf-8") as file:
            panels.append((title, json.load(file)["orders"][0]))
    reach = math.ceil(20 * max(max(-o["o"]["min"], o["o"]["max"]) for _, o in panels)) / 20
    width = (WIDTH - LEFT - 18 - GAP * (len(panels) - 1)) / len(panels)
    highest = max(c * UNIT / (b - a) for _, o in panels for a, b, c in bars(o["histogram"], 2 * reach / 60))
    tallest = math.ceil(math.log10(highest))
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="Histograms of the O-information">',
           f"<style>{STYLE}</style>", f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="6" class="card"/>']
    first = panels[0][1]
    k, per = first["order"], "triplets" if first["order"] == 3 else "n-plets"
    for i, (title, order) in enumerate(panels):
        out += panel(title, order, LEFT + i * (width + GAP), width, reach, tallest)
    floor, height = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    for decade in range(0, tallest + 1):
        y = floor - (decade - LOWEST) / (tallest - LOWEST) * height
        out.append(text(LEFT - 8, y + 4, f"{10**decade:,}", "small", "end"))
    out.append(text(LEFT - 44, 26, f"{per} per {UNIT} nats", "small", "start"))
    out.append(text((LEFT + WIDTH) / 2, HEIGHT - 20, f"O-information of every group of {k} neurons, nats", "small"))
    print("\n".join(out + ["</svg>"]))


if __name__ == "__main__":
    main(sys.argv[1:])
