// What the pair-stationary scan knows of a prefix Q and of each later variable, and the partial correlations of two of them.
//
//   R_QQ = L L^T    z_v = L^-1 r_v    s_v = 1 - |z_v|^2    a_i = (R_QQ^-1)_ii    c_iv = (R_QQ^-1 r_v)_i / sqrt(a_i)
//   without member i:  s^i_v = s_v + c_iv^2
//   P_0[u,v] = (R_uv - z_u . z_v) / sqrt(s_u s_v)         P_i[u,v] = (R_uv - z_u . z_v + c_iu c_iv) / sqrt(s^i_u s^i_v)
//   tau_v = s_v^(M-1) / prod_i s^i_v                      C = 1 / (|R_QQ|^2 prod_i a_i)
//
// weight(v) = min(s_v, rho_v^3 / a_i), rho_v = min_i s_v / s^i_v: a sound n-plet has 1/P_ii >= GUARD * its smallest weight.
// CPU twin: org.oinfo.kernels.simd.pairs.PairPrefix, which has the reasons.
#pragma once
#include "device.cuh"

namespace oinfo {

template <int M> struct PairPrefix {
    static constexpr int ROOM = M > 0 ? M : 1;
    double l[ROOM][ROOM];                                 // below the diagonal
    double inversePivot[ROOM];                            // 1 / L_ii
    double inverseRootA[ROOM], a[ROOM];
    double c;                                             // C
    double determinant;                                   // |R_QQ|
    bool sound;                                           // 1/P of each member within Q is not below the guard
};

template <int M> struct Variable {
    static constexpr int ROOM = M > 0 ? M : 1;
    double z[ROOM], c[ROOM];
    double inverseSd[M + 1];                              // 1 / sqrt(s), 1 / sqrt(s^i)
    double inverseTau, weight;
    double variance;                                      // s
};

template <int M> __device__ __forceinline__ PairPrefix<M> preparePrefix(const double *r, int n, const int *q) {
    PairPrefix<M> p;
    p.c = p.determinant = 1;
    p.sound = true;
    if constexpr (M > 0) {
        double det = 1;
#pragma unroll
        for (int i = 0; i < M; ++i) {
#pragma unroll
            for (int k = 0; k <= i; ++k) {
                double s = r[(size_t)q[i] * n + q[k]];
#pragma unroll
                for (int t = 0; t < k; ++t) s = fma(-p.l[i][t], p.l[k][t], s);
                if (k < i) {
                    p.l[i][k] = s * p.inversePivot[k];
                } else {
                    p.sound = p.sound && s >= GUARD;
                    det *= s;
                    p.inversePivot[i] = 1 / sqrt(s);
                }
            }
        }
        p.determinant = det;
        double product = det * det;
#pragma unroll
        for (int i = 0; i < M; ++i) {
            double y[M], a = 0;                           // column i of L^-1
#pragma unroll
            for (int row = i; row < M; ++row) {
                double s = row == i ? 1.0 : 0.0;
#pragma unroll
                for (int t = i; t < row; ++t) s = fma(-p.l[row][t], y[t], s);
                y[row] = s * p.inversePivot[row];
                a = fma(y[row], y[row], a);
            }
            p.a[i] = a;
            p.inverseRootA[i] = 1 / sqrt(a);
            p.sound = p.sound && a * GUARD <= 1;
            product *= a;
        }
        p.c = 1 / product;
    }
    return p;
}

template <int M> __device__ __forceinline__ Variable<M> prepareVariable(
        const double *r, int n, const int *q, const PairPrefix<M> &p, int v) {
    Variable<M> o;
    double s = 1;
#pragma unroll
    for (int i = 0; i < M; ++i) {
        double t = r[(size_t)q[i] * n + v];
#pragma unroll
        for (int k = 0; k < i; ++k) t = fma(-p.l[i][k], o.z[k], t);
        o.z[i] = t * p.inversePivot[i];
        s = fma(-o.z[i], o.z[i], s);
    }
    double b[M > 0 ? M : 1];
#pragma unroll
    for (int i = M - 1; i >= 0; --i) {
        double t = o.z[i];
#pragma unroll
        for (int k = i + 1; k < M; ++k) t = fma(-p.l[k][i], b[k], t);
        b[i] = t * p.inversePivot[i];
        o.c[i] = b[i] * p.inverseRootA[i];
    }
    o.inverseSd[0] = 1 / sqrt(s);
    o.inverseTau = 1;
    o.weight = o.variance = s;
#pragma unroll
    for (int i = 0; i < M; ++i) {
        const double without = fma(o.c[i], o.c[i], s), rho = s / without;
        o.inverseSd[i + 1] = 1 / sqrt(without);
        // prod s^i / s^(M-1), one factor s^i / s at a time.
        o.inverseTau *= i == 0 ? without : 1 / rho;
        o.weight = fmin(o.weight, rho * rho * rho / p.a[i]);
    }
    return o;
}

// Partial correlations of u and v given C_0 .. C_M; both sides as structures of arrays with the given strides.
template <int M> struct Side {
    const double *z, *c, *inverseSd;
    int stride;
};

template <int M> __device__ __forceinline__ void partialCorrelations(
        double r, const Side<M> &u, const Side<M> &v, double *out) {
#pragma unroll
    for (int i = 0; i < M; ++i) r = fma(-u.z[i * u.stride], v.z[i * v.stride], r);
    out[0] = r * (u.inverseSd[0] * v.inverseSd[0]);
#pragma unroll
    for (int i = 0; i < M; ++i)
        out[i + 1] = fma(u.c[i * u.stride], v.c[i * v.stride], r)
                * (u.inverseSd[(i + 1) * u.stride] * v.inverseSd[(i + 1) * v.stride]);
}

} // namespace oinfo
