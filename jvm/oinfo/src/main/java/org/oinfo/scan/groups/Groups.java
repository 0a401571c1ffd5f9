package org.oinfo.scan.groups;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.oinfo.data.BadInputException;
import org.oinfo.data.Checksum;

/**
 * Which n-plets are allowed: those that mix given groups of variables. A variable is in one group or in none; those in none are free:
 * they may be in every n-plet and count for no group. Immutable and thread-safe.
 */
public final class Groups {
    /** Group of each variable [N], -1 of a free one. */
    private final int[] of;

    private final int[] sizes;
    private final Mix mix;

    private Groups(int[] of, int[] sizes, Mix mix) {
        this.of = of;
        this.sizes = sizes;
        this.mix = mix;
    }

    /**
     * Groups of variables.
     *
     * @param members positions of the variables of each group, none in two; one group at least, two for {@link Mix#ANY}
     * @param variables N
     * @throws BadInputException a group is empty or too few are given, or a variable is in two
     */
    public static Groups of(List<int[]> members, int variables, Mix mix) {
        if (members.size() < (mix == Mix.ANY ? 2 : 1)) {
            throw new BadInputException("there must be " + (mix == Mix.ANY ? "two groups" : "one group")
                    + " at least to mix by " + mix.text() + ": found " + members.size() + "; give more groups");
        }
        int[] of = new int[variables];
        Arrays.fill(of, -1);
        int[] sizes = new int[members.size()];
        for (int group = 0; group < sizes.length; group++) {
            for (int variable : members.get(group)) {
                if (of[variable] >= 0) {
                    throw new BadInputException(
                            "a variable must be in one group at most: variable " + variable + " is in group "
                                    + of[variable] + " and in group " + group + " (from 0); leave it out of one");
                }
                of[variable] = group;
                sizes[group]++;
            }
            if (sizes[group] == 0) {
                throw new BadInputException("a group must have variables that take part: group " + group
                        + " (from 0) has none; leave it out");
            }
        }
        return new Groups(of, sizes, mix);
    }

    /** Number of variables N. */
    public int variables() {
        return of.length;
    }

    /** Number of groups. */
    public int count() {
        return sizes.length;
    }

    /** Number of variables in no group. */
    public int free() {
        return of.length - Arrays.stream(sizes).sum();
    }

    /** How n-plets must mix them. */
    public Mix mix() {
        return mix;
    }

    /** The group of each variable, and the rule: what scans depend on. */
    @Override
    public String toString() {
        return "sha256 " + Checksum.of(List.of(of)) + " mixed by " + mix.text();
    }

    /** The group of a variable, or -1. */
    int group(int variable) {
        return of[variable];
    }

    /** Whether the n-plet at [offset, offset+order) is allowed. */
    public boolean allows(int[] nplets, int offset, int order) {
        int distinct = 0;
        int grouped = 0;
        for (int i = offset; i < offset + order; i++) {
            int group = of[nplets[i]];
            if (group >= 0) {
                grouped++;
                distinct += seen(group, nplets, offset, i) ? 0 : 1;
            }
        }
        return switch (mix) {
            case ANY -> distinct >= 2;
            case ALL -> distinct == sizes.length;
            case ONE_EACH -> distinct == grouped;
        };
    }

    private boolean seen(int group, int[] nplets, int from, int to) {
        for (int i = from; i < to; i++) {
            if (of[nplets[i]] == group) {
                return true;
            }
        }
        return false;
    }

    /**
     * Exact number of allowed n-plets of an order: the coefficient of x^k in a product of one polynomial for each group.
     *
     * <pre>  one-each: (1+x)^f prod_g (1 + g x)        all: (1+x)^f prod_g ((1+x)^g - 1)
     *  any: (1+x)^N - (1+x)^f - sum_g ((1+x)^(f+g) - (1+x)^f)</pre>
     *
     * <p>f free variables, g the size of a group.
     */
    public BigInteger total(int order) {
        int free = free();
        if (mix == Mix.ANY) {
            BigInteger total = choose(of.length, order).subtract(choose(free, order));
            for (int size : sizes) {
                total = total.subtract(choose(free + size, order)).add(choose(free, order));
            }
            return total;
        }
        BigInteger[] product = binomials(free, order);
        for (int size : sizes) {
            BigInteger[] factor = binomials(size, mix == Mix.ALL ? order : Math.min(order, 1));
            if (mix == Mix.ALL) {
                factor[0] = BigInteger.ZERO;
            }
            product = times(product, factor, order);
        }
        return product[order];
    }

    private static BigInteger[] times(BigInteger[] a, BigInteger[] b, int order) {
        BigInteger[] product = new BigInteger[order + 1];
        Arrays.fill(product, BigInteger.ZERO);
        for (int i = 0; i <= order; i++) {
            for (int j = 0; j < b.length && i + j <= order; j++) {
                product[i + j] = product[i + j].add(a[i].multiply(b[j]));
            }
        }
        return product;
    }

    /** C(n,j) for j in 0..order. */
    private static BigInteger[] binomials(int n, int order) {
        BigInteger[] row = new BigInteger[order + 1];
        row[0] = BigInteger.ONE;
        for (int j = 1; j <= order; j++) {
            row[j] = row[j - 1]
                    .multiply(BigInteger.valueOf(Math.max(0, n - j + 1L)))
                    .divide(BigInteger.valueOf(j));
        }
        return row;
    }

    private static BigInteger choose(int n, int order) {
        return binomials(n, order)[order];
    }
}
