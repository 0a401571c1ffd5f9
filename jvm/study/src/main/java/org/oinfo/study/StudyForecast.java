package org.oinfo.study;

import java.math.BigInteger;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.oinfo.study.capture.NetworkCapture;
import org.oinfo.study.images.ImageSets;
import org.oinfo.study.landscape.LandscapeForecast;
import org.oinfo.study.network.Architecture;
import org.oinfo.study.network.LayerShape;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Tells what a study would take, instead of beginning one. */
public final class StudyForecast {
    private StudyForecast() {}

    /**
     * The forecast as text: networks, passes over images, n-plets of the landscapes, bytes of the folder's activations.
     *
     * @param images all that the settings name
     */
    public static String text(StudySettings settings, ImageSets images) {
        TrainSettings train = settings.train();
        Architecture architecture = train.architecture(images.train());
        int trained = train.images() == 0 ? images.train().count() : train.images();
        int available = settings.capture().of(images).count();
        int shown = settings.capture().from() == CaptureSettings.From.TRAIN ? Math.min(available, trained) : available;
        StringBuilder text = new StringBuilder();
        Formatter lines = new Formatter(text, Locale.ROOT);
        lines.format("dry run, nothing is trained: %s, %s\n", images.name(), architecture);
        lines.format(
                "training: networks: %d, epochs: %d, images: %,d, weights each: %,d\n",
                train.networks(), train.epochs(), trained, architecture.parameters());
        BigInteger nplets = BigInteger.ZERO;
        long values = 0;
        for (LayerShape layer : architecture.layers()) {
            List<Activation> taken = NetworkCapture.values(layer);
            nplets = nplets.add(LandscapeForecast.nplets(layer.units(), taken, settings.layers()));
            values += (long) layer.units() * taken.size();
        }
        nplets = nplets.multiply(BigInteger.valueOf(train.networks()))
                .add(LandscapeForecast.ofInput(images.train().size(), settings.layers()));
        lines.format("landscapes: n-plets to score: up to %,d\n", nplets);
        // Of the trained network and of the untrained one, four bytes each.
        lines.format(
                "activations in the folder: up to %,.1f MB (%,d images)\n",
                2.0 * values * shown * 4 * train.networks() / 1e6, shown);
        return text.toString();
    }
}
