package org.oinfo.data.npz;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Excerpt;
import org.oinfo.data.Warning;
import org.oinfo.data.array.ArrayEntry;
import org.oinfo.data.array.ArrayFile;
import org.oinfo.data.array.MappedFile;
import org.oinfo.data.array.NumericArray;
import org.oinfo.data.npy.NpyHeader;

/** The arrays of an .npz file, named as {@code numpy.load} names them. */
public final class NpzFile implements ArrayFile {
    private static final String SUFFIX = ".npy";

    private final MappedFile file;
    private final Map<ArrayEntry, ZipMember> members = new LinkedHashMap<>();
    private List<Warning> warnings = List.of();

    /** Whether a file that begins so is a zip archive. */
    public static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /**
     * Reads the directory and the headers.
     *
     * @throws BadInputException the archive is damaged or holds no .npy file
     */
    public NpzFile(MappedFile file) {
        this.file = file;
        for (ZipMember member : ZipDirectory.read(file.bytes(), file.source())) {
            if (member.name().endsWith(SUFFIX)) {
                String name = member.name().substring(0, member.name().length() - SUFFIX.length());
                MemorySegment head = member.head(NpyHeader.MOST_BYTES);
                members.put(NpyHeader.entry(name, head, source(name)), member);
            }
        }
        if (members.isEmpty()) {
            throw new BadInputException("a zip archive must be an .npz of .npy files: " + file.source()
                    + " holds none; unpack it and name one file of it");
        }
    }

    private String source(String name) {
        return Excerpt.oneLine(name) + SUFFIX + " in " + file.source();
    }

    @Override
    public List<ArrayEntry> entries() {
        return new ArrayList<>(members.keySet());
    }

    @Override
    public NumericArray read(ArrayEntry entry) {
        ZipMember member = members.get(entry);
        if (member == null) {
            throw new IllegalArgumentException("there is no array " + entry.name());
        }
        MemorySegment bytes = member.bytes(file.arena());
        NpyHeader header = NpyHeader.read(bytes, source(entry.name()));
        warnings = header.warnings(source(entry.name()));
        return header.array(bytes);
    }

    @Override
    public List<Warning> warnings() {
        return warnings;
    }
}
