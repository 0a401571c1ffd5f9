/* The cells of a walk over the lattice, as Java calls them: LatticeCell in org.oinfo.kernels.simd.lattice. */
#include "lattice_condition.h"
#include "lattice_minors.h"
#include "lattice_sums.h"
#include "memory.h"

/* Puts every array in its place behind the state; returns the bytes of all. free: most free variables of a cell. */
static int64_t lay_out(struct lattice *s, char *base, int n, int free) {
    const int q = free - LANE_VARIABLES, orders = (n + 1) * L;
    char *at = base;
    take_bytes(&at, sizeof(struct lattice));
    s->above = take_doubles(&at, orders);
    s->below = take_doubles(&at, orders);
    s->redundant_above = take_doubles(&at, orders);
    s->synergistic_below = take_doubles(&at, orders);
    s->coefficient = take_doubles(&at, orders);
    s->redundant = take_bytes(&at, orders * 8);
    s->synergistic = take_bytes(&at, orders * 8);
    s->sum = take_doubles(&at, orders);
    s->scores = take_doubles(&at, CHUNK * L);
    s->wanted = take_bytes(&at, (n + 1) * 4);
    s->variables = take_bytes(&at, n * 4);
    s->r = take_doubles(&at, n * n);
    s->logs = take_doubles(&at, L + (L << q));
    for (int level = PRODUCTS_LEAF; level <= q; level++) {
        s->buffers[level].matrix = take_doubles(&at, PACKED(level));
        s->buffers[level].borders = take_doubles(&at, (1 + level) * n * L);
    }
    for (int level = MINORS_LEAF; level < q; level++) {
        s->minor_levels[level] = take_doubles(&at, PACKED(level));
    }
    s->step = take_doubles(&at, q * L);
    s->s = take_doubles(&at, n * n);
    s->b = take_doubles(&at, n * n);
    s->kappa = take_doubles(&at, n);
    s->lane_s = take_doubles(&at, n * n);
    s->lane_b = take_doubles(&at, n * n);
    s->lane_kappa = take_doubles(&at, n);
    s->pivots = take_doubles(&at, n + L);
    return at - base;
}

/* Bytes of a state with everything behind it; it must be aligned to 64 bytes and zero. */
EXPORT(int64_t, oinfo_lattice_size)(int variables, int free) {
    struct lattice s;
    return lay_out(&s, 0, variables, free);
}

/* r: correlations [variables*variables]; free: most free variables of a cell, at least MINORS_LEAF beside the lanes. */
EXPORT(void, oinfo_lattice_init)(struct lattice *s, const double *r, int variables, int free) {
    s->n = variables;
    lay_out(s, (char *)s, variables, free);
    double *own = (double *)s->r;
    for (int i = 0; i < variables * variables; i++) {
        own[i] = r[i];
    }
}

static void classify(struct lattice *s) {
    int at = 0;
    for (int c = 0; c <= s->chunk_variables; c++) {
        s->begin[c] = at;
        for (int v = 0; v < 1 << s->chunk_variables; v++) {
            if (__builtin_popcount(v) == c) {
                s->classes[at++] = v;
            }
        }
    }
    s->begin[s->chunk_variables + 1] = at;
}

/* A cell follows: the first `members` of variables are H, the next `free` are free. Forgets what was counted. */
EXPORT(void, oinfo_lattice_begin)(struct lattice *s, int members, int free) {
    const int q = free - LANE_VARIABLES;
    s->members = members;
    s->free = free;
    s->chunk_variables = q < CHUNK_VARIABLES ? q : CHUNK_VARIABLES;
    classify(s);
    for (int t = 0; t < (s->n + 1) * L; t++) {
        s->redundant[t] = s->synergistic[t] = 0;
        s->sum[t] = 0;
    }
    double factor[L] __attribute__((aligned(64)));
    s->at[q] = s->buffers[q];
    s->constant = -2 * condition(s, factor, s->at[q].matrix, s->at[q].borders);
    minors(s, load(factor), s->at[q].matrix, q, s->logs + L);
    for (int64_t i = L; i < L + (L << q); i += L) {
        store(s->logs + i, log_of(load(s->logs + i)));
    }
    s->next = (1 << (q - s->chunk_variables)) - 1;
    s->level = q;
}

/* Whether some order in [from, to] is asked for. */
static int wants(const struct lattice *s, int from, int to) {
    for (int order = from; order <= to; order++) {
        if (s->wanted[order]) {
            return 1;
        }
    }
    return 0;
}

/*
 * Goes down to the buffers of the next chunk; 0 where nothing is asked for on the way: next is then the last chunk of what is passed
 * over. Bit v of next tells whether free variable chunk_variables + v, beside the lanes, is a member.
 */
static int descend(struct lattice *s) {
    for (int q = s->level; q > s->chunk_variables; q--) {
        const int decided = q - s->chunk_variables, members = s->members + __builtin_popcountll(s->next >> decided);
        if (!wants(s, members, members + q + LANE_VARIABLES)) {
            s->next = s->next >> decided << decided;
            return 0;
        }
        if (s->next >> (decided - 1) & 1) {
            include(s, s->at[q], q);
            s->at[q - 1] = s->buffers[q - 1];
        } else {
            s->at[q - 1] = s->at[q];
        }
    }
    return 1;
}

/* 2 Omega of the next chunk; whether some may enter a ranking. */
static int score_chunk(struct lattice *s) {
    const int64_t first = s->next << s->chunk_variables;
    products(s, s->at[s->chunk_variables], s->chunk_variables, s->scores);
    const int shared = __builtin_popcountll(first);
    for (int v = 0; v < 1 << s->chunk_variables; v += 8) {
        const double *coefficient = s->coefficient + (shared + __builtin_popcount(v)) * L;
        score_group(s, s->logs + (1 + first + v) * L, (first + v) / 8, coefficient, s->scores + v * L);
    }
    s->first = first * L;
    return count_chunk(s, s->members + shared);
}

/* Goes through the cell; returns 1 where some n-plets of a chunk may enter a ranking, call it again then; 0 at the end. */
EXPORT(int, oinfo_lattice_run)(struct lattice *s) {
    while (s->next >= 0) {
        int found = descend(s) && score_chunk(s);
        s->level = s->next ? s->chunk_variables + __builtin_ctzll(s->next) + 1 : 0;
        s->next--;
        if (found) {
            return 1;
        }
    }
    return 0;
}
