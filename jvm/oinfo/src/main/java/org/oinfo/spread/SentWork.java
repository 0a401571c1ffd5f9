package org.oinfo.spread;

import java.io.Serializable;

/** Work in pieces as it is sent to other machines: all that one needs to find the same bits as any other. */
public interface SentWork extends Serializable {
    /**
     * Makes ready for it.
     *
     * @throws org.oinfo.data.BadInputException this machine cannot compute as the work asks; the message says why, without naming the
     *     machine
     */
    PieceWorker open();
}
