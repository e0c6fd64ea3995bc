/** Stories of browsers that are trusted, of their passcodes, and of those who copy them. */
@NullMarked
package dev.twostep.it.devices;

import org.jspecify.annotations.NullMarked;
