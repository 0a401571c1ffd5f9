package org.oinfo.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** Spark within this process, two threads instead of machines. */
final class LocalSpark {
    private LocalSpark() {}

    /** To be stopped: a process has one. */
    static SparkContext start() {
        return new SparkContext(new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    }
}
