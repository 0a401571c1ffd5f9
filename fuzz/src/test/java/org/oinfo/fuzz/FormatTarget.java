package org.oinfo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.oinfo.data.damaged.Contract;
import org.oinfo.data.damaged.SoundFile;

/**
 * A format of data. The first byte of an input says as which of the sound files it is read (name, options, packing), the rest is the file.
 *
 * @param forms sound files of the format
 */
record FormatTarget(List<SoundFile> forms) implements Target {
    FormatTarget {
        forms = List.copyOf(forms);
    }

    @Override
    public boolean read(byte[] input) throws IOException {
        if (input.length == 0) {
            return false;
        }
        SoundFile form = forms.get(Byte.toUnsignedInt(input[0]) % forms.size());
        byte[] bytes = form.packing().apply(Inputs.tail(input));
        Path file = Scratch.file(form.name(), bytes);
        try {
            return Contract.isRead(bytes.length, () -> form.reading().open(file), new SplittableRandom(input.length));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            seeds.add(Inputs.of(i, forms.get(i).bytes()));
        }
        return seeds;
    }
}
