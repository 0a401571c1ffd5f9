package org.oinfo.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {
    /** Spark starts its leading process with a heap of its own, whatever Java's options say. */
    @Test
    void whatGivesTheHeapMoreDependsOnWhoStartedTheProcess() {
        assertThat(Failures.raisedBy(null)).isEqualTo("JAVA_TOOL_OPTIONS=-Xmx8g");
        assertThat(Failures.raisedBy("local[2]")).startsWith("spark.driver.memory 8g in conf/spark-defaults.conf");
    }
}
