package org.oinfo.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The checksum of all that is kept. */
public final class Crc {
    private Crc() {}

    /** CRC32C, as of iSCSI (RFC 3720), of what remains. */
    public static int of(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
