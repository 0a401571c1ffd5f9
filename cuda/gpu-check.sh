#!/usr/bin/env bash
# Checks the GPU of this machine and measures it: is everything right, how fast is it, how fast are others. Under eight minutes.
# Lies in the bundle that cuda/gpu-bundle.sh makes, and needs nothing but the driver; nvcc, compute-sanitizer and PyTorch are used
# where they are. A step that fails or takes too long is reported and does not stop the others.
set -uo pipefail

usage() {
    cat <<'USAGE'
usage: gpu-check.sh [--small] [--out FOLDER]
  --small        a few n-plets of each case: shows that everything runs, its times mean nothing
  --out FOLDER   where result.md, result.json and logs/ are put (default: gpu-check-DATE-GPU)
environment: OINFO_CUDA_DRIVER  a file to be used as the driver's library, such as a stand-in that runs kernels on the CPU; steps
                                that need a real device are then skipped
exit codes: 0 everything that ran agrees, 1 results are wrong or could not be checked, 2 wrong usage, 3 there is no device
USAGE
}

small=
out=
while (($#)); do
    case $1 in
        --small) small=--small ;;
        --out) out=${2:?--out needs a folder}; shift ;;
        -h | --help) usage; exit ;;
        *) usage >&2; echo "gpu-check: unknown option: $1" >&2; exit 2 ;;
    esac
    shift
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bundle=$here
[[ -d $bundle/jre ]] || bundle=$here/target/gpu-bundle
[[ -x $bundle/jre/bin/java ]] || { echo "gpu-check: no bundle in $here; make it with cuda/gpu-bundle.sh" >&2; exit 2; }

java=("$bundle/jre/bin/java" -XX:+UseParallelGC -cp "$bundle/lib/*")
[[ -z ${OINFO_CUDA_DRIVER:-} ]] || java+=("-Doinfo.cuda.driver=$OINFO_CUDA_DRIVER")
check=org.oinfo.cuda.check.GpuCheck

# Where toolkits are put, if nobody has said so.
PATH=$PATH:/usr/local/cuda/bin

gpu=none
if [[ -n ${OINFO_CUDA_DRIVER:-} ]]; then
    gpu=stand-in
    no_device="no real device: OINFO_CUDA_DRIVER names a stand-in"
elif name=$(timeout 20 nvidia-smi --query-gpu=name --format=csv,noheader 2>/dev/null | head -1) && [[ -n $name ]]; then
    gpu=$(tr 'A-Z ' 'a-z-' <<<"$name")
    no_device=
else
    no_device="nvidia-smi finds no device"
fi
out=${out:-gpu-check-$(date -u +%F)-$gpu}
mkdir -p "$out/logs" || exit 2
out=$(cd "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
records=$work/records.jsonl
: >"$records"

# All steps together must be done by then, so that the report is always written.
all_seconds=450
# The scans' own deadline lies before that of their process: what is left out is then said case by case.
scan_seconds=180

json() { sed 's/\\/\\\\/g; s/"/\\"/g' <<<"$1" | tr '\t\n' '  ' | sed 's/ *$//'; }

machine() { printf '{"step":"machine","name":"%s","value":"%s"}\n' "$(json "$1")" "$(json "$2")" >>"$records"; }

outcome() {
    printf '{"step":"steps","name":"%s","status":"%s","seconds":%s,"reason":"%s"}\n' "$1" "$2" "$3" "$(json "$4")" >>"$records"
    printf '%-22s %-10s %4s s  %s\n' "$1" "$2" "$3" "$4" >&2
}

skip() { outcome "$1" skipped 0 "$2"; }

# step NAME SECONDS COMMAND...: its output goes to logs/NAME.log, lines that are JSON objects to the records too.
step() {
    local name=$1 limit=$2 start=$SECONDS code status=ok reason=
    shift 2
    local log="$out/logs/${name// /-}.log"
    ((limit <= all_seconds - SECONDS)) || limit=$((all_seconds - SECONDS))
    if ((limit <= 0)); then
        skip "$name" "the time for all steps is up"
        return 124
    fi
    timeout -k 5 "$limit" "$@" >"$log" 2>&1
    code=$?
    grep -h '^{"step":.*}$' "$log" >>"$records"
    if ((code == 124 || code == 137)); then
        status="timed out"
        reason="stopped after $limit s"
    elif ((code != 0)); then
        status=failed
        reason="exit code $code: $(grep -v '^[[:space:]]*at ' "$log" | tail -1 | cut -c1-200)"
    fi
    outcome "$name" "$status" $((SECONDS - start)) "$reason"
    return "$code"
}

machine_card() {
    machine "date" "$(date -u '+%F %H:%M UTC')"
    machine "bundle" "commit $(cat "$bundle/COMMIT" 2>/dev/null || echo unknown)"
    machine "processor" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) threads"
    machine "system" "$(uname -sr), $(getconf GNU_LIBC_VERSION 2>/dev/null)"
    local field
    if [[ -z $no_device ]]; then
        for field in name driver_version memory.total power.limit clocks.max.sm clocks.max.mem clocks.sm temperature.gpu ecc.mode.current; do
            machine "$field" "$(timeout 20 nvidia-smi --query-gpu=$field --format=csv,noheader 2>/dev/null | head -1)"
        done
    fi
    machine "nvcc" "$(nvcc --version 2>/dev/null | sed -n 's/.*release \(.*\)/\1/p')"
    [[ -z $small ]] || machine "note" "--small: the times mean nothing"
}

