// The general-order scan over the CPU shim against brute force by the definition.  Usage: scan_ranks_test [seed]
#include "scan_ranks.cu"

#include "definition.h"

#include <cinttypes>

using namespace testing;

namespace {

constexpr double NEAR = 1e-9; // nats: an Omega this close to a bin's edge or a threshold may fall on either side

/** Every n-plet of one order with its truth, at the index that is its lexicographic rank. */
struct Enumeration {
    System system;
    int order;
    std::vector<std::vector<int>> nplets;
    std::vector<Measures> truths;

    Enumeration(System s, int k) : system(std::move(s)), order(k) {
        std::vector<int> nplet(order);
        for (int i = 0; i < order; ++i) {
            nplet[i] = i;
        }
        bool more = true;
        while (more) {
            nplets.push_back(nplet);
            truths.push_back(definition(system, nplet));
            more = next(nplet, order - 1, system.n - 1);
        }
    }

    /** The next n-plet whose member `i` is at most `limit`: counts like digits. */
    static bool next(std::vector<int> &nplet, int i, int limit) {
        if (nplet[i] < limit) {
            ++nplet[i];
            return true;
        }
        if (i == 0 || !next(nplet, i - 1, limit - 1)) {
            return false;
        }
        nplet[i] = nplet[i - 1] + 1;
        return true;
    }

    bool isSound(std::size_t rank) const { return truths[rank].smallestVariance >= oinfo::GUARD; }
    double omega(std::size_t rank) const { return order == 2 ? 0 : static_cast<double>(truths[rank].omega); }
};

/** What the host gives and gets. */
struct Request {
    u64 from, to;
    Level level;
    bool byWarps;
    i64 run = 16;
    double highest = INFINITY;
    double lowest = -INFINITY;
    double bias = 0;
    int sharedVariables = 1;
    u32 capacity = 100000;
};

struct Answer {
    std::vector<u64> counts, sums, perVariable, histogram;
    std::vector<Candidate> candidates;
    u32 found = 0;

    bool operator==(const Answer &o) const {
        return counts == o.counts && sums == o.sums && perVariable == o.perVariable && histogram == o.histogram &&
               found == o.found && ranks() == o.ranks();
    }
    std::vector<u64> ranks() const {
        std::vector<u64> all;
        for (const Candidate &c : candidates) {
            all.push_back(c.item);
        }
        std::sort(all.begin(), all.end());
        return all;
    }
};

double fixed(const u64 *words) {
    return static_cast<double>(static_cast<i64>(words[0])) / HIGH_UNIT + static_cast<double>(static_cast<i64>(words[1])) / LOW_UNIT;
}

std::vector<u64> binomials(int n, int order) {
    std::vector<u64> table((n + 1) * (order + 1), 0);
    for (int m = 0; m <= n; ++m) {
        table[m * (order + 1)] = 1;
        for (int j = 1; j <= std::min(m, order); ++j) {
            table[m * (order + 1) + j] = table[(m - 1) * (order + 1) + j - 1] + table[(m - 1) * (order + 1) + j];
        }
    }
    return table;
}

using Kernel = void (*)(RankScan);

/** Runs the scan by its launch contract; adds to what is in `answer` already. */
void scan(const System &system, int order, const Request &request, Answer &answer) {
    const int n = system.n;
    const std::vector<u64> table = binomials(n, order);
    answer.counts.resize(3);
    answer.sums.resize(4);
    answer.perVariable.resize(3 * n);
    answer.histogram.resize(HISTOGRAM_BINS);
    std::vector<Candidate> candidates(request.capacity + 1);
    candidates[request.capacity].item = 123456789;
    RankScan s{};
    s.r = system.r.data();
    s.binomial = table.data();
    s.from = request.from;
    s.to = request.to;
    s.highest = request.highest;
    s.lowest = request.lowest;
    s.bias = request.bias;
    const bool full = request.level == Level::full;
    u32 found = 0;
    s.result = {answer.counts.data(), answer.sums.data(), full ? answer.perVariable.data() : nullptr,
                full ? answer.histogram.data() : nullptr, candidates.data(), &found, request.capacity, 0};
    s.run = request.run;
    s.n = n;
    s.order = order;
    s.sharedVariables = request.sharedVariables;
    const Kernel kernels[2][3] = {{scan_ranks_thread_extremes, scan_ranks_thread_plain, scan_ranks_thread_full},
                                  {scan_ranks_warp_extremes, scan_ranks_warp_plain, scan_ranks_warp_full}};
    const Kernel kernel = kernels[request.byWarps][static_cast<int>(request.level)];
    const u64 blockRanks = request.run * (request.byWarps ? 4 : 128);
    const std::size_t shared = recorderBytes(request.level, n, request.sharedVariables) +
                               (request.byWarps ? 4 * warpRowsSize(order) * sizeof(double) : 0);
    shim::launch(static_cast<unsigned>((request.to - request.from + blockRanks - 1) / blockRanks), 128, shared,
                 [&] { kernel(s); });
    if (candidates[request.capacity].item != 123456789) {
        std::printf("FAIL  written past the candidates\n");
        std::exit(1);
    }
    answer.found += found;
    candidates.resize(std::min(found, request.capacity));
    answer.candidates.insert(answer.candidates.end(), candidates.begin(), candidates.end());
}

Answer scan(const Enumeration &e, const Request &request) {
    Answer answer;
    scan(e.system, e.order, request, answer);
    return answer;
}

/** Differences between an answer and brute force over the same ranks; empty when there are none. */
class Comparison {
  public:
    Comparison(const Enumeration &enumeration, const Request &asked, const Answer &found)
        : e(enumeration), request(asked), answer(found) {
        candidates();
        if (request.level != Level::extremes) {
            counts();
        }
        if (request.level == Level::full) {
            full();
        }
    }
    std::string problems;
    double largestError = 0; // of Omega and of means, scaled by 1 + S of the largest

