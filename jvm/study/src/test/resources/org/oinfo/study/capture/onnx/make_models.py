"""Small ONNX models, images and what the models' tensors hold for them, for OnnxCaptureTest.

python3 make_models.py    (numpy 1.24, onnx 1.12: Debian's python3-numpy and python3-onnx)

The values are computed here with numpy in double precision, from the definition of each operator; no ONNX runtime takes part.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

COUNT, HEIGHT, WIDTH = 7, 6, 5
random = np.random.default_rng(1)


def weights(*shape):
    return random.normal(size=shape).astype(np.float32)


def model(name, nodes, image, outputs, initializers, ir=7, inputs=()):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, image), *inputs],
        [helper.make_tensor_value_info(o, TensorProto.FLOAT, None) for o in outputs],
        [numpy_helper.from_array(v, k) for k, v in initializers.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="oinfo")
    made.ir_version = ir
    return made


def save(made, external=False):
    name = made.graph.name
    if external:
        onnx.save_model(made, name + ".onnx", save_as_external_data=True, location=name + ".weights", size_threshold=0)
    else:
        onnx.save_model(made, name + ".onnx")


def expect(name, values):
    np.save(name + ".npy", np.asarray(values, dtype="<f8"))


images = random.uniform(size=(COUNT, HEIGHT * WIDTH)).astype(np.float32)
np.save("images.npy", images)
x = images.astype(float)

# A convolution of 3 channels, a pool, two dense layers, and tensors that cannot be captured.
w = {
    "conv.weight": weights(3, 1, 3, 3),
    "conv.bias": weights(3),
    "fc1.weight": weights(7, 18),
    "fc1.bias": weights(7),
    "fc2.weight": weights(4, 7),
    "fc2.bias": weights(4),
}
n = helper.make_node
save(model(
    "convolution",
    [
        n("Conv", ["image", "conv.weight", "conv.bias"], ["/conv/Conv_output_0"], pads=[1, 1, 1, 1]),
        n("Relu", ["/conv/Conv_output_0"], ["/act/Relu_output_0"]),
        n("MaxPool", ["/act/Relu_output_0"], ["/pool/MaxPool_output_0"], kernel_shape=[2, 2], strides=[2, 2]),
        n("Flatten", ["/pool/MaxPool_output_0"], ["/Flatten_output_0"]),
        n("Gemm", ["/Flatten_output_0", "fc1.weight", "fc1.bias"], ["/fc1/Gemm_output_0"], transB=1),
        n("Relu", ["/fc1/Gemm_output_0"], ["/act_1/Relu_output_0"]),
        n("Gemm", ["/act_1/Relu_output_0", "fc2.weight", "fc2.bias"], ["logits"], transB=1),
        n("Softmax", ["logits"], ["probabilities"]),
        n("Shape", ["logits"], ["sizes"]),
        n("ReduceMean", ["/conv/Conv_output_0"], ["map"], axes=[1], keepdims=0),
        n("ReduceSum", ["logits"], ["total"], keepdims=0),
        n("ReduceMean", ["logits"], ["single"], axes=[1], keepdims=1),
        n("Transpose", ["logits"], ["turned"], perm=[1, 0]),
        n("Softplus", ["turned"], ["turned/plus"]),
        n("Abs", ["fc2.weight"], ["of weights"]),
    ],
    ["batch", 1, HEIGHT, WIDTH],
    ["probabilities"],
    w,
))
padded = np.pad(x.reshape(COUNT, HEIGHT, WIDTH), ((0, 0), (1, 1), (1, 1)))
conv = np.zeros((COUNT, 3, HEIGHT, WIDTH))
for r in range(3):
    for c in range(3):
        patch = padded[:, r:r + HEIGHT, c:c + WIDTH]
        conv += patch[:, None] * w["conv.weight"].astype(float)[None, :, 0, r, c, None, None]
conv += w["conv.bias"].astype(float)[None, :, None, None]
relu = np.maximum(conv, 0)
pool = relu[:, :, :6, :4].reshape(COUNT, 3, 3, 2, 2, 2).max(axis=(3, 5))
fc1 = pool.reshape(COUNT, 18) @ w["fc1.weight"].T.astype(float) + w["fc1.bias"]
logits = np.maximum(fc1, 0) @ w["fc2.weight"].T.astype(float) + w["fc2.bias"]
expect("convolution-conv", conv.mean(axis=(2, 3)))
expect("convolution-relu", relu.mean(axis=(2, 3)))
expect("convolution-pool", pool.mean(axis=(2, 3)))
expect("convolution-fc1", fc1)
expect("convolution-fc1-relu", np.maximum(fc1, 0))
expect("convolution-logits", logits)
powers = np.exp(logits)
expect("convolution-probabilities", powers / powers.sum(axis=1, keepdims=True))

# A batch of 4 and nothing else, pixels in a row, products and sums as operators of their own.
w = {"w1": weights(30, 5), "b1": weights(5), "w2": weights(5, 3), "b2": weights(3)}
save(model(
    "fixed",
    [
        n("MatMul", ["image", "w1"], ["product"]),
        n("Add", ["product", "b1"], ["sum"]),
        n("Sigmoid", ["sum"], ["hidden"]),
        n("Gemm", ["hidden", "w2", "b2"], ["output"]),
    ],
    [4, 30],
    ["output"],
    w,
))
product = x @ w["w1"]
hidden = 1 / (1 + np.exp(-(product + w["b1"])))
expect("fixed-sum", product + w["b1"])
expect("fixed-hidden", hidden)
expect("fixed-output", hidden @ w["w2"] + w["b2"])

# Rows and columns as axes; an old layout in which weights are inputs too; weights in a file of their own; no softmax at the end
# but a logarithm of one.
w = {"w": weights(30, 4)}
save(
    model(
        "rows",
        [
            n("Flatten", ["image"], ["flat"]),
            n("MatMul", ["flat", "w"], ["product"]),
            n("Tanh", ["product"], ["squashed"]),
            n("LogSoftmax", ["squashed"], ["output"]),
        ],
        ["n", "rows", WIDTH],
        ["output"],
        w,
        ir=3,
        inputs=[helper.make_tensor_value_info("w", TensorProto.FLOAT, [30, 4])],
    ),
    external=True,
)
squashed = np.tanh(x @ w["w"])
expect("rows-squashed", squashed)
expect("rows-output", squashed - np.log(np.exp(squashed).sum(axis=1, keepdims=True)))

# Models that take something else than these images.
save(model(
    "two-inputs",
    [n("Add", ["image", "other"], ["output"])],
    ["n", 30],
    ["output"],
    {},
    inputs=[helper.make_tensor_value_info("other", TensorProto.FLOAT, ["n", 30])],
))
save(model("colour", [n("Relu", ["image"], ["output"])], ["n", 3, HEIGHT, WIDTH], ["output"], {}))
save(model(
    "one-at-a-time",
    [n("Reshape", ["image", "shape"], ["flat"]), n("Relu", ["flat"], ["output"])],
    ["n", 1, HEIGHT, WIDTH],
    ["output"],
    {"shape": np.array([1, 30])},
))
