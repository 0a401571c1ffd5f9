/** Labelled images to train on: IDX files and the digits that ship with the project. */
@NullMarked
package org.oinfo.study.images;

import org.jspecify.annotations.NullMarked;
