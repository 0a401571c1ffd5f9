package org.oinfo.study.result;

import java.util.List;
import java.util.Map;

/**
 * Everything a study found.
 *
 * @param schema name and version of this layout
 * @param run how it was made, in the order to show it: version, command, data, network, machine, seconds of each stage, ...
 * @param settings every setting, in the order to show it
 * @param training a network each
 * @param landscapes layers x conditions x networks
 * @param importance layers x networks
 * @param prunings sub-networks x networks
 * @param copied layers x networks, of networks with copied neurons
 * @param interactions layers x sizes x networks: which measure tells what groups matter together
 * @param differences between choices of neurons
 * @param claims what became of each claim
 * @param margin that mean Omega over mean S must pass to be on a side
 */
public record StudyResult(
        String schema,
        Map<String, Object> run,
        Map<String, Object> settings,
        List<Training> training,
        List<LayerLandscape> landscapes,
        List<Importance> importance,
        List<Pruning> prunings,
        List<Copied> copied,
        List<Interaction> interactions,
        List<Difference> differences,
        List<Claim> claims,
        double margin) {
    /** Name and version of this layout. */
    public static final String SCHEMA = "oinfo-study/1";
}
