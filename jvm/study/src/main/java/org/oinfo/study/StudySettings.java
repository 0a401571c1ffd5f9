package org.oinfo.study;

import java.util.List;
import org.oinfo.study.landscape.LandscapeSettings;
import org.oinfo.study.prune.PruneSettings;

/** Every setting of a study, stage by stage. */
public record StudySettings(
        TrainSettings train,
        CaptureSettings capture,
        LandscapeSettings layers,
        ScoreSettings importance,
        PruneSettings prune) {
    /** The name of the digits that ship with the project. */
    public static final String DIGITS = "digits";

    /** The usual settings for these images: ten networks of three hidden layers of 200 neurons. */
    public static StudySettings usual(String data) {
        boolean digits = data.equals(DIGITS);
        return new StudySettings(
                new TrainSettings(
                        data, 0, "200-200-200", 10, 1, digits ? 40 : 10, digits ? 32 : 128, 0.001f, 0, 0, false, 0, 0),
                new CaptureSettings(CaptureSettings.From.TRAIN, 20_000),
                LandscapeSettings.defaults(),
                new ScoreSettings(3, 1000, 2000),
                PruneSettings.defaults());
    }

    /** A small study of the digits: every stage and every control, in seconds. */
    public static StudySettings quick() {
        StudySettings usual = usual(DIGITS);
        return new StudySettings(
                new TrainSettings(DIGITS, 0, "40-40-40", 10, 1, 30, 32, 0.002f, 0, 0, false, 0, 0),
                usual.capture,
                usual.layers,
                new ScoreSettings(3, 100, 500),
                usual.prune.withSizes(List.of(5, 10, 20), false).withTraining(false, 0));
    }

    /** These settings for other networks. */
    public StudySettings with(TrainSettings other) {
        return new StudySettings(other, capture, layers, importance, prune);
    }

    /** These settings for other captures. */
    public StudySettings with(CaptureSettings other) {
        return new StudySettings(train, other, layers, importance, prune);
    }

    /** These settings for other landscapes. */
    public StudySettings with(LandscapeSettings other) {
        return new StudySettings(train, capture, other, importance, prune);
    }

    /** These settings for other scores. */
    public StudySettings with(ScoreSettings other) {
        return new StudySettings(train, capture, layers, other, prune);
    }

    /** These settings for other sub-networks. */
    public StudySettings with(PruneSettings other) {
        return new StudySettings(train, capture, layers, importance, other);
    }
}
