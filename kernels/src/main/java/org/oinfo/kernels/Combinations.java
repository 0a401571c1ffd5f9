package org.oinfo.kernels;

/**
 * Lexicographic ranks of n-plets: {0,1,..,k-1} has rank 0 and {N-k,..,N-1} has rank C(N,k)-1.
 *
 * <p>Counts are exact in 64 bits; C(N,k) beyond 2^63-1 is refused by name rather than wrapped.
 */
public final class Combinations {
    private final int variables;
    private final int order;
    /** C(n, j) for n in 0..N and j in 0..k, at [n*(k+1)+j]; saturated at Long.MAX_VALUE, which no used entry reaches. */
    private final long[] binomial;

    /**
     * Ranks of the n-plets of {@code order} of {@code variables}.
     *
     * @throws ArithmeticException C(variables, order) exceeds 2^63-1
     */
    public Combinations(int variables, int order) {
        if (order < 0 || order > variables) {
            throw new IllegalArgumentException("order must be 0 to N: order=" + order + ", N=" + variables);
        }
        this.variables = variables;
        this.order = order;
        this.binomial = new long[(variables + 1) * (order + 1)];
        for (int n = 0; n <= variables; n++) {
            binomial[n * (order + 1)] = 1;
            for (int j = 1; j <= Math.min(n, order); j++) {
                long sum = choose(n - 1, j - 1) + choose(n - 1, j);
                binomial[n * (order + 1) + j] = sum < 0 ? Long.MAX_VALUE : sum;
            }
        }
        if (total() == Long.MAX_VALUE) {
            throw new ArithmeticException("C(N,k) must be below 2^63-1: N=" + variables + ", k=" + order);
        }
    }

    /** C(n,k) without a table, or 2^63-1 where it is larger. */
    static long count(int n, int k) {
        long count = k >= 0 && k <= n ? 1 : 0;
        int fewer = Math.min(k, n - k);
        // Each factor is at least 2, so this ends after 63 of them at most.
        for (int i = 1; i <= fewer && count < Long.MAX_VALUE; i++) {
            long factor = (long) n - fewer + i;
            // count * factor / i is whole; what i and count share is taken out first.
            long shared = gcd(count, i);
            long left = count / shared;
            long right = factor / (i / shared);
            count = Math.multiplyHigh(left, right) == 0 && left * right >= 0 ? left * right : Long.MAX_VALUE;
        }
        return count;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** C(N,k). */
    public long total() {
        return choose(variables, order);
    }

    /** C(n,j) for n up to N and j up to k; 0 where j exceeds n. */
    public long choose(int n, int j) {
        return n < 0 || j > n ? 0 : binomial[n * (order + 1) + j];
    }

    /** Rank of an ascending n-plet [order]. */
    public long rank(int[] nplet) {
        // Count the n-plets that come after: their first difference is larger there.
        long after = 0;
        for (int i = 0; i < order; i++) {
            after += choose(variables - 1 - nplet[i], order - i);
        }
        return total() - 1 - after;
    }

    /** Writes the n-plet of a rank, ascending, to {@code nplet} [order]. */
    public void unrank(long rank, int[] nplet) {
        long after = total() - 1 - rank;
        int bound = variables;
        for (int i = 0; i < order; i++) {
            int left = order - i;
            // The largest m below bound with C(m, left) <= after; the member is N-1-m.
            int m = bound - 1;
            while (choose(m, left) > after) {
                m--;
            }
            after -= choose(m, left);
            nplet[i] = variables - 1 - m;
            bound = m;
        }
    }

    /** Rank of the first n-plet that starts with {@code length} members of {@code prefix}. */
    public long firstRank(int[] prefix, int length) {
        long after = 0;
        for (int i = 0; i < length; i++) {
            after += choose(variables - 1 - prefix[i], order - i);
        }
        int next = length == 0 ? 0 : prefix[length - 1] + 1;
        // The tail next, next+1, .. is the first; every later tail comes after it.
        int tail = order - length;
        after += choose(variables - next, tail) - 1;
        return total() - 1 - after;
    }

    /** Steps to the next n-plet in lexicographic order; false when {@code nplet} was the last. */
    public boolean next(int[] nplet) {
        int i = order - 1;
        while (i >= 0 && nplet[i] == variables - order + i) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        nplet[i]++;
        for (int j = i + 1; j < order; j++) {
            nplet[j] = nplet[j - 1] + 1;
        }
        return true;
    }
}
