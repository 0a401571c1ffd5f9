package org.oinfo.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Counts instructions in the machine code of one kernel: in a 64-bit ELF file, section {@code .text.NAME}, 16 bytes an
 * instruction, compute capability 7.0 to 9.0. Opcodes were read off disassembled kernels: the maker does not publish them.
 */
final class MachineCode {
    private static final int BYTES = 16;
    private static final int SECTION_TABLE = 0x28;
    private static final int SECTION_SIZE = 0x3a;
    /** The low bits of an opcode; the rest says where operands come from. */
    private static final int OPCODE = 0x1ff;

    private static final int DMUL = 0x28;
    private static final int DADD = 0x29;
    private static final int DFMA = 0x2b;
    private static final int FMUL = 0x20;
    private static final int FADD = 0x21;
    private static final int FFMA = 0x23;
    private static final int LOCAL_LOAD = 0x183;
    private static final int LOCAL_STORE = 0x187;
    private static final int BRANCH = 0x147;

    /** A loop without another in it: its instructions, and how many of them are arithmetic or go to local memory. */
    record Loop(int instructions, int doubles, int singles, int local) {}

    private final ByteBuffer code;

    private MachineCode(ByteBuffer code) {
        this.code = code;
    }

    /** The code of a kernel in a cubin. */
    static Optional<MachineCode> of(byte[] cubin, String kernel) {
        ByteBuffer elf = ByteBuffer.wrap(cubin).order(ByteOrder.LITTLE_ENDIAN);
        int table = (int) elf.getLong(SECTION_TABLE);
        int size = elf.getShort(SECTION_SIZE);
        int count = elf.getShort(SECTION_SIZE + 2);
        int names = (int) elf.getLong(table + elf.getShort(SECTION_SIZE + 4) * size + 24);
        for (int i = 0; i < count; i++) {
            int header = table + i * size;
            if (text(elf, names + elf.getInt(header)).equals(".text." + kernel)) {
                int offset = (int) elf.getLong(header + 24);
                int length = (int) elf.getLong(header + 32);
                return Optional.of(new MachineCode(elf.slice(offset, length).order(ByteOrder.LITTLE_ENDIAN)));
            }
        }
        return Optional.empty();
    }

    private static String text(ByteBuffer elf, int at) {
        StringBuilder text = new StringBuilder();
        for (int i = at; elf.get(i) != 0; i++) {
            text.append((char) elf.get(i));
        }
        return text.toString();
    }

    /** The loop with the largest share of arithmetic. */
    Loop hottest() {
        List<int[]> loops = new ArrayList<>();
        for (int at = 0; at < code.limit(); at += BYTES) {
            int target = branchTarget(at);
            if (target >= 0 && target <= at) {
                loops.add(new int[] {target, at});
            }
        }
        return loops.stream()
                .filter(loop -> loops.stream().noneMatch(other -> inside(other, loop)))
                .map(loop -> count(loop[0], loop[1]))
                .max(Comparator.comparingDouble(loop -> (loop.doubles + loop.singles) / (double) loop.instructions))
                .orElseThrow();
    }

    /** Whether a loop is another one than {@code outer} and lies in it. */
    private static boolean inside(int[] inner, int[] outer) {
        boolean same = inner[0] == outer[0] && inner[1] == outer[1];
        return !same && inner[0] >= outer[0] && inner[1] <= outer[1];
    }

    private Loop count(int from, int to) {
        int doubles = 0;
        int singles = 0;
        int local = 0;
        for (int at = from; at <= to; at += BYTES) {
            switch (opcode(at)) {
                case DMUL, DADD, DFMA -> doubles++;
                case FMUL, FADD, FFMA -> singles++;
                case LOCAL_LOAD, LOCAL_STORE -> local++;
                default -> {
                    // Neither counts.
                }
            }
        }
        return new Loop((to - from) / BYTES + 1, doubles, singles, local);
    }

    private int opcode(int at) {
        return (int) code.getLong(at) & OPCODE;
    }

    /** Where a branch goes, or -1: a signed number of words in bits 34 to 81, with 8 more low bits in 16 to 23. */
    private int branchTarget(int at) {
        if (opcode(at) != BRANCH) {
            return -1;
        }
        long low = code.getLong(at);
        long high = code.getLong(at + Long.BYTES);
        long words = (high & 0x3ffff) << 30 | low >>> 34;
        words = words << 16 >> 16;
        return (int) (at + BYTES + (words << 8 | (low >> 16 & 0xff)) * 4);
    }
}
