/**
 * The study of trained neural networks: train, capture activations, score every group of neurons, choose sub-networks, re-train
 * them, report.
 */
@NullMarked
package org.oinfo.study;

import org.jspecify.annotations.NullMarked;
