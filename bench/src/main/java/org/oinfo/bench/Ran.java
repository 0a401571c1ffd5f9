package org.oinfo.bench;

/** Prints what really ran, for the log and for the page that is made of it. */
final class Ran {
    private Ran() {}

    /** Prints {@code # ran name: implementation}. */
    static void print(String name, String implementation) {
        System.out.println("# ran " + name + ": " + implementation);
    }
}
