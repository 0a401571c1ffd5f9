@org.jspecify.annotations.NullMarked
package org.oinfo.study.cut;
