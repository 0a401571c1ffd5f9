"""The wheel with the engine inside: for one platform, whatever the Python. The rest is in pyproject.toml."""

from pathlib import Path

from setuptools import Distribution, setup
from wheel.bdist_wheel import bdist_wheel

PLATFORM = "manylinux_2_28_x86_64"
SHARED = Path("src/oinfo/image/share")


class PlatformDistribution(Distribution):
    def has_ext_modules(self):
        return True


class PlatformWheel(bdist_wheel):
    def get_tag(self):
        return "py3", "none", PLATFORM


def shared_files():
    """Manual pages and completion, where shells and man look for them."""
    folders = {}
    for file in sorted(path for path in SHARED.rglob("*") if path.is_file()):
        folders.setdefault(Path("share") / file.parent.relative_to(SHARED), []).append(str(file))
    return [(str(folder), files) for folder, files in folders.items()]


setup(distclass=PlatformDistribution, cmdclass={"bdist_wheel": PlatformWheel}, data_files=shared_files())
