// The batched measures over the CPU shim against the definition.  Usage: measures_test [seed]
#include "measures.cu"

#include "definition.h"

using namespace testing;

namespace {

constexpr double TOLERANCE = 1e-12; // nats, times 1 + S
constexpr double UNTOUCHED = -12345;

using Kernel = void (*)(const double *, int, const int *, int, int, double *);
const Kernel THREAD_KERNELS[] = {nullptr,    nullptr,    measures_2, measures_3, measures_4,  measures_5, measures_6,
                                 measures_7, measures_8, measures_9, measures_10, measures_11, measures_12};

/** Scores n-plets [count*order] as the host does, by the launch contract; checks that nothing else is written. */
std::vector<double> score(const System &system, const std::vector<int> &nplets, int order, int count, unsigned warpThreads) {
    // Rounded up to two doubles: the kernels write 16 bytes at a time.
    std::vector<double> out(4 * count + 2, UNTOUCHED);
    unsigned grid, block = 128;
    std::size_t shared = 0;
    Kernel kernel;
    if (order <= 12) {
        kernel = THREAD_KERNELS[order];
        grid = (count + 127) / 128;
    } else if (order <= 64) {
        kernel = measures_warp;
        block = warpThreads;
        const unsigned warps = block / 32;
        shared = warps * packedSize(order) * sizeof(double);
        grid = (count + warps - 1) / warps;
    } else {
        kernel = measures_block;
        shared = packedSize(order) * sizeof(double);
        grid = count;
    }
    if (order <= 64 && grid == 0) {
        grid = 1; // a launch for no n-plets has to write nothing
    }
    shim::launch(grid, block, shared, [&] { kernel(system.r.data(), system.n, nplets.data(), count, order, out.data()); });
    if (out[4 * count] != UNTOUCHED || out[4 * count + 1] != UNTOUCHED) {
        std::printf("FAIL  written past the results\n");
        std::exit(1);
    }
    out.resize(4 * count);
    return out;
}

std::vector<double> score(const System &system, const std::vector<int> &nplets, int order, int count) {
    return score(system, nplets, order, count, 128);
}

/** Errors scaled by 1 + S. */
struct Errors {
    double largest = 0;
    double squares = 0;
    int values = 0;

