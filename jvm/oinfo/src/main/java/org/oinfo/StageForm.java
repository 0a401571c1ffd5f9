package org.oinfo;

import java.nio.ByteBuffer;
import java.util.List;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.scan.Pieces;
import org.oinfo.scan.RankedLandscape;
import org.oinfo.scan.journal.Journal;
import org.oinfo.scan.journal.PartialResult;

/** How a whole scan is kept: a partial result of each order, of all pieces. */
record StageForm(Journal.Stage stage) implements Form<List<RankedLandscape>> {
    @Override
    public void write(List<RankedLandscape> found, Bytes to) {
        for (RankedLandscape each : found) {
            PartialResult whole =
                    new PartialResult(stage.plan(), Pieces.of(0, stage.plan().pieces()), each);
            whole.write(to.room(Math.toIntExact(whole.bytes())));
        }
    }

    @Override
    public List<RankedLandscape> read(ByteBuffer from) {
        return stage.nothing().stream()
                .map(each -> PartialResult.read(from).found().rankedBy(each.measure()))
                .toList();
    }
}
