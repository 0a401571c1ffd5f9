/* What a prefix needs before its pairs can be run: PairPrefix in org.oinfo.kernels.simd.pairs, which says why, for several at once. */
#ifndef OINFO_PAIR_PREFIX_H
#define OINFO_PAIR_PREFIX_H

#include "pairs.h"

/* 1 / sqrt(x[v]) for v from start on. */
INLINE void inverse_roots(const double *x, double *out, int start, int n) {
    for (int v = start; v < n; v += L) {
        store(out + v, 1 / root(load(x + v)));
    }
}

/* s^i_vv of the variables without member i, what follows from it, and the smallest weight so far. */
INLINE void without_member(struct pairs *s, struct prefix *prefix, int i, int start) {
    const int n = s->n, last = s->members - 1;
    const double *diagonal = prefix->level.diag, *b = prefix->level.b + i * n;
    V inverse_kappa = broadcast(1 / prefix->level.kappa[i]);
    for (int v = start; v < n; v += L) {
        V given = load(diagonal + v), coefficient = load(b + v);
        V without = i == last ? load(s->levels[last].diag + v) : fma(coefficient * inverse_kappa, coefficient, given);
        V inverse = i == last ? load(s->shared_sd + v) : 1 / root(without);
        V rho = given * inverse * inverse;
        V cubed = rho * rho * rho * inverse_kappa, weight = load(s->scratch + v);
        store(s->scratch + v, (V)(((I)cubed & (I)(cubed < weight)) | ((I)weight & ~(I)(cubed < weight))));
        if (i < last) {
            store(prefix->inverse_sd + (i + 1) * n + v, inverse);
            store(prefix->coefficient + i * n + v, coefficient * inverse);
        }
        V tau = i == 0 ? without : without * (1 / given) * load(prefix->inverse_tau + v);
        store(prefix->inverse_tau + v, tau);
    }
}

static void prepare(struct pairs *s, struct prefix *prefix, int first) {
    const int n = s->n, start = first / L * L;
    for (int v = start; v < n; v++) {
        s->scratch[v] = prefix->level.diag[v];
        prefix->inverse_tau[v] = 1;
    }
    for (int i = 0; i < s->members; i++) {
        without_member(s, prefix, i, start);
    }
    prefix->unsound_count = 0;
    for (int v = first; v < n; v++) {
        double weight = s->scratch[v];
        if (!(weight >= GUARD)) {
            prefix->unsound[prefix->unsound_count++] = v;
            prefix->inverse_tau[v] = 1;
        } else if (weight < s->lightest) {
            s->lightest = weight;
        }
    }
    inverse_roots(prefix->level.diag, prefix->inverse_sd, start, n);
    prefix->inverse_scale = s->scale / prefix->level.inverse_det_squared;
    for (int i = 0; i < s->members; i++) {
        prefix->inverse_scale *= prefix->level.kappa[i];
    }
}

/*
 * Moves to s->count prefixes whose last members follow each other.
 *
 * prefix: members of the first of them; kept: leading members that are those of the prefixes before. Returns a bit for each prefix
 * that is not too close to singular.
 */
static int move_to(struct pairs *s, const int *prefix, int kept) {
    const int last = s->members - 1, n = s->n;
    s->lightest = 1;
    s->filled_from = n;
    if (s->members == 0) {
        prepare(s, s->prefixes, s->dummies);
        return 1;
    }
    int levels = kept < last ? kept : last;
    levels = levels < s->sound_levels ? levels : s->sound_levels;
    if (levels < last || s->shared_from < 0) {
        while (levels < last && extend(s->levels + levels, s->levels + levels + 1, levels, prefix[levels] + s->dummies, n)) {
            levels++;
        }
        s->sound_levels = levels;
        if (levels < last) {
            return 0;
        }
        inverse_roots(s->levels[last].diag, s->shared_sd, 0, n);
        s->shared_from = n;
    }
    int sound = 0;
    for (int i = 0; i < s->count; i++) {
        int p = prefix[last] + s->dummies + i;
        if (extend(s->levels + last, &s->prefixes[i].level, last, p, n)) {
            prepare(s, s->prefixes + i, p + 1);
            sound |= 1 << i;
        }
        s->prefixes[i].member = p;
    }
    return sound;
}

/* P_{C-1} of row j: correlations given the prefix without its last member. */
INLINE void fill_shared(struct pairs *s, int j) {
    const double *row = s->levels[s->members - 1].s + (int64_t)j * s->n, *sd = s->shared_sd;
    V own = broadcast(sd[j]);
    for (int l = j / WIDTH * WIDTH; l < s->n; l += WIDTH) {
        double *tile = tile_at(s, j, l);
        EACH(w, 2) { store(tile + w * L, load(row + l + w * L) * own * load(sd + l + w * L)); }
    }
}

/* P_0 .. P_{C-2} and h of row j. */
INLINE void fill_own(struct pairs *s, int i, int j) {
    struct prefix *prefix = s->prefixes + i;
    const int n = s->n, members = s->members, own = own_sets(s);
    const struct level *before = s->levels + (members ? members - 1 : 0);
    const double *row = before->s + (int64_t)j * n, *last = before->s + (int64_t)prefix->member * n, *sd = prefix->inverse_sd;
    V factor = broadcast(members ? -prefix->level.b[(members - 1) * n + j] : 0), own_sd = broadcast(sd[j]);
    V pair_scale = broadcast(prefix->inverse_scale * prefix->inverse_tau[j]), own_sd_c[MOST_MEMBERS + 1], scaled[MOST_MEMBERS + 1];
    for (int c = 1; c < own; c++) {
        own_sd_c[c] = broadcast(prefix->inverse_sd[c * n + j]);
        scaled[c] = broadcast(prefix->coefficient[(c - 1) * n + j] / prefix->level.kappa[c - 1]);
    }
    for (int l = j / WIDTH * WIDTH; l < n; l += WIDTH) {
        double *tile = tile_at(s, j, l) + own_tile(s, i);
        EACH(w, 2) {
            const int v = l + w * L;
            V covariance = members ? fma(load(last + v), factor, load(row + v)) : load(row + v);
            V p = covariance * own_sd * load(sd + v);
            store(tile + w * L, p);
            store(tile + WIDTH * own + w * L, fma(-p, p, broadcast(1)) * pair_scale * load(prefix->inverse_tau + v));
            for (int c = 1; c < own; c++) {
                const double *sd_c = prefix->inverse_sd + c * n, *b = prefix->coefficient + (c - 1) * n;
                store(tile + WIDTH * c + w * L, fma(covariance * own_sd_c[c], load(sd_c + v), load(b + v) * scaled[c]));
            }
        }
    }
    for (int u = 0; u < prefix->unsound_count; u++) {
        int v = prefix->unsound[u];
        for (int l = v > j ? v : j; l < (v == j ? n : v + 1); l++) {
            tile_at(s, j, l)[own_tile(s, i)] = 1;
        }
    }
}

/* Makes the rows from `from` on; those that are there already stay. */
static void fill(struct pairs *s, int from) {
    for (int j = from; j < s->shared_from; j++) {
        fill_shared(s, j);
    }
    s->shared_from = from < s->shared_from ? from : s->shared_from;
    for (int j = from; j < s->filled_from; j++) {
        for (int i = 0; i < s->count; i++) {
            fill_own(s, i, j);
        }
    }
    s->filled_from = from < s->filled_from ? from : s->filled_from;
}

#endif
