// Rate at which the device issues FMA instructions, in double and single precision: the ceiling that scans are held against.
//
//   fma [SECONDS]        prints one JSON object a line: precision, rate (thread-level FMA instructions per second), clock_mhz
//
// CHAINS independent registers a thread, so that neither latency nor memory counts. The clock is the multiprocessors' own during
// the run: cycles of a block over its nanoseconds.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

constexpr int CHAINS = 16;
constexpr int THREADS = 256;
constexpr int BLOCKS_PER_MULTIPROCESSOR = 8;
constexpr int RUNS = 7;

#define CHECK(call)                                                                                                    \
    do {                                                                                                               \
        const cudaError_t code = (call);                                                                               \
        if (code != cudaSuccess) {                                                                                     \
            std::fprintf(stderr, "%s: %s\n", #call, cudaGetErrorString(code));                                         \
            std::exit(1);                                                                                              \
        }                                                                                                              \
    } while (0)

struct Ticks {
    long long cycles;
    long long nanoseconds;
};

__device__ long long nanoseconds() {
    long long value;
    asm volatile("mov.u64 %0, %globaltimer;" : "=l"(value));
    return value;
}

template <class T> __global__ void chains(T *out, Ticks *ticks, int rounds, T factor, T term) {
    const long long cycles = clock64();
    const long long start = nanoseconds();
    T x[CHAINS];
#pragma unroll
    for (int i = 0; i < CHAINS; ++i) {
        x[i] = static_cast<T>(threadIdx.x + i);
    }
#pragma unroll 4
    for (int round = 0; round < rounds; ++round) {
#pragma unroll
        for (int i = 0; i < CHAINS; ++i) {
            x[i] = fma(x[i], factor, term);
        }
    }
    T sum = 0;
#pragma unroll
    for (int i = 0; i < CHAINS; ++i) {
        sum += x[i];
    }
    out[blockIdx.x * blockDim.x + threadIdx.x] = sum;
    if (threadIdx.x == 0) {
        ticks[blockIdx.x] = {clock64() - cycles, nanoseconds() - start};
    }
}

template <class T> void measure(const char *precision, int multiprocessors, double seconds) {
    const int blocks = multiprocessors * BLOCKS_PER_MULTIPROCESSOR;
    T *out;
    Ticks *ticks;
    CHECK(cudaMalloc(&out, sizeof(T) * blocks * THREADS));
    CHECK(cudaMalloc(&ticks, sizeof(Ticks) * blocks));
    cudaEvent_t before, after;
    CHECK(cudaEventCreate(&before));
    CHECK(cudaEventCreate(&after));
    auto run = [&](int rounds) {
        CHECK(cudaEventRecord(before));
        chains<T><<<blocks, THREADS>>>(out, ticks, rounds, T(0.999), T(0.5));
        CHECK(cudaGetLastError());
        CHECK(cudaEventRecord(after));
        CHECK(cudaEventSynchronize(after));
        float milliseconds;
        CHECK(cudaEventElapsedTime(&milliseconds, before, after));
        return milliseconds * 1e-3;
    };
    int rounds = 1 << 12;
    run(rounds);
    rounds = static_cast<int>(std::min(1e9, std::max(1.0, seconds / RUNS / run(rounds)) * rounds));
    run(rounds);
    std::vector<double> times;
    for (int i = 0; i < RUNS; ++i) {
        times.push_back(run(rounds));
    }
    std::sort(times.begin(), times.end());
    std::vector<Ticks> perBlock(blocks);
    CHECK(cudaMemcpy(perBlock.data(), ticks, sizeof(Ticks) * blocks, cudaMemcpyDeviceToHost));
    double cycles = 0;
    double elapsed = 0;
    for (const Ticks &block : perBlock) {
        cycles += block.cycles;
        elapsed += block.nanoseconds;
    }
    const double fmas = static_cast<double>(rounds) * CHAINS * blocks * THREADS;
    std::printf("{\"step\":\"fma\",\"precision\":\"%s\",\"rate\":%.6e,\"clock_mhz\":%.0f,\"seconds\":%.6f}\n", precision,
                fmas / times[RUNS / 2], cycles / elapsed * 1e3, times[RUNS / 2]);
    CHECK(cudaFree(out));
    CHECK(cudaFree(ticks));
}

int main(int count, char **arguments) {
    const double seconds = count > 1 ? std::atof(arguments[1]) : 1;
    int multiprocessors;
    CHECK(cudaDeviceGetAttribute(&multiprocessors, cudaDevAttrMultiProcessorCount, 0));
    measure<double>("double", multiprocessors, seconds);
    measure<float>("single", multiprocessors, seconds);
}
