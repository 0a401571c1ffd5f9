/* Packs what streams by, and meets it with every pair (j, l): groups of l outside, j inside, q in the runs. As PairStrips. */
#ifndef OINFO_PAIR_STRIP_H
#define OINFO_PAIR_STRIP_H

#include "pairs.h"

/* Rows of a become its columns: L vectors of L values. */
INLINE void transpose(V a[L]) {
    I even, odd;
    EACH(level, 3) {
        const int apart = 1 << level;
        if (apart < L) {
            EACH(k, L) {
                even[k] = k & apart ? L + k - apart : k;
                odd[k] = k & apart ? L + k : k + apart;
            }
            EACH(i, L) {
                if (!(i & apart)) {
                    V upper = __builtin_shuffle(a[i], a[i + apart], even), lower = __builtin_shuffle(a[i], a[i + apart], odd);
                    a[i] = upper;
                    a[i + apart] = lower;
                }
            }
        }
    }
}

/* Columns of P_c become rows: -x and -(1 - x^2) for q in [from, to) and all j > q. */
static void pack_rows(struct pairs *s, int from, int to, int tile_offset, int row_offset) {
    for (int j = (from + 1) / L * L; j < s->n; j += L) {
        const double *tile = tile_at(s, from, j) + tile_offset;
        double *row = row_at(s, j) + row_offset;
        for (int q = from; q < to && q < j + L - 1; q += L) {
            V x[L];
            EACH(i, L) { x[i] = q + i < j + L ? load(tile + (int64_t)(q + i - from) * s->tile_values) : broadcast(0); }
            transpose(x);
            EACH(i, L) {
                store(row + (int64_t)i * s->row_values + q - from, -x[i]);
                store(row + (int64_t)i * s->row_values + LONGEST + q - from, fma(x[i], x[i], broadcast(-1)));
            }
        }
    }
}

static void pack_all_rows(struct pairs *s, int from, int to) {
    if (shares(s)) {
        pack_rows(s, from, to, 0, 0);
    }
    for (int i = 0; i < s->count; i++) {
        for (int c = 0; c < own_sets(s); c++) {
            pack_rows(s, from, to, own_tile(s, i) + WIDTH * c, own_row(s, i) + 2 * LONGEST * c);
        }
        for (int j = from + 1; j < s->n && s->order > 4; j++) {
            double *row = row_at(s, j) + own_row(s, i) + 2 * LONGEST * own_sets(s);
            for (int q = from; q < to && q < j; q += L) {
                store(row + q - from, load(s->prefixes[i].inverse_tau + q));
            }
        }
    }
}

/* x and v of one set at q and a group of l. */
INLINE void pack_set(const double *tile, double *strip) {
    EACH(w, 2) {
        V x = load(tile + w * L);
        store(strip + w * L, x);
        store(strip + WIDTH + w * L, fma(-x, x, broadcast(1)));
    }
}

/* The strip of the group of l for q in [from, to). */
static void pack_strip(struct pairs *s, int from, int to, int l) {
    const int own = own_sets(s), count = s->count, shared = shares(s);
    const double *tile = tile_at(s, from, l);
    double *strip = s->strip;
    for (int q = from; q < to; q++, tile += s->tile_values) {
        const double *set = tile;
        if (shared) {
            pack_set(set, strip);
            set += WIDTH;
            strip += 2 * WIDTH;
        }
        for (int i = 0; i < count; i++, set += WIDTH) {
            for (int c = 0; c < own; c++, set += WIDTH, strip += 2 * WIDTH) {
                pack_set(set, strip);
            }
        }
    }
}

/* 2^-900 and 2^900 as bits: products of a run between them are taken. */
#define SMALLEST_PRODUCT ((int64_t)(1023 - 900) << 52)
#define LARGEST_PRODUCT ((int64_t)(1023 + 900) << 52)
#define MAGNITUDE 0x7FFFFFFFFFFFFFFF
#define MANTISSA 0x000FFFFFFFFFFFFF
#define ONE 0x3FF0000000000000

/* Absolute values of factors, 1 in lanes that are not valid. */
INLINE V kept(V factors, I valid) { return (V)((((I)factors & MAGNITUDE) & valid) | (ONE & ~valid)); }

INLINE int in_range(V x) {
    I bits = (I)x & MAGNITUDE;
    return !signs((bits - SMALLEST_PRODUCT) | (LARGEST_PRODUCT - bits));
}

/* Multiplies one vector in and splits its exponents off. */
INLINE void multiply(double *mantissa, int64_t *exponent, V factor) {
    I bits = (I)(load(mantissa) * factor) & MAGNITUDE;
    store(mantissa, (V)((bits & MANTISSA) | ONE));
    store_integers(exponent, load_integers(exponent) + shift_right(bits, 52) - 1023);
}

INLINE int64_t sum(I x) {
    int64_t total = 0;
    EACH(i, L) { total += x[i]; }
    return total;
}

INLINE struct place place(const struct pairs *s, int i, int half, int j, int l, int from, int steps) {
    const int64_t skip = from - s->next;
    const double *tile = tile_at(s, j, l) + half * L, *strip = s->strip + skip * s->strip_values + half * L;
    const double *row = row_at(s, j) + skip;
    return (struct place){tile, tile + own_tile(s, i), strip, strip + own_strip(s, i), row, row + own_row(s, i), s->strip_values,
                          steps, own_tile(s, 1) - own_tile(s, 0), own_strip(s, 1) - own_strip(s, 0),
                          s->prefixes[i].level.diag + from, s->count > 1 ? s->prefixes[1].level.diag - s->prefixes[0].level.diag : 0};
}

