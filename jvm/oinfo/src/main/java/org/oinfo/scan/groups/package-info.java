/**
 * N-plets whose members must mix given groups of variables: which are allowed, how many, and a scan that visits no others.
 *
 * <p>Read {@link org.oinfo.scan.groups.GroupScan} first. May import what {@code scan} may, and {@code scan}.
 */
@NullMarked
package org.oinfo.scan.groups;

import org.jspecify.annotations.NullMarked;
