package org.oinfo.spark.parts;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file on any path of Hadoop, open to be read from any place. */
final class HadoopFile implements AutoCloseable {
    private final FSDataInputStream stream;
    private final long length;

    private HadoopFile(FSDataInputStream stream, long length) {
        this.stream = stream;
        this.length = length;
    }

    @SuppressWarnings("MustBeClosedChecker") // it owns the stream; the file system is Hadoop's, which keeps it
    static HadoopFile open(String path, Configuration conf) throws IOException {
        Path name = new Path(path);
        FileSystem system = name.getFileSystem(conf);
        return new HadoopFile(system.open(name), system.getFileStatus(name).getLen());
    }

    long length() {
        return length;
    }

    /** From its first byte on. */
    FSDataInputStream stream() {
        return stream;
    }

    byte[] read(long offset, int count) throws IOException {
        byte[] bytes = new byte[count];
        stream.readFully(offset, bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
