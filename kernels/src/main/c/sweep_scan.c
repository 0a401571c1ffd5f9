/* The scan by the bordered sweep, as Java calls it: the walk of SweepScan in org.oinfo.kernels.simd.sweep. */
#include "memory.h"
#include "sweep_rows.h"

/* What comes next in a walk. */
enum { PREFIX, RAGGED, ROW, COLUMNS, REST };
/* What a walk stops for. */
enum { ENDED, CANONICAL, SPECIAL };

static void set_sizes(struct sweep *s, int variables, int order, int full) {
    s->n = variables;
    s->stride = (variables + L - 1) / L * L + L;
    s->order = order;
    s->members = order - 2;
    s->full = full;
    int vectors = 280 / (4 * (order - 1));
    s->chunk = (vectors > 1 ? vectors : 1) * L;
}

/* Puts every array in its place behind the state; returns the bytes of all. */
static int64_t lay_out(struct sweep *s, char *base) {
    const int n = s->n, stride = s->stride;
    char *at = base;
    take_bytes(&at, sizeof(struct sweep));
    s->nplet = take_bytes(&at, s->order * 4);
    s->held = take_bytes(&at, s->order * 4);
    s->codes = take_bytes(&at, (int64_t)(s->chunk > stride ? s->chunk : stride) * 8);
    s->mantissas = take_doubles(&at, 2 * L);
    s->exponents = take_bytes(&at, 2 * L * 8);
    for (int m = 0; s->order <= LARGEST_ORDER && m <= s->members; m++) {
        struct level *level = s->levels + m;
        level->s = m == 0 || m < s->members ? take_doubles(&at, (int64_t)n * stride) : 0;
        level->diag = take_doubles(&at, stride);
        level->b = take_doubles(&at, (int64_t)m * stride);
        level->kappa = take_doubles(&at, m);
    }
    s->log_scales = take_doubles(&at, stride);
    s->coefficients = take_doubles(&at, s->members);
    s->kappa = take_doubles(&at, s->members);
    s->variables = take_bytes(&at, s->full * n * (int64_t)sizeof(struct compensated));
    s->variable_counts = take_bytes(&at, s->full * n * 8);
    s->histogram = take_bytes(&at, s->full * (2 * s->bins + 3) * 8);
    s->omega = take_doubles(&at, s->full * stride);
    s->cells = take_bytes(&at, s->full * stride * 8);
    s->leaf_sums = take_doubles(&at, s->full * n);
    s->leaf_counts = take_bytes(&at, s->full * n * 8);
    return at - base;
}

/* Bytes of a state with everything behind it; it must be aligned to 64 bytes and zero. */
EXPORT(int64_t, oinfo_sweep_size)(int variables, int order, int full, int64_t bins) {
    struct sweep s;
    s.bins = bins;
    set_sizes(&s, variables, order, full);
    return lay_out(&s, 0);
}

/* r: correlations [variables*variables]. */
EXPORT(void, oinfo_sweep_init)(struct sweep *s, const double *r, int variables, int order, int full) {
    set_sizes(s, variables, order, full);
    lay_out(s, (char *)s);
    if (order > LARGEST_ORDER) {
        return;
    }
    const int n = s->n;
    for (int m = 0; m <= s->members; m++) {
        for (int j = m == 0 ? 0 : n; j < s->stride; j++) {
            s->levels[m].diag[j] = 1;
        }
    }
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            s->levels[0].s[(int64_t)i * s->stride + j] = r[(int64_t)i * n + j];
        }
    }
    s->levels[0].inverse_det_squared = 1;
}

/* The n-plets with ranks in [from, to) follow, the first of them is given; forgets what was counted. */
EXPORT(void, oinfo_sweep_begin)(struct sweep *s, const int32_t *nplet, int64_t from, int64_t to) {
    for (int i = 0; i < s->order; i++) {
        s->nplet[i] = nplet[i];
    }
    s->p = nplet[s->members];
    s->column = nplet[s->members + 1];
    s->rank = from;
    s->to = to;
    s->phase = PREFIX;
    s->scored = s->redundant = s->synergistic = s->moments = 0;
    s->sum = s->determinants = (struct compensated){0, 0};
    s->mean = s->squares = 0;
    s->multiplied = 0;
    for (int i = 0; i < 2 * L; i++) {
        s->mantissas[i] = 1;
        s->exponents[i] = 0;
    }
    if (s->full) {
        for (int v = 0; v < s->n; v++) {
            s->variables[v] = (struct compensated){0, 0};
            s->variable_counts[v] = 0;
        }
        for (int i = 0; i < 2 * s->bins + 3; i++) {
            s->histogram[i] = 0;
        }
    }
}

/* Levels for the current prefix; whether all its conditional variances are above the guard. */
static int move(struct sweep *s) {
    if (s->order > LARGEST_ORDER) {
        return 0;
    }
    int m = 0;
    while (m < s->sound_levels && s->held[m] == s->nplet[m]) {
        m++;
    }
    while (m < s->members && extend_rows(s->levels + m, s->levels + m + 1, m, s->nplet[m], s->n, s->stride)) {
        s->held[m] = s->nplet[m];
        m++;
    }
    s->sound_levels = m;
    return m == s->members;
}

