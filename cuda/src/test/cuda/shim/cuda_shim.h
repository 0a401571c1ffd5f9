// Runs unmodified CUDA kernels on the CPU: every thread of a block is a fiber, one block at a time, always in the same order.
//
// What it shows: that the arithmetic, the indices and the barriers of a kernel are right. Threads run in ascending,
// descending or (seeded) permuted order between barriers, so a result that needs one order is found out; a barrier that
// some thread of its group never reaches stops the program with one line. Dynamic shared memory is a fresh heap block of
// the size asked for, filled with NaNs, so that an address sanitizer sees accesses past its end.
//
// What it does not show: speed, weak memory ordering, or races between blocks.
//
//   shim::setThreadOrder(shim::ThreadOrder::permuted, 42);
//   shim::launch(grid, block, sharedBytes, [&] { kernel(arguments...); });
//
// Works with -fsanitize=address,undefined: fiber switches are announced to the address sanitizer. Launches may come from
// several host threads; they run one after the other. Include it in one translation unit per program (or shared library).
#pragma once

#undef _FORTIFY_SOURCE // it takes a jump to another stack for an error

#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <ucontext.h>
#include <utility>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

// A block's static shared memory may be static memory: only one block is alive at a time.
#define __shared__ static
#define __global__
#define __device__
#define __host__
#define __constant__ static
#define __forceinline__ inline
#define __noinline__
#define __restrict__
#define __align__(n) alignas(n)
#define __launch_bounds__(...)

namespace shim {

struct Index {
    unsigned x, y, z;
};

} // namespace shim

inline shim::Index threadIdx, blockIdx, blockDim, gridDim;
constexpr int warpSize = 32;

namespace shim {

enum class ThreadOrder { ascending, descending, permuted };

constexpr unsigned LANES = 32;
constexpr std::size_t STACK_BYTES = 256 << 10;

/** What a fiber waits for: nothing, the block's barrier, or a collective of the lanes in its mask. */
enum class Wait { none, block, lanes, exited };

struct Fiber {
    ucontext_t start;      // where it enters its stack
    jmp_buf place;         // where it stands after that: jumps need no system call
    bool entered = false;
    std::unique_ptr<char[]> stack{new char[STACK_BYTES]};
    void *shadow = nullptr; // of the address sanitizer

