"""Small networks of every common kind, exported by PyTorch, and what its own hooks see in them, for TorchModelsTest.

python3 -m pip install torch==2.13.0 onnx==1.23.1 onnxscript==0.7.2
python3 make_torch_models.py

For each model: NAME-legacy.onnx and NAME-dynamo.onnx, by PyTorch's older and newer exporter; NAME-inputs.npz, what it is shown, by the
names of its inputs; NAME-hooks.npz, what forward hooks see come out of its modules, by the names of these.
"""
import numpy as np
import onnx
import torch
from torch import nn

COUNT = 9
torch.manual_seed(20265)


class Mlp(nn.Module):
    def __init__(self, activation, norm=False):
        super().__init__()
        self.fc1 = nn.Linear(12, 8)
        self.norm = nn.LayerNorm(8) if norm else nn.Identity()
        self.act = activation
        self.fc2 = nn.Linear(8, 5)

    def forward(self, x):
        return self.fc2(self.act(self.norm(self.fc1(x))))


class Cnn(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(6)
        self.relu = nn.ReLU(inplace=True)
        self.pool = nn.MaxPool2d(2)
        self.conv2 = nn.Conv2d(6, 4, 3, padding=1)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        x = self.pool(self.relu(self.bn1(self.conv1(x))))
        return self.fc(self.relu(self.conv2(x)).mean((2, 3)))


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(1, 4, 3, padding=1)
        self.conv = nn.Conv2d(4, 4, 3, padding=1)
        self.relu = nn.ReLU()
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        x = self.relu(self.stem(x))
        x = self.relu(self.conv(x)) + x
        return self.fc(x.mean((2, 3)))


class Block(nn.Module):
    """A block of a transformer whose attention is written out, as most models have it."""

    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1 = nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.norm2 = nn.LayerNorm(width)
        self.fc1 = nn.Linear(width, 2 * width)
        self.act = nn.GELU()
        self.fc2 = nn.Linear(2 * width, width)

    def forward(self, x, mask=None):
        batch, places, width = x.shape
        heads = self.qkv(self.norm1(x)).reshape(batch, places, 3, self.heads, width // self.heads)
        q, k, v = heads.permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-2, -1) / (width // self.heads) ** 0.5
        if mask is not None:
            scores = scores + (1.0 - mask[:, None, None, :].to(scores.dtype)) * -1e4
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, places, width)
        x = x + self.proj(mixed)
        return x + self.fc2(self.act(self.fc1(self.norm2(x))))


class Vit(nn.Module):
    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(1, 8, 4, stride=4)
        self.place = nn.Parameter(torch.randn(1, 4, 8))
        self.block = Block(8, 2)
        self.norm = nn.LayerNorm(8)
        self.head = nn.Linear(8, 3)

    def forward(self, image):
        x = self.patch(image).flatten(2).transpose(1, 2) + self.place
        return self.head(self.norm(self.block(x)).mean(1))


class Tokens(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(11, 8)
        self.block = Block(8, 2)
        self.head = nn.Linear(8, 11)

    def forward(self, ids, mask):
        return self.head(self.block(self.embed(ids), mask))


class Lstm(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(3, 6, batch_first=True)
        self.fc = nn.Linear(6, 2)

    def forward(self, x):
        states, _ = self.lstm(x)
        return self.fc(states[:, -1])


def hooks(model, inputs):
    """Output of each module by its name, as float64; the first call of a module that is called twice."""
    seen = {}

    def keep(name):
        def hook(module, given, out):
            out = out[0] if isinstance(out, tuple) else out
            seen.setdefault(name, out.detach().clone().double().numpy())

        return hook

    handles = [module.register_forward_hook(keep(name)) for name, module in model.named_modules() if name]
    with torch.no_grad():
        seen["logits"] = model(*inputs.values()).double().numpy()
    for handle in handles:
        handle.remove()
    return seen


def export(name, model, inputs, dynamo):
    free = {key: {0: "n"} for key in [*inputs, "logits"]}
    more = {"dynamic_shapes": tuple({0: torch.export.Dim("n")} for _ in inputs)} if dynamo else {"dynamic_axes": free}
    torch.onnx.export(model, tuple(inputs.values()), name + ".onnx", input_names=list(inputs), output_names=["logits"],
                      opset_version=18 if dynamo else 17, dynamo=dynamo, external_data=False, **more)
    exported = onnx.load(name + ".onnx")
    for node in exported.graph.node:
        kept = [entry for entry in node.metadata_props if entry.key == "pkg.torch.onnx.name_scopes"]
        del node.metadata_props[:]
        node.metadata_props.extend(kept)  # the others hold the paths of this machine
        node.doc_string = ""
    onnx.save(exported, name + ".onnx")


def save(name, model, inputs, shown):
    model.eval()
    export(name + "-legacy", model, shown, dynamo=False)
    export(name + "-dynamo", model, shown, dynamo=True)
    np.savez(name + "-inputs.npz", **{key: value.numpy() for key, value in shown.items()})
    np.savez(name + "-hooks.npz", **hooks(model.float(), inputs))


rows = torch.randn(COUNT, 12)
colour = torch.randn(COUNT, 3, 6, 6)
grey = torch.rand(COUNT, 1, 8, 8)
ids = torch.randint(0, 11, (COUNT, 7))
mask = torch.ones(COUNT, 7, dtype=torch.int64)
mask[0, 5:] = 0
series = torch.randn(COUNT, 5, 3)
cnn = Cnn()
with torch.no_grad():
    cnn(torch.randn(64, 3, 6, 6))  # gives the normalisation something to know
models = {
    "mlp": (Mlp(nn.ReLU()), {"x": rows}),
    "gelu": (Mlp(nn.GELU(), norm=True), {"x": rows}),
    "silu": (Mlp(nn.SiLU()), {"x": rows}),
    "tanhgelu": (Mlp(nn.GELU("tanh")), {"x": rows}),
    "mish": (Mlp(nn.Mish()), {"x": rows}),
    "cnn": (cnn, {"image": colour}),
    "residual": (Residual(), {"image": grey}),
    "vit": (Vit(), {"image": grey}),
    "tokens": (Tokens(), {"ids": ids, "mask": mask}),
    "lstm": (Lstm(), {"x": series}),
}
for name, (model, inputs) in models.items():
    save(name, model, inputs, inputs)
# Weights and inputs of 16 bits; what the hooks see is computed from the same numbers with 32.
half = rows.half()
save("half", Mlp(nn.ReLU()).half(), {"x": half.float()}, {"x": half})
