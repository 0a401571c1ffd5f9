// All four measures of given n-plets by the maker's batched routines, for comparison: gather R_S, potrfBatched, L^-1 by
// trsmBatched on identities, then one thread a column and one warp a matrix for logarithms of the diagonals.
//
//   cusolver FOLDER      reads correlations.bin and nplets-K.bin (PeerInputs.java says how they look), prints a JSON object per K
//
// Timed: everything from indices on the device to results on the device. Checked: Omega of the first n-plets.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <cublas_v2.h>
#include <cusolverDn.h>

constexpr int RUNS = 5;
constexpr int THREADS = 128;
constexpr int WARP = 32;
constexpr int VALUES = 4;

#define CHECK(call)                                                                                                    \
    do {                                                                                                               \
        const int code = static_cast<int>(call);                                                                       \
        if (code != 0) {                                                                                               \
            std::fprintf(stderr, "%s: code %d\n", #call, code);                                                        \
            std::exit(1);                                                                                              \
        }                                                                                                              \
    } while (0)

/** Matrices [count][k*k] column-major (they are symmetric), identities beside them. */
__global__ void gather(const double *r, int n, const int *nplets, int count, int k, double *matrices, double *identities) {
    const long long values = static_cast<long long>(count) * k * k;
    const long long stride = static_cast<long long>(gridDim.x) * blockDim.x;
    for (long long at = blockIdx.x * static_cast<long long>(blockDim.x) + threadIdx.x; at < values; at += stride) {
        const int *nplet = nplets + at / (k * k) * k;
        const int cell = static_cast<int>(at % (k * k));
        matrices[at] = r[nplet[cell / k] * n + nplet[cell % k]];
        identities[at] = cell / k == cell % k;
    }
}

/** TC, DTC, Omega, S of each matrix from L and L^-1, both lower: a warp per matrix, a lane per column. */
__global__ void reduce(const double *factors, const double *inverses, int count, int k, double *out) {
    const int matrix = (blockIdx.x * blockDim.x + threadIdx.x) / WARP;
    const int lane = threadIdx.x % WARP;
    if (matrix >= count) {
        return;
    }
    const double *l = factors + static_cast<long long>(matrix) * k * k;
    const double *inverse = inverses + static_cast<long long>(matrix) * k * k;
    double logDeterminant = 0;
    double logPrecisions = 0;
    for (int column = lane; column < k; column += WARP) {
        double precision = 0;
        for (int row = column; row < k; ++row) {
            const double v = inverse[column * k + row];
            precision = fma(v, v, precision);
        }
        logDeterminant += 2 * log(l[column * k + column]);
        logPrecisions += log(precision);
    }
    for (int offset = WARP / 2; offset > 0; offset /= 2) {
        logDeterminant += __shfl_down_sync(~0u, logDeterminant, offset);
        logPrecisions += __shfl_down_sync(~0u, logPrecisions, offset);
    }
    if (lane == 0) {
        double *result = out + static_cast<long long>(matrix) * VALUES;
        result[0] = -0.5 * logDeterminant;
        result[1] = 0.5 * (logDeterminant + logPrecisions);
        result[2] = -logDeterminant - 0.5 * logPrecisions;
        result[3] = 0.5 * logPrecisions;
    }
}

template <class T> T *onDevice(const std::vector<T> &values) {
    T *memory;
    CHECK(cudaMalloc(&memory, values.size() * sizeof(T)));
    CHECK(cudaMemcpy(memory, values.data(), values.size() * sizeof(T), cudaMemcpyHostToDevice));
    return memory;
}

template <class T> std::vector<T> read(std::ifstream &file, std::size_t count) {
    std::vector<T> values(count);
    file.read(reinterpret_cast<char *>(values.data()), static_cast<std::streamsize>(count * sizeof(T)));
    return values;
}

std::vector<double *> pointers(double *first, int count, int k) {
    std::vector<double *> all(count);
    for (int i = 0; i < count; ++i) {
        all[i] = first + static_cast<long long>(i) * k * k;
    }
    return all;
}

struct Libraries {
    cusolverDnHandle_t solver;
    cublasHandle_t blas;
};

void measure(const Libraries &libraries, const double *r, int n, std::ifstream &file) {
    const std::vector<int> head = read<int>(file, 3);
    const int k = head[0];
    const int count = head[1];
    const int checked = head[2];
    int *nplets = onDevice(read<int>(file, static_cast<std::size_t>(count) * k));
    const std::vector<double> expected = read<double>(file, checked);
    double *matrices, *identities, *out;
    int *info;
    const std::size_t bytes = static_cast<std::size_t>(count) * k * k * sizeof(double);
    CHECK(cudaMalloc(&matrices, bytes));
    CHECK(cudaMalloc(&identities, bytes));
    CHECK(cudaMalloc(&out, static_cast<std::size_t>(count) * VALUES * sizeof(double)));
    CHECK(cudaMalloc(&info, count * sizeof(int)));
    double **matrixPointers = onDevice(pointers(matrices, count, k));
    double **identityPointers = onDevice(pointers(identities, count, k));
    cudaEvent_t marks[5];
    for (cudaEvent_t &mark : marks) {
        CHECK(cudaEventCreate(&mark));
    }
    const double one = 1;
    std::vector<std::vector<double>> parts(5); // gather, factor, inverse, logarithms, all
    for (int run = -2; run < RUNS; ++run) {
        CHECK(cudaEventRecord(marks[0]));
        gather<<<4096, THREADS>>>(r, n, nplets, count, k, matrices, identities);
        CHECK(cudaGetLastError());
        CHECK(cudaEventRecord(marks[1]));
        CHECK(cusolverDnDpotrfBatched(libraries.solver, CUBLAS_FILL_MODE_LOWER, k, matrixPointers, k, info, count));
        CHECK(cudaEventRecord(marks[2]));
        CHECK(cublasDtrsmBatched(libraries.blas, CUBLAS_SIDE_LEFT, CUBLAS_FILL_MODE_LOWER, CUBLAS_OP_N,
                                 CUBLAS_DIAG_NON_UNIT, k, k, &one, matrixPointers, k, identityPointers, k, count));
        CHECK(cudaEventRecord(marks[3]));
        reduce<<<(count + THREADS / WARP - 1) / (THREADS / WARP), THREADS>>>(matrices, identities, count, k, out);
        CHECK(cudaGetLastError());
        CHECK(cudaEventRecord(marks[4]));
        CHECK(cudaEventSynchronize(marks[4]));
        for (int part = 0; part < 5 && run >= 0; ++part) {
            float milliseconds;
            CHECK(cudaEventElapsedTime(&milliseconds, marks[part < 4 ? part : 0], marks[part < 4 ? part + 1 : 4]));
            parts[part].push_back(milliseconds * 1e-3);
        }
    }
    std::vector<double> results(static_cast<std::size_t>(checked) * VALUES);
    CHECK(cudaMemcpy(results.data(), out, results.size() * sizeof(double), cudaMemcpyDeviceToHost));
    double error = 0;
    for (int i = 0; i < checked; ++i) {
        const double difference = std::fabs(results[i * VALUES + 2] - expected[i]) / (1 + results[i * VALUES + 3]);
        if (!(difference <= error) && !std::isnan(error)) {
            error = difference;
        }
    }
    for (std::vector<double> &times : parts) {
        std::sort(times.begin(), times.end());
    }
    char shown[32] = "null";
    if (std::isfinite(error)) {
        std::snprintf(shown, sizeof shown, "%.3e", error);
    }
    std::printf("{\"step\":\"measures\",\"what\":\"cuSOLVER\",\"order\":%d,\"nplets\":%d,\"seconds\":%.9f,\"gather\":%.9f,"
                "\"factor\":%.9f,\"inverse\":%.9f,\"logarithms\":%.9f,\"max_error\":%s}\n",
                k, count, parts[4][RUNS / 2], parts[0][RUNS / 2], parts[1][RUNS / 2], parts[2][RUNS / 2],
                parts[3][RUNS / 2], shown);
    std::fflush(stdout);
    for (void *memory : {static_cast<void *>(nplets), static_cast<void *>(matrices), static_cast<void *>(identities),
                         static_cast<void *>(out), static_cast<void *>(info), static_cast<void *>(matrixPointers),
                         static_cast<void *>(identityPointers)}) {
        CHECK(cudaFree(memory));
    }
}

int main(int count, char **arguments) {
    if (count != 2) {
        std::fprintf(stderr, "usage: cusolver FOLDER\n");
        return 2;
    }
    const std::string folder = arguments[1];
    std::ifstream matrix(folder + "/correlations.bin", std::ios::binary | std::ios::ate);
    const std::size_t values = static_cast<std::size_t>(matrix.tellg()) / sizeof(double);
    matrix.seekg(0);
    const double *r = onDevice(read<double>(matrix, values));
    const int n = static_cast<int>(std::lround(std::sqrt(static_cast<double>(values))));
    Libraries libraries;
    CHECK(cusolverDnCreate(&libraries.solver));
    CHECK(cublasCreate(&libraries.blas));
    for (int k = 2; k <= n; ++k) {
        std::ifstream file(folder + "/nplets-" + std::to_string(k) + ".bin", std::ios::binary);
        if (file) {
            measure(libraries, r, n, file);
        }
    }
}
