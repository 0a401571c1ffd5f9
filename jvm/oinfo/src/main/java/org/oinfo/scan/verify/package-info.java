/**
 * Proof that a scan scored every n-plet once: over all n-plets S of an order the determinants of R_S add up to an elementary symmetric
 * function of the eigenvalues of R, which is computed here without any n-plet.
 *
 * <p>Read {@link org.oinfo.scan.verify.Verifier} first. May import {@code org.oinfo.scan} and {@code org.oinfo.kernels}.
 */
@NullMarked
package org.oinfo.scan.verify;

import org.jspecify.annotations.NullMarked;
