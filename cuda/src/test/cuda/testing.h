// What the kernel tests share: seeded random numbers, correlation matrices, and a count of checks.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace testing {

/** SplitMix64: the same numbers for a seed on every machine. */
class Random {
  public:
    explicit Random(std::uint64_t seed) : state(seed) {}

    std::uint64_t bits() {
        std::uint64_t z = state += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }
    /** Uniform in [0, 1). */
    double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
    /** Normal enough for a system: the sum of twelve uniforms less six. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            sum += uniform();
        }
        return sum;
    }
    int below(int bound) { return static_cast<int>(bits() % static_cast<std::uint64_t>(bound)); }

    /** `order` ascending variables of n, each set equally likely. */
    std::vector<int> nplet(int n, int order) {
        std::vector<int> all(n);
        for (int i = 0; i < n; ++i) {
            all[i] = i;
        }
        for (int i = 0; i < order; ++i) {
            std::swap(all[i], all[i + below(n - i)]);
        }
        all.resize(order);
        std::sort(all.begin(), all.end());
        return all;
    }

  private:
    std::uint64_t state;
};

/** A correlation matrix [n*n], row-major. */
struct System {
    std::string name;
    int n;
    std::vector<double> r;

    double &at(int i, int j) { return r[static_cast<std::size_t>(i) * n + j]; }
    double at(int i, int j) const { return r[static_cast<std::size_t>(i) * n + j]; }
    void setBoth(int i, int j, double v) { at(i, j) = at(j, i) = v; }
};

inline System identity(int n) {
    System s{"identity", n, std::vector<double>(static_cast<std::size_t>(n) * n, 0.0)};
    for (int i = 0; i < n; ++i) {
        s.at(i, i) = 1;
    }
    return s;
}

inline System equicorrelated(int n, double rho) {
    System s = identity(n);
    s.name = "equicorrelated " + std::to_string(rho);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < i; ++j) {
            s.setBoth(i, j, rho);
        }
    }
    return s;
}

/** The correlations of a covariance. */
inline System normalised(std::string name, int n, const std::vector<double> &covariance) {
    System s = identity(n);
    s.name = std::move(name);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < i; ++j) {
            s.setBoth(i, j, covariance[i * n + j] / std::sqrt(covariance[i * n + i] * covariance[j * n + j]));
        }
    }
    return s;
}

/** Sample correlations of variables with a common factor; loadings run from 0 to sqrt(largest). */
inline System factorSamples(int n, int samples, double largest, std::uint64_t seed) {
    Random random(seed);
    std::vector<double> covariance(static_cast<std::size_t>(n) * n, 0.0);
    std::vector<double> x(n);
    for (int t = 0; t < samples; ++t) {
        const double common = random.normal();
        for (int i = 0; i < n; ++i) {
            const double square = largest * (i < 2 ? 1.0 : static_cast<double>(i) / n);
            x[i] = std::sqrt(square) * common + std::sqrt(1 - square) * random.normal();
        }
        for (int i = 0; i < n; ++i) {
            for (int j = 0; j <= i; ++j) {
                covariance[static_cast<std::size_t>(i) * n + j] += x[i] * x[j];
            }
        }
    }
    char name[80];
    std::snprintf(name, sizeof name, "factor %.3f, %d samples, seed %llu", largest, samples,
                  static_cast<unsigned long long>(seed));
    return normalised(name, n, covariance);
}

/** First-order autoregressive: r_ij = rho^|i-j|. */
inline System chain(int n, double rho) {
    System s = identity(n);
    s.name = "chain " + std::to_string(rho);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < i; ++j) {
            s.setBoth(i, j, std::pow(rho, i - j));
        }
    }
    return s;
}

/** Counts checks and prints the ones that fail, or every case with its figures. */
class Checks {
  public:
    void check(bool ok, const std::string &what) {
        ++(ok ? passed : failed);
        std::printf("%s  %s\n", ok ? "ok  " : "FAIL", what.c_str());
    }
    /** Prints the totals; the program's exit status. */
    int finish() const {
        std::printf("%d passed, %d failed\n", passed, failed);
        return failed == 0 ? 0 : 1;
    }

  private:
    int passed = 0;
    int failed = 0;
};

template <class... Values> std::string text(const char *format, Values... values) {
    char line[300];
    std::snprintf(line, sizeof line, format, values...);
    return line;
}

} // namespace testing
