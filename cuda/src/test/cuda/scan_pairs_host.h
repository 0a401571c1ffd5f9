// Host side of the pair-stationary scan for tests: every n-plet by the definition, and a launch on the shim.
#pragma once
#include "definition.h"
#include "scan_pairs.cuh"

#include <map>

namespace oinfo {

using testing::System;

// Variable n - 1 is variable 0, variable n / 2 nearly variable 1.
inline System withCopies(int n, unsigned seed) {
    System system = testing::factorSamples(n, 200, 0.5, seed);
    system.name = "singular";
    auto copy = [&](int to, int from, double correlation) {
        for (int i = 0; i < n; ++i) {
            if (i != to) system.setBoth(i, to, i == from ? correlation : correlation * system.at(i, from));
        }
    };
    copy(n - 1, 0, 1);
    if (n > 5) copy(n / 2, 1, 0.99999);
    return system;
}

struct Scored {
    std::vector<int> members;
    u64 key;
    long double omega, s, determinant, minors;   // minors: of all members but one, added up
    bool sound, singular;   // sound: every 1/P_ii is far above the guard; singular: some is below 1e-12
};

inline u64 keyOf(const int *members, int k) {
    u64 key = 0;
    for (int i = 0; i < k; ++i) key = key << 8 | (u64)members[i];
    return key;
}

inline Scored score(const System &system, const std::vector<int> &members) {
    const testing::Measures m = testing::definition(system, members);
    return {members, keyOf(members.data(), (int)members.size()), m.omega, m.s, m.determinant, m.minors,
            m.smallestVariance >= 1e-3, !(m.smallestVariance >= 1e-12)};
}

template <int K> std::vector<Scored> scoreAll(const System &system) {
    std::vector<Scored> all;
    std::vector<int> members(K);
    for (int i = 0; i < K; ++i) members[i] = i;
    for (;;) {
        all.push_back(score(system, members));
        int i = K - 1;
        while (i >= 0 && members[i] == system.n - K + i) --i;
        if (i < 0) return all;
        for (int next = members[i] + 1; i < K; ++i) members[i] = next++;
    }
}

template <int K, int LEVEL, class T = double> struct Scan {
    static constexpr int M = K - 3;
    const System &system;
    std::vector<u64> before, counts, sums, perVariable, histogram;
    std::vector<Candidate> candidates;
    u32 found = 0;
    u64 next = 0;
    ScanParams p{};

    explicit Scan(const System &s) : system(s) {
        const int n = s.n, width = n + 1;
        before.assign((size_t)std::max(M, 1) * width, 0);
        for (int i = M - 1; i >= 0; --i)
            for (int v = 0; v < n; ++v) {
                const u64 behind = i == M - 1 ? itemsBehind<M>(n - 1 - v) : before[(i + 1) * width + n] - before[(i + 1) * width + v + 1];
                before[i * width + v + 1] = before[i * width + v] + behind;
            }
        p.r = s.r.data();
        p.before = before.data();
        p.next = &next;
        p.n = n;
        p.scale = 1;
        p.redundant = std::exp(2 * BALANCED);
        p.synergistic = std::exp(-2 * BALANCED);
        p.error = 4 * K * (K + 1) * 0x1p-53 * K * K / GUARD;
        clear();
        range({}, {});
    }

    void clear() {
        counts.assign(3, 0);
        sums.assign(4 + FINE_WORDS, 0);
        perVariable.assign(3 * system.n, 0);
        histogram.assign(HISTOGRAM_BINS, 0);
        candidates.assign(1 << 20, Candidate{});
        found = 0;
        p.result = {counts.data(), sums.data(), perVariable.data(), histogram.data(), candidates.data(), &found, 1 << 20, 0};
    }

    void thresholds(double high, double low) {
        p.high = std::exp(2 * high);
        p.low = std::exp(2 * low);
    }

    // n-plets from the first with members {Q, q} = from up to the first with those of to; {} is the beginning or the end.
    void range(const std::vector<int> &from, const std::vector<int> &to) {
        const u64 all = M == 0 ? itemsBehind<M>(system.n) : before[system.n];
        p.from = from.empty() ? 0 : firstItem(from);
        p.firstPrefixEnd = from.empty() ? 0 : p.from + itemsBehind<M>(rest(from));
        p.qFrom = from.empty() ? 0 : from[M];
        p.lastPrefixStart = to.empty() ? all : firstItem(to);
        p.to = to.empty() ? all : p.lastPrefixStart + itemsBehind<M>(rest(to));
        p.qTo = to.empty() ? 0 : to[M];
    }

    int rest(const std::vector<int> &prefix) const { return M == 0 ? system.n : system.n - 1 - prefix[M > 0 ? M - 1 : 0]; }

    u64 firstItem(const std::vector<int> &prefix) const {
        u64 item = 0;
        for (int i = 0, previous = -1; i < M; previous = prefix[i++])
            item += before[i * (system.n + 1) + prefix[i]] - before[i * (system.n + 1) + previous + 1];
        return item;
    }

    void run() {
        next = 0;
        shim::launch(2, THREADS, sharedBytes<M, LEVEL, T>(), [&] { scanPairs<M, LEVEL, T>(p, dynamicSharedBytes()); });
        if (found > p.result.capacity) printf("FAIL more candidates than room: %u\n", found), exit(1);
    }

    std::map<u64, int> reported() const { return keys([](const Candidate &c) { return c.high | c.low | c.unsound; }); }
    std::map<u64, int> unsound() const { return keys([](const Candidate &c) { return c.unsound; }); }

    template <class F> std::map<u64, int> keys(F bits) const {
        std::map<u64, int> keys;
        for (u32 i = 0; i < found; ++i) {
            const Candidate &c = candidates[i];
            const ScanItem item = decodeItem<M>(c.item, system.n, before.data());
            int members[K];
            for (int m = 0; m < M; ++m) members[m] = item.q[m];
            members[M] = (int)c.q;
            using S = Shape<M>;
            const int lane = c.thread & 31, j = item.j0 + (int)(c.thread >> 6) * S::WARP_J, l = item.l0 + (int)(c.thread >> 5 & 1) * S::WARP_L;
            for (int pair = 0; pair < S::ROWS * S::COLUMNS; ++pair) {
                if (!(bits(c) >> pair & 1)) continue;
                members[M + 1] = j + position(lane >> 3, pair / S::COLUMNS, 8);
                members[M + 2] = l + position(lane & 7, pair % S::COLUMNS, 16);
                ++keys[keyOf(members, K)];
            }
        }
        return keys;
    }

    static long double value(const u64 *words) { return (i64)words[0] / (long double)HIGH_UNIT + (i64)words[1] / (long double)LOW_UNIT; }
    long double determinants() const {
        long double sum = 0, unit = HIGH_UNIT;
        for (int word = 0; word < FINE_WORDS; ++word, unit *= FINER) sum += (i64)sums[4 + word] / unit;
        return sum;
    }
    long double sum(int i) const { return value(&sums[2 * i]); }
    long double variableSum(int v) const { return value(&perVariable[3 * v + 1]); }
};

} // namespace oinfo
