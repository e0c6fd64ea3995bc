/** The limits that all accounts of a realm share: messages, money and wrong answers. */
@NullMarked
package dev.twostep.application.limit;

import org.jspecify.annotations.NullMarked;
