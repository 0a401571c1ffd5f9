package org.oinfo.scan.groups;

import java.util.Arrays;

/**
 * Walks through the allowed n-plets of an order in lexicographic order, and leaves branches as soon as nothing allowed can grow on
 * them. Belongs to one thread at a time.
 */
final class AllowedNplets {
    /** Takes an n-plet, which is written over afterwards; whether to go on. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(int[] nplet);
    }

    private final Groups groups;
    private final int variables;
    private final int order;
    private final Visitor visitor;
    /** The last variable of each group. */
    private final int[] last;
    /** Number of groups and free variables that occur from each variable on [N+1]: no n-plet of one of each is larger. */
    private final int[] apart;

    private final int[] nplet;
    private int size;
    /** Members of each group in the n-plet, and groups that have some. */
    private final int[] members;

    private int covered;

    AllowedNplets(Groups groups, int order, Visitor visitor) {
        this.groups = groups;
        this.variables = groups.variables();
        this.order = order;
        this.visitor = visitor;
        this.nplet = new int[order];
        this.members = new int[groups.count()];
        this.last = new int[groups.count()];
        this.apart = new int[variables + 1];
        Arrays.fill(last, -1);
        for (int v = variables - 1; v >= 0; v--) {
            int group = groups.group(v);
            apart[v] = apart[v + 1] + (group < 0 || last[group] < 0 ? 1 : 0);
            if (group >= 0) {
                last[group] = Math.max(last[group], v);
            }
        }
    }

    /** Visits those that begin with some members, ascending; false when the visitor said so. */
    boolean below(int... prefix) {
        boolean goOn = true;
        boolean fits = true;
        for (int i = 0; fits && i < prefix.length; i++) {
            fits = add(prefix[i]);
        }
        if (fits) {
            goOn = extend(prefix[prefix.length - 1] + 1);
        }
        while (size > 0) {
            remove();
        }
        return goOn;
    }

    private boolean extend(int next) {
        int left = order - size;
        if (left == 0) {
            return missing() > 0 || visitor.visit(nplet);
        }
        int bound = Math.min(variables - left, bound());
        for (int v = next; v <= bound; v++) {
            if (groups.mix() == Mix.ONE_EACH && apart[v] < left) {
                break;
            }
            if (add(v)) {
                boolean goOn = missing() > order - size || extend(v + 1);
                remove();
                if (!goOn) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean add(int v) {
        int group = groups.group(v);
        if (group >= 0) {
            if (groups.mix() == Mix.ONE_EACH && members[group] > 0) {
                return false;
            }
            covered += members[group]++ == 0 ? 1 : 0;
        }
        nplet[size++] = v;
        return true;
    }

    private void remove() {
        int group = groups.group(nplet[--size]);
        if (group >= 0) {
            covered -= --members[group] == 0 ? 1 : 0;
        }
    }

    /** How many groups more must be there. */
    private int missing() {
        return switch (groups.mix()) {
            case ANY -> Math.max(0, 2 - covered);
            case ALL -> members.length - covered;
            case ONE_EACH -> 0;
        };
    }

    /** The last variable that may be next: after it some group that is missing has no more members. */
    private int bound() {
        if (missing() == 0) {
            return variables;
        }
        // All of the missing groups, or of the others all but the latest ones, as many as are not needed.
        int[] ends = new int[members.length - covered];
        int at = 0;
        for (int group = 0; group < members.length; group++) {
            if (members[group] == 0) {
                ends[at++] = last[group];
            }
        }
        Arrays.sort(ends);
        return ends[ends.length - missing()];
    }
}
