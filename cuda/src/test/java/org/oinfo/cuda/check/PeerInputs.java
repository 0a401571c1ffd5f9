package org.oinfo.cuda.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.oinfo.kernels.Canonical;
import org.oinfo.kernels.CorrelationMatrix;

/**
 * Files for programs that are measured beside this one, little-endian:
 *
 * <pre>
 *   correlations.bin   R [N*N] doubles
 *   nplets-K.bin       order, count, checked (int32), indices [count*order] (int32), Omega of the first "checked" n-plets (doubles, nats)
 *   correlations.npy   R for the command line
 * </pre>
 */
final class PeerInputs {
    private static final int CHECKED = 256;
    private static final int NPY_HEADER = 128;

    private final Path folder;

    PeerInputs(Path folder) {
        this.folder = folder;
    }

    void writeMatrix(CorrelationMatrix r) throws IOException {
        byte[] file = new byte[r.array().length * Double.BYTES];
        view(file).asDoubleBuffer().put(r.array());
        Files.write(folder.resolve("correlations.bin"), file);
    }

    /** N variables as a file that {@code oinfo scan --covariance} reads. */
    void writeNpy(CorrelationMatrix r) throws IOException {
        int n = r.variables();
        String shape = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + n + ", " + n + "), }";
        byte[] bytes = new byte[NPY_HEADER + r.array().length * Double.BYTES];
        ByteBuffer file = view(bytes);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) (NPY_HEADER - file.position() - Short.BYTES));
        String header = shape + " ".repeat(NPY_HEADER - file.position() - shape.length() - 1) + "\n";
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        file.asDoubleBuffer().put(r.array());
        Files.write(folder.resolve("correlations.npy"), bytes);
    }

    void writeNplets(CorrelationMatrix r, int[] nplets, int count, int order) throws IOException {
        int checked = Math.min(count, CHECKED);
        byte[] bytes = new byte[(3 + nplets.length) * Integer.BYTES + checked * Double.BYTES];
        ByteBuffer file = view(bytes);
        file.putInt(order).putInt(count).putInt(checked);
        for (int index : nplets) {
            file.putInt(index);
        }
        Canonical canonical = new Canonical(r);
        for (int i = 0; i < checked; i++) {
            canonical.score(nplets, i * order, order);
            file.putDouble(canonical.o());
        }
        Files.write(folder.resolve("nplets-" + order + ".bin"), bytes);
    }

    private static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
