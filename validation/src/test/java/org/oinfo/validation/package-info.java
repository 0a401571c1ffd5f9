/**
 * The truths that the numbers are held against: oracles that share no code with the kernels, closed-form truths, and tests
 * of every installed backend against both.
 *
 * <p>Oracles start from the definition, one determinant of the whole n-plet and one of each n-plet without a member:
 *
 * <pre>
 *   H(X) = 1/2 ln|R_S| + const      TC = sum_i H(X_i) - H(X)      DTC = H(X) - sum_i [H(X) - H(X_-i)]
 *   Omega = TC - DTC                S = TC + DTC
 * </pre>
 *
 * {@link org.oinfo.validation.DefinitionReference} computes them with Apache Commons Math,
 * {@link org.oinfo.validation.PreciseOracle} with 50 decimal digits. Errors of Omega are scaled by 1 + S, because Omega is
 * the difference of two quantities whose sum is S.
 */
@NullMarked
package org.oinfo.validation;

import org.jspecify.annotations.NullMarked;
