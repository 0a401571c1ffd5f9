package org.oinfo.scan;

import java.nio.ByteBuffer;
import org.oinfo.kernels.Landscape;
import org.oinfo.parallel.Bytes;
import org.oinfo.parallel.Form;
import org.oinfo.parallel.Watch;

/** How the landscape of a block is kept: as in a partial result. */
record LandscapeForm(int order) implements Form<Landscape> {
    @Override
    public void write(Landscape found, Bytes to) {
        found.write(to.room((int) found.bytes()));
    }

    @Override
    public Landscape read(ByteBuffer from) {
        return Landscape.read(from);
    }

    @Override
    public void again(Landscape found, Watch watch) {
        watch.advanced(order, found.total());
    }
}
