/*
 * The pair-stationary scan: pairs ORDER NPLETS WORDS, then words of Omega, one for each n-plet in lexicographic order or none at all:
 * ffffffffffffffff where some minor is below the guard, fffffffffffffffe where the scan leaves its prefix to another. Then the numbers
 * of redundant and of synergistic n-plets, -1 where not all n-plets are sound.
 *
 * Everything is done with one prefix at a time and with as many as the kernels like.
 */
#include "pairs.h"
#include "replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNSOUND_NPLET 0xffffffffffffffff
#define NOT_BY_PAIRS 0xfffffffffffffffe
/* Prefixes at once divide it: PairWalk.GROUP. */
#define GROUP 4
/* exp(-2t) of thresholds that every n-plet passes, or none does. */
#define ALL 0x1p140
#define NONE 0x1p-140
/* exp(2 |Omega|) up to which an n-plet is balanced: OmegaHistogram.BALANCED. */
#define BALANCED_RATIO 1.0000000002

EXPORT(int, oinfo_pairs_prefixes)(int order, int counts);
EXPORT(int64_t, oinfo_pairs_size)(int variables, int order, int counts, int most);
EXPORT(void, oinfo_pairs_init)(struct pairs *, const double *r, int variables, int order, int counts, int most);
EXPORT(int, oinfo_pairs_move)(struct pairs *, const int *prefix, int kept, int count);
EXPORT(void, oinfo_pairs_begin)(struct pairs *);
EXPORT(void, oinfo_pairs_begin_prefixes)(struct pairs *, int from, int base);
EXPORT(int, oinfo_pairs_scan)(struct pairs *, int to);
EXPORT(void, oinfo_pairs_values)(struct pairs *, int i, int j, int l, int from, int steps);
#define CALL(name) JOIN(name, OINFO_BITS)

struct scan {
    struct replay *replay;
    struct pairs *state;
    int order, members, most, prefix[MOST_MEMBERS], kept;
    uint64_t *omega; /* of every n-plet, by rank; 0 where it was not met */
    struct products products; /* with one prefix at a time */
};

/* The values of a run that was found, as PairReview goes through it. */
static void record(struct scan *scan, const struct found *run) {
    struct pairs *s = scan->state;
    int nplet[MOST_MEMBERS + 3];
    memcpy(nplet, scan->prefix, sizeof scan->prefix);
    if (scan->members) {
        nplet[scan->members - 1] += run->prefix;
    }
    CALL(oinfo_pairs_values)(s, run->prefix, run->j, run->l, run->from, run->steps);
    for (int step = 0; step < run->steps; step++) {
        for (int lane = run->first; lane < run->end; lane++) {
            const int at = step * WIDTH + lane, members = scan->members;
            nplet[members] = run->from + step - s->dummies;
            nplet[members + 1] = run->j - s->dummies;
            nplet[members + 2] = run->l + lane - s->dummies;
            const int64_t of = rank(scan->replay->variables, scan->order, nplet);
            if (scan->omega[of]) {
                differs(scan->replay, "met twice: n-plet", of, scan->omega[of], 0);
            }
            scan->omega[of] = s->sound[at] < 0 ? bits_of(s->omega[at]) : UNSOUND_NPLET;
        }
    }
}

/* All n-plets of count prefixes, as NativePairScan does; false where a prefix is too close to singular. */
static int scan_prefixes(struct scan *scan, int count) {
    struct pairs *s = scan->state;
    const int members = scan->members, *prefix = scan->prefix;
    if (CALL(oinfo_pairs_move)(s, prefix, scan->kept, count) != (1 << count) - 1) {
        return 0;
    }
    const int first = members < 2 ? 0 : prefix[members - 2] + 1, last = members ? prefix[members - 1] : -1;
    CALL(oinfo_pairs_begin_prefixes)(s, last + 1, members ? last - (last - first) % GROUP + 1 : 0);
    for (int runs; (runs = CALL(oinfo_pairs_scan)(s, scan->replay->variables - 2));) {
        for (int run = 0; run < runs; run++) {
            record(scan, s->found + run);
        }
    }
    return 1;
}

