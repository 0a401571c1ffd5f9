package org.oinfo.study.capture;

import org.oinfo.study.result.LayerLandscape.Activation;

/**
 * The activations of one layer.
 *
 * @param file name in the capture's folder: .npy, images x neurons
 * @param layer name of the layer, or of a tensor
 * @param activation which value of a neuron
 * @param width neurons
 * @param description in words
 */
public record CapturedLayer(String file, String layer, Activation activation, int width, String description) {
    /** The same with more to say. */
    CapturedLayer with(String more) {
        return new CapturedLayer(file, layer, activation, width, description + more);
    }
}
