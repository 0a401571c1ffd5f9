// Work items of the pair-stationary scan: a prefix Q of M = k - 3 members, a tile of pairs (j, l), a segment of q.
//
//   n-plet = Q + q + j + l, ascending. Behind Q's last member lie `rest` variables; they are cut into
//
//        l  0....64...128..        J block = TILE_J values of j, L block = TILE_L values of l,
//     j  0 [tile][tile][tile]      only tiles with some l > j; each tile is cut into segments of SEGMENT values of q < j.
//       32       [tile][tile]
//       64       [tile][tile]      Items are numbered prefix by prefix in lexicographic order, in a prefix by J block,
//       96             [tile]      then L block, then segment. Nothing is stored per item.
//
// CPU twin: org.oinfo.cuda.ScanItems (numbers must agree).
#pragma once
#include "device.cuh"

namespace oinfo {

constexpr int THREADS = 128;
constexpr int SEGMENT = 128;
constexpr int TILE_L = 64;

// Shape of what a block, a warp and a thread hold. Large orders have fewer pairs a thread: registers.
template <int M> struct Shape {
    static constexpr int ROWS = M <= 2 ? 4 : 2;           // j of a thread
    static constexpr int COLUMNS = 4;                     // l of a thread
    static constexpr int WARP_J = 4 * ROWS;
    static constexpr int WARP_L = 32;
    static constexpr int TILE_J = 2 * WARP_J;             // 2 x 2 warps
    static constexpr int TILE = TILE_J + TILE_L;          // variables of a tile
    static constexpr int CHUNK = M <= 2 ? 8 : 4;          // q staged at a time: shared memory of large orders
};

// Position of value `a` of thread t in a warp's span of 2 * half: pairs, so that they load as 16 bytes without conflicts.
__host__ __device__ __forceinline__ constexpr int position(int t, int a, int half) {
    return 2 * t + (a & 1) + (a >> 1) * half;
}

struct ScanItem {
    int q[5];       // members of Q, ascending [M]
    int j0, l0;     // first j and l of the tile
    int q0, q1;     // segment [q0, q1)
};

template <int M> __host__ __device__ __forceinline__ u32 segments(int jBlock) {
    return (u32)((jBlock * Shape<M>::TILE_J + Shape<M>::TILE_J - 1 + SEGMENT - 1) / SEGMENT);
}

template <int M> __host__ __device__ __forceinline__ int firstColumn(int jBlock) {
    return jBlock * Shape<M>::TILE_J / TILE_L;
}

// Items of a prefix with `rest` variables behind it.
template <int M> __host__ __device__ __forceinline__ u64 itemsBehind(int rest) {
    if (rest < 3) return 0;
    const int rows = (rest + Shape<M>::TILE_J - 1) / Shape<M>::TILE_J, columns = (rest + TILE_L - 1) / TILE_L;
    u64 items = 0;
    for (int row = 0; row < rows; ++row) items += (u64)(columns - firstColumn<M>(row)) * segments<M>(row);
    return items;
}

// Finds the prefix of item `id`: before [M][n+1], before[i][v] = items of all prefixes whose member i, with nothing said
// of those before it, is below v. Returns the item's number within the prefix.
template <int M> __host__ __device__ __forceinline__ u64 findPrefix(u64 id, int n, const u64 *before, int *q) {
    int previous = -1;
    for (int i = 0; i < M; ++i) {
        const u64 *row = before + (size_t)i * (n + 1);
        id += row[previous + 1];
        int low = previous + 1, high = n - 1;             // largest v with row[v] <= id
        while (low < high) {
            const int middle = (low + high + 1) >> 1;
            if (row[middle] <= id) low = middle; else high = middle - 1;
        }
        id -= row[low];
        q[i] = previous = low;
    }
    return id;
}

template <int M> __host__ __device__ __forceinline__ ScanItem decodeItem(u64 id, int n, const u64 *before) {
    ScanItem item;
    u64 left = findPrefix<M>(id, n, before, item.q);
    const int base = M == 0 ? 0 : item.q[M > 0 ? M - 1 : 0] + 1;
    const int columns = (n - base + TILE_L - 1) / TILE_L;
    int row = 0;
    for (;; ++row) {
        const u64 inRow = (u64)(columns - firstColumn<M>(row)) * segments<M>(row);
        if (left < inRow) break;
        left -= inRow;
    }
    const u32 cuts = segments<M>(row);
    item.j0 = base + row * Shape<M>::TILE_J;
    item.l0 = base + (firstColumn<M>(row) + (int)(left / cuts)) * TILE_L;
    item.q0 = base + (int)(left % cuts) * SEGMENT;
    const int lastJ = item.j0 + Shape<M>::TILE_J - 1;
    item.q1 = item.q0 + SEGMENT < lastJ ? item.q0 + SEGMENT : lastJ;
    if (item.q1 > n - 2) item.q1 = n - 2;
    return item;
}

} // namespace oinfo
