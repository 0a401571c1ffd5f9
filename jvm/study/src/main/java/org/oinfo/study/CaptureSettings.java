package org.oinfo.study;

import org.oinfo.data.BadInputException;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.images.Images;

/**
 * Which answers of the neurons are kept.
 *
 * @param from the images that are shown
 * @param images how many, the first ones; 0 for all
 */
public record CaptureSettings(From from, int images) {
    /** Images of which kind. */
    public enum From {
        /** Those the networks were trained on. */
        TRAIN,
        /** Those they are tested with. */
        TEST
    }

    /** The images that are shown. */
    public Images of(ImageSets sets) {
        Images all = from == From.TRAIN ? sets.train() : sets.test();
        return images == 0 ? all : all.first(images);
    }

    /** Checks the number. */
    public CaptureSettings {
        if (images < 0) {
            throw new BadInputException("the number of captured images must be 1 or more, or 0 for all: " + images);
        }
    }
}