    Wait wait = Wait::none;
    const char *operation = ""; // name of the collective, for messages and to tell them apart
    unsigned mask = 0;
    std::uint64_t offered = 0; // what this lane brings to a collective, and what every lane brought
    std::uint64_t received[LANES] = {};
};

/** The one device of the process. */
struct Machine {
    std::mutex one;
    std::vector<std::unique_ptr<Fiber>> fibers; // stacks are kept from launch to launch
    jmp_buf scheduler;
    const void *schedulerStack = nullptr;
    std::size_t schedulerStackBytes = 0;
    unsigned current = 0;
    const std::function<void()> *body = nullptr;
    std::unique_ptr<unsigned char[]> dynamicShared;
    ThreadOrder order = ThreadOrder::ascending;
    std::minstd_rand random;
};

inline Machine machine;

/** The order in which threads run between two barriers; the seed is that of the permutations. */
inline void setThreadOrder(ThreadOrder order, unsigned seed = 1) {
    machine.order = order;
    machine.random.seed(seed);
}

/** Dynamic shared memory of the running block. */
inline void *dynamicShared() { return machine.dynamicShared.get(); }

inline Fiber &self() { return *machine.fibers[machine.current]; }

[[noreturn]] inline void fail(const char *what) {
    const Fiber &f = self();
    std::fprintf(stderr, "cuda shim: %s: %s, mask %08x, block %u, thread %u\n", what, f.operation, f.mask, blockIdx.x,
                 machine.current);
    std::abort();
}

// The address sanitizer keeps track of stacks; without it these two are empty.
inline void leaveStack([[maybe_unused]] void **shadow, [[maybe_unused]] const void *to, [[maybe_unused]] std::size_t bytes) {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(shadow, to, bytes);
#endif
}

inline void enterStack([[maybe_unused]] void *shadow, [[maybe_unused]] const void **from, [[maybe_unused]] std::size_t *bytes) {
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(shadow, from, bytes);
#endif
}

/** Runs thread t until it waits or exits. */
inline void resume(unsigned t) {
    machine.current = t;
    threadIdx = {t, 0, 0};
    Fiber &f = self();
    void *shadow = nullptr;
    leaveStack(&shadow, f.stack.get(), STACK_BYTES);
    if (_setjmp(machine.scheduler) == 0) {
        if (f.entered) {
            _longjmp(f.place, 1);
        }
        f.entered = true;
        setcontext(&f.start);
    }
    enterStack(shadow, nullptr, nullptr);
}

/** Back to the scheduler, until it resumes this thread. */
inline void suspend(Wait wait) {
    Fiber &f = self();
    f.wait = wait;
    leaveStack(wait == Wait::exited ? nullptr : &f.shadow, machine.schedulerStack, machine.schedulerStackBytes);
    if (_setjmp(f.place) == 0) {
        _longjmp(machine.scheduler, 1);
    }
    enterStack(f.shadow, &machine.schedulerStack, &machine.schedulerStackBytes);
}

inline void threadMain() {
    enterStack(nullptr, &machine.schedulerStack, &machine.schedulerStackBytes);
    (*machine.body)();
    suspend(Wait::exited);
}

/** In permuted order, lets other threads run first half of the time: before atomics, whose order must not matter. */
inline void perhapsYield() {
    if (machine.order == ThreadOrder::permuted && machine.random() % 2 == 0) {
        suspend(Wait::none);
    }
}

inline void blockBarrier(const char *operation) {
    self().operation = operation;
    self().mask = 0;
    suspend(Wait::block);
}

/** A collective of the lanes in mask: afterwards received[] of each holds what every lane of the mask offered. */
inline const Fiber &exchange(const char *operation, unsigned mask, std::uint64_t offered) {
    Fiber &f = self();
    f.operation = operation;
    f.mask = mask;
    f.offered = offered;
    if ((mask >> (machine.current % LANES) & 1) == 0) {
        fail("thread is not in the mask of its own collective");
    }
    suspend(Wait::lanes);
    return f;
}

/** Opens the block's barrier when every thread that has not exited waits there. */
inline bool releaseBlock() {
    bool any = false;
    for (const auto &f : machine.fibers) {
        if (f->wait != Wait::block && f->wait != Wait::exited) {
            return false;
        }
        any |= f->wait == Wait::block;
    }
    for (auto &f : machine.fibers) {
        if (f->wait == Wait::block) {
            f->wait = Wait::none;
        }
    }
    return any;
}

/** Completes the collective that thread t waits for when all lanes of its mask that have not exited wait for the same. */
inline bool releaseLanes(unsigned t) {
    const unsigned first = t - t % LANES;
    const Fiber &leader = *machine.fibers[t];
    std::uint64_t offered[LANES] = {};
    unsigned present = 0;
    for (unsigned lane = 0; lane < LANES && first + lane < machine.fibers.size(); ++lane) {
        Fiber &f = *machine.fibers[first + lane];
        if ((leader.mask >> lane & 1) == 0 || f.wait == Wait::exited) {
            continue;
        }
        if (f.wait != Wait::lanes || f.mask != leader.mask || std::strcmp(f.operation, leader.operation) != 0) {
            return false;
        }
        offered[lane] = f.offered;
        present |= 1u << lane;
    }
    for (unsigned lane = 0; lane < LANES; ++lane) {
        if (present >> lane & 1) {
            Fiber &f = *machine.fibers[first + lane];
            std::memcpy(f.received, offered, sizeof offered);
            f.mask = present; // lanes that took part, for those who read
            f.wait = Wait::none;
        }
    }
    return true;
}

/** Threads of a block in the order in which they run next. */
inline void arrange(std::vector<unsigned> &threads) {
    const unsigned count = static_cast<unsigned>(threads.size());
    for (unsigned i = 0; i < count; ++i) {
        threads[i] = machine.order == ThreadOrder::descending ? count - 1 - i : i;
    }
    if (machine.order == ThreadOrder::permuted) {
        for (unsigned i = count; i > 1; --i) {
            std::swap(threads[i - 1], threads[machine.random() % i]);
        }
    }
}

/** Runs the threads of one block until all have exited. */
inline void runBlock(std::vector<unsigned> &threads) {
    unsigned alive = static_cast<unsigned>(threads.size());
    while (alive > 0) {
        bool progress = false;
        arrange(threads);
        for (unsigned t : threads) {
            if (machine.fibers[t]->wait == Wait::none) {
                resume(t);
                alive -= machine.fibers[t]->wait == Wait::exited;
                progress = true;
            }
        }
        progress |= releaseBlock();
        for (unsigned t : threads) {
            progress |= machine.fibers[t]->wait == Wait::lanes && releaseLanes(t);
        }
        if (!progress) {
            for (unsigned t : threads) {
                machine.current = machine.fibers[t]->wait == Wait::exited ? machine.current : t;
            }
            fail("divergent barrier, not all threads of its group arrive");
        }
    }
}

inline void startThread(Fiber &f) {
    f.wait = Wait::none;
    f.shadow = nullptr;
    f.entered = false;
    getcontext(&f.start);
    f.start.uc_stack.ss_sp = f.stack.get();
    f.start.uc_stack.ss_size = STACK_BYTES;
    f.start.uc_link = nullptr;
    makecontext(&f.start, threadMain, 0);
}

/** Runs a kernel on grid blocks of block threads with sharedBytes of dynamic shared memory; returns when it is done. */
inline void launch(unsigned grid, unsigned block, std::size_t sharedBytes, const std::function<void()> &kernel) {
    std::lock_guard<std::mutex> lock(machine.one);
    if (machine.fibers.size() > block) {
        machine.fibers.resize(block);
    }
    while (machine.fibers.size() < block) {
        machine.fibers.push_back(std::make_unique<Fiber>());
    }
    machine.body = &kernel;
    machine.dynamicShared.reset(new unsigned char[sharedBytes]);
    gridDim = {grid, 1, 1};
    blockDim = {block, 1, 1};
    std::vector<unsigned> threads(block);
    for (unsigned b = 0; b < grid; ++b) {
        blockIdx = {b, 0, 0};
        std::memset(machine.dynamicShared.get(), 0xff, sharedBytes); // NaN as float or double
        for (auto &f : machine.fibers) {
            startThread(*f);
        }
        runBlock(threads);
    }
}

} // namespace shim

#include "cuda_intrinsics.h"
