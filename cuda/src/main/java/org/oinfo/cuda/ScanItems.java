package org.oinfo.cuda;

/**
 * The work items of the pair-stationary scan, numbered as in {@code scan_items.cuh}: prefix by prefix Q of k-3 members in
 * lexicographic order, in a prefix by tile of pairs (j, l), in a tile by segment of q. An item is a number; nothing is stored
 * per item.
 */
final class ScanItems implements ScanCandidates.Decoder {
    static final int THREADS = 128;
    private static final int SEGMENT = 128;
    private static final int TILE_L = 64;
    private static final int COLUMNS = 4;
    private static final int WARP_L = 32;
    private static final int WARP = 32;

    private final int n;
    private final int members;
    private final int rows;
    private final int tileJ;
    /** before[i*(n+1)+v]: items of all prefixes whose member i, with nothing said of those before it, is below v. */
    private final long[] before;

    /** Members of Q [m], first j and l of the tile, of the item looked at last. */
    private final int[] prefix;

    private int firstJ;
    private int firstL;
    private long item = -1;

    ScanItems(int variables, int order) {
        n = variables;
        members = order - 3;
        rows = members <= 2 ? 4 : 2;
        tileJ = 8 * rows;
        prefix = new int[members];
        before = new long[Math.max(1, members) * (n + 1)];
        for (int i = members - 1; i >= 0; i--) {
            int at = i * (n + 1);
            int next = at + n + 1;
            for (int v = 0; v < n; v++) {
                long behind = i == members - 1 ? behind(n - 1 - v) : before[next + n] - before[next + v + 1];
                before[at + v + 1] = before[at + v] + behind;
            }
        }
    }

    /** The table that kernels find prefixes by [m][N+1]; of no use at order 3. */
    long[] before() {
        return before;
    }

    /** Number of items of all prefixes. */
    long total() {
        return members == 0 ? behind(n) : before[n];
    }

    /** Number of the first item of a prefix, the first k-3 members of {@code nplet}. */
    long first(int[] nplet) {
        long first = 0;
        int previous = -1;
        for (int i = 0; i < members; i++) {
            int at = i * (n + 1);
            first += before[at + nplet[i]] - before[at + previous + 1];
            previous = nplet[i];
        }
        return first;
    }

    /** One past the last item of that prefix. */
    long end(int[] nplet) {
        return first(nplet) + behind(members == 0 ? n : n - 1 - nplet[members - 1]);
    }

    /** Items of a prefix with so many variables behind it. */
    private long behind(int rest) {
        long items = 0;
        for (int row = 0; row * tileJ < rest && rest >= 3; row++) {
            items += (long) tilesOfRow(row, rest) * segments(row);
        }
        return items;
    }

    private int tilesOfRow(int row, int rest) {
        return (rest + TILE_L - 1) / TILE_L - row * tileJ / TILE_L;
    }

    private int segments(int row) {
        return (row * tileJ + tileJ - 1 + SEGMENT - 1) / SEGMENT;
    }

    /** Writes Q, q, and j and l of a pair of a thread. */
    @Override
    public void nplet(long ofItem, int q, int thread, int pair, int[] nplet) {
        if (ofItem != item) {
            decode(ofItem);
        }
        System.arraycopy(prefix, 0, nplet, 0, members);
        nplet[members] = q;
        int lane = thread % WARP;
        int warpJ = thread / (2 * WARP) * 4 * rows;
        int warpL = thread / WARP % 2 * WARP_L;
        nplet[members + 1] = firstJ + warpJ + position(lane / 8, pair / COLUMNS, 8);
        nplet[members + 2] = firstL + warpL + position(lane % 8, pair % COLUMNS, 16);
    }

    private static int position(int thread, int value, int half) {
        return 2 * thread + (value & 1) + (value >> 1) * half;
    }

    private void decode(long wanted) {
        item = wanted;
        long left = wanted;
        int previous = -1;
        for (int i = 0; i < members; i++) {
            int at = i * (n + 1);
            left += before[at + previous + 1];
            int v = largestUpTo(at, previous + 1, left);
            left -= before[at + v];
            prefix[i] = v;
            previous = v;
        }
        int base = previous + 1;
        int row = 0;
        while (left >= (long) tilesOfRow(row, n - base) * segments(row)) {
            left -= (long) tilesOfRow(row, n - base) * segments(row);
            row++;
        }
        firstJ = base + row * tileJ;
        firstL = base + (row * tileJ / TILE_L + (int) (left / segments(row))) * TILE_L;
    }

    /** The largest v from {@code low} on with before[at+v] <= items. */
    private int largestUpTo(int at, int low, long items) {
        int from = low;
        int to = n - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (before[at + middle] <= items) {
                from = middle;
            } else {
                to = middle - 1;
            }
        }
        return from;
    }
}
