// The measures of an n-plet by their definition, in extended precision: the oracle of the kernel tests.
//
// H(X_A) = 1/2 ln|R_A| up to terms that cancel; every entropy is its own Cholesky factorisation, k+1 of them:
//   TC = sum_i H(X_i) - H(X);  DTC = H(X) - sum_i [H(X) - H(X_-i)];  Omega = TC - DTC;  S = TC + DTC
#pragma once

#include "testing.h"

namespace testing {

struct Measures {
    long double tc, dtc, omega, s; // nats; not numbers when some factorisation breaks down
    double smallestVariance;       // the smallest 1/P_ii = |R_S| / |R_S-i|, 0 when some factorisation breaks down
    long double determinant, minors = 0; // |R_S|, sum_i |R_S-i|
};

/** ln|R_A| in nats; not a number when the factorisation breaks down. */
inline long double logDeterminant(const System &system, const std::vector<int> &a) {
    const int k = static_cast<int>(a.size());
    std::vector<long double> l(static_cast<std::size_t>(k) * k);
    long double sum = 0;
    for (int i = 0; i < k; ++i) {
        for (int j = 0; j <= i; ++j) {
            long double v = system.at(a[i], a[j]);
            for (int t = 0; t < j; ++t) {
                v -= l[i * k + t] * l[j * k + t];
            }
            if (j < i) {
                l[i * k + j] = v / l[j * k + j];
            } else if (v > 0) {
                l[i * k + i] = std::sqrt(v);
                sum += std::log(v);
            } else {
                return std::nanl("");
            }
        }
    }
    return sum;
}

inline Measures definition(const System &system, const std::vector<int> &nplet) {
    const long double whole = logDeterminant(system, nplet);
    Measures m;
    long double residual = 0; // sum_i H(X_i | X_-i)
    double smallest = 1;
    for (std::size_t i = 0; i < nplet.size(); ++i) {
        std::vector<int> others = nplet;
        others.erase(others.begin() + static_cast<long>(i));
        const long double minor = logDeterminant(system, others);
        const long double given = whole - minor; // ln 1/P_ii
        m.minors += std::exp(minor);
        residual += given / 2;
        smallest = std::isnan(given) ? 0 : std::min(smallest, static_cast<double>(std::exp(given)));
    }
    m.tc = -whole / 2;
    m.dtc = whole / 2 - residual;
    m.omega = m.tc - m.dtc;
    m.s = m.tc + m.dtc;
    m.determinant = std::exp(whole);
    m.smallestVariance = smallest;
    return m;
}

} // namespace testing
