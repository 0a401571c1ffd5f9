/**
 * Pages and pictures of a result, written besides it.
 *
 * <p>Read {@link org.oinfo.cli.picture.PictureOptions} first. May import {@code process}.
 */
@NullMarked
package org.oinfo.cli.picture;

import org.jspecify.annotations.NullMarked;
