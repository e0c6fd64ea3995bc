/** The demo: five differently governed organizations and a page that shows every message. */
@NullMarked
package dev.twostep.demo;

import org.jspecify.annotations.NullMarked;
