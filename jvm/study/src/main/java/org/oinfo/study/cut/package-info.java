/** Narrower models of a user's own: layers of an ONNX file lose neurons, and what they enter is fitted anew. */
@NullMarked
package org.oinfo.study.cut;

import org.jspecify.annotations.NullMarked;