/* The next prefix after count of them, in lexicographic order; false after the last. */
static int next_prefix(struct scan *scan, int count) {
    int *prefix = scan->prefix, place = scan->members - 1;
    if (place < 0) {
        return 0;
    }
    prefix[place] += count - 1;
    while (place >= 0 && prefix[place] == scan->replay->variables - scan->order + place) {
        place--;
    }
    if (place < 0) {
        return 0;
    }
    prefix[place]++;
    for (int i = place + 1; i < scan->members; i++) {
        prefix[i] = prefix[i - 1] + 1;
    }
    scan->kept = place;
    return 1;
}

static void scan_all(struct scan *scan) {
    int count;
    for (int i = 0; i < scan->members; i++) {
        scan->prefix[i] = i;
    }
    scan->kept = 0;
    do {
        const int *prefix = scan->prefix, place = scan->members - 1;
        const int first = place < 1 ? 0 : prefix[place - 1] + 1, last = place < 0 ? 0 : prefix[place];
        count = scan->most;
        if (place < 0 || (last - first) % count || last + count > scan->replay->variables - 3 || !scan_prefixes(scan, count)) {
            count = 1;
            scan_prefixes(scan, 1);
        }
    } while (next_prefix(scan, count));
}

static struct pairs *new_state(const struct scan *scan, int counts, double high, double low) {
    const struct replay *replay = scan->replay;
    struct pairs *s = aligned_memory(CALL(oinfo_pairs_size)(replay->variables, scan->order, counts, scan->most));
    s->bias_factor = 1;
    s->redundant_below = 1 / BALANCED_RATIO;
    s->other_below = BALANCED_RATIO;
    s->summed = 0;
    CALL(oinfo_pairs_init)(s, replay->r, replay->variables, scan->order, counts, scan->most);
    CALL(oinfo_pairs_begin)(s);
    s->high = high;
    s->low = low;
    return s;
}

static void values(struct scan *scan, int counts, const uint64_t *recorded, int64_t nplets) {
    memset(scan->omega, 0, (size_t)nplets * sizeof *scan->omega);
    scan->state = new_state(scan, counts, ALL, NONE);
    scan_all(scan);
    free(scan->state);
    for (int64_t i = 0; recorded && i < nplets; i++) {
        const uint64_t found = scan->omega[i] ? scan->omega[i] : NOT_BY_PAIRS;
        if (found != recorded[i]) {
            differs(scan->replay, "n-plet", i, recorded[i], found);
        }
    }
    digest(scan->replay, scan->omega, nplets);
}

/* Counts and products, which means are made from; the products are the same with any number of prefixes at once. */
static void sums(struct scan *scan, int64_t nplets, int64_t redundant, int64_t synergistic) {
    memset(scan->omega, 0, (size_t)nplets * sizeof *scan->omega);
    scan->state = new_state(scan, 1, NONE, ALL);
    scan_all(scan);
    const struct pairs *s = scan->state;
    if (redundant >= 0) {
        const int64_t found[] = {s->scored, s->redundant, s->scored - s->other}, recorded[] = {nplets, redundant, synergistic};
        for (int i = 0; i < 3; i++) {
            if (found[i] != recorded[i]) {
                differs(scan->replay, "count", i, (uint64_t)recorded[i], (uint64_t)found[i]);
            }
        }
    }
    if (scan->most == 1) {
        scan->products = s->products;
    } else if (memcmp(&scan->products, &s->products, sizeof s->products)) {
        differs(scan->replay, "products, prefixes at once", scan->most, 0, 0);
    }
    digest(scan->replay, &s->scored, 3);
    digest(scan->replay, &s->products, sizeof s->products / 8);
    free(scan->state);
}

void replay_pairs(struct replay *replay) {
    struct scan scan = {.replay = replay, .order = (int)next_number()};
    const int64_t nplets = next_number(), words = next_number();
    uint64_t recorded[MOST_NPLETS], omega[MOST_NPLETS];
    for (int64_t i = 0; i < words; i++) {
        recorded[i] = bits_of(next_double());
    }
    const int64_t redundant = next_number(), synergistic = next_number();
    scan.members = scan.order - 3;
    scan.omega = omega;
    for (int counts = 0; counts < 2; counts++) {
        const int most = CALL(oinfo_pairs_prefixes)(scan.order, counts);
        for (scan.most = 1; scan.most <= most; scan.most += most > 1 ? most - 1 : 1) {
            values(&scan, counts, words ? recorded : 0, nplets);
            if (counts) {
                sums(&scan, nplets, redundant, synergistic);
            }
        }
    }
    printf("pairs of order %d, %s: %ld n-plets\n", scan.order, replay->name, (long)nplets);
}
