"""Looks at the machine code that the compiler made of the hot methods; see bench/code-check.

JDK 25 prints it as hexadecimal bytes without any plug-in (-XX:CompileCommand=print), and objdump reads raw bytes.
One JSON object a line goes to the given file: what the loop with the most packed arithmetic holds, and a verdict.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WIDTHS = {"ymm": 32, "zmm": 64}
TIER_4 = re.compile(r"^Compiled method \(c2\) +\d+ +\d+ +(?P<osr>%?) .*? (?P<method>[\w.$]+::[\w$]+) .*\((?P<size>\d+) bytes\)$", re.M)
CODE_LINE = re.compile(r"^ *(0x[0-9a-f]+): +([0-9a-f |]+)", re.M)
ASM_LINE = re.compile(r"^ *([0-9a-f]+):\t(\S+) *([^#\n]*)", re.M)
BRANCH = re.compile(r"^j[a-z]+$")

KINDS = [
    ("fma", re.compile(r"^vfn?m(add|sub)\d+p[sd]$")),
    ("mul", re.compile(r"^vmulp[sd]$")),
    ("add", re.compile(r"^v(add|sub)p[sd]$")),
    ("logic", re.compile(r"^vp?(and|andn|or|xor|ternlog)[a-z]*$")),
    ("moves", re.compile(r"^v(mov[aud]|movdq|broadcast|pbroadcast|lddqu)")),
]
PACKED = ("fma", "mul", "add")


class Instruction:
    """One line of objdump."""

    def __init__(self, address, name, operands):
        self.address = address
        self.name = name
        self.operands = operands

    @property
    def target(self):
        """Where a jump goes; None for others."""
        found = re.match(r"^0x([0-9a-f]+)", self.operands)
        return int(found.group(1), 16) if BRANCH.match(self.name) and found else None

    @property
    def kind(self):
        return next((kind for kind, names in KINDS if names.match(self.name)), None)

    @property
    def stores(self):
        return self.name.startswith("v") and "[" in self.operands.split(",")[0]

    @property
    def loads(self):
        return self.name.startswith("v") and "[" in self.operands and not self.stores

    @property
    def allocates(self):
        """A new object moves the thread's allocation pointer: r15 is the thread."""
        return bool(re.match(r"^(mov|add|xadd)$", self.name)) and "[r15" in self.operands.split(",")[0]


def last_code(log, method):
    """The bytes and the address of the last version that the optimising compiler made, for whole calls if there is one.

    Of methods with the same name it is the longest.
    """
    versions = [found for found in TIER_4.finditer(log) if found.group("method") == method]
    longest = max((int(found.group("size")) for found in versions), default=0)
    blocks = [(found.group("osr"), log[found.end():]) for found in versions if int(found.group("size")) == longest]
    if not blocks:
        return None
    whole = [text for osr, text in blocks if not osr]
    text = (whole or [text for _, text in blocks])[-1]
    text = text[text.index("[MachCode]"):text.index("[/MachCode]")]
    address, code = None, bytearray()
    for line in CODE_LINE.finditer(text):
        at = int(line.group(1), 16)
        address = at if address is None else address
        if at != address + len(code):
            raise ValueError(f"machine code must be without gaps: {at:x} after {address + len(code):x}")
        code += bytes.fromhex(re.sub(r"[ |]", "", line.group(2)))
    return address, bytes(code)


def disassemble(address, code):
    with tempfile.NamedTemporaryFile() as file:
        file.write(code)
        file.flush()
        text = subprocess.run(
            ["objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel", "--no-show-raw-insn",
             f"--adjust-vma={address}", file.name],
            check=True, capture_output=True, text=True).stdout
    return [Instruction(int(a, 16), name, operands.strip()) for a, name, operands in ASM_LINE.findall(text)]


class Loop:
    """A natural loop: its header, and its own instructions, without those of the loops inside it."""

    def __init__(self, header, own, innermost):
        self.header = header
        self.own = own
        self.innermost = innermost


def blocks_of(instructions):
    """Basic blocks by address of their first instruction, and the addresses of the blocks that each may go on to."""
    known = {i.address for i in instructions}
    leaders = {instructions[0].address}
    for here, after in zip(instructions, instructions[1:]):
        if here.target in known:
            leaders.add(here.target)
        if here.target is not None or here.name in ("ret", "hlt"):
            leaders.add(after.address)
    blocks, successors = {}, {}
    for instruction in instructions:
        if instruction.address in leaders:
            block = blocks.setdefault(instruction.address, [])
        block.append(instruction)
    starts = list(blocks)
    for start, after in zip(starts, starts[1:] + [None]):
        last = blocks[start][-1]
        follow = {last.target} if last.target in known else set()
        if last.name not in ("jmp", "ret", "hlt") and after is not None:
            follow.add(after)
        successors[start] = follow
    return blocks, successors


def dominators(entry, successors):
    """For each block that can be reached, the blocks on every way to it."""
    reached, order = set(), []
    stack = [(entry, iter(successors[entry]))]
    reached.add(entry)
    while stack:
        block, follow = stack[-1]
        step = next((b for b in follow if b not in reached), None)
        if step is None:
            order.append(stack.pop()[0])
        else:
            reached.add(step)
            stack.append((step, iter(successors[step])))
    order.reverse()
    before = {block: [b for b in order if block in successors[b]] for block in order}
    result = {block: set(order) for block in order}
    result[entry] = {entry}
    changed = True
    while changed:
        changed = False
        for block in order[1:]:
            found = {block}.union(set.intersection(*(result[b] for b in before[block])))
            changed |= found != result[block]
            result[block] = found
    return result, before