  private:
    const Enumeration &e;
    const Request &request;
    const Answer &answer;

    void expect(bool ok, const char *what) {
        if (!ok) {
            problems += std::string(" ") + what;
        }
    }
    static bool near(double a, double b) { return std::fabs(a - b) <= NEAR; }

    void candidates() {
        std::vector<const Candidate *> byRank(e.nplets.size(), nullptr);
        bool once = true;
        for (const Candidate &c : answer.candidates) {
            once &= c.item >= request.from && c.item < request.to && byRank[c.item] == nullptr;
            byRank[c.item] = &c;
        }
        expect(once, "a candidate twice or out of range");
        bool right = true;
        for (u64 rank = request.from; rank < request.to; ++rank) {
            const Candidate *c = byRank[rank];
            if (!e.isSound(rank)) {
                right &= c != nullptr && c->unsound == 1 && c->high == 0 && c->low == 0;
                continue;
            }
            const double omega = e.omega(rank);
            const bool high = c != nullptr && c->high == 1;
            const bool low = c != nullptr && c->low == 1;
            right &= high == (omega >= request.highest) || near(omega, request.highest);
            right &= low == (omega <= request.lowest) || near(omega, request.lowest);
            right &= c == nullptr || c->unsound == 0;
        }
        expect(right, "candidates");
    }

    void sum(const char *what, const u64 *words, long double truth, std::size_t terms) {
        const double error = std::fabs(static_cast<double>(fixed(words) - truth)) / std::max<std::size_t>(terms, 1);
        largestError = std::max(largestError, error);
        expect(error <= 2e-12, what);
    }

    void counts() {
        u64 sound = 0, redundant[2] = {0, 0}, synergistic[2] = {0, 0}; // surely, perhaps
        long double omegas = 0, squares = 0;
        for (u64 rank = request.from; rank < request.to; ++rank) {
            if (e.isSound(rank)) {
                const double x = e.omega(rank) - request.bias;
                ++sound;
                omegas += x;
                squares += static_cast<long double>(x) * x;
                redundant[0] += x > BALANCED + 1e-12;
                redundant[1] += x > BALANCED - 1e-12;
                synergistic[0] += x < -BALANCED - 1e-12;
                synergistic[1] += x < -BALANCED + 1e-12;
            }
        }
        expect(answer.counts[0] == sound, "count");
        expect(answer.counts[1] >= redundant[0] && answer.counts[1] <= redundant[1], "redundant");
        expect(answer.counts[2] >= synergistic[0] && answer.counts[2] <= synergistic[1], "synergistic");
        sum("sum", &answer.sums[0], omegas, sound);
        if (request.level == Level::full) {
            const double scale = 1 + std::fabs(static_cast<double>(omegas)) / std::max<u64>(sound, 1);
            sum("sum of squares", &answer.sums[2], squares, static_cast<std::size_t>(scale * sound));
        }
    }

