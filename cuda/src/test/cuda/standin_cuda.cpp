// A libcuda.so.1 whose devices are the CPU shim: the Java side runs on it unchanged, through JCuda, where there is no GPU.
//
// It refuses what a driver refuses: kernels that are not in the PTX, PTX it cannot read, addresses and sizes outside live
// memory, memory freed twice, launches beyond the device's limits. New memory is poisoned. What a stream holds runs when the
// stream is waited for and not before, so that a result read too early is poison, and an argument changed too early shows.
//
// Settings of a process, by environment: STANDIN_DEVICES (number of them, 1), STANDIN_DRIVER (13000), STANDIN_CAPABILITY (75),
// STANDIN_ORDER (ascending, descending, permuted: in which order threads run), STANDIN_FLIPPED (whatever is copied to the device in so many
// bytes arrives with a bit of its second double flipped). By call: the functions standin* at the end.
//
// To add a kernel: name it in kernelTable().
#include "oinfo.cu"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))

namespace {

using Address = unsigned long long;

enum Result : int {
    SUCCESS = 0,
    INVALID_VALUE = 1,
    OUT_OF_MEMORY = 2,
    NOT_INITIALIZED = 3,
    NO_DEVICE = 100,
    INVALID_DEVICE = 101,
    INVALID_CONTEXT = 201,
    INVALID_PTX = 218,
    UNSUPPORTED_PTX_VERSION = 222,
    INVALID_HANDLE = 400,
    NOT_FOUND = 500,
    NOT_READY = 600,
    ILLEGAL_ADDRESS = 700,
    LAUNCH_FAILED = 719,
};

const std::map<int, std::pair<const char *, const char *>> RESULTS = {
    {SUCCESS, {"CUDA_SUCCESS", "no error"}},
    {INVALID_VALUE, {"CUDA_ERROR_INVALID_VALUE", "invalid argument"}},
    {OUT_OF_MEMORY, {"CUDA_ERROR_OUT_OF_MEMORY", "out of memory"}},
    {NOT_INITIALIZED, {"CUDA_ERROR_NOT_INITIALIZED", "initialization error"}},
    {NO_DEVICE, {"CUDA_ERROR_NO_DEVICE", "no CUDA-capable device is detected"}},
    {INVALID_DEVICE, {"CUDA_ERROR_INVALID_DEVICE", "invalid device ordinal"}},
    {INVALID_CONTEXT, {"CUDA_ERROR_INVALID_CONTEXT", "invalid device context"}},
    {INVALID_PTX, {"CUDA_ERROR_INVALID_PTX", "a PTX JIT compilation failed"}},
    {UNSUPPORTED_PTX_VERSION,
     {"CUDA_ERROR_UNSUPPORTED_PTX_VERSION", "the provided PTX was compiled with an unsupported toolchain."}},
    {INVALID_HANDLE, {"CUDA_ERROR_INVALID_HANDLE", "invalid resource handle"}},
    {NOT_READY, {"CUDA_ERROR_NOT_READY", "device not ready"}},
    {LAUNCH_FAILED, {"CUDA_ERROR_LAUNCH_FAILED", "unspecified launch failure"}},
    {NOT_FOUND, {"CUDA_ERROR_NOT_FOUND", "named symbol not found"}},
    {ILLEGAL_ADDRESS, {"CUDA_ERROR_ILLEGAL_ADDRESS", "an illegal memory access was encountered"}},
};

constexpr int SHARED_MEMORY = 232448;
constexpr int USUAL_SHARED_MEMORY = 48 << 10;
constexpr unsigned LARGEST_BLOCK = 1024;
constexpr unsigned char POISON = 0xa5;

int setting(const char *name, int usual) {
    const char *text = std::getenv(name);
    return text ? std::atoi(text) : usual;
}

// ---- kernels by name ------------------------------------------------------------------------------------------------

/** A launch whose arguments have been copied. */
using Prepared = std::function<void()>;

struct Kernel {
    /** Copies the arguments; the pointers among them are handed out for checking. */
    std::function<Prepared(void **, std::vector<Address> &)> prepare;
};

template <class T> void notePointer(const T &argument, std::vector<Address> &pointers) {
    if constexpr (std::is_pointer_v<T>) {
        pointers.push_back(reinterpret_cast<Address>(argument));
    }
}

template <class... A, std::size_t... I>
Kernel kernelOf(void (*entry)(A...), std::index_sequence<I...>) {
    return {[entry](void **given, std::vector<Address> &pointers) -> Prepared {
        std::tuple<A...> arguments(*static_cast<A *>(given[I])...);
        (notePointer(std::get<I>(arguments), pointers), ...);
        return [entry, arguments] { std::apply(entry, arguments); };
    }};
}

template <class... A> Kernel kernelOf(void (*entry)(A...)) {
    return kernelOf(entry, std::index_sequence_for<A...>());
}

/** For tests of the handles: a struct by value, 64-bit and 32-bit numbers, doubles. */
struct Pair {
    double *to;
    long long number;
};

void standin_echo(Pair pair, int scale, double add, long long more) {
    pair.to[threadIdx.x + blockIdx.x * blockDim.x] = static_cast<double>(pair.number + more) * scale + add;
}

/** For the test that a kernel in flight does not hold up the end of the process. */
void standin_forever() {
    for (volatile bool always = true; always;) {
    }
}

#define OINFO_KERNEL(name) {#name, kernelOf(name)}
#define OINFO_SCAN_PAIRS_KERNELS(order)                                                                                \
    OINFO_KERNEL(scan_pairs_##order##_high), OINFO_KERNEL(scan_pairs_##order##_low),                                   \
        OINFO_KERNEL(scan_pairs_##order##_both), OINFO_KERNEL(scan_pairs_##order##_plain),                             \
        OINFO_KERNEL(scan_pairs_##order##_full), OINFO_KERNEL(scan_pairs_##order##_high_single),                       \
        OINFO_KERNEL(scan_pairs_##order##_plain_summed), OINFO_KERNEL(scan_pairs_##order##_full_summed),               \
        OINFO_KERNEL(scan_pairs_##order##_low_single), OINFO_KERNEL(scan_pairs_##order##_both_single)

const std::map<std::string, Kernel> &kernelTable() {
    static const std::map<std::string, Kernel> table = {
        OINFO_KERNEL(measures_2),
        OINFO_KERNEL(measures_3),
        OINFO_KERNEL(measures_4),
        OINFO_KERNEL(measures_5),
        OINFO_KERNEL(measures_6),
        OINFO_KERNEL(measures_7),
        OINFO_KERNEL(measures_8),
        OINFO_KERNEL(measures_9),
        OINFO_KERNEL(measures_10),
        OINFO_KERNEL(measures_11),
        OINFO_KERNEL(measures_12),
        OINFO_KERNEL(measures_warp),
        OINFO_KERNEL(measures_block),
        OINFO_KERNEL(scan_ranks_thread_extremes),
        OINFO_KERNEL(scan_ranks_thread_plain),
        OINFO_KERNEL(scan_ranks_thread_full),
        OINFO_KERNEL(scan_ranks_warp_extremes),
        OINFO_KERNEL(scan_ranks_warp_plain),
        OINFO_KERNEL(scan_ranks_warp_full),
        OINFO_KERNEL(standin_echo),
        OINFO_KERNEL(standin_forever),
        OINFO_SCAN_PAIRS_KERNELS(3),
        OINFO_SCAN_PAIRS_KERNELS(4),
        OINFO_SCAN_PAIRS_KERNELS(5),
        OINFO_SCAN_PAIRS_KERNELS(6),
        OINFO_SCAN_PAIRS_KERNELS(7),
        OINFO_SCAN_PAIRS_KERNELS(8),
    };
    return table;
}

// ---- what the driver keeps -------------------------------------------------------------------------------------------

struct Context {
    int device = 0;
    int retained = 0;
};

struct Function {
    Context *context;
    const Kernel *kernel;
    int dynamicShared = USUAL_SHARED_MEMORY;
};

struct Module {
    Context *context;
    std::string ptx;
    std::map<std::string, Function> functions;
};

struct Stream {
    Context *context;
    std::deque<std::function<void()>> pending;
};

/** When the stream came past it, by the host's clock. */
struct Event {
    Context *context;
    bool passed = false;
    std::chrono::steady_clock::time_point at;
};

struct Memory {
    Context *context;
    std::size_t bytes;
    bool host;
};

/** Everything of the process. Calls come one at a time. */
struct Driver {
    std::recursive_mutex one;
    bool initialized = false;
    std::vector<Context> contexts;
    std::map<Address, Memory> memory; // by first byte
    std::set<Module *> modules;
    std::set<Stream *> streams;
    std::set<Event *> events;
    std::size_t largestAllocation = ~std::size_t{0};
    long long launchesLeft = -1;
    int failures = 0; // of kernels that ran, sticky as a driver's

    Driver() {
        contexts.resize(setting("STANDIN_DEVICES", 1));
        for (std::size_t i = 0; i < contexts.size(); ++i) {
            contexts[i].device = static_cast<int>(i);
        }
        const std::string order = std::getenv("STANDIN_ORDER") ? std::getenv("STANDIN_ORDER") : "ascending";
        shim::setThreadOrder(order == "descending" ? shim::ThreadOrder::descending
                             : order == "permuted" ? shim::ThreadOrder::permuted
                                                   : shim::ThreadOrder::ascending);
    }

    /** The live memory that holds these bytes, or null. */
    const Memory *find(Address from, std::size_t bytes) const {
        auto after = memory.upper_bound(from);
        if (after == memory.begin()) {
            return nullptr;
        }
        const auto &[first, found] = *std::prev(after);
        return from + bytes <= first + found.bytes && from >= first ? &found : nullptr;
    }

    /** Memory of the device whose context is current. */
    bool onDevice(Address from, std::size_t bytes, const Context *context) const {
        const Memory *found = find(from, bytes);
        return found && !found->host && found->context == context;
    }
};

Driver &driver() {
    static Driver only;
    return only;
}

thread_local Context *current = nullptr;

using Lock = std::lock_guard<std::recursive_mutex>;

bool usable(const Context *context) { return context && context->retained > 0; }

void run(Stream &stream) {
    while (!stream.pending.empty()) {
        auto next = std::move(stream.pending.front());
        stream.pending.pop_front();
        next();
    }
}

int append(Stream *stream, std::function<void()> work) {
    if (driver().streams.count(stream) == 0 || stream->context != current) {
        return INVALID_HANDLE;
    }
    stream->pending.push_back(std::move(work));
    return SUCCESS;
}

int allocate(Address *address, std::size_t bytes, bool host) {
    Lock lock(driver().one);
    if (!usable(current)) {
        return INVALID_CONTEXT;
    }
    if (bytes == 0) {
        return INVALID_VALUE;
    }
    if (!host && bytes > driver().largestAllocation) {
        return OUT_OF_MEMORY;
    }
    void *block = std::aligned_alloc(256, (bytes + 255) / 256 * 256);
    std::memset(block, POISON, bytes);
    *address = reinterpret_cast<Address>(block);
    driver().memory[*address] = {current, bytes, host};
    return SUCCESS;
}

int release(Address address, bool host) {
    Lock lock(driver().one);
    if (!usable(current)) {
        return INVALID_CONTEXT;
    }
    auto found = driver().memory.find(address);
    if (found == driver().memory.end() || found->second.host != host || found->second.context != current) {
        return INVALID_VALUE;
    }
    // As a driver does, freeing waits for the work of the context.
    for (Stream *stream : driver().streams) {
        if (stream->context == current) {
            run(*stream);
        }
    }
    std::free(reinterpret_cast<void *>(address));
    driver().memory.erase(found);
    return SUCCESS;
}

} // namespace

// ---- the driver's interface ------------------------------------------------------------------------------------------

API int cuInit(unsigned) {
    Lock lock(driver().one);
    driver().initialized = true;
    return driver().contexts.empty() ? NO_DEVICE : SUCCESS;
}

API int cuDriverGetVersion(int *version) {
    *version = setting("STANDIN_DRIVER", 13000);
    return SUCCESS;
}

API int cuGetErrorName(int code, const char **name) {
    auto found = RESULTS.find(code);
    *name = found == RESULTS.end() ? nullptr : found->second.first;
    return *name ? SUCCESS : INVALID_VALUE;
}

API int cuGetErrorString(int code, const char **text) {
    auto found = RESULTS.find(code);
    *text = found == RESULTS.end() ? nullptr : found->second.second;
    return *text ? SUCCESS : INVALID_VALUE;
}

API int cuDeviceGetCount(int *count) {
    *count = static_cast<int>(driver().contexts.size());
    return driver().initialized ? SUCCESS : NOT_INITIALIZED;
}

API int cuDeviceGet(int *device, int ordinal) {
    *device = ordinal;
    return ordinal >= 0 && ordinal < static_cast<int>(driver().contexts.size()) ? SUCCESS : INVALID_DEVICE;
}

API int cuDeviceGetName(char *name, int bytes, int device) {
    std::snprintf(name, bytes, "CPU stand-in %d", device);
    return SUCCESS;
}

API int cuDeviceTotalMem_v2(std::size_t *bytes, int) {
    *bytes = std::size_t{8} << 30;
    return SUCCESS;
}

API int cuDeviceGetAttribute(int *value, int attribute, int) {
    const int capability = setting("STANDIN_CAPABILITY", 75);
    switch (attribute) {
    case 16: *value = 2; break;                // multiprocessors
    case 20: *value = 0; break;                // compute mode
    case 75: *value = capability / 10; break;  // compute capability
    case 76: *value = capability % 10; break;
    case 87: *value = 2; break;                // rate of singles to doubles
    case 97: *value = SHARED_MEMORY; break;    // shared memory of a block, when asked for
    default: return INVALID_VALUE;
    }
    return SUCCESS;
}

API int cuDevicePrimaryCtxSetFlags_v2(int device, unsigned) {
    int known;
    return cuDeviceGet(&known, device);
}

API int cuDevicePrimaryCtxRetain(Context **context, int device) {
    Lock lock(driver().one);
    int known;
    if (cuDeviceGet(&known, device) != SUCCESS) {
        return INVALID_DEVICE;
    }
    *context = &driver().contexts[device];
    ++(*context)->retained;
    return SUCCESS;
}

API int cuDevicePrimaryCtxRelease_v2(int device) {
    Lock lock(driver().one);
    Context &context = driver().contexts[device];
    if (context.retained == 0) {
        return INVALID_CONTEXT;
    }
    if (--context.retained == 0) {
        auto &memory = driver().memory;
        for (auto next = memory.begin(); next != memory.end();) {
            if (next->second.context == &context) {
                std::free(reinterpret_cast<void *>(next->first));
                next = memory.erase(next);
            } else {
                ++next;
            }
        }
    }
    return SUCCESS;
}

API int cuCtxSetCurrent(Context *context) {
    current = context;
    return usable(context) ? SUCCESS : INVALID_CONTEXT;
}

API int cuMemGetInfo_v2(std::size_t *free, std::size_t *total) {
    *free = *total = std::size_t{8} << 30;
    return SUCCESS;
}

API int cuModuleLoadData(Module **module, const void *image) {
    Lock lock(driver().one);
    if (!usable(current)) {
        return INVALID_CONTEXT;
    }
    const std::string ptx = static_cast<const char *>(image);
    const std::size_t version = ptx.find(".version ");
    if (version == std::string::npos) {
        return INVALID_PTX;
    }
    if (std::atoi(ptx.c_str() + version + 9) + 4 > setting("STANDIN_DRIVER", 13000) / 1000) {
        return UNSUPPORTED_PTX_VERSION;
    }
    *module = new Module{current, ptx, {}};
    driver().modules.insert(*module);
    return SUCCESS;
}

API int cuModuleUnload(Module *module) {
    Lock lock(driver().one);
    if (driver().modules.erase(module) == 0) {
        return INVALID_HANDLE;
    }
    delete module;
    return SUCCESS;
}

API int cuModuleGetFunction(Function **function, Module *module, const char *name) {
    Lock lock(driver().one);
    if (driver().modules.count(module) == 0 || module->context != current) {
        return INVALID_HANDLE;
    }
    auto kernel = kernelTable().find(name);
    // The kernel must be in the PTX that was shipped, too.
    if (kernel == kernelTable().end() || module->ptx.find(".entry " + std::string(name) + "(") == std::string::npos) {
        return NOT_FOUND;
    }
    *function = &module->functions.emplace(name, Function{module->context, &kernel->second}).first->second;
    return SUCCESS;
}

API int cuFuncGetAttribute(int *value, int attribute, Function *) {
    *value = attribute == 4 ? 32 : 0; // registers; no static shared memory
    return SUCCESS;
}

API int cuFuncSetAttribute(Function *function, int attribute, int value) {
    Lock lock(driver().one);
    if (attribute != 8 || value < 0 || value > SHARED_MEMORY) {
        return INVALID_VALUE;
    }
    function->dynamicShared = value;
    return SUCCESS;
}

API int cuMemAlloc_v2(Address *address, std::size_t bytes) { return allocate(address, bytes, false); }

API int cuMemFree_v2(Address address) { return release(address, false); }

API int cuMemHostAlloc(void **address, std::size_t bytes, unsigned) {
    Address allocated = 0;
    const int result = allocate(&allocated, bytes, true);
    *address = reinterpret_cast<void *>(allocated);
    return result;
}

API int cuMemFreeHost(void *address) { return release(reinterpret_cast<Address>(address), true); }

API int cuMemcpyHtoD_v2(Address to, const void *from, std::size_t bytes) {
    Lock lock(driver().one);
    if (!driver().onDevice(to, bytes, current)) {
        return INVALID_VALUE;
    }
    std::memcpy(reinterpret_cast<void *>(to), from, bytes);
    if (static_cast<int>(bytes) == setting("STANDIN_FLIPPED", 0)) {
        reinterpret_cast<unsigned long long *>(to)[1] ^= 1ULL << 32;
    }
    return SUCCESS;
}

API int cuMemcpyDtoH_v2(void *to, Address from, std::size_t bytes) {
    Lock lock(driver().one);
    if (!driver().onDevice(from, bytes, current)) {
        return INVALID_VALUE;
    }
    std::memcpy(to, reinterpret_cast<void *>(from), bytes);
    return SUCCESS;
}

API int cuMemcpyHtoDAsync_v2(Address to, const void *from, std::size_t bytes, Stream *stream) {
    Lock lock(driver().one);
    if (!driver().onDevice(to, bytes, current)) {
        return INVALID_VALUE;
    }
    return append(stream, [=] { std::memcpy(reinterpret_cast<void *>(to), from, bytes); });
}

API int cuMemcpyDtoHAsync_v2(void *to, Address from, std::size_t bytes, Stream *stream) {
    Lock lock(driver().one);
    if (!driver().onDevice(from, bytes, current)) {
        return INVALID_VALUE;
    }
    return append(stream, [=] { std::memcpy(to, reinterpret_cast<void *>(from), bytes); });
}

API int cuMemsetD32Async(Address to, unsigned value, std::size_t words, Stream *stream) {
    Lock lock(driver().one);
    if (!driver().onDevice(to, 4 * words, current)) {
        return INVALID_VALUE;
    }
    return append(stream, [=] { std::fill_n(reinterpret_cast<unsigned *>(to), words, value); });
}

API int cuStreamCreate(Stream **stream, unsigned) {
    Lock lock(driver().one);
    if (!usable(current)) {
        return INVALID_CONTEXT;
    }
    *stream = new Stream{current, {}};
    driver().streams.insert(*stream);
    return SUCCESS;
}

API int cuStreamDestroy_v2(Stream *stream) {
    Lock lock(driver().one);
    if (driver().streams.count(stream) == 0) {
        return INVALID_HANDLE;
    }
    run(*stream);
    driver().streams.erase(stream);
    delete stream;
    return SUCCESS;
}

API int cuStreamSynchronize(Stream *stream) {
    Lock lock(driver().one);
    if (stream) {
        if (driver().streams.count(stream) == 0 || stream->context != current) {
            return INVALID_HANDLE;
        }
        run(*stream);
    }
    if (driver().launchesLeft == 0) {
        return LAUNCH_FAILED;
    }
    return driver().failures == 0 ? SUCCESS : ILLEGAL_ADDRESS;
}

API int cuEventCreate(Event **event, unsigned) {
    Lock lock(driver().one);
    if (!usable(current)) {
        return INVALID_CONTEXT;
    }
    *event = new Event{current, false, {}};
    driver().events.insert(*event);
    return SUCCESS;
}

API int cuEventRecord(Event *event, Stream *stream) {
    Lock lock(driver().one);
    if (driver().events.count(event) == 0 || event->context != current) {
        return INVALID_HANDLE;
    }
    event->passed = false;
    return append(stream, [event] {
        // An event may be given back while it is in a stream.
        if (driver().events.count(event) > 0) {
            event->at = std::chrono::steady_clock::now();
            event->passed = true;
        }
    });
}

API int cuEventElapsedTime(float *milliseconds, Event *from, Event *to) {
    Lock lock(driver().one);
    if (driver().events.count(from) == 0 || driver().events.count(to) == 0) {
        return INVALID_HANDLE;
    }
    if (!from->passed || !to->passed) {
        return NOT_READY;
    }
    *milliseconds = std::chrono::duration<float, std::milli>(to->at - from->at).count();
    return SUCCESS;
}

API int cuEventDestroy_v2(Event *event) {
    Lock lock(driver().one);
    if (driver().events.erase(event) == 0) {
        return INVALID_HANDLE;
    }
    delete event;
    return SUCCESS;
}

API int cuLaunchKernel(Function *function, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY,
                       unsigned blockZ, unsigned shared, Stream *stream, void **arguments, void **) {
    Lock lock(driver().one);
    if (function->context != current) {
        return INVALID_HANDLE;
    }
    if (driver().launchesLeft == 0) {
        return LAUNCH_FAILED;
    }
    if (driver().launchesLeft > 0) {
        --driver().launchesLeft;
    }
    if (gridX == 0 || gridX > 0x7fffffffu || gridY != 1 || gridZ != 1 || blockX == 0 || blockX > LARGEST_BLOCK ||
        blockY != 1 || blockZ != 1 || shared > static_cast<unsigned>(function->dynamicShared)) {
        return INVALID_VALUE;
    }
    std::vector<Address> pointers;
    const Prepared body = function->kernel->prepare(arguments, pointers);
    const Context *context = current;
    return append(stream, [=] {
        for (Address pointer : pointers) {
            if (pointer != 0 && !driver().onDevice(pointer, 1, context)) {
                ++driver().failures;
                return;
            }
        }
        shim::launch(gridX, blockX, shared, body);
    });
}

// ---- for tests -------------------------------------------------------------------------------------------------------

/** Allocations on a device above this size fail from now on. */
API void standinLargestAllocation(long long bytes) {
    Lock lock(driver().one);
    driver().largestAllocation = static_cast<std::size_t>(bytes);
}

/** The device is lost after so many launches more; never where that is negative. */
API void standinLostAfter(long long launches) {
    Lock lock(driver().one);
    driver().launchesLeft = launches;
}

/** Number of allocations that live, of both sides. */
API long long standinAllocations() {
    Lock lock(driver().one);
    return static_cast<long long>(driver().memory.size());
}
