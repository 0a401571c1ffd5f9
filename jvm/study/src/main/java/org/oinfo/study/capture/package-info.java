/** The answers of every neuron to every image, as files: of our networks and of a user's ONNX model. */
@NullMarked
package org.oinfo.study.capture;

import org.jspecify.annotations.NullMarked;
