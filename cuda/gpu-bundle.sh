#!/usr/bin/env bash
# Makes cuda/target/gpu-bundle and gpu-bundle.tar.gz: everything that checks a GPU on a machine without JDK or Maven, which needs
# Linux on x86-64 with glibc 2.34 or newer, an NVIDIA driver, and nvcc for some of the steps. There: gpu-bundle/gpu-check.sh
#
#   cuda/gpu-bundle.sh [--no-build]      --no-build takes the jars that are there
set -euo pipefail

fail() {
    echo "gpu-bundle: $*" >&2
    exit 2
}

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../bench/jdk.sh"
cd "$here/.."
jdk=$(find_jdk)
most_mb=60

case ${1:-} in
    '') mvn -q -B -ntp -pl kernels,cuda,jvm/oinfo,jvm/cli package -DskipTests -Dspotless.check.skip ;;
    --no-build) ;;
    *) fail "unknown option: $1 (usage: cuda/gpu-bundle.sh [--no-build])" ;;
esac

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -1)
jcuda=$(sed -n 's:.*<jcuda.version>\(.*\)</jcuda.version>.*:\1:p' pom.xml)
repository=$(mvn -q -B -o help:evaluate -Dexpression=settings.localRepository -DforceStdout 2>/dev/null || true)
[[ -d $repository ]] || repository=$HOME/.m2/repository

need() {
    [[ -f $1 ]] || fail "a file is missing: $1; run cuda/gpu-bundle.sh without --no-build"
}
need jvm/cli/target/oinfo.jar
need "cuda/target/oinfo-cuda-$version.jar"
[[ -d cuda/target/test-classes/org/oinfo/cuda/check ]] || fail "the check is not compiled; run without --no-build"
need "$repository/org/jcuda/jcuda/$jcuda/jcuda-$jcuda.jar"
natives=$repository/org/jcuda/jcuda-natives/$jcuda/jcuda-natives-$jcuda-linux-x86_64.jar
need "$natives"

bundle=cuda/target/gpu-bundle
rm -rf "$bundle" "$bundle.tar.gz"
mkdir -p "$bundle/lib" "$bundle/src"

# oinfo.jar holds the command line, the library, the kernels and what they depend on.
cp jvm/cli/target/oinfo.jar "$bundle/lib/oinfo.jar"
cp "cuda/target/oinfo-cuda-$version.jar" "$bundle/lib/oinfo-cuda.jar"
cp "$repository/org/jcuda/jcuda/$jcuda/jcuda-$jcuda.jar" "$bundle/lib/jcuda.jar"

# Of JCuda's native libraries the driver's alone: 0.6 of 9.5 MB.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && "$jdk/bin/jar" --extract --file "$natives" "lib/libJCudaDriver-$jcuda-linux-x86_64.so")
"$jdk/bin/jar" --create --file "$bundle/lib/jcuda-natives.jar" -C "$work" lib

# The check's classes, and of the kernels' tests the matrices and the faulty backend that it uses.
mkdir -p "$work/check/org/oinfo/cuda" "$work/check/org/oinfo/kernels"
cp -r cuda/target/test-classes/org/oinfo/cuda/check "$work/check/org/oinfo/cuda/"
cp cuda/target/test-classes/org/oinfo/cuda/KernelRuns*.class "$work/check/org/oinfo/cuda/"
cp kernels/target/test-classes/org/oinfo/kernels/{Systems*,ForcedScan}.class "$work/check/org/oinfo/kernels/"
rm -f "$work"/check/org/oinfo/cuda/check/*Test*.class
"$jdk/bin/jar" --create --file "$bundle/lib/check.jar" -C "$work/check" org

cp cuda/src/check/*.cu cuda/src/check/*.py "$bundle/src/"
cp cuda/gpu-check.sh "$bundle/"
{
    git rev-parse --short HEAD
    [[ -z $(git status --porcelain --untracked-files=no) ]] || echo "and uncommitted changes"
} 2>/dev/null | paste -sd' ' >"$bundle/COMMIT"

# java.logging: JCuda. jdk.management: what a machine has. java.desktop, java.sql and the rest of what jackson can use stays out.
"$jdk/bin/jlink" --output "$bundle/jre" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --add-modules java.base,java.logging,java.management,jdk.management,jdk.unsupported,jdk.incubator.vector \
    --add-options="--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED" 2>&1 |
    { grep -v 'incubator' || true; }

tar -C cuda/target -czf "$bundle.tar.gz" gpu-bundle
for made in "$bundle" "$bundle.tar.gz"; do
    kilobytes=$(du -sk "$made" | cut -f1)
    echo "$made: $((kilobytes / 1024)) MB"
    ((kilobytes < most_mb * 1024)) || fail "$made must stay below $most_mb MB: $((kilobytes / 1024)) MB"
done
