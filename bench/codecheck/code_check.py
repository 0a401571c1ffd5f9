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
TIER_4 = re.compile(r"^Compiled method \(c2\) +\d+ +\d+ +(?P<osr>%?) .*$", re.M)
CODE_LINE = re.compile(r"^ *(0x[0-9a-f]+): +([0-9a-f |]+)", re.M)
ASM_LINE = re.compile(r"^ *([0-9a-f]+):\t(\S+) *([^#\n]*)", re.M)
BRANCH = re.compile(r"^j[a-z]+$")

KINDS = [
    ("fma", re.compile(r"^vfn?m(add|sub)\d+p[sd]$")),
    ("mul", re.compile(r"^vmulp[sd]$")),
    ("add", re.compile(r"^v(add|sub)p[sd]$")),
    ("logic", re.compile(r"^vp?(and|andn|or|xor|ternlog)[a-z]*$")),
    ("loads", re.compile(r"^v(mov[aud]|movdq|broadcast|pbroadcast|lddqu)")),
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


def last_code(log):
    """The bytes and the address of the last version that the optimising compiler made, for whole calls if there is one."""
    blocks = [(found.group("osr"), log[found.end():]) for found in TIER_4.finditer(log)]
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


def loops(instructions):
    """What lies between the target of each backward jump and the jump, innermost loops only."""
    spans = {}
    for instruction in instructions:
        target = instruction.target
        if target is not None and instructions[0].address <= target <= instruction.address:
            spans[target] = max(spans.get(target, 0), instruction.address)
    inner = [(a, b) for a, b in spans.items() if not any((a, b) != (c, d) and a <= c and d <= b for c, d in spans.items())]
    return [[i for i in instructions if a <= i.address <= b] for a, b in inner]


def packed(loop, vector):
    return [i for i in loop if i.kind in PACKED and vector in i.operands]


def counts(loop, vector):
    """Vector instructions by kind; moves between registers are not counted as loads."""
    result = {kind: sum(i.kind == kind for i in packed(loop, vector)) for kind in PACKED}
    result["logic"] = sum(i.kind == "logic" for i in loop)
    result["loads"] = sum(i.loads for i in loop)
    result["stores"] = sum(i.stores for i in loop)
    result["spills"] = sum(i.name.startswith("v") and "[rsp" in i.operands for i in loop)
    known = [i for i in loop if i.kind]
    result["other"] = sum(i.name.startswith("v") and i not in known and not i.stores for i in loop)
    result["moves"] = sum(i.kind == "loads" and not i.loads and not i.stores for i in loop)
    result["instructions"] = len(loop)
    return result


def verdict(demand, hottest, arithmetic_loops, vector, base):
    """Everything that is wrong; empty when nothing is."""
    wrong = []
    if not hottest:
        return [f"no loop with packed arithmetic in {vector}"]
    found = counts(hottest, vector)
    if demand in ("fma", "peak") and not found["fma"]:
        wrong.append(f"no packed multiply-add in {vector}")
    if demand == "mul" and not found["mul"]:
        wrong.append(f"no packed multiplication in {vector}")
    if demand == "peak":
        others = found["instructions"] - found["fma"]
        # The counter, its comparison and the jump.
        if others > 4:
            wrong.append(f"{others} instructions besides the multiply-adds")
    for loop in arithmetic_loops:
        where = f"in the loop at +{loop[0].address - base:x}"
        if any(i.name == "call" for i in loop):
            wrong.append(f"a call {where}")
        if any(i.allocates for i in loop):
            wrong.append(f"an allocation {where}")
    return wrong


def check(java, jar, method, demand, workload, vector):
    command = [java, "--add-modules=jdk.incubator.vector", "-XX:+UseParallelGC", "-XX:+UnlockDiagnosticVMOptions",
               f"-XX:CompileCommand=print,{method}", "-cp", jar, "org.oinfo.bench.Workload", *workload]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"the workload must run: {' '.join(workload)}: {run.stderr.strip().splitlines()[-1:]}")
    name = ".".join(re.split(r"[.:]+", method)[-2:])
    line = {"method": name, "workload": " ".join(workload), "vector": vector}
    code = last_code(run.stdout)
    if code is None:
        line["verdict"] = "FAILED: never compiled by the optimising compiler"
        return line
    instructions = disassemble(*code)
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
    with open(out, "w", encoding="utf-8") as file:
        for row in Path(table).read_text(encoding="utf-8").splitlines():
            if not row.strip() or row.startswith("#"):
                continue
            method, demand, *workload = row.split()
            line = check(java, jar, method, demand, workload, vector)
            failed |= line["verdict"] != "ok"
            print(json.dumps(line), file=file, flush=True)
            print(f"{line['method']:28} {line['verdict']}  {line.get('loop', '')}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