/* Lanes from first on, all bits set. */
INLINE I lanes_from(int first) {
    I lane;
    EACH(k, L) { lane[k] = k; }
    return (I)(lane >= integers(first));
}

/* Takes what a run with j left for one vector of l. */
INLINE void take_determinants(struct prefix *prefix, int at, int j, V determinants) {
    store(prefix->lane_sums + at, fma(determinants, broadcast(prefix->level.diag[j]), load(prefix->lane_sums + at)));
}

/* Multiplies the factors of a run in, and counts; false, and nothing done, when some are out of range. */
INLINE int take(struct pairs *s, int i, int P, int W, int counts, int half, int first, int j, const struct factors *factors) {
    I valid = W == 1 ? lanes_from(first) : integers(-1);
    V minors[MOST_PREFIXES][2], scales[MOST_PREFIXES][2];
    int fit = 1;
    EACH(k, P) {
        EACH(w, W) {
            minors[k][w] = kept(factors->minors[k][w], valid);
            scales[k][w] = kept(factors->scales[k][w], valid);
            fit &= in_range(minors[k][w]) & in_range(scales[k][w]);
        }
    }
    if (!fit) {
        return 0;
    }
    EACH(k, P) {
        struct products *products = &s->prefixes[i + k].products;
        EACH(w, W) {
            const int at = (half + w) * L;
            multiply(products->mantissa[0] + at, products->exponent[0] + at, minors[k][w]);
            multiply(products->mantissa[1] + at, products->exponent[1] + at, scales[k][w]);
            if (counts == SUMMED) {
                take_determinants(s->prefixes + i + k, at, j, (V)((I)factors->determinants[k][w] & valid));
            }
        }
    }
    s->redundant += sum(factors->redundant & valid);
    s->other += sum(factors->other & valid);
    return 1;
}

static __attribute__((noinline)) void run_again(struct pairs *s, int i, int half, int first, int j, int l, int from, int steps);

/*
 * P prefixes from prefix i on and W vectors from half on, one vector from lane first on; q in [from, from + steps), which begins
 * `skip` steps into the strip. What is flagged is redone one prefix and vector at a time, so that neither P nor W shows in any
 * result; what is flagged then is listed.
 */
INLINE void run_block(struct pairs *s, int sets, int i, int P, int W, int counts, int half, int first, int j, int l, int from,
                      int steps) {
    struct factors factors;
    const int head = P > 1 && from <= s->prefixes[P - 1].member;
    unsigned flags = run(sets, P, W, counts, &s->limits, place(s, i, half, j, l, from, steps), head,
                         (~0u << first) & (W == 2 ? (ALL_LANES << L) | ALL_LANES : ALL_LANES), &factors);
    const int single = P == 1 && W == 1;
    int sound = single ? !(flags & UNSOUND) : !flags;
    if (counts && sound) {
        sound = take(s, i, P, W, counts, half, first, j, &factors);
    }
    if (sound) {
        int64_t all = 0;
        EACH(k, P) { all += head ? (steps > k ? steps - k : 0) : steps; }
        s->scored += all * (W * L - first);
    }
    if (single && (flags || !sound)) {
        s->found[s->found_count++] = (struct found){
            i, (int)flags | (sound ? 0 : UNSOUND), j, l, half * L + first, half * L + L, from, steps};
    }
    if (!single && !sound) {
        for (int k = 0; k < P; k++) {
            const int later = head ? k : 0;
            for (int w = 0; w < W && steps > later; w++) {
                run_again(s, i + k, half + w, first, j, l, from + later, steps - later);
            }
        }
    }
}

/* The group of l ends: its sums join those of the prefixes. */
static void end_group(struct pairs *s, int l) {
    for (int i = 0; i < s->count; i++) {
        struct prefix *prefix = s->prefixes + i;
        double total = 0;
        for (int k = 0; k < WIDTH; k++) {
            total = __builtin_fma(prefix->level.diag[l + k], prefix->lane_sums[k], total);
            prefix->lane_sums[k] = 0;
        }
        add(&prefix->determinants, total);
    }
}

/* The prefixes end: their sums join that of the range. */
static void end_determinants(struct pairs *s) {
    for (int i = 0; i < s->count; i++) {
        struct prefix *prefix = s->prefixes + i;
        double determinant = 1 / root(broadcast(prefix->level.inverse_det_squared))[0];
        add(&s->determinants, -determinant * (prefix->determinants.high + prefix->determinants.low));
    }
}

/* All j that meet a group of l. */
INLINE void run_group(struct pairs *s, int sets, int P, int W, int counts, int l, int from, int to) {
    int j = from + 1;
    if (W == 2) {
        for (; j < l; j++) {
            run_block(s, sets, 0, P, 2, counts, 0, 0, j, l, from, (to < j ? to : j) - from);
        }
    }
    for (int half = 0; half < 2; half++) {
        const int begin = l + half * L, end = begin + L - 1 < s->n - 1 ? begin + L - 1 : s->n - 1;
        for (int i = j; i < end; i++) {
            run_block(s, sets, 0, P, 1, counts, half, i < begin ? 0 : i + 1 - begin, i, l, from, (to < i ? to : i) - from);
        }
    }
}

#endif
