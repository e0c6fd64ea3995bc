/** Circuit breakers of gateways, by resilience4j; every node has its own. */
@NullMarked
package dev.twostep.channel.breaker;

import org.jspecify.annotations.NullMarked;
