package org.oinfo.study.prune;

import java.util.List;
import org.oinfo.study.capture.Capture;
import org.oinfo.study.network.Network;
import org.oinfo.study.result.Importance;

/**
 * A trained network that sub-networks are cut from.
 *
 * @param seed of its initial weights and of the order of its images; random choices and further training draw from numbered
 *     streams of the same seed
 * @param initial before training
 * @param trained after training
 * @param capture its activations, those after the ReLU of every hidden layer that is cut among them
 * @param scores of its neurons; a choice by a score that some neuron of a layer lacks is left out, so empty for none of them
 */
public record StudiedNetwork(long seed, Network initial, Network trained, Capture capture, List<Importance> scores) {}
