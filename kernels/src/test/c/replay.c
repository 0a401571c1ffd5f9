/* The program: replay RECORDING. Prints what it replayed and a digest of all results. */
#include "replay.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void read_matrix(struct replay *replay);
static void compare_digest(struct replay *replay);

static const struct {
    const char *name;
    void (*replay)(struct replay *);
} operations[] = {{"matrix", read_matrix}, {"pairs", replay_pairs}, {"digest", compare_digest}};

static FILE *recording;
static int differences;

static void malformed(const char *wanted) {
    fprintf(stderr, "the recording must hold %s at byte %ld\n", wanted, ftell(recording));
    exit(2);
}

int64_t next_number(void) {
    int64_t number;
    if (fscanf(recording, "%" SCNd64, &number) != 1) {
        malformed("a number");
    }
    return number;
}

double next_double(void) {
    uint64_t bits;
    double x;
    if (fscanf(recording, "%16" SCNx64, &bits) != 1) {
        malformed("a word");
    }
    memcpy(&x, &bits, sizeof x);
    return x;
}

uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

void digest(struct replay *replay, const void *words, int64_t count) {
    const unsigned char *bytes = words;
    for (int64_t i = 0; i < 8 * count; i++) { /* FNV-1a */
        replay->digest = (replay->digest ^ bytes[i]) * 0x100000001b3;
    }
}

void differs(const struct replay *replay, const char *what, int64_t where, uint64_t recorded, uint64_t found) {
    printf("FAIL %s: %s %" PRId64 " was %016" PRIx64 ", is %016" PRIx64 "\n", replay->name, what, where, recorded, found);
    differences++;
}

int64_t rank(int variables, int order, const int *nplet) {
    int64_t before = 0;
    for (int i = 0, v = 0; i < order; i++) {
        for (; v < nplet[i]; v++) {
            int64_t ways = 1; /* of choosing the members after i from the variables after v */
            for (int k = 0; k < order - 1 - i; k++) {
                ways = ways * (variables - 1 - v - k) / (k + 1);
            }
            before += ways;
        }
        v++;
    }
    return before;
}

void *aligned_memory(int64_t bytes) {
    char *memory = aligned_alloc(64, (size_t)(bytes + 63) / 64 * 64);
    if (!memory) {
        fprintf(stderr, "no memory left\n");
        exit(2);
    }
    return memset(memory, 0x7f, (size_t)bytes);
}

static void read_matrix(struct replay *replay) {
    if (fscanf(recording, "%63s", replay->name) != 1 || (replay->variables = (int)next_number()) > MOST_VARIABLES) {
        malformed("a name and at most 40 variables");
    }
    for (int i = 0; i < replay->variables * replay->variables; i++) {
        replay->r[i] = next_double();
    }
}

static void compare_digest(struct replay *replay) {
    const int64_t bits = next_number();
    const uint64_t recorded = bits_of(next_double());
    if (bits == OINFO_BITS && recorded != replay->digest) {
        differs(replay, "digest of all before", 0, recorded, replay->digest);
    }
}

static void replay_operation(struct replay *replay, const char *name) {
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        if (!strcmp(name, operations[i].name)) {
            operations[i].replay(replay);
            return;
        }
    }
    malformed("the name of an operation");
}

int main(int count, char **arguments) {
    struct replay *replay = calloc(1, sizeof *replay);
    char name[64];
    if (count != 2 || !replay || !(recording = fopen(arguments[1], "r"))) {
        fprintf(stderr, "usage: replay RECORDING\n");
        return 2;
    }
    replay->digest = 0xcbf29ce484222325;
    while (fscanf(recording, "%63s", name) == 1) {
        replay_operation(replay, name);
    }
    printf("%d bits: digest %016" PRIx64 "\n", OINFO_BITS, replay->digest);
    fclose(recording);
    free(replay);
    return differences != 0;
}
