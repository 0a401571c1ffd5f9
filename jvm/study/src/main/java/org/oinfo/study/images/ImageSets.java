package org.oinfo.study.images;

/**
 * Images to train on and images to test with.
 *
 * @param name of the data, as results show it
 * @param source where they were read
 * @param checksum SHA-256 of the bytes they were read from, in lower-case hexadecimal
 */
public record ImageSets(String name, String source, String checksum, Images train, Images test) {}
