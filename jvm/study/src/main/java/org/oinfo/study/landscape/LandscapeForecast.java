package org.oinfo.study.landscape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.oinfo.study.result.LayerLandscape.Activation;

/** Counts the n-plets of the landscapes of a layer before there is a layer. */
public final class LandscapeForecast {
    private LandscapeForecast() {}

    /**
     * N-plets that are scored of a layer of one network and of its untrained twin, random subsets left out: over all values that are
     * taken of it, all conditions and orders the sum of C(width, k). Neurons that turn out dead make it less.
     *
     * @param width number of neurons
     * @param values that are taken of it
     */
    public static BigInteger nplets(int width, List<Activation> values, LandscapeSettings settings) {
        List<Variant> variants = new ArrayList<>();
        for (Activation activation : values) {
            variants.addAll(Variant.ofTrained(activation, settings));
            variants.addAll(Variant.ofUntrained(activation, settings));
        }
        return ofVariants(width, variants, settings);
    }

    /** N-plets that are scored of the images themselves. */
    public static BigInteger ofInput(int pixels, LandscapeSettings settings) {
        return ofVariants(pixels, Variant.ofTrained(Activation.PIXELS, settings), settings);
    }

    private static BigInteger ofVariants(int width, List<Variant> variants, LandscapeSettings settings) {
        BigInteger sum = BigInteger.ZERO;
        for (Variant variant : variants) {
            for (int order : variant.orders()) {
                sum = sum.add(binomial(width, order).multiply(BigInteger.valueOf(variant.scans(order, settings))));
            }
        }
        return sum;
    }

    private static BigInteger binomial(int n, int k) {
        BigInteger product = BigInteger.ONE;
        for (int i = 0; i < k; i++) {
            product = product.multiply(BigInteger.valueOf(Math.max(0, n - i))).divide(BigInteger.valueOf(i + 1L));
        }
        return product;
    }
}
