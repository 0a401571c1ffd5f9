"""Small models to be cut, for OnnxCutTest.

python3 -m pip install torch==2.13.0 onnx==1.23.1 onnxscript==0.7.2
python3 make_cut_models.py

mixed-legacy.onnx and mixed-dynamo.onnx, by PyTorch's older and newer exporter: a residual sum, a normalisation that no exporter folds, a
stride, pooling, flattened channels, GELU, and a layer without biases. twins.onnx: every neuron of its hidden layers is there twice, with the
same weights before it and others behind it. shared.onnx: two halves of an image go through the same layers. steps.onnx: rows of an image are
steps on the first axis, before an LSTM and layers in a Sequential. aside.onnx: slopes of nn.PReLU, and layers that no example enters. logit.onnx: one
number for each example.
training-legacy.onnx and training-dynamo.onnx: exported before model.eval(). shown.npz: what all of them are shown, and the classes that mixed says.
"""
import numpy as np
import onnx
import torch
from torch import nn

torch.manual_seed(20266)


class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, padding=1)
        self.bn1 = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 6, 3, padding=1)
        self.bn2 = nn.BatchNorm2d(6)
        self.conv3 = nn.Conv2d(6, 4, 3, padding=1)
        self.conv4 = nn.Conv2d(4, 5, (3, 2), stride=2, padding=(1, 0))
        self.pool = nn.AvgPool2d(2)
        self.fc1 = nn.Linear(20, 12)
        self.act = nn.GELU()
        self.fc2 = nn.Linear(12, 3, bias=False)

    def forward(self, x):
        x = self.bn1(torch.relu(self.conv1(x)))
        x = x + self.conv3(self.bn2(torch.relu(self.conv2(x))))
        x = self.pool(torch.relu(self.conv4(x)))
        return self.fc2(self.act(self.fc1(x.flatten(1))))


class Twins(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 6, 3, padding=1)
        self.pool = nn.MaxPool2d(4)
        self.fc1 = nn.Linear(24, 10)
        self.fc2 = nn.Linear(10, 3)
        with torch.no_grad():
            for layer, half in (self.conv, 3), (self.fc1, 5):
                layer.weight[half:] = layer.weight[:half]
                layer.bias[half:] = layer.bias[:half]

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(self.pool(torch.relu(self.conv(x))).flatten(1))))


class Shared(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(32, 8)
        self.fc2 = nn.Linear(8, 6)
        self.fc3 = nn.Linear(6, 5)
        self.fc4 = nn.Linear(5, 3)

    def forward(self, x):
        one, other = (self.fc2(torch.relu(self.fc1(half))) for half in x.flatten(1).split(32, 1))
        return self.fc4(torch.relu(self.fc3((one - other).abs())))


class Steps(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(8, 6)
        self.body = nn.Sequential(nn.Linear(6, 10, bias=False), nn.Tanh(), nn.Linear(10, 4))
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        return self.fc(torch.relu(self.body(self.lstm(x[:, 0].transpose(0, 1))[0])).mean(0))


class Aside(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 3)
        self.slopes = nn.PReLU(6)
        self.conv2 = nn.Conv2d(6, 3, 3)
        self.fc1 = nn.Linear(2, 6)
        self.fc2 = nn.Linear(6, 3)
        self.register_buffer("places", torch.randn(9, 2))
        with torch.no_grad():
            self.slopes.weight += torch.rand(6)

    def forward(self, x):
        places = self.places + 0 * x[:1, 0, 0, :1]  # as large for any number of examples, and not folded
        return self.conv2(self.slopes(self.conv1(x))).mean((2, 3)) + self.fc2(torch.relu(self.fc1(places))).mean(0)


class Logit(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64, 8)
        self.fc2 = nn.Linear(8, 1)

    def forward(self, x):
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))


def export(name, model, dynamo, **more):
    example = torch.rand(2, 1, 8, 8)
    free = {"image": {0: "n"}, "logits": {0: "n"}}
    more |= {"dynamic_shapes": ({0: torch.export.Dim("n")},)} if dynamo else {"dynamic_axes": free}
    torch.onnx.export(model, (example,), name + ".onnx", input_names=["image"], output_names=["logits"],
                      opset_version=18 if dynamo else 17, dynamo=dynamo, external_data=False, **more)
    exported = onnx.load(name + ".onnx")
    for node in exported.graph.node:
        kept = [entry for entry in node.metadata_props if entry.key == "pkg.torch.onnx.name_scopes"]
        del node.metadata_props[:]
        node.metadata_props.extend(kept)  # the others hold the paths of this machine
        node.doc_string = ""
    entry = exported.metadata_props.add()
    entry.key, entry.value = "author", "nobody"
    onnx.save(exported, name + ".onnx")


mixed = Mixed()
twins = Twins().eval()
shown = torch.randn(100, 1, 8, 8)
with torch.no_grad():
    for model in mixed, twins:
        for module in model.modules():
            if isinstance(module, (nn.Linear, nn.Conv2d)):
                module.weight *= 2  # answers that differ more than those of an untrained network
    for _ in range(20):
        mixed(torch.randn(64, 1, 8, 8))  # gives the normalisation something to know
    mixed.eval()
    labels = mixed(shown).argmax(1)
export("mixed-legacy", mixed, dynamo=False)
export("mixed-dynamo", mixed, dynamo=True)
export("twins", twins, dynamo=False)
onnx.save(onnx.load("twins.onnx"), "outside.onnx", save_as_external_data=True, location="outside.onnx.data",
          size_threshold=0)
np.savez("shown.npz", image=shown.numpy(), labels=labels.numpy())
for name, model in ("shared", Shared()), ("steps", Steps()), ("aside", Aside()), ("logit", Logit()):
    export(name, model.eval(), dynamo=False)
training = nn.Sequential(nn.Flatten(), nn.Linear(64, 4), nn.Dropout(0.5), nn.Linear(4, 3))
export("training-legacy", training, dynamo=False, training=torch.onnx.TrainingMode.PRESERVE)
export("training-dynamo", training, dynamo=True)