    void add(const Measures &truth, const double *found) {
        const long double expected[] = {truth.tc, truth.dtc, truth.omega, truth.s};
        for (int i = 0; i < 4; ++i) {
            const double e = static_cast<double>(std::fabs(found[i] - expected[i]) / (1 + truth.s));
            largest = e <= largest ? largest : std::isnan(e) ? INFINITY : e;
            squares += e * e;
            ++values;
        }
    }
    double rms() const { return values == 0 ? 0 : std::sqrt(squares / values); }
};

std::vector<int> variables(int order) {
    std::vector<int> all(order);
    for (int i = 0; i < order; ++i) {
        all[i] = i;
    }
    return all;
}

bool sameBits(const std::vector<double> &a, const std::vector<double> &b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

/** Random n-plets of one order; the definition is asked for all of a small order, for some of a large one. */
void batch(Checks &checks, const System &system, int order, int count, Random &random) {
    std::vector<int> nplets;
    for (int b = 0; b < count; ++b) {
        const std::vector<int> one = random.nplet(system.n, order);
        nplets.insert(nplets.end(), one.begin(), one.end());
    }
    shim::setThreadOrder(shim::ThreadOrder::ascending);
    const std::vector<double> out = score(system, nplets, order, count);
    Errors errors;
    int guarded = 0;
    bool guardRight = true;
    const int step = order <= 16 ? 1 : order <= 64 ? 16 : 64;
    for (int b = 0; b < count; b += step) {
        const std::vector<int> one(nplets.begin() + b * order, nplets.begin() + (b + 1) * order);
        const Measures truth = definition(system, one);
        if (std::isnan(out[4 * b])) {
            ++guarded;
            guardRight &= truth.smallestVariance < oinfo::GUARD * (1 + 1e-9);
        } else {
            errors.add(truth, &out[4 * b]);
        }
    }
    bool sameInAnyOrder = true;
    if (order <= 16 || count == 1) {
        shim::setThreadOrder(shim::ThreadOrder::descending);
        sameInAnyOrder &= sameBits(out, score(system, nplets, order, count));
        shim::setThreadOrder(shim::ThreadOrder::permuted, static_cast<unsigned>(random.bits()));
        sameInAnyOrder &= sameBits(out, score(system, nplets, order, count));
    }
    checks.check(errors.largest <= TOLERANCE && sameInAnyOrder && guardRight,
                 text("order %3d count %3d  max %.1e rms %.1e  guarded %d  %s%s", order, count, errors.largest, errors.rms(),
                      guarded, system.name.c_str(), sameInAnyOrder ? "" : "  DEPENDS ON THREAD ORDER"));
}

void batches(Checks &checks, std::uint64_t seed) {
    Random random(seed);
    const System mild = factorSamples(150, 600, 0.6, seed);
    const System strong = factorSamples(150, 600, 0.999, seed + 1);
    for (int order : {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 31, 32, 33, 64, 65, 100, 128}) {
        for (int count : {0, 1, 127, 128, 129}) {
            batch(checks, mild, order, order <= 64 ? count : std::min(count, 3), random);
        }
        batch(checks, strong, order, order <= 64 ? 40 : 2, random);
    }
}

/** A truth of all variables of a system: TC, DTC, Omega, S, each NaN where the source does not give it. */
void truth(Checks &checks, const System &system, double tc, double dtc, double omega, double s) {
    const std::vector<double> out = score(system, variables(system.n), system.n, 1);
    const double expected[] = {tc, dtc, omega, s};
    bool ok = true;
    for (int i = 0; i < 4; ++i) {
        ok &= std::isnan(expected[i]) || std::fabs(out[i] - expected[i]) < 1e-10;
    }
    checks.check(ok, text("truth Omega %.10f found %.10f  %s", omega, out[2], system.name.c_str()));
}

System lower(const char *name, int n, const std::vector<double> &pairs) {
    System s = identity(n);
    s.name = name;
    std::size_t at = 0;
    for (int i = 0; i < n; ++i) {
        for (int j = i + 1; j < n; ++j) {
            s.setBoth(i, j, pairs[at++]);
        }
    }
    return s;
}

/** n effects X_i = s + e_i of a common cause, the cause last; var e = v. */
System commonCause(int n, double v) {
    System s = equicorrelated(n + 1, 1 / (1 + v));
    s.name = text("common cause of %d, v %.1f", n, v);
    for (int i = 0; i < n; ++i) {
        s.setBoth(i, n, 1 / std::sqrt(1 + v));
    }
    return s;
}

/** Y = X_1 + .. + X_m + e, last; var e = v. */
System collider(int m, double v) {
    System s = identity(m + 1);
    s.name = text("collider of %d, v %.1f", m, v);
    for (int i = 0; i < m; ++i) {
        s.setBoth(i, m, 1 / std::sqrt(m + v));
    }
    return s;
}

void truths(Checks &checks) {
    const double unknown = NAN;
    for (auto [n, rho, omega] : {std::tuple(3, .2, .0063255588), {3, .5, .0849495184}, {3, .9, .7033214258},
                                 {3, -.4, -.2067166389}, {4, .5, .2231435513}, {10, .5, 1.5443915290}, {10, -.05, -.0323805409}}) {
        truth(checks, equicorrelated(n, rho), unknown, unknown, omega, unknown);
    }
    for (int n : {13, 64, 65, 128}) {
        const double rho = .3;
        const double omega = (n / 2. - 1) * std::log((1 + (n - 1) * rho) / (1 - rho)) - n / 2. * std::log(1 + (n - 2) * rho);
        truth(checks, equicorrelated(n, rho), unknown, unknown, omega, unknown);
        truth(checks, chain(n, .9), unknown, unknown, -((n - 2) / 2.) * std::log(1 - std::pow(.9, 4)), unknown);
    }
    truth(checks, commonCause(3, 1), unknown, unknown, .3465735903, unknown);
    truth(checks, commonCause(5, 1), unknown, unknown, .8369882168, unknown);
    truth(checks, collider(2, 1), unknown, unknown, -.1438410362, unknown);
    truth(checks, collider(2, .1), unknown, unknown, -.8756340539, unknown);
    truth(checks, collider(3, 1), unknown, unknown, -.3465735903, unknown);
    truth(checks, chain(3, .5), unknown, unknown, .0322692606, unknown);
    truth(checks, chain(3, .9), unknown, unknown, .5337021808, unknown);
    truth(checks, chain(6, .9), unknown, unknown, 2.1348087231, unknown);
    truth(checks, lower("matrix .4 .3 .2", 3, {.4, .3, .2}), .1385359467, .1223288628, .0162070839, .2608648094);
    truth(checks, lower("matrix .6 .2 .3", 3, {.6, .2, .3}), .2706424156, .2505749429, .0200674727, .5212173586);
    truth(checks, lower("matrix of four", 4, {.8, .3, .1, .2, .05, .6}), .7891513418, .7665280874, .0226232543, 1.5556794292);
    System blocks = identity(7); // collider of 2 and four equicorrelated: Omega adds
    blocks.name = "collider and equicorrelated block";
    blocks.setBoth(0, 2, 1 / std::sqrt(2.1));
    blocks.setBoth(1, 2, 1 / std::sqrt(2.1));
    for (int i = 3; i < 7; ++i) {
        for (int j = 3; j < i; ++j) {
            blocks.setBoth(i, j, .5);
        }
    }
    truth(checks, blocks, unknown, unknown, -.6524905026, unknown);
}

const std::vector<int> ONE_OF_EACH = {2, 3, 7, 12, 13, 33, 64, 65, 128};

void pairsHaveNoOmega(Checks &checks) {
    const std::vector<double> out = score(equicorrelated(2, .3), {0, 1}, 2, 1);
    checks.check(out[2] == 0 && out[1] == out[0] && out[3] == 2 * out[0], "pair: Omega exactly 0, DTC = TC, S = 2 TC");
}

/** Four NaN for what the host has to decide, and only for that. */
void guards(Checks &checks, std::uint64_t seed) {
    for (int order : ONE_OF_EACH) {
        System duplicate = factorSamples(order, 4 * order + 20, .3, seed);
        for (int j = 0; j < order; ++j) {
            duplicate.setBoth(order - 1, j, j == 0 ? 1 : duplicate.at(0, j));
        }
        duplicate.at(order - 1, order - 1) = 1;
        const std::vector<double> singular = score(duplicate, variables(order), order, 1);
        System indefinite = identity(order);
        indefinite.setBoth(0, order - 1, 1.5);
        const std::vector<double> broken = score(indefinite, variables(order), order, 1);
        bool allNan = true;
        for (int i = 0; i < 4; ++i) {
            allNan &= std::isnan(singular[i]) && std::isnan(broken[i]);
        }
        checks.check(allNan, text("order %3d  duplicate variable and indefinite matrix give four NaN", order));
        for (double side : {1 - 1e-8, 1 + 1e-8}) {
            System close = identity(order);
            close.name = "close to the guard";
            close.setBoth(0, order - 1, std::sqrt(1 - oinfo::GUARD * side));
            const std::vector<double> out = score(close, variables(order), order, 1);
            Errors errors;
            if (side > 1) {
                errors.add(definition(close, variables(order)), out.data());
            }
            checks.check(std::isnan(out[2]) == (side < 1) && errors.largest <= TOLERANCE,
                         text("order %3d  smallest 1/P_ii is the guard times 1 %+.0e: Omega %g, error %.1e", order, side - 1,
                              out[2], errors.largest));
        }
    }
}

/** All correlations 0.999: every 1/P_ii is about 0.001, ten times the guard. */
void strongCorrelations(Checks &checks) {
    const System system = equicorrelated(128, .999);
    for (int order : ONE_OF_EACH) {
        const std::vector<double> out = score(system, variables(order), order, 1);
        Errors errors;
        errors.add(definition(system, variables(order)), out.data());
        checks.check(errors.largest <= TOLERANCE,
                     text("order %3d  %s: max %.1e rms %.1e", order, system.name.c_str(), errors.largest, errors.rms()));
    }
}

void underflow(Checks &checks) {
    const System system = chain(128, .999);
    const double logDet = static_cast<double>(logDeterminant(system, variables(128)));
    const std::vector<double> out = score(system, variables(128), 128, 1);
    Errors errors;
    errors.add(definition(system, variables(128)), out.data());
    checks.check(logDet < -745 && errors.largest <= TOLERANCE,
                 text("order 128  ln|R| = %.1f underflows a double: max %.1e rms %.1e", logDet, errors.largest, errors.rms()));
}

/** Reciprocals to a unit in the last place: the hardware's rough value is refined enough. */
void reciprocals(Checks &checks, std::uint64_t seed) {
    Random random(seed);
    const long double unit = 0x1p-53L;
    long double worst = 0, worstRoot = 0;
    for (int i = 0; i < 100000; ++i) {
        const double x = std::exp(40 * random.uniform() - 30);
        worst = std::max(worst, std::fabs(oinfo::reciprocal(x) * static_cast<long double>(x) - 1));
        worstRoot = std::max(worstRoot, std::fabs(oinfo::reciprocalRoot(x) * std::sqrt(static_cast<long double>(x)) - 1));
    }
    checks.check(worst < 2.5 * unit && worstRoot < 2.5 * unit,
                 text("relative errors in units of 2^-53: reciprocal %.2Lf, reciprocal root %.2Lf", worst / unit, worstRoot / unit));
}

/** Fewer warps in a block, for devices with little shared memory, give the same bits. */
void narrowBlocks(Checks &checks, std::uint64_t seed) {
    const System system = factorSamples(70, 300, .5, seed);
    Random random(seed);
    const int order = 40, count = 7;
    std::vector<int> nplets;
    for (int b = 0; b < count; ++b) {
        const std::vector<int> one = random.nplet(system.n, order);
        nplets.insert(nplets.end(), one.begin(), one.end());
    }
    const std::vector<double> wide = score(system, nplets, order, count, 128);
    bool same = true;
    for (unsigned threads : {32u, 64u, 96u}) {
        same &= sameBits(wide, score(system, nplets, order, count, threads));
    }
    checks.check(same, "order  40  blocks of 1, 2 and 3 warps");
}

} // namespace

int main(int arguments, char **argument) {
    const std::uint64_t seed = arguments > 1 ? std::strtoull(argument[1], nullptr, 10) : 20260101;
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    Checks checks;
    truths(checks);
    pairsHaveNoOmega(checks);
    guards(checks, seed);
    strongCorrelations(checks);
    underflow(checks);
    reciprocals(checks, seed);
    narrowBlocks(checks, seed);
    batches(checks, seed);
    return checks.finish();
}
