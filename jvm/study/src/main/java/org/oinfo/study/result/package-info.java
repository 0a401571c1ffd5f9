/**
 * The findings of each stage of a study, as they are saved: plain records that JSON holds field by field. Stages write them,
 * the page and its summary read them. Values are in nats, accuracies are fractions; what does not exist is null, never NaN.
 */
@NullMarked
package org.oinfo.study.result;

import org.jspecify.annotations.NullMarked;
