package org.oinfo;

/**
 * Dynamic O-information of a group of series, each in turn the target of the others; nats.
 *
 * @param nplet columns of the series [k], ascending
 * @param total sum of the dynamic O-information over the targets, Stramaglia et al. 2021 (doi 10.3389/fphys.2020.595736); NaN where one
 *     of them is singular
 * @param domega of each member as the target [k], as in {@link org.oinfo.targets.TargetNplet#domega}
 * @param i joint transfer entropy from the others to each member [k]
 */
@SuppressWarnings("ArrayRecordComponent") // a result, not a key
public record TotalDynamics(int[] nplet, double total, double[] domega, double[] i) {}