/* The rows of the current prefix from p on follow, as many as are whole in the range. */
static void begin_rows(struct sweep *s) {
    const int n = s->n, last = s->members - 1;
    const struct level *level = s->levels + s->members;
    s->row_end = s->p;
    for (int64_t rank = s->rank; s->row_end < n - 1 && rank + n - 1 - s->row_end <= s->to; s->row_end++) {
        rank += n - 1 - s->row_end;
    }
    s->last_row = last < 0 ? s->levels[0].s : s->levels[last].s + (int64_t)s->nplet[last] * s->stride;
    for (int p = s->p / L * L; p < s->row_end; p += L) {
        store(s->log_scales + p, log_of(level->inverse_det_squared * (1 / load(level->diag + p))));
    }
    s->prefix_sum = 0;
    s->prefix_count = 0;
    for (int j = s->p; s->full && j < n; j++) {
        s->leaf_sums[j] = 0;
        s->leaf_counts[j] = 0;
    }
}

static void end_rows(struct sweep *s, int from) {
    for (int i = 0; s->full && i < s->members; i++) {
        add(s->variables + s->nplet[i], s->prefix_sum);
        s->variable_counts[s->nplet[i]] += s->prefix_count;
    }
    for (int j = from; s->full && j < s->n; j++) {
        add(s->variables + j, s->leaf_sums[j]);
        s->variable_counts[j] += s->leaf_counts[j];
    }
}

/* What is constant in row p; false where its n-plets must be scored canonically. */
static int begin_row(struct sweep *s) {
    const struct level *level = s->levels + s->members;
    double pivot = level->diag[s->p], inverse = 1 / pivot;
    s->inverse = inverse;
    s->scale = level->inverse_det_squared * inverse;
    if (!(pivot >= GUARD && s->scale * (s->low > 1 ? s->low : 1) <= LARGEST_SCALE)) {
        return 0;
    }
    s->last_factor = 0;
    for (int i = 0; i < s->members; i++) {
        double b = level->b[i * s->stride + s->p], factor = b * inverse;
        s->coefficients[i] = -factor;
        s->kappa[i] = __builtin_fma(b, factor, level->kappa[i]);
        s->last_factor = b;
    }
    s->column = s->p + 1;
    return 1;
}

static int row(struct sweep *s) {
    switch (s->members) {
#define DO(M) case M: return s->full ? full_row(s, M) : plain_row(s, M);
        DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8)
#undef DO
    default: return s->full ? full_row(s, s->members) : plain_row(s, s->members);
    }
}

/* The next prefix, and p after it; after the last prefix any will do. */
static void next_prefix(struct sweep *s) {
    int i = s->members - 1;
    while (i >= 0 && s->nplet[i] == s->n - s->order + i) {
        i--;
    }
    if (i >= 0) {
        s->nplet[i]++;
        for (int next = i + 1; next < s->members; next++) {
            s->nplet[next] = s->nplet[next - 1] + 1;
        }
        s->p = s->nplet[s->members - 1] + 1;
        s->column = s->p + 1;
    }
}

/* Row p from its column on, up to the end of the range, is for Java to score. */
static int canonical(struct sweep *s) {
    int64_t left = s->to - s->rank;
    s->nplet[s->members] = s->p;
    s->first = s->column;
    s->end = left < s->n - s->column ? s->column + left : s->n;
    s->found_rank = s->rank;
    s->rank += s->end - s->first;
    s->p++;
    s->column = s->p + 1;
    return CANONICAL;
}

/*
 * Goes through the range. It stops for n-plets {A, p, first .. end-1} that Java is to score canonically and record (CANONICAL), or that
 * have codes (SPECIAL); call it again, with the thresholds as they are then, until the range has ENDED.
 */
EXPORT(int, oinfo_sweep_run)(struct sweep *s) {
    for (;;) {
        switch (s->phase) {
        case PREFIX:
            if (s->rank >= s->to) {
                split_exponents(s);
                return ENDED;
            }
            s->phase = RAGGED;
            s->sound = move(s);
            if (s->column != s->p + 1) {
                return canonical(s);
            }
            break;
        case RAGGED:
            s->phase = s->sound ? ROW : REST;
            if (s->sound) {
                begin_rows(s);
                s->row_from = s->p;
            }
            break;
        case ROW:
            if (s->p == s->row_end) {
                end_rows(s, s->row_from);
                s->phase = REST;
                break;
            }
            s->nplet[s->members] = s->p;
            if (!begin_row(s)) {
                return canonical(s);
            }
            s->phase = COLUMNS;
            break;
        case COLUMNS:
            if (row(s)) {
                s->found_rank = s->rank + s->first - s->p - 1;
                return SPECIAL;
            }
            s->rank += s->n - 1 - s->p;
            s->p++;
            s->column = s->p + 1;
            s->phase = ROW;
            break;
        default:
            if (s->p < s->n - 1 && s->rank < s->to) {
                return canonical(s);
            }
            next_prefix(s);
            s->phase = PREFIX;
        }
    }
}
