/* A sum that carries its rounding errors along, as CompensatedSums. */
#ifndef OINFO_COMPENSATED_H
#define OINFO_COMPENSATED_H

#include "lanes.h"

struct compensated {
    double high, low;
};

INLINE void add(struct compensated *sum, double x) {
    double total = sum->high + x, part = total - sum->high;
    sum->low += (sum->high - (total - part)) + (x - part);
    sum->high = total;
}

#endif
