package org.oinfo.scan.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.journal.Crc;
import org.oinfo.kernels.Combinations;
import org.oinfo.kernels.Landscape;
import org.oinfo.kernels.Ranking;
import org.oinfo.scan.Combination;
import org.oinfo.scan.PiecePlan;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankBy;
import org.oinfo.scan.RankedLandscape;

/**
 * What some pieces of a scan hold of one order, in the one form in which it leaves a process: versioned, with a checksum, the
 * same on every machine. docs/partial-results.md has every field.
 *
 * @param plan how the scan is cut into pieces
 * @param pieces which
 * @param found what was found in them, merged in any order
 */
public record PartialResult(PiecePlan plan, Pieces pieces, RankedLandscape found) {
    static final int VERSION = 3;
    /** {@code oinfopr} and a line feed, as bytes. */
    private static final long MAGIC = 0x0A_72_70_6F_66_6E_69_6FL;

    /** Where a kind stands here is its number. */
    private static final List<PiecePlan.Kind> KINDS =
            List.of(PiecePlan.Kind.BLOCKS, PiecePlan.Kind.WALK, PiecePlan.Kind.PAIRS);

    private static final int HEAD = Long.BYTES + Integer.BYTES + Long.BYTES;
    private static final int TAIL = Integer.BYTES;
    private static final int RANGE = 2 * Long.BYTES;

    /** Pieces in more ranges than these are in no journal. */
    static final int MOST_RANGES = 4096;

    /** Of no piece yet. */
    public static PartialResult of(PiecePlan plan, RankedLandscape nothing) {
        return new PartialResult(plan, Pieces.NONE, nothing);
    }

    /**
     * Both of them; what was found is merged into that of this one, which is no more to be used. One whose pieces are all in this one
     * is a duplicate, and left out.
     *
     * @throws BadInputException they are of different scans, or the other has some pieces of this one, and others
     */
    public PartialResult with(PartialResult other) {
        if (!scan().equals(other.scan())) {
            throw new BadInputException("partial results must be of one scan: found " + scan() + " and " + other.scan()
                    + "; take those of one scan only");
        }
        if (pieces.covers(other.pieces)) {
            return this;
        }
        if (pieces.meets(other.pieces)) {
            throw new BadInputException("partial results must not share a part of their pieces: found " + pieces
                    + " and " + other.pieces + "; what they share would be counted twice");
        }
        found.merge(other.found);
        return new PartialResult(plan, pieces.with(other.pieces), found);
    }

    /** What partial results of one scan agree in. */
    String scan() {
        Landscape landscape = found.landscape();
        return plan + ", N=" + landscape.variables() + ", " + landscape.settings() + ", by "
                + found.measure().text();
    }

    /** Number of bytes that {@link #write} writes. */
    public long bytes() {
        return HEAD + body() + TAIL;
    }

    /** The most bytes that a partial result of a scan takes, by its landscape of nothing. */
    static long most(PiecePlan plan, RankedLandscape nothing) {
        Landscape landscape = nothing.landscape();
        int order = landscape.settings().order();
        long nplets = new Combinations(landscape.variables(), order).total();
        PartialResult empty = of(plan, nothing);
        long ranges = RANGE * Math.min(MOST_RANGES, (plan.pieces() + 1) / 2);
        long rankings = room(landscape.mostSynergistic(), nplets) + room(landscape.mostRedundant(), nplets);
        return nothing.ownRankings()
                ? empty.bytes() + ranges + rankings + room(nothing.smallest(), nplets) + room(nothing.largest(), nplets)
                : empty.bytes() + ranges + rankings;
    }

    /** Bytes of the entries that such a ranking may come to hold. */
    private static long room(Ranking empty, long nplets) {
        return Ranking.bytes(Math.min(empty.capacity(), nplets)) - Ranking.bytes(0);
    }

