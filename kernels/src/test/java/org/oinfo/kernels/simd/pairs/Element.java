package org.oinfo.kernels.simd.pairs;

import java.util.Locale;

/** Element types of the vectors that the generated loops work on, and the names that belong to each. */
enum Element {
    DOUBLE("double", "Double", "Long", "Long", "Lanes", "PairBuffers"),
    SINGLE("float", "Float", "Int", "Integer", "SingleLanes", "PairScreenBuffers");

    /** The type in an array. */
    final String array;
    /** The class of a vector, and that of its bits. */
    final String vector;

    final String bits;
    /** The method that turns the first into the second. */
    final String toBits;
    /** The class that fixes the lanes, and its species of values and of bits. */
    final String lanes;

    final String species;
    final String bitSpecies;
    /** The class that the loops read from. */
    final String buffers;

    Element(String array, String boxed, String bits, String boxedBits, String lanes, String buffers) {
        this.array = array;
        this.vector = boxed + "Vector";
        this.bits = bits + "Vector";
        this.toBits = "reinterpretAs" + bits + "s()";
        this.lanes = lanes;
        this.species = "VectorSpecies<" + boxed + "> V = " + lanes + "." + array.toUpperCase(Locale.ROOT);
        this.bitSpecies = "VectorSpecies<" + boxedBits + "> B = " + lanes + "." + bits.toUpperCase(Locale.ROOT);
        this.buffers = buffers;
    }
}
