/*
 * The state of one pair-stationary scan, orders 3 to 8. Java allocates it, and reads and writes the fields at the top; the rest is C's
 * own. Variables are numbered with the dummies in front that make their number a multiple of 2 L: uncorrelated ones that are in no
 * n-plet, so that every group of 2 L variables ends full.
 *
 *   tiles  for each group of 2L values of l, for each j below its last one:
 *          P_{C-1}[j,l] [2L], the same for all prefixes; then for each prefix P_0 .. P_{C-2} [2L] and h[j,l] [2L]
 *   strip  for each q: x, v [2][2L] of set C-1; then for each prefix of sets 0 .. C-2
 *   rows   for each j: -x [LONGEST] of all q, -v of set C-1; then for each prefix of sets 0 .. C-2, and from order 5 on 1/tau_q
 *
 * With one conditioning set (order 3) nothing is shared.
 */
#ifndef OINFO_PAIRS_H
#define OINFO_PAIRS_H

#include "compensated.h"
#include "pair_run.h"
#include "sweep.h"

#define MOST_MEMBERS 5

/* Levels. */
enum { EXTREMES, PLAIN, FULL };

/*
 * As OmegaHistogram: 8 bins for each doubling of x from 1.625 2^-33 to 2^128 and one beyond, on either side of balanced. A cell more,
 * the first, is for lanes that do not count.
 */
enum { FIRST_STEP = (1023 - 33) * 8 + 5, LAST_STEP = (128 + 33) * 8 - 5 + 1, CELLS = 2 * LAST_STEP + 2 };

/* What level full compares with and what it adds up. Deviations are those of Omega less its bias from the shift. */
struct full {
    /* Written by Java: Omega of both rankings; the shift; bits of the smallest x that is not balanced. */
    double highest, lowest, shift;
    int64_t balanced;
    /* Read by Java. Sums of deviations of the current prefix and of their squares, for each half of the groups of l; sums for each
     * variable [n]; n-plets of the range by lane and bin [L][CELLS]. */
    double sum[2], squares[2], *variable_sum;
    int64_t *histogram;
    /* Sums for each step of a chunk [chunk][2L]; the cells of one vector. */
    double *step_sum;
    int64_t *cells;
};

/* Products of the absolute values of very many factors per lane, exponents split off: minors, then scales. */
struct products {
    double mantissa[2][2 * L];
    int64_t exponent[2][2 * L];
};

/* A run that something was found in. */
struct found {
    int32_t prefix, flags, j, l, first, end, from, steps;
};

/* What belongs to one of the prefixes that are scanned at once. */
struct prefix {
    struct level level;
    double *inverse_sd;  /* [C-1][n] 1 / sqrt(s^c_vv) of sets 0 .. C-2 */
    double *coefficient; /* [C-2][n] b_iv / sqrt(s^i_vv) of the members but the last */
    double *inverse_tau; /* [n] 1 / tau_v */
    double inverse_scale;
    int member; /* the last one */
    int unsound_count;
    int *unsound; /* variables of weight below the guard */
    struct products products;
    /* Sums of -s_q s_j d_0 over a group, by l, and those times s_l over the prefix: PairDeterminants in org.oinfo.kernels.simd.pairs. */
    double lane_sums[2 * L];
    struct compensated determinants;
};

struct pairs {
    /* Written by Java: exp(-2t) of both rankings. */
    double high, low;
    /* Written by Java before init: exp(2 bias); exp(-2B) and exp(2B) where |Omega| up to B is balanced. */
    double bias_factor, redundant_below, other_below;
    /* Written by C: the smallest weight of a variable, over all prefixes; see PairPrefix. */
    double lightest;
    /* Runs in found, where the scan goes on, n-plets that were scored and counted. */
    int64_t found_count, next, scored, redundant, other;
    struct found *found;
    /* Fields of values: Omega less its bias and soundness [chunk][2L]. */
    double *omega;
    int64_t *sound;
    struct products products;
    struct full full;
    /* Written by Java before init: whether determinants are summed. Read by Java: their sum over the range. */
    int64_t summed;
    struct compensated determinants;

    int n, dummies, order, sets, members, counts, chunk, most;
    /* Of the current prefixes. */
    int count, tile_values, strip_values, row_values, /* of one j */ filled_from, shared_from, base, group;
    int sound_levels;
    double scale;
    struct level levels[MOST_MEMBERS];
    double *shared_sd, *scratch;
    int64_t *group_at;
    double *tiles, *strip, *rows;
    struct prefix prefixes[MOST_PREFIXES];
    struct limits limits;
};

INLINE int shares(const struct pairs *s) { return s->sets > 1; }
/* Values of one set or of h in a tile, and of a prefix in tile, strip and row. */
#define WIDTH (2 * L)
INLINE int own_sets(const struct pairs *s) { return s->sets - shares(s); }
INLINE double *tile_at(const struct pairs *s, int j, int l) {
    return s->tiles + s->group_at[l / WIDTH] + (int64_t)j * s->tile_values + l % WIDTH;
}
/* Where the values of prefix i begin, from tile_at. */
INLINE int own_tile(const struct pairs *s, int i) { return WIDTH * (shares(s) + i * (own_sets(s) + 1)); }
INLINE int own_strip(const struct pairs *s, int i) { return 2 * WIDTH * (shares(s) + i * own_sets(s)); }
INLINE int own_row(const struct pairs *s, int i) { return LONGEST * (2 * shares(s) + i * (2 * own_sets(s) + (s->order > 4))); }
INLINE double *row_at(const struct pairs *s, int j) { return s->rows + (int64_t)j * s->row_values; }

#endif