def loops(instructions):
    """Natural loops. The compiler moves rare cases out of line: what lies behind a loop's own jump back is left out."""
    blocks, successors = blocks_of(instructions)
    dominating, before = dominators(instructions[0].address, successors)
    bodies, ends = {}, {}
    for block, above in dominating.items():
        for header in successors[block] & above:
            body = bodies.setdefault(header, {header})
            if block >= header:
                ends[header] = min(block, ends.get(header, block))
            todo = [block]
            while todo:
                member = todo.pop()
                if member not in body:
                    body.add(member)
                    todo.extend(before[member])
    found = []
    for header, body in bodies.items():
        inside = [other for head, other in bodies.items() if head != header and other < body]
        end = ends.get(header, max(body))
        own = [b for b in sorted(body) if b <= end and not any(b in other for other in inside)]
        found.append(Loop(header, [i for b in own for i in blocks[b]], not inside))
    return found


def packed(loop, vector):
    return [i for i in loop.own if i.kind in PACKED and vector in i.operands]


def counts(loop, vector):
    """Vector instructions by kind; moves between registers are not counted as loads."""
    result = {kind: sum(i.kind == kind for i in packed(loop, vector)) for kind in PACKED}
    result["logic"] = sum(i.kind == "logic" for i in loop.own)
    result["loads"] = sum(i.loads for i in loop.own)
    result["stores"] = sum(i.stores for i in loop.own)
    result["spills"] = sum(i.name.startswith("v") and "[rsp" in i.operands for i in loop.own)
    result["other"] = sum(i.name.startswith("v") and not i.kind and not i.stores for i in loop.own)
    result["moves"] = sum(i.kind == "moves" and not i.loads and not i.stores for i in loop.own)
    result["instructions"] = len(loop.own)
    return result


def straight(instructions, vector):
    """What a method without loops runs through, as if it were a loop: the compiler moves rare cases behind its return."""
    end = next((i for i, each in enumerate(instructions) if each.name == "ret"), len(instructions))
    found = Loop(instructions[0].address, instructions[:end], True)
    return [found] if packed(found, vector) else []


def verdict(demand, hottest, arithmetic_loops, vector, base):
    """Everything that is wrong; empty when nothing is."""
    wrong = []
    if not hottest:
        return [f"no loop with packed arithmetic in {vector}"]
    found = counts(hottest, vector)
    if demand in ("fma", "straight", "peak") and not found["fma"]:
        wrong.append(f"no packed multiply-add in {vector}")
    if demand == "mul" and not found["mul"]:
        wrong.append(f"no packed multiplication in {vector}")
    if demand == "add" and not found["add"]:
        wrong.append(f"no packed addition in {vector}")
    if demand == "peak":
        others = found["instructions"] - found["fma"]
        # The counter, its comparison and the jump.
        if others > 4:
            wrong.append(f"{others} instructions besides the multiply-adds")
    for loop in arithmetic_loops:
        # Around the innermost loops a rare case may call what it needs.
        if not loop.innermost and loop is not hottest:
            continue
        where = f"in the loop at +{loop.header - base:x}"
        if any(i.name == "call" for i in loop.own):
            wrong.append(f"a call {where}")
        if any(i.allocates for i in loop.own):
            wrong.append(f"an allocation {where}")
    return wrong


def run(java, jar, methods, workload):
    """What the virtual machine prints of some methods while it runs a workload."""
    prints = [f"-XX:CompileCommand=print,{method}" for method in methods]
    command = [java, "--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC", "-XX:+UnlockDiagnosticVMOptions", *prints,
               "-cp", jar, "org.oinfo.bench.Workload", *workload]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"the workload must run: {' '.join(workload)}: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def check(log, methods, demand, workload, vector):
    """Looks at the first of some methods that has code of its own: the others are where it may be inlined."""
    method = next((m for m in methods if last_code(log, m)), methods[0])
    name = ".".join(re.split(r"[.:]+", method)[-2:])
    line = {"method": name, "workload": " ".join(workload), "vector": vector}
    code = last_code(log, method)
    if code is None:
        line["verdict"] = "FAILED: never compiled by the optimising compiler"
        return line
    instructions = disassemble(*code)
    if demand == "straight":
        arithmetic_loops = straight(instructions, vector)
    else:
        arithmetic_loops = [loop for loop in loops(instructions) if packed(loop, vector)]
    hottest = max(arithmetic_loops, key=lambda loop: len(packed(loop, vector)), default=None)
    wrong = verdict(demand, hottest, arithmetic_loops, vector, code[0])
    line["bytes"] = len(code[1])
    line["loops"] = len(arithmetic_loops)
    if hottest:
        line["loop"] = counts(hottest, vector)
    line["verdict"] = "FAILED: " + "; ".join(wrong) if wrong else "ok"
    return line


def main():
    java, jar, table, out = sys.argv[1:5]
    flags = re.search(r"^flags\s*:(.*)$", Path("/proc/cpuinfo").read_text(), re.M).group(1).split()
    vector = "zmm" if "avx512f" in flags else "ymm"
    failed = False
    demands = {}
    for row in Path(table).read_text(encoding="utf-8").splitlines():
        if row.strip() and not row.startswith("#"):
            method, demand, *workload = row.split()
            demands.setdefault(tuple(workload), []).append((method.split("|"), demand))
    with open(out, "w", encoding="utf-8") as file:
        for workload, methods in demands.items():
            log = run(java, jar, [name for names, _ in methods for name in names], workload)
            for names, demand in methods:
                line = check(log, names, demand, workload, vector)
                failed |= line["verdict"] != "ok"
                print(json.dumps(line), file=file, flush=True)
                print(f"{line['method']:28} {line['verdict']}  {line.get('loop', '')}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
