package org.oinfo.discrete;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.oinfo.kernels.Combinations;

/**
 * Contents of an n-plet less one member, for each member of its prefix: its first k-1 variables A. {@code A without a_i, plus l}
 * for all i is what changes with the last variable l.
 */
interface Subsets {
    /** Chooses the prefix A, at [offset, offset+count) and ascending. */
    void prefix(int[] variables, int offset, int count);

    /** Sum over i of the contents of A without a_i, plus the variable {@code last}, which comes after A. */
    long sum(int last);

    /** Counts each when it is asked for: for single n-plets. */
    final class Counted implements Subsets {
        private final JointContents contents;
        private int[] prefix = new int[0];

        Counted(JointContents contents) {
            this.contents = contents;
        }

        @Override
        public void prefix(int[] variables, int offset, int count) {
            prefix = Arrays.copyOfRange(variables, offset, offset + count);
        }

        @Override
        public long sum(int last) {
            long sum = 0;
            for (int i = 0; i < prefix.length; i++) {
                contents.prefix(prefix, 0, prefix.length, i);
                sum += contents.with(last);
            }
            return sum;
        }
    }

    /** Counts them for all later variables at once, when the first is asked for: for scans. */
    final class Rows implements Subsets {
        private final JointContents contents;
        private final long[] sums;
        private int[] prefix = new int[0];
        private boolean filled;

        Rows(JointContents contents, int variables) {
            this.contents = contents;
            this.sums = new long[variables];
        }

        @Override
        public void prefix(int[] variables, int offset, int count) {
            prefix = Arrays.copyOfRange(variables, offset, offset + count);
            filled = false;
        }

        @Override
        public long sum(int last) {
            if (!filled) {
                fill();
                filled = true;
            }
            return sums[last];
        }

        private void fill() {
            Arrays.fill(sums, 0);
            int first = prefix[prefix.length - 1] + 1;
            for (int i = 0; i < prefix.length; i++) {
                contents.prefix(prefix, 0, prefix.length, i);
                for (int last = first; last < sums.length; last++) {
                    sums[last] += contents.with(last);
                }
            }
        }
    }

    /**
     * Looks them up in a table of all (k-1)-plets by rank that scans on several threads share. Whoever misses an entry counts its
     * whole row, the (k-1)-plets that differ in the last variable; two threads that do so write the same.
     */
    final class Shared implements Subsets {
        private final JointContents contents;
        private final Combinations combinations;
        private final AtomicLongArray table;
        private final int variables;
        private int[] prefix = new int[0];
        /** Where in the table the variable 0 would be, for each row. */
        private long[] rows = new long[0];
        /** Scratch: A without one member. */
        private int[] row = new int[0];

        /**
         * Look-ups in a table.
         *
         * @param combinations of order k-1
         * @param table a content for each rank, 0 where it is not known yet: no content of variables that vary is 0
         */
        Shared(JointContents contents, int variables, Combinations combinations, AtomicLongArray table) {
            this.contents = contents;
            this.variables = variables;
            this.combinations = combinations;
            this.table = table;
        }

        @Override
        public void prefix(int[] all, int offset, int count) {
            prefix = Arrays.copyOfRange(all, offset, offset + count);
            if (rows.length != count) {
                rows = new long[count];
                row = new int[count - 1];
            }
            for (int i = 0; i < count; i++) {
                rows[i] = combinations.firstRank(without(i), count - 1) - firstOfRow(i);
            }
        }

        private int[] without(int member) {
            System.arraycopy(prefix, 0, row, 0, member);
            System.arraycopy(prefix, member + 1, row, member, row.length - member);
            return row;
        }

        /** The first variable that can be the last one of row i. */
        private int firstOfRow(int i) {
            without(i);
            return row.length == 0 ? 0 : row[row.length - 1] + 1;
        }

        @Override
        public long sum(int last) {
            long sum = 0;
            for (int i = 0; i < rows.length; i++) {
                long content = table.getOpaque((int) (rows[i] + last));
                sum += content == 0 ? fill(i, last) : content;
            }
            return sum;
        }

        private long fill(int i, int wanted) {
            contents.prefix(prefix, 0, prefix.length, i);
            long found = 0;
            for (int last = firstOfRow(i); last < variables; last++) {
                long content = contents.with(last);
                table.setOpaque((int) (rows[i] + last), content);
                found = last == wanted ? content : found;
            }
            return found;
        }
    }
}