    void full() {
        std::vector<u64> surely(HISTOGRAM_BINS), perhaps(HISTOGRAM_BINS), nplets(e.system.n);
        std::vector<long double> omegas(e.system.n);
        for (u64 rank = request.from; rank < request.to; ++rank) {
            if (!e.isSound(rank)) {
                continue;
            }
            const double x = e.omega(rank) - request.bias;
            const int below = bin(x - 1e-12), above = bin(x + 1e-12);
            surely[below] += below == above;
            for (int b = below; b <= above; ++b) {
                ++perhaps[b];
            }
            for (int v : e.nplets[rank]) {
                ++nplets[v];
                omegas[v] += x;
            }
        }
        u64 total = 0;
        bool bins = true;
        for (int b = 0; b < HISTOGRAM_BINS; ++b) {
            bins &= answer.histogram[b] >= surely[b] && answer.histogram[b] <= perhaps[b];
            total += answer.histogram[b];
        }
        expect(bins && total == answer.counts[0], "histogram");
        for (int v = 0; v < e.system.n; ++v) {
            expect(answer.perVariable[3 * v] == nplets[v], "count of a variable");
            sum("sum of a variable", &answer.perVariable[3 * v + 1], omegas[v], nplets[v]);
        }
    }

    /** OmegaHistogram by its definition: 8 bins per doubling of e^(2|Omega|) - 1 from 1.625 * 2^-33. */
    static int bin(double omega) {
        if (std::fabs(omega) <= 1e-10) {
            return BALANCED_BIN;
        }
        const double x = std::expm1(2 * std::fabs(omega));
        int exponent;
        const double fraction = std::frexp(x, &exponent); // x = fraction * 2^exponent, fraction in [1/2, 1)
        const int step = (exponent - 1 + 33) * 8 + static_cast<int>((2 * fraction - 1) * 8) - 5;
        const int away = 1 + std::min(std::max(step, 0), 160 * 8 + 8 - 5);
        return omega > 0 ? BALANCED_BIN + away : BALANCED_BIN - away;
    }
};

const char *name(Level level) { return level == Level::extremes ? "extremes" : level == Level::plain ? "plain" : "full"; }

void compare(Checks &checks, const Enumeration &e, const Request &request) {
    const Answer answer = scan(e, request);
    const Comparison c(e, request, answer);
    bool same = true;
    shim::setThreadOrder(shim::ThreadOrder::descending);
    same &= scan(e, request) == answer;
    shim::setThreadOrder(shim::ThreadOrder::permuted, 5);
    same &= scan(e, request) == answer;
    shim::setThreadOrder(shim::ThreadOrder::ascending);
    checks.check(c.problems.empty() && same,
                 text("%s k %2d N %2d ranks %5llu..%-5llu run %4lld %-8s  %5u candidates, error of means %.0e  %s%s%s",
                      request.byWarps ? "warp  " : "thread", e.order, e.system.n, request.from, request.to, request.run,
                      name(request.level), answer.found, c.largestError, e.system.name.c_str(), c.problems.c_str(),
                      same ? "" : " DEPENDS ON THREAD ORDER"));
}

/** The Omega below which a fraction of the n-plets lies. */
double quantile(const Enumeration &e, double fraction) {
    std::vector<double> omegas;
    for (std::size_t rank = 0; rank < e.nplets.size(); ++rank) {
        if (e.isSound(rank)) {
            omegas.push_back(e.omega(rank));
        }
    }
    if (omegas.empty()) {
        return 0;
    }
    std::sort(omegas.begin(), omegas.end());
    return omegas[static_cast<std::size_t>(fraction * (omegas.size() - 1))] + 3 * NEAR;
}

/** All levels over the whole range and a part of it, with thresholds that catch all, some, or nothing. */
void everyWay(Checks &checks, const Enumeration &e, bool byWarps) {
    const u64 total = e.nplets.size();
    for (Level level : {Level::extremes, Level::plain, Level::full}) {
        Request request{0, total, level, byWarps};
        request.highest = -INFINITY; // every n-plet once
        compare(checks, e, request);
        request.highest = quantile(e, .9);
        request.lowest = quantile(e, .1);
        request.bias = .001;
        request.run = 7;
        request.sharedVariables = 0;
        compare(checks, e, request);
        request.from = total / 3;
        request.to = total - total / 4;
        request.run = 1000;
        request.sharedVariables = 1;
        compare(checks, e, request);
    }
}

/** A range in slices of whole blocks gives the sums of one launch, to the last bit. */
void slices(Checks &checks, const Enumeration &e, bool byWarps) {
    Request request{0, e.nplets.size(), Level::full, byWarps, 1};
    request.highest = quantile(e, .8);
    const Answer whole = scan(e, request);
    Answer parts;
    const u64 slice = byWarps ? 4 * 3 : 128;
    for (u64 from = 0; from < e.nplets.size(); from += slice) {
        request.from = from;
        request.to = std::min<u64>(from + slice, e.nplets.size());
        scan(e.system, e.order, request, parts);
    }
    bool same = whole.counts == parts.counts && whole.histogram == parts.histogram && whole.ranks() == parts.ranks();
    for (int i = 0; i < 4; i += 2) {
        same &= fixed(&whole.sums[i]) == fixed(&parts.sums[i]);
    }
    for (int v = 0; v < e.system.n; ++v) {
        same &= whole.perVariable[3 * v] == parts.perVariable[3 * v] &&
                fixed(&whole.perVariable[3 * v + 1]) == fixed(&parts.perVariable[3 * v + 1]);
    }
    checks.check(same, text("%s k %2d N %2d in slices: the same bits", byWarps ? "warp  " : "thread", e.order, e.system.n));
}

/** More candidates than there is room for: all counted, none written past the end. */
void overflow(Checks &checks, const Enumeration &e, bool byWarps) {
    Request request{0, e.nplets.size(), Level::extremes, byWarps};
    request.highest = -INFINITY;
    request.capacity = 5;
    const Answer answer = scan(e, request);
    checks.check(answer.found == e.nplets.size() && answer.candidates.size() == 5,
                 text("%s k %2d: %u candidates for 5 places", byWarps ? "warp  " : "thread", e.order, answer.found));
}

System withDuplicate(System s) {
    for (int j = 0; j < s.n; ++j) {
        s.setBoth(s.n - 2, j, s.at(1, j));
    }
    s.setBoth(s.n - 2, 1, 1);
    s.at(s.n - 2, s.n - 2) = 1;
    s.name += ", one duplicated";
    return s;
}

/** Two variables equal but for noise, and a third the scaled sum of two others but for noise: 1/P_ii below the guard. */
System nearlyCollinear(System s) {
    const int n = s.n;
    const double keep = std::sqrt(1 - 5e-5);
    const double scale = keep / std::sqrt(2 + 2 * s.at(2, 3));
    std::vector<double> equal(n), sum(n);
    for (int j = 0; j < n; ++j) {
        equal[j] = keep * s.at(0, j);
        sum[j] = scale * (s.at(2, j) + s.at(3, j));
    }
    for (int j = 0; j < n - 2; ++j) {
        s.setBoth(n - 2, j, equal[j]);
        s.setBoth(n - 1, j, sum[j]);
    }
    s.setBoth(n - 2, n - 1, keep * sum[0]);
    s.name += ", nearly collinear";
    return s;
}

} // namespace

