/** Runs inside the measured server, packed into a jar by the benchmark itself. */
@NullMarked
package dev.twostep.bench.inside;

import org.jspecify.annotations.NullMarked;
