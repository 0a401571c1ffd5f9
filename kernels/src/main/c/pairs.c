/* The pair-stationary scan of orders 3 to 8, as Java calls it. */
#include "lanes_log.h"
#include "memory.h"
#include "pair_prefix.h"
#include "pair_full.h"

/* Bytes of a strip of one prefix, and fewest steps of a run: as PairBuffers, whose runs must multiply the same factors. */
#define STRIP_BYTES (24 << 10)
#define SHORTEST 24

#define EACH_ORDER(DO) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6)

/* What runs do at levels extremes and plain. */
INLINE int kind(const struct pairs *s) { return s->counts == EXTREMES ? 0 : s->summed ? SUMMED : COUNTED; }

static void run_again(struct pairs *s, int i, int half, int first, int j, int l, int from, int steps) {
    switch (s->sets * 3 + kind(s)) {
#define DO(SETS) \
    case SETS * 3: run_block(s, SETS, i, 1, 1, 0, half, first, j, l, from, steps); break; \
    case SETS * 3 + 1: run_block(s, SETS, i, 1, 1, COUNTED, half, first, j, l, from, steps); break; \
    case SETS * 3 + 2: run_block(s, SETS, i, 1, 1, SUMMED, half, first, j, l, from, steps); break;
        EACH_ORDER(DO)
#undef DO
    }
}

static void full_groups(struct pairs *s, int l, int from, int to) {
    switch (s->sets) {
#define DO(SETS) \
    case SETS: full_group(s, SETS, l, from, to); break;
        EACH_ORDER(DO)
#undef DO
    }
}

static void run_groups(struct pairs *s, int l, int from, int to) {
    if (s->counts == FULL) {
        full_groups(s, l, from, to);
        return;
    }
    const int block = s->count == s->most && s->most > 1;
    switch (s->sets * 6 + kind(s) * 2 + block) {
#define DO(SETS) \
    case SETS * 6: run_group(s, SETS, 1, 2, 0, l, from, to); break; \
    case SETS * 6 + 1: run_group(s, SETS, BLOCK_PREFIXES(SETS), BLOCK_VECTORS, 0, l, from, to); break; \
    case SETS * 6 + 2: run_group(s, SETS, 1, 2, COUNTED, l, from, to); break; \
    case SETS * 6 + 3: run_group(s, SETS, BLOCK_PREFIXES(SETS), BLOCK_VECTORS, COUNTED, l, from, to); break; \
    case SETS * 6 + 4: run_group(s, SETS, 1, 2, SUMMED, l, from, to); break; \
    case SETS * 6 + 5: run_group(s, SETS, BLOCK_PREFIXES(SETS), BLOCK_VECTORS, SUMMED, l, from, to); break;
        EACH_ORDER(DO)
#undef DO
    }
}

/* Prefixes that are scanned at once, where so many are there. */
EXPORT(int, oinfo_pairs_prefixes)(int order, int counts) { return counts == FULL ? 1 : BLOCK_PREFIXES(order - 2); }

static void take_level(struct level *level, char **at, int members, int n, int with_s) {
    level->s = with_s ? take_doubles(at, (int64_t)n * n) : 0;
    level->diag = take_doubles(at, n);
    level->b = take_doubles(at, (int64_t)members * n + 8);
    level->kappa = take_doubles(at, members + 1);
}

static void set_sizes(struct pairs *s, int variables, int order, int counts, int most) {
    s->n = (variables + WIDTH - 1) / WIDTH * WIDTH;
    s->dummies = s->n - variables;
    s->order = order;
    s->sets = order - 2;
    s->members = order - 3;
    s->counts = counts;
    s->most = most;
    int chunk = STRIP_BYTES / (WIDTH * 2 * s->sets * 8);
    s->chunk = chunk > LONGEST ? LONGEST : chunk < SHORTEST ? SHORTEST : chunk;
    s->count = 0;
}

