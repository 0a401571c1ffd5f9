package org.oinfo.study.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import org.oinfo.study.images.ImageShape;
import org.oinfo.study.network.LayerShape.Form;

/** 3 x 3, with a border of one zero: a group of channels for each network. */
final class ConvolutionLayer extends BatchedLayer {
    private static final Shape EVERY = new Shape(1, 1);
    private static final Shape EVERY_SECOND = new Shape(2, 2);
    private static final Shape BORDER = new Shape(1, 1);
    private static final Shape NO_DILATION = new Shape(1, 1);

    private final ImageShape image;

    ConvolutionLayer(Parts parts) {
        super(parts);
        image = parts.architecture().image();
    }

    @Override
    NDArray weighted(Flow flow) {
        boolean pixels = flow.layout() == Flow.Layout.PIXELS;
        NDArray x = pixels ? flow.values().reshape(-1, image.channels(), image.height(), image.width()) : flow.values();
        long channels = (long) copies() * shape().units();
        return Conv2d.conv2d(
                        x,
                        weight().reshape(channels, shape().inputs(), 3, 3),
                        bias().reshape(channels),
                        shape().form() == Form.HALVING_CONVOLUTION ? EVERY_SECOND : EVERY,
                        BORDER,
                        NO_DILATION,
                        pixels ? 1 : copies())
                .singletonOrThrow();
    }
}