    private long body() {
        long plain = Integer.BYTES
                + 2L * Long.BYTES
                + Integer.BYTES
                + (long) RANGE * pieces.ranges().size()
                + found.landscape().bytes()
                + Integer.BYTES;
        return found.ownRankings()
                ? plain
                        + Integer.BYTES
                        + measure().length
                        + Ranking.bytes(found.smallest().size())
                        + Ranking.bytes(found.largest().size())
                : plain;
    }

    private byte[] measure() {
        return found.measure().text().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes it, in {@link #bytes} bytes. */
    public void write(ByteBuffer to) {
        int begin = to.position();
        ByteBuffer out = to.slice().order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(MAGIC).putInt(VERSION).putLong(body());
        out.putInt(KINDS.indexOf(plan.kind())).putLong(plan.size()).putLong(plan.pieces());
        out.putInt(pieces.ranges().size());
        pieces.ranges().forEach(range -> out.putLong(range.from()).putLong(range.to()));
        found.landscape().write(out);
        out.putInt(found.ownRankings() ? 1 : 0);
        if (found.ownRankings()) {
            out.putInt(measure().length).put(measure());
            found.smallest().write(out);
            found.largest().write(out);
        }
        out.putInt(Crc.of(out.duplicate().flip()));
        to.position(begin + out.position());
    }

    /**
     * Reads one, from the position on.
     *
     * @throws BadInputException it is none, of another version, cut short or damaged; the message says which
     */
    public static PartialResult read(ByteBuffer from) {
        ByteBuffer in = from.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() >= Long.BYTES && in.getLong(0) != MAGIC) {
            throw new BadInputException(
                    "a partial result must begin with the bytes oinfopr: found others; see where they come from");
        }
        if (in.remaining() < HEAD) {
            throw cut(in.remaining(), HEAD);
        }
        int version = in.getInt(Long.BYTES);
        if (version != VERSION) {
            throw new BadInputException("a partial result must be of version " + VERSION + ": found version " + version
                    + "; read it with the oinfo that wrote it");
        }
        long body = in.getLong(Long.BYTES + Integer.BYTES);
        if (body < 0 || body > in.remaining() - HEAD - TAIL) {
            throw cut(in.remaining(), body);
        }
        int end = HEAD + (int) body;
        if (Crc.of(in.slice(0, end)) != in.getInt(end)) {
            throw damaged("it has another");
        }
        PartialResult read = body(in.slice(HEAD, (int) body).order(ByteOrder.LITTLE_ENDIAN));
        from.position(from.position() + end + TAIL);
        return read;
    }

    private static PartialResult body(ByteBuffer in) {
        try {
            int kind = in.getInt();
            PiecePlan plan = new PiecePlan(KINDS.get(kind), in.getLong(), in.getLong());
            Pieces pieces = pieces(in);
            if (!Pieces.of(0, plan.pieces()).covers(pieces)) {
                throw new IllegalArgumentException("pieces must be of the plan: found " + pieces);
            }
            Landscape landscape = Landscape.read(in);
            RankedLandscape found = in.getInt() == 0
                    ? RankedLandscape.byOmega(landscape)
                    : new RankedLandscape(measure(in), landscape, ranking(in, landscape), ranking(in, landscape));
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("a body must end with its fields: " + in.remaining() + " are left");
            }
            return new PartialResult(plan, pieces, found);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw damaged("but its fields do not fit");
        }
    }

    private static Pieces pieces(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / RANGE) {
            throw new BufferUnderflowException();
        }
        List<Pieces.Range> ranges = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ranges.add(new Pieces.Range(in.getLong(), in.getLong()));
        }
        return new Pieces(ranges);
    }

    private static Ranking ranking(ByteBuffer in, Landscape of) {
        return Ranking.read(in).below(of.nplets());
    }

    private static RankBy measure(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        in.get(text);
        return Combination.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static BadInputException cut(long found, long expected) {
        return new BadInputException("a partial result must be whole: found " + found + " bytes, of a body of "
                + expected + "; it was cut short, make it anew");
    }

    private static BadInputException damaged(String how) {
        return new BadInputException("a partial result must have the checksum that it was written with: " + how
                + "; it is damaged, make it anew");
    }
}
