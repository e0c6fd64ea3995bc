/** Ways to tokens that show no page: direct grants, app passwords, devices, renewal. */
@NullMarked
package dev.twostep.it.grants;

import org.jspecify.annotations.NullMarked;
