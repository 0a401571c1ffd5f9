/*
 * Batched measures: measures ORDER COUNT, then the members of the n-plets [COUNT][ORDER] as numbers, then words [COUNT][4]. What the
 * kernels leave to the canonical routine is not compared.
 */
#include "measures.h"
#include "replay.h"

#include <stdio.h>
#include <stdlib.h>

EXPORT(int64_t, oinfo_measures_work)(int order);
EXPORT(int, oinfo_measures)(const struct batch *batch, int n, int count, int order);
#define CALL(name) JOIN(name, OINFO_BITS)

void replay_measures(struct replay *replay) {
    const int order = (int)next_number(), count = (int)next_number();
    int *nplets = aligned_memory(count * order * (int64_t)sizeof *nplets), *unsound = aligned_memory(count * (int64_t)sizeof *unsound);
    double *out = aligned_memory(count * 4 * (int64_t)sizeof *out);
    double *work = aligned_memory(CALL(oinfo_measures_work)(order) * (int64_t)sizeof *work);
    for (int i = 0; i < count * order; i++) {
        nplets[i] = (int)next_number();
    }
    const struct batch batch = {replay->r, nplets, work, out, unsound};
    const int left = CALL(oinfo_measures)(&batch, replay->variables, count, order);
    for (int i = 0, skipped = 0; i < count; i++) {
        const int skip = skipped < left && unsound[skipped] == i;
        for (int m = 0; m < 4; m++) {
            const uint64_t recorded = bits_of(next_double()), found = bits_of(out[4 * i + m]);
            if (!skip && found != recorded) {
                differs(replay, "measure", 4 * i + m, recorded, found);
            }
        }
        if (skip) {
            skipped++;
        } else {
            digest(replay, out + 4 * i, 4);
        }
    }
    printf("measures of order %d, %s: %d n-plets, %d left out\n", order, replay->name, count, left);
    free(nplets);
    free(unsound);
    free(out);
    free(work);
}
