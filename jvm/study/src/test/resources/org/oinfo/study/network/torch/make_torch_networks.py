"""Residual networks and a vision transformer of PyTorch's own modules, for TorchNetworksTest.

python3 -m pip install torch==2.13.0 numpy
python3 make_torch_networks.py

For each: NAME.npz, the network as oinfo study saves one; NAME-seen.npz, images and labels, the logits of the images, and the gradients
of their mean cross-entropy by the same names as in NAME.npz.
"""
import numpy as np
import torch
from torch import nn

SIDE = 8
CLASSES = 5
COUNT = 7
torch.manual_seed(20266)


class ResidualMlp(nn.Module):
    words = "6-r6x4-5"

    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(SIDE * SIDE, 6)
        self.inner = nn.Linear(6, 4)
        self.outer = nn.Linear(4, 6)
        self.fc2 = nn.Linear(6, 5)
        self.head = nn.Linear(5, CLASSES)

    def forward(self, x):
        x = torch.relu(self.fc1(x.flatten(1)))
        x = torch.relu(x + self.outer(torch.relu(self.inner(x))))
        return self.head(torch.relu(self.fc2(x)))

    def names(self):
        return {"layer1": self.fc1, "layer2": self.inner, "layer3": self.outer, "layer4": self.fc2, "output": self.head}


class ResidualCnn(nn.Module):
    words = "c4-r4-5"

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, stride=2, padding=1)
        self.inner = nn.Conv2d(4, 4, 3, padding=1)
        self.outer = nn.Conv2d(4, 4, 3, padding=1)
        self.fc = nn.Linear(4 * 16, 5)
        self.head = nn.Linear(5, CLASSES)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = torch.relu(x + self.outer(torch.relu(self.inner(x))))
        return self.head(torch.relu(self.fc(x.flatten(1))))

    def names(self):
        return {"layer1": self.conv, "layer2": self.inner, "layer3": self.outer, "layer4": self.fc, "output": self.head}


class Vit(nn.Module):
    words = "vit-p4-d12-h3-b2-m9"

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(1, 12, 4, stride=4)
        self.positions = nn.Parameter(0.2 * torch.randn(4, 12))
        self.blocks = nn.ModuleList(
            nn.TransformerEncoderLayer(12, 3, 9, dropout=0, activation="gelu", batch_first=True, norm_first=True)
            for _ in range(2))
        self.norm = nn.LayerNorm(12)
        self.head = nn.Linear(12, CLASSES)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2) + self.positions
        for block in self.blocks:
            x = block(x)
        return self.head(self.norm(x).mean(1))

    def names(self):
        names = {"layer1": self.patches}
        for i, block in enumerate(self.blocks):
            names |= {f"layer{3 * i + 2}": block.self_attn.out_proj, f"layer{3 * i + 2}.norm": block.norm1,
                      f"layer{3 * i + 3}": block.linear1, f"layer{3 * i + 3}.norm": block.norm2,
                      f"layer{3 * i + 4}": block.linear2}
        return names | {"output": self.head, "output.norm": self.norm}


def parameters(model):
    """Every parameter, by the name that it has in a file."""
    found = {f"{name}.{part}": getattr(module, part) for name, module in model.names().items() for part in ("weight", "bias")}
    if isinstance(model, Vit):
        found["layer1.positions"] = model.positions
        for i, block in enumerate(model.blocks):
            found[f"layer{3 * i + 2}.qkv.weight"] = block.self_attn.in_proj_weight
            found[f"layer{3 * i + 2}.qkv.bias"] = block.self_attn.in_proj_bias
    assert {id(p) for p in found.values()} == {id(p) for p in model.parameters()}
    return found


def save(name, model):
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn(parameter.shape))
    images = torch.rand(COUNT, 1, SIDE, SIDE)
    labels = torch.arange(COUNT) % CLASSES
    logits = model(images)
    nn.functional.cross_entropy(logits, labels).backward()
    found = parameters(model)
    np.savez(f"{name}.npz", image=np.float32([SIDE, SIDE]), layers=np.frombuffer(model.words.encode(), np.uint8),
             **{key: value.detach().numpy() for key, value in found.items()})
    np.savez(f"{name}-seen.npz", images=images.flatten(1).numpy(), labels=labels.numpy(), logits=logits.detach().numpy(),
             **{key: value.grad.numpy() for key, value in found.items()})


save("residual-mlp", ResidualMlp())
save("residual-cnn", ResidualCnn())
save("vit", Vit())
