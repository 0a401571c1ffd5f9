package org.oinfo.scan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.oinfo.data.BadInputException;

class HeapTest {
    @Test
    void whatFitsMayBegin() {
        assertThatCode(() -> Heap.require(1 << 20, "a scan")).doesNotThrowAnyException();
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheNumbers() {
        assertThatThrownBy(() -> Heap.require(1L << 50, "a scan"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(
                        "a scan must fit into the memory of the process: it needs about 1073741824 MB, and ")
                .hasMessageContaining(Runtime.getRuntime().maxMemory() / (1 << 20) + " MB that the heap may take");
    }
}
