package org.oinfo.study.cut;

/**
 * What became of a layer.
 *
 * @param layer its name
 * @param units how many neurons it had
 * @param kept those that stay, ascending; all where it is whole
 * @param next the layer that its neurons enter, or nothing
 * @param note why it is whole, or what else is to be known of it, or nothing
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record CutLine(String layer, int units, int[] kept, String next, String note) {
    /** Whether it lost a neuron. */
    public boolean cut() {
        return kept.length < units;
    }
}
