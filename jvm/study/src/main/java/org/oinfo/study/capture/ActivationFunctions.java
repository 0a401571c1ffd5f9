package org.oinfo.study.capture;

import java.util.Set;

/** Operators of ONNX that are activation functions by themselves; others are written out in steps ({@code OnnxGates}). */
public final class ActivationFunctions {
    /** Their names. */
    public static final Set<String> OPERATORS = Set.of(
            "Relu",
            "LeakyRelu",
            "PRelu",
            "ThresholdedRelu",
            "Clip",
            "Elu",
            "Selu",
            "Celu",
            "Gelu",
            "Sigmoid",
            "HardSigmoid",
            "Tanh",
            "Softplus",
            "Softsign",
            "Mish",
            "Swish",
            "HardSwish");

    private ActivationFunctions() {}
}
