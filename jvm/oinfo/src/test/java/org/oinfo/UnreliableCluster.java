package org.oinfo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.oinfo.parallel.Monitor;
import org.oinfo.scan.Pieces;
import org.oinfo.spread.Cluster;
import org.oinfo.spread.Gathering;
import org.oinfo.spread.PieceWorker;
import org.oinfo.spread.SentWork;

/** A cluster that is this thread: lots of three pieces, shuffled, each third twice, every fifth lost; what is sent goes through bytes. */
final class UnreliableCluster implements Cluster {
    private static final int LOT = 3;

    private final Random random;
    private final int most;
    private final int threads;
    private int lots;
    private int runs;

    /**
     * A cluster.
     *
     * @param most lots that it does in one run
     */
    UnreliableCluster(long seed, int most, int threads) {
        this.random = new Random(seed);
        this.most = most;
        this.threads = threads;
    }

    /** How often it was asked. */
    int runs() {
        return runs;
    }

    @Override
    public void run(SentWork work, DoubleSupplier seconds, Pieces todo, Gathering gathering) {
        runs++;
        PieceWorker worker = travelled(work).open();
        List<Pieces> cut = new ArrayList<>();
        for (long from = 0; from < todo.count(); from += LOT) {
            cut.add(todo.slice(from, LOT));
        }
        Collections.shuffle(cut, random);
        for (Pieces lot : cut.subList(0, Math.min(most, cut.size()))) {
            if (!gathering.underway(0)) {
                return;
            }
            lots++;
            if (lots % 5 != 0) {
                byte[] found = Objects.requireNonNull(worker.run(lot, threads, Monitor.NONE));
                gathering.found(found);
                if (lots % 3 == 0) {
                    gathering.found(found);
                }
            }
        }
    }

    private static SentWork travelled(SentWork work) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(work);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (SentWork) in.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
