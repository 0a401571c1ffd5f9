package org.oinfo.parallel;

/**
 * A monitor of work that is kept.
 *
 * @param watching who is told and asked
 */
record KeepingMonitor(Monitor watching, Keeper keeper) implements Monitor {
    @Override
    public boolean goOn(Progress progress) {
        return watching.goOn(progress);
    }
}
