package org.oinfo.spread;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oinfo.data.BadInputException;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Pieces;

/** Does pieces of one fold of an analysis that another machine leads: by going through the same analysis up to there. */
public final class FoldWorker implements PieceWorker {
    /** So long a lot of pieces takes, or its first piece. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SentFold asked;
    private final List<Map<Long, ByteBuffer>> before = new ArrayList<>();
    private final Analysis analysis;
    private final Duration longest;

    /** The analysis as it is gone through on this machine. */
    @FunctionalInterface
    public interface Analysis {
        /** Goes through it. */
        void run(int threads, Monitor monitor);
    }

    /** A worker for a fold of an analysis. */
    public FoldWorker(SentFold asked, Analysis analysis) {
        this(asked, analysis, LONGEST);
    }

    FoldWorker(SentFold asked, Analysis analysis, Duration longest) {
        this.asked = asked;
        this.analysis = analysis;
        this.longest = longest;
        for (byte[] fold : asked.before()) {
            Map<Long, ByteBuffer> known = new HashMap<>();
            FoundPieces.each(fold, known::put);
            before.add(known);
        }
    }

    @Override
    public byte @Nullable [] run(Pieces pieces, int threads, Monitor monitor) {
        PieceKeeper keeper = new PieceKeeper(asked, before, pieces, longest.toNanos());
        Stopped stopped = new Stopped(monitor);
        try {
            analysis.run(threads, stopped.keeping(keeper));
        } catch (PieceKeeper.Done e) {
            return stopped.stopped() ? null : keeper.found();
        }
        if (stopped.stopped()) {
            return null;
        }
        throw new BadInputException("an analysis must be the same everywhere: found less than " + (asked.number() + 1)
                + " steps of it here, and more where it is led; give all machines the same version of oinfo");
    }
}