/* Puts every array in its place behind the state; returns the bytes of all. */
static int64_t lay_out(struct pairs *s, char *base) {
    const int n = s->n, own = own_sets(s), most = s->most;
    char *at = base;
    take_bytes(&at, sizeof(struct pairs));
    for (int m = 0; m < (s->members ? s->members : 1); m++) {
        take_level(s->levels + m, &at, m, n, 1);
    }
    for (int i = 0; i < most; i++) {
        struct prefix *prefix = s->prefixes + i;
        take_level(&prefix->level, &at, s->members, n, 0);
        prefix->inverse_sd = take_doubles(&at, (int64_t)own * n);
        prefix->coefficient = take_doubles(&at, (int64_t)own * n);
        prefix->inverse_tau = take_doubles(&at, n);
        prefix->unsound = take_bytes(&at, n * 4);
    }
    s->shared_sd = take_doubles(&at, n);
    s->scratch = take_doubles(&at, n);
    s->group_at = take_bytes(&at, n / WIDTH * 8);
    int64_t tiles = 0;
    for (int g = 0; g < n / WIDTH; g++) {
        tiles += (g + 1) * WIDTH * (int64_t)(WIDTH * (shares(s) + most * (own + 1)));
    }
    s->tiles = take_doubles(&at, tiles);
    s->strip = take_doubles(&at, (int64_t)s->chunk * 2 * WIDTH * (shares(s) + most * own));
    s->rows = take_doubles(&at, (int64_t)n * own_row(s, most) + L);
    s->found = take_bytes(&at, (int64_t)2 * n * most * sizeof(struct found));
    s->omega = take_doubles(&at, s->chunk * WIDTH);
    s->sound = take_bytes(&at, s->chunk * WIDTH * 8);
    if (s->counts == FULL) {
        s->full.variable_sum = take_doubles(&at, n);
        s->full.histogram = take_bytes(&at, CELLS * L * 8);
        s->full.step_sum = take_doubles(&at, s->chunk * WIDTH);
        s->full.cells = take_bytes(&at, L * 8);
    }
    return at - base;
}

/* Bytes of a state with everything behind it; it must be aligned to 64 bytes. */
EXPORT(int64_t, oinfo_pairs_size)(int variables, int order, int counts, int most) {
    struct pairs s;
    set_sizes(&s, variables, order, counts, most);
    return lay_out(&s, 0);
}

static void clear(struct products *products) {
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < WIDTH; k++) {
            products->mantissa[i][k] = 1;
            products->exponent[i][k] = 0;
        }
    }
}

/* r: correlations [variables*variables] */
EXPORT(void, oinfo_pairs_init)(struct pairs *s, const double *r, int variables, int order, int counts, int most) {
    set_sizes(s, variables, order, counts, most);
    lay_out(s, (char *)s);
    const int n = s->n, dummies = s->dummies;
    struct level *level = s->levels;
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            level->s[(int64_t)i * n + j] = i < dummies || j < dummies ? i == j : r[(int64_t)(i - dummies) * variables + j - dummies];
        }
        level->diag[i] = 1;
    }
    level->inverse_det_squared = 1;
    if (!s->members) {
        s->prefixes[0].level = *level;
    }
    const double sign = s->sets % 2 ? -1 : 1;
    s->scale = sign * s->bias_factor;
    s->limits.guard = GUARD;
    s->limits.redundant = -sign * s->redundant_below;
    s->limits.other = -sign * s->other_below;
    s->sound_levels = 0;
    s->shared_from = -1;
    s->scored = s->redundant = s->other = 0;
    clear(&s->products);
}

/* The layouts depend on the number of prefixes at once. */
static void set_count(struct pairs *s, int count) {
    if (s->count == count) {
        return;
    }
    s->count = count;
    s->tile_values = own_tile(s, count);
    s->strip_values = own_strip(s, count);
    s->row_values = own_row(s, count);
    int64_t at = 0;
    for (int g = 0; g < s->n / WIDTH; g++) {
        s->group_at[g] = at;
        at += (g + 1) * WIDTH * (int64_t)s->tile_values;
    }
    s->shared_from = s->shared_from < 0 ? -1 : s->n; /* tiles have moved */
}

EXPORT(int, oinfo_pairs_move)(struct pairs *s, const int *prefix, int kept, int count) {
    set_count(s, count);
    return move_to(s, prefix, kept);
}

/* Forgets what was counted. */
EXPORT(void, oinfo_pairs_begin)(struct pairs *s) {
    if (s->counts == FULL) {
        for (int i = 0; i < CELLS * L; i++) {
            s->full.histogram[i] = 0;
        }
    }
    s->scored = s->redundant = s->other = 0;
    s->determinants = (struct compensated){0, 0};
    clear(&s->products);
}

/* The scan of the current prefixes begins at q = from; runs end at q = base + a multiple of the chunk. */
EXPORT(void, oinfo_pairs_begin_prefixes)(struct pairs *s, int from, int base) {
    from += s->dummies;
    s->base = base + s->dummies;
    fill(s, from);
    s->next = from;
    s->group = -1;
    if (s->counts == FULL) {
        clear_sums(&s->full, s->n);
    }
    for (int i = 0; i < s->count; i++) {
        clear(&s->prefixes[i].products);
        s->prefixes[i].determinants = (struct compensated){0, 0};
        for (int k = 0; k < WIDTH; k++) {
            s->prefixes[i].lane_sums[k] = 0;
        }
    }
}

