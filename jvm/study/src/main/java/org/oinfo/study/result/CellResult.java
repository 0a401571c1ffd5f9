package org.oinfo.study.result;

/**
 * A finished study of a grid.
 *
 * @param folder where it is, within the grid's folder
 * @param data images
 * @param network hidden layers
 * @param condition what differs from the usual training
 * @param result what it found
 */
public record CellResult(String folder, String data, String network, String condition, StudyResult result) {
    /** As a sentence names it. */
    public String name() {
        return data + " " + network + " " + condition;
    }
}
