/** Random passwords that are good for named applications only. Pure; knows no Keycloak type. */
@NullMarked
package dev.twostep.domain.apppassword;

import org.jspecify.annotations.NullMarked;
