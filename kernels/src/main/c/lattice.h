/*
 * The state of one walk over the lattice, cell by cell: every subset T of the free variables together with fixed members H. As
 * LatticeCell in org.oinfo.kernels.simd.lattice, which has the formulas. Java allocates it, zeroed, and reads and writes the fields at
 * the top; the rest is C's own.
 *
 * The lanes are the subsets of the first free variables, so a vector holds n-plets of several orders. Tables of orders are laid out for
 * that: [n+1][L], index c L + lane is for order c + members of the lane.
 *
 *   matrices [q (q+1)/2][L]    s_ij, j at most i, by rows: of the free variables beside the lanes
 *   borders  [1+q][members][L] kappa, then b_0 .. b_(q-1), the members side by side
 */
#ifndef OINFO_LATTICE_H
#define OINFO_LATTICE_H

#include "lanes.h"

/* Free variables that are lanes, and those whose subsets are scored between two looks at candidates, beside the lanes. */
#define LANE_VARIABLES (L == 8 ? 3 : L == 4 ? 2 : 1)
#define CHUNK_VARIABLES 6
#define CHUNK (1 << CHUNK_VARIABLES)

/* Variables of a leaf of the minors and of the products. */
#define MINORS_LEAF 4
#define PRODUCTS_LEAF 3
/* Most free variables beside the lanes: LatticeBlocks.LARGEST. */
#define MOST_FREE 18

#define PACKED(q) ((q) * ((q) + 1) / 2 * L)

struct buffers {
    double *matrix, *borders;
};

struct lattice {
    /* Written by Java: twice Omega above or below which an n-plet may enter a ranking, at the edges of balanced; k-2 for order k. */
    double *above, *below, *redundant_above, *synergistic_below, *coefficient;
    /* Counts and sums of 2 Omega of the current cell. */
    int64_t *redundant, *synergistic;
    double *sum;
    /* Twice Omega of a chunk where some may enter a ranking: of the subset `first` of the free variables on. */
    double *scores;
    int64_t first;
    /* Written by Java: whether an order is asked for [n+1]; H, then the free variables [n]. */
    int32_t *wanted, *variables;

    int n, members, free, chunk_variables;
    const double *r;
    double constant;
    double *logs; /* [L + 2^q L] l(T) at [L + T]: the loads of T without a lane's variable reach below the first */
    /* Where the walk is: the chunk, -1 at the end; the level down to which the buffers are those of the chunk. */
    int64_t next;
    int level;
    struct buffers at[MOST_FREE + 1];
    /* What an elimination from q+1 variables leaves. */
    struct buffers buffers[MOST_FREE + 1];
    double *minor_levels[MOST_FREE], *step;
    /* Vectors of a chunk by number of members: those from begin[c] to begin[c+1] have c. */
    int16_t classes[CHUNK], begin[CHUNK_VARIABLES + 2];
    /* Of the conditioning, for members and free variables, then for a lane: covariances, regression coefficients, kappa. */
    double *s, *b, *kappa, *lane_s, *lane_b, *lane_kappa, *pivots;
};

#endif