# compile NAME OPTIONS...: src/NAME.cu for this device.
compile() {
    nvcc -O3 -std=c++17 -arch=native -o "$work/$1" "$bundle/src/$1.cu" "${@:2}"
}

# The maker's libraries: from the toolkit, else from the packages beside PyTorch.
compile_cusolver() {
    compile cusolver -lcusolver -lcublas && return
    local base solver blas
    base=$(python3 -c 'import nvidia; print(list(nvidia.__path__)[0])')/cu13 || return
    solver=$(basename "$(ls "$base"/lib/libcusolver.so.* | head -1)")
    blas=$(basename "$(ls "$base"/lib/libcublas.so.* | head -1)")
    compile cusolver -I "$base/include" -L "$base/lib" "-l:$solver" "-l:$blas" -Xlinker "-rpath=$base/lib" \
        -Xlinker --allow-shlib-undefined
}

fma_rate() { compile fma && "$work/fma" 1; }
cusolver_rate() { compile_cusolver && "$work/cusolver" "$work"; }
torch_rate() { python3 "$bundle/src/peer_torch.py" "$work"; }

# Functions run under "timeout" in a shell of their own.
export -f compile compile_cusolver fma_rate cusolver_rate torch_rate
export work bundle

device_step() {
    local name=$1 limit=$2 tool=$3
    if [[ -n $no_device ]]; then
        skip "$name" "$no_device"
    elif ! command -v "${tool%% *}" >/dev/null; then
        skip "$name" "${tool%% *} is not installed"
    else
        step "$name" "$limit" "${@:4}"
    fi
}

# command_line K: the whole program, from its start to its exit.
command_line() {
    local k=$1 start end n=1000
    [[ -z $small ]] || n=12
    local arguments=(scan correlations.npy --covariance --order "$k" --backend cuda)
    start=$(date +%s%N)
    (cd "$work" && timeout -k 5 90 "${java[@]}" org.oinfo.cli.Main "${arguments[@]}" --quiet --format json --out "scan-$k.json") || return
    end=$(date +%s%N)
    printf '{"step":"command line","command":"oinfo %s","n":%s,"k":%s,"mode":"plain","seconds":%s.%09d}\n' \
        "${arguments[*]}" "$n" "$k" $(((end - start) / 1000000000)) $(((end - start) % 1000000000))
}
export -f command_line
export small

command_lines() {
    "${java[@]}" "$check" input "$work" $small && command_line 4 && command_line 5
}

# The whole program again, which must say that its scan is verified: not only that nothing was found wrong.
verified_line() {
    cd "$work" || return
    "${java[@]}" org.oinfo.cli.Main scan correlations.npy --covariance --order 4 --backend cuda --verify --quiet --format json \
        --out verified.json || return
    grep -q '"outcome" *: *"verified"' verified.json || { echo "the scan does not say that it is verified"; return 1; }
}

machine_card
wrong=1
if ! step backend 90 "${java[@]}" "$check" backend "$work"; then
    wrong=3
    for name in correctness sanitizer scans measures "command line" verified; do skip "$name" "the cuda backend cannot run here"; done
else
    device_step "fma" 40 nvcc bash -c fma_rate
    step correctness 100 "${java[@]}" "$check" correctness "$work" $small && wrong=0
    for tool in memcheck racecheck; do
        device_step "$tool" 60 compute-sanitizer compute-sanitizer --tool "$tool" --error-exitcode 9 --target-processes all \
            "${java[@]}" "$check" sanitize "$work" $small
        # The tool's own code for an access or a race that it found; others mean that it did not run.
        (($? != 9)) || wrong=1
    done
    step scans $((scan_seconds + 40)) "${java[@]}" "$check" scan "$work" $small --seconds "$scan_seconds"
    step measures 60 "${java[@]}" "$check" measures "$work" $small
    device_step "measures cuSOLVER" 60 nvcc bash -c cusolver_rate
    if [[ -z $no_device ]] && ! timeout 60 python3 -c 'import torch' 2>/dev/null; then
        skip "measures PyTorch" "python3 has no torch"
    else
        device_step "measures PyTorch" 60 python3 bash -c torch_rate
    fi
    step "command line" 90 bash -c "$(declare -p java check); $(declare -f command_lines); command_lines"
    step verified 90 bash -c "$(declare -p java); $(declare -f verified_line); verified_line" || wrong=1
fi

if ((wrong != 0)); then
    outcome verdict "not right" 0 "results were not shown to be right: see the steps above"
fi
"${java[@]}" "$check" report "$work" >"$out/logs/report.log" 2>&1 || { cat "$out/logs/report.log" >&2; exit 1; }
cp "$work/result.json" "$work/result.md" "$out/"
echo "gpu-check: $out/result.md after $SECONDS s" >&2
exit "$wrong"
