/*
 * Neighbour counts, as org.oinfo.kernels.neighbours.ScalarNeighbours explains them: windows in the order of the first two members. Distances
 * are differences of doubles, rounded once, and counts are whole numbers, so the sums are those of any other way at any width.
 *
 *   order of a    . . . . [ . . . t . . . . ] . . . .
 *   near[i]       x_i of those samples           [k][stride] doubles, infinite beyond T
 *   first[i]      their places in the order of i [k][stride] ints
 *   second[i]     the same in the order of the second member
 *
 * The members of an n-plet are slots 0 .. k-1; a slot is filled anew when its variable or one of the first two has changed.
 */
#include "lanes.h"
#include "lanes_counts.h"

/* The smallest distance there is: what is within it is equal. */
#define SMALLEST 0x1p-1074

struct neighbours {
    const double *sorted;                   /* [N][T] values of each variable, ascending */
    const int32_t *order, *rank;            /* [N][T] samples in that order; place of each sample */
    const int64_t *psi;                     /* [T+1] worth of a count */
    const int32_t *members;                 /* [k] */
    double *near;
    int32_t *first, *second, *low, *width;  /* low, width: [k] places within eps */
    W *counts;                              /* [k] */
    V *lanes;                               /* [2K] */
    int64_t *sums;                          /* [5] */
    int64_t samples, stride, neighbours, k;
    int64_t begin;                          /* places on either side that are looked at together, a multiple of L */
};

/* Slots from..k-1 get the values and places of their members. */
static void fill(const struct neighbours *s, int64_t from) {
    const int32_t *a = s->order + s->members[0] * s->samples, *b = s->order + s->members[1] * s->samples;
    for (int64_t i = from; i < s->k; i++) {
        const double *sorted = s->sorted + s->members[i] * s->samples;
        const int32_t *rank = s->rank + s->members[i] * s->samples;
        double *near = s->near + i * s->stride;
        int32_t *first = s->first + i * s->stride, *second = s->second + i * s->stride;
        for (int64_t p = 0; p < s->samples; p++) {
            first[p] = rank[a[p]];
            near[p] = sorted[first[p]];
            second[p] = rank[b[p]];
        }
        for (int64_t p = s->samples; p < s->stride; p++) {
            near[p] = __builtin_inf();
        }
    }
}

/* |x - x_t| of L samples from a place on, the largest of all members. */
INLINE V distances(const struct neighbours *s, int64_t t, int64_t from, int k) {
    V distance = (V)integers(0);
    for (int i = 0; i < k; i++) {
        const double *x = s->near + i * s->stride;
        distance = larger(magnitude(load(x + from) - broadcast(x[t])), distance);
    }
    return distance;
}

/*
 * Meets the samples at places from..to-1 but t: each lane keeps its K nearest in `lanes`, ascending. No branch depends on a value: an
 * insertion into one list, with its branches, took three times as long.
 */
INLINE void meet(const struct neighbours *s, int64_t t, int64_t from, int64_t to, int k, int neighbours, V *lanes) {
    for (int64_t p = from; p < to; p += L) {
        V distance = either(LANE_NUMBERS == integers(t - p), broadcast(__builtin_inf()), distances(s, t, p, k));
        for (int i = 0; i < neighbours; i++) {
            V nearer = lesser(lanes[i], distance);
            distance = larger(lanes[i], distance);
            lanes[i] = nearer;
        }
    }
}

/* The K-th smallest of all lanes: K times the least one leaves its lane. */
INLINE double farthest_of(const V *lanes, int neighbours, V *left) {
    double least = 0;
    for (int i = 0; i < neighbours; i++) {
        left[i] = lanes[i];
    }
    for (int n = 0; n < neighbours; n++) {
        least = least_of(left[0]);
        I lane = LANE_NUMBERS == integers(__builtin_ctz(signs(left[0] == broadcast(least))));
        for (int i = 0; i + 1 < neighbours - n; i++) {
            left[i] = either(lane, left[i + 1], left[i]);
        }
    }
    return least;
}

/* Distance of t to its K-th neighbour: outwards in the order of the first member until all are farther there. */
INLINE double farthest(const struct neighbours *s, int64_t t, int k, int neighbours, V *lanes) {
    const double *a = s->near, x = a[t];
    const int64_t step = s->begin, end = s->stride - 2 * L;
    for (int i = 0; i < neighbours; i++) {
        lanes[i] = broadcast(__builtin_inf());
    }
    int64_t left = t / L * L, right = left;
    int to_left = 1, to_right = 1;
    for (;;) {
        int64_t reach = !to_left ? left : left < step ? 0 : left - step;
        meet(s, t, reach, left, k, neighbours, lanes);
        left = reach;
        reach = !to_right ? right : right + step > end ? end : right + step;
        meet(s, t, right, reach, k, neighbours, lanes);
        right = reach;
        double farthest = farthest_of(lanes, neighbours, lanes + neighbours);
        to_left = left > 0 && x - a[left - 1] < farthest;
        to_right = right < s->samples && a[right] - x < farthest;
        if (!to_left && !to_right) {
            return farthest;
        }
    }
}