int main(int arguments, char **argument) {
    const std::uint64_t seed = arguments > 1 ? std::strtoull(argument[1], nullptr, 10) : 20260102;
    std::printf("seed %" PRIu64 "\n", seed);
    Checks checks;
    const auto mild = [seed](int n) { return factorSamples(n, 8 * n, .7, seed); };
    for (auto [order, n] : {std::pair(2, 2), {2, 45}, {9, 9}, {9, 13}, {10, 13}, {11, 13}, {12, 12}, {12, 15}}) {
        everyWay(checks, Enumeration(mild(n), order), false);
    }
    for (auto [order, n] : {std::pair(3, 9), {9, 12}, {13, 13}, {13, 15}, {20, 22}, {32, 33}, {33, 34}, {64, 65}}) {
        everyWay(checks, Enumeration(mild(n), order), true);
    }
    for (bool byWarps : {false, true}) {
        everyWay(checks, Enumeration(identity(12), 9), byWarps);
        // Omega of about -1e-11 nats: balanced, and next to nothing in the sums.
        everyWay(checks, Enumeration(equicorrelated(12, -5e-5), 9), byWarps);
        everyWay(checks, Enumeration(factorSamples(12, 60, .999, seed), 9), byWarps);
        everyWay(checks, Enumeration(withDuplicate(mild(12)), 9), byWarps);
        everyWay(checks, Enumeration(nearlyCollinear(mild(12)), 9), byWarps);
        slices(checks, Enumeration(mild(13), 9), byWarps);
        overflow(checks, Enumeration(mild(12), 9), byWarps);
    }
    everyWay(checks, Enumeration(withDuplicate(mild(36)), 35), true);
    return checks.finish();
}