/* Prefix after prefix into the products of all. */
static void fold(struct pairs *s) {
    for (int i = 0; i < s->count; i++) {
        struct products *products = &s->prefixes[i].products;
        for (int p = 0; p < 2; p++) {
            for (int k = 0; k < WIDTH; k += L) {
                multiply(s->products.mantissa[p] + k, s->products.exponent[p] + k, load(products->mantissa[p] + k));
                store_integers(s->products.exponent[p] + k,
                               load_integers(s->products.exponent[p] + k) + load_integers(products->exponent[p] + k));
            }
        }
    }
}

/*
 * Scores {Q, q, j, l} for q below `to` and all q < j < l, for all prefixes Q; returns where runs were found that need a second look:
 * call it again until it returns 0. Thresholds may move in between.
 */
EXPORT(int, oinfo_pairs_scan)(struct pairs *s, int to) {
    const double sign = s->sets % 2 ? 1 : -1;
    to += s->dummies;
    s->limits.high = s->counts ? sign * s->high : sign / s->high;
    s->limits.low = s->counts ? sign * s->low : sign / s->low;
    s->found_count = 0;
    while (s->next < to) {
        const int from = (int)s->next, full = s->base + ((from - s->base) / s->chunk + 1) * s->chunk, end = to < full ? to : full;
        if (s->group < 0) {
            pack_all_rows(s, from, end);
            s->group = (from + 2) / WIDTH * WIDTH;
        }
        while (s->group < s->n) {
            const int l = s->group, last = l + WIDTH - 1;
            const int steps_end = end < last ? end : last;
            pack_strip(s, from, steps_end, l);
            s->group += WIDTH;
            run_groups(s, l, from, end);
            if (s->summed) {
                end_group(s, l);
            }
            if (s->found_count) {
                return (int)s->found_count;
            }
        }
        if (s->counts == FULL) {
            fold_steps(s, from, end);
        }
        s->next = end;
        s->group = -1;
    }
    if (s->counts == PLAIN) {
        fold(s);
    }
    if (s->summed) {
        end_determinants(s);
    }
    return 0;
}

/*
 * Omega less its bias of every n-plet of a run that was found, and whether it is sound (negative); rubbish in lanes that are not
 * valid.
 */
EXPORT(void, oinfo_pairs_values)(struct pairs *s, int i, int j, int l, int from, int steps) {
    const int own = own_sets(s), odd = s->sets & 1;
    for (int half = 0; half < 2; half++) {
        struct place at = place(s, i, half, j, l, from, steps);
        V guard = broadcast(GUARD), unused;
        for (int step = 0; step < steps; step++) {
            V w0, d0 = minor(load(at.strip), load(at.strip + WIDTH), at.row[0], at.row[LONGEST], load(at.tile), &w0), q = w0;
            for (int c = 1; c < own; c++) {
                q = q * minor(load(at.strip + 2 * WIDTH * c), load(at.strip + 2 * WIDTH * c + WIDTH), at.row[2 * c * LONGEST],
                              at.row[(2 * c + 1) * LONGEST], load(at.tile + WIDTH * c), &unused);
            }
            if (shares(s)) {
                q = q * minor(load(at.shared_strip), load(at.shared_strip + WIDTH), at.shared_row[0], at.shared_row[LONGEST],
                              load(at.shared_tile), &unused);
            }
            V g = s->sets > 2 ? q * broadcast(at.row[2 * own * LONGEST]) : q;
            V raised = power(d0, s->sets);
            I b = (I)(g * load(at.tile + WIDTH * own)), t = (I)(odd ? -raised : raised);
            I below = (I)((U)t - (U)b), swap = (t ^ b) & (0 - shift_right(below, 63));
            V ratio = (V)(t ^ swap) / (V)(b ^ swap);
            V omega = log_of(ratio) * 0.5;
            I sound = (I)(d0 + guard);
            if (shares(s)) {
                sound &= odd ? (I)(q + guard) : (I)(guard - q);
            }
            store(s->omega + step * WIDTH + half * L, (V)((I)omega | (below & SIGN_BIT)));
            store_integers(s->sound + step * WIDTH + half * L, sound);
            at.strip += s->strip_values;
            at.shared_strip += s->strip_values;
            at.row++;
            at.shared_row++;
        }
    }
}