/* How many of n ascending values are below x by eps or more; how many are not above x by as much. */
INLINE int64_t too_low(const double *sorted, int64_t n, double x, double eps) {
    const double *base = sorted;
    while (n > 1) {
        int64_t half = n / 2;
        base += half & -(int64_t)(x - base[half - 1] >= eps);
        n -= half;
    }
    return base - sorted + (x - *base >= eps);
}

INLINE int64_t not_too_high(const double *sorted, int64_t n, double x, double eps) {
    const double *base = sorted;
    while (n > 1) {
        int64_t half = n / 2;
        base += half & -(int64_t)(base[half - 1] - x < eps);
        n -= half;
    }
    return base - sorted + (*base - x < eps);
}

/* All bits where a place in a slot's order is not within eps of t. */
INLINE W away(const struct neighbours *s, const int32_t *slots, int64_t place, int i) {
    W behind = load_places(slots + i * s->stride + place) - places(s->low[i]);
    return not_below(behind, places(s->width[i]));
}

/* Counts the samples in the window of `walker` that are within eps in the members from..k-1, too. */
INLINE int64_t count_all(const struct neighbours *s, const int32_t *slots, int walker, int from, int k) {
    const int64_t end = s->low[walker] + s->width[walker];
    W counts = places(0);
    for (int64_t p = s->low[walker]; p < end; p += 2 * L) {
        W out = beyond(p, end);
        for (int i = from; i < k; i++) {
            out |= away(s, slots, p, i);
        }
        counts += out == 0;
    }
    return -sum_of(counts);
}

/*
 * Counts, in the window of the first member, for each other member i, the samples that are within eps in all but i, in 2L parts.
 * That of the first is the number of samples that are within eps in all.
 */
INLINE void count_each(const struct neighbours *s, int k, W *counts) {
    const int64_t end = s->low[0] + s->width[0];
    for (int i = 0; i < k; i++) {
        counts[i] = places(0);
    }
    for (int64_t p = s->low[0]; p < end; p += 2 * L) {
        /* Minus the number of members that keep a sample away. */
        W out = beyond(p, end) * k;
        for (int i = 1; i < k; i++) {
            out += away(s, s->first, p, i);
        }
        counts[0] -= out == 0;
        for (int i = 1; i < k; i++) {
            counts[i] -= out == away(s, s->first, p, i);
        }
    }
}

/* Adds what sample t counts, t a place in the order of the first member. */
INLINE void add(const struct neighbours *s, int64_t t, int k, int neighbours, W *counts, V *lanes) {
    const double distance = farthest(s, t, k, neighbours, lanes), eps = distance == 0 ? SMALLEST : distance;
    int64_t alone = 0, others = 0;
    for (int i = 0; i < k; i++) {
        const double *sorted = s->sorted + s->members[i] * s->samples, x = s->near[i * s->stride + t];
        s->low[i] = (int32_t)too_low(sorted, s->samples, x, eps);
        s->width[i] = (int32_t)not_too_high(sorted, s->samples, x, eps) - s->low[i];
        alone += s->psi[s->width[i]];
    }
    count_each(s, k, counts);
    others = s->psi[count_all(s, s->second, 1, 2, k)];
    for (int i = 1; i < k; i++) {
        others += s->psi[sum_of(counts[i])];
    }
    s->sums[0] += alone;
    s->sums[1] += others;
    s->sums[2] += s->psi[distance == 0 ? sum_of(counts[0]) : s->neighbours];
    s->sums[3] += s->psi[s->width[k - 1]];
    s->sums[4] += s->psi[sum_of(counts[k - 1])];
}

#define MOST_LOCAL 5

INLINE void add_all(const struct neighbours *s, int k, int neighbours) {
    W counts[MOST_LOCAL];
    V lanes[2 * MOST_LOCAL];
    for (int64_t t = 0; t < s->samples; t++) {
        add(s, t, k, neighbours, counts, lanes);
    }
}

/* Writes the sums of the n-plet; its first `same` members are those of the call before. */
EXPORT(void, oinfo_neighbours)(const struct neighbours *s, int64_t same) {
    fill(s, same);
    for (int i = 0; i < 5; i++) {
        s->sums[i] = 0;
    }
    if (s->neighbours == 4 && s->k == 3) {
        add_all(s, 3, 4);
    } else if (s->neighbours == 4 && s->k == 4) {
        add_all(s, 4, 4);
    } else if (s->neighbours == 4 && s->k == 5) {
        add_all(s, 5, 4);
    } else {
        for (int64_t t = 0; t < s->samples; t++) {
            add(s, t, (int)s->k, (int)s->neighbours, s->counts, s->lanes);
        }
    }
}
