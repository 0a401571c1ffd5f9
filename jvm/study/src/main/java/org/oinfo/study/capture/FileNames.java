package org.oinfo.study.capture;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of tensors as names of layers, fit to begin the name of a file, and each another. */
final class FileNames {
    private static final int LONGEST = 100;

    /** In lower case, for disks that do not tell it from upper case. */
    private final Set<String> taken = new HashSet<>();

    /** A name of letters, digits, dots and dashes; the rest becomes _, and a number tells names apart that become the same. */
    String of(String tensor) {
        String safe = tensor.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+", "");
        String base = safe.isEmpty() ? "tensor" : safe.substring(0, Math.min(LONGEST, safe.length()));
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + "-" + i;
        }
        return name;
    }
}
