package org.oinfo.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void countsAreOfWhatThereIs() {
        assertThat(Bytes.counts(longs(3, 0, 7), 3, 10)).containsExactly(3, 0, 7);
        assertThatThrownBy(() -> Bytes.counts(longs(3, 0, 8), 3, 10))
                .hasMessage("counts must be of 10 n-plets: found 8");
        assertThatThrownBy(() -> Bytes.counts(longs(-1), 1, 10)).hasMessage("counts must be of 10 n-plets: found -1");
        long half = Long.MAX_VALUE / 2 + 1;
        assertThatThrownBy(() -> Bytes.counts(longs(half, half), 2, Long.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ByteBuffer longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.flip();
    }
}
