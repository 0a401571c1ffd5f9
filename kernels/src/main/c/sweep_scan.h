/*
 * The state of one scan by the bordered sweep: any order, any range of ranks. Java allocates it, zeroed, and reads and writes the fields
 * at the top; the rest is C's own.
 *
 * A prefix A has k-2 members; its n-plets {A, p, j} go row by row, p fixed in a row, the lanes over j. From N on, every row is padded
 * with uncorrelated variables of variance 1, so that nothing overflows there.
 */
#ifndef OINFO_SWEEP_SCAN_H
#define OINFO_SWEEP_SCAN_H

#include "compensated.h"
#include "sweep.h"

/* As org.oinfo.kernels.sweep.SweepCandidates: the code of an n-plet that may enter a ranking, and of one too close to singular. */
#define CANDIDATE INT64_MIN
#define FLAGGED 1

/* Larger factors of s^m may take products of a row out of the range of doubles: such rows are scored canonically. */
#define LARGEST_SCALE 1e300

/* Products of this many factors between 1e-4 and 1e4 stay in the range of doubles; larger orders are scored canonically. */
#define LARGEST_ORDER 64

struct sweep {
    /* Written by Java: exp(-2t) of both rankings. */
    double high, low;
    /* Written by Java before the first range: the bias, exp(-2 bias), exp(-2t) at the edges of balanced, |Omega| there. */
    double bias, unbias, redundant_below, synergistic_above, balanced;
    /* Written by Java before the first range, of the histogram: the bin of balanced, the first step from there, bins of one side. */
    int64_t middle, first_step, bins;

    /* What Java is to look at: n-plets {A, p, j} with j in [first, end), the rank of the first. */
    int64_t first, end, found_rank;
    /* Counted in the range; level full: number, mean and squared deviations of Omega. */
    int64_t scored, redundant, synergistic, moments;
    double mean, squares;
    struct compensated sum;
    int32_t *nplet;                 /* [k] A, then p */
    int64_t *codes;                 /* of first .. end-1 */
    double *mantissas;              /* [2][L] running products of s and of Q, in [1, 2) when the range has ended */
    int64_t *exponents;             /* [2][L] */
    struct compensated *variables;  /* [n] level full: sums of Omega, and the number of n-plets, of each variable */
    int64_t *variable_counts;
    int64_t *histogram;
    /* Written by Java: whether determinants are summed. Their sum over the range. */
    int64_t summed;
    struct compensated determinants;

    int n, stride, order, members, full;
    /* Where the walk is: what comes next, at which rank, until which; row p of the rows from row_from to row_end, column of the row. */
    int phase, p, row_from, row_end, column;
    int64_t rank, to;
    /* Levels of the walk that are valid, and whether they are all that the prefix needs. */
    int sound_levels, sound;
    int32_t *held;                          /* [m] members of those */
    struct level levels[LARGEST_ORDER - 1]; /* [m+1] the last has no s: rows make theirs on the way from the level before */

    /* Of the current prefix, and ln 1/(D_A^2 s_pp) for every p [stride]. */
    const double *last_row;
    double *log_scales;
    /* Of the current row: 1 / s_pp, 1 / (D_A^2 s_pp), s_pa / s_aa; -b_ip / s_pp and kappa_i + b_ip^2 / s_pp of the members [m]. */
    double inverse, scale, last_factor;
    double *coefficients, *kappa;

    /* Level plain: lanes that may be multiplied before exponents are split off, and those that were. */
    int chunk, multiplied;
    /* Level full: Omega of a row and its bins [stride]; sums and numbers of a prefix by last member [n]. */
    double *omega;
    int64_t *cells;
    double *leaf_sums;
    int64_t *leaf_counts;
    double prefix_sum;
    int64_t prefix_count;
};

#endif
