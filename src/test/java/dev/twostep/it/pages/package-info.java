/** Every page in a real browser: how it looks, how it is used, and what it fetches. */
@NullMarked
package dev.twostep.it.pages;

import org.jspecify.annotations.NullMarked;
