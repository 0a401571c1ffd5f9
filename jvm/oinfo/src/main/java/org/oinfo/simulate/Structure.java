package org.oinfo.simulate;

import org.apache.commons.rng.UniformRandomProvider;
import org.oinfo.parallel.RandomStreams;

/**
 * What depends on what. Variables that no group takes are independent onlookers. All are Gaussian of mean 0 and variance 1 but those of {@link
 * #XOR}.
 */
public enum Structure {
    /** Nothing on nothing. */
    INDEPENDENT("independent variables", false, 0) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            LinearSystem system = new LinearSystem();
            onlookers(system, settings);
            return system;
        }
    },
    /** Two by two with correlation strength. Omega of every n-plet is 0. */
    PAIRS("independent pairs with correlation strength", false, 0) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            LinearSystem system = new LinearSystem();
            while (system.variables() + 2 <= settings.variables()) {
                int first = system.variables();
                system.variable(settings.strength(), system.variable(0));
                system.group(this, first);
            }
            onlookers(system, settings);
            return system;
        }
    },
    /** The k variables of a group have one hidden cause; any two have correlation strength. Omega is above 0. */
    REDUNDANT("groups of k with one hidden cause, any two with correlation strength", true, 1) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            return planted(settings);
        }
    },
    /** The last of the k variables of a group is the sum of the others and noise; they explain the share strength of it. Omega is below 0. */
    SYNERGISTIC("groups of k, the last the sum of the others, which explain the share strength of it", true, 1) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            return planted(settings);
        }
    },
    /** Redundant and synergistic groups in turn. */
    MIXED("redundant and synergistic groups in turn", true, 2) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            return planted(settings);
        }
    },
    /** All variables in as many blocks as there are groups, each with one hidden cause; any two of a block have correlation strength. */
    CAUSES(
            "all variables in blocks with one hidden cause each, any two of a block with correlation strength",
            false,
            2) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            LinearSystem system = new LinearSystem();
            int blocks = settings.groups();
            for (int b = 1; b <= blocks; b++) {
                redundant(
                        this, system, settings, (int) ((long) b * settings.variables() / blocks) - system.variables());
            }
            return system;
        }
    },
    /** Each variable depends on one random earlier one, with correlation strength. Omega of no n-plet is below 0. */
    TREE("a random tree with correlation strength along its edges", false, 0) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            UniformRandomProvider random = RandomStreams.of(settings.seed(), 1);
            return tree(this, settings, random::nextInt);
        }
    },
    /** Each variable depends on the one before it, with correlation strength. Omega of no n-plet is below 0. */
    CHAIN("a Markov chain with correlation strength from each to the next", false, 0) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            return tree(this, settings, before -> before - 1);
        }
    },
    /** Bits: the last of the k of a group is the parity of the others, right with probability (1 + strength) / 2. Omega is below 0. */
    XOR("bits in groups of k, the last the parity of the others, right with probability (1 + strength) / 2", true, 1) {
        @Override
        SimulatedSystem system(SimulationSettings settings) {
            return new ParitySystem(settings);
        }
    };

    private final String description;
    private final boolean ordered;
    private final int usualGroups;

    Structure(String description, boolean ordered, int usualGroups) {
        this.description = description;
        this.ordered = ordered;
        this.usualGroups = usualGroups;
    }

    /** In words, where k is the order of a group. */
    public String description() {
        return description;
    }

    /** Whether its groups have an order. */
    public boolean ordered() {
        return ordered;
    }

    /** How many groups there are where nobody says; 0 where groups cannot be chosen. */
    public int usualGroups() {
        return usualGroups;
    }

    abstract SimulatedSystem system(SimulationSettings settings);

    /** Which of the variables before a new one it depends on. */
    private interface Parent {
        int among(int before);
    }

    private static LinearSystem tree(Structure kind, SimulationSettings settings, Parent parent) {
        LinearSystem system = new LinearSystem();
        system.variable(0);
        for (int v = 1; v < settings.variables(); v++) {
            system.variable(settings.strength(), parent.among(v));
        }
        system.group(kind, 0);
        return system;
    }

    private static LinearSystem planted(SimulationSettings settings) {
        LinearSystem system = new LinearSystem();
        for (int g = 0; g < settings.groups(); g++) {
            Structure kind =
                    settings.structure() == MIXED ? (g % 2 == 0 ? REDUNDANT : SYNERGISTIC) : settings.structure();
            if (kind == REDUNDANT) {
                redundant(kind, system, settings, settings.order());
            } else {
                synergistic(system, settings);
            }
        }
        onlookers(system, settings);
        return system;
    }

    private static void redundant(Structure kind, LinearSystem system, SimulationSettings settings, int order) {
        int first = system.variables();
        int cause = system.hidden();
        for (int i = 0; i < order; i++) {
            system.variable(Math.sqrt(settings.strength()), cause);
        }
        system.group(kind, first);
    }

    private static void synergistic(LinearSystem system, SimulationSettings settings) {
        int first = system.variables();
        int[] parents = new int[settings.order() - 1];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = system.variable(0);
        }
        system.variable(Math.sqrt(settings.strength() / parents.length), parents);
        system.group(SYNERGISTIC, first);
    }

    private static void onlookers(LinearSystem system, SimulationSettings settings) {
        while (system.variables() < settings.variables()) {
            system.variable(0);
        }
    }
}
