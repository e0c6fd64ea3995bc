/**
 * Map of the house. Rings, each knowing only what is left of it: {@code domain <- application <- {
 * channel, picture, keycloak }}; a test guards them. The same room names recur in every ring.
 *
 * <ul>
 *   <li>{@code domain}: the rules, as values; knows java.* only. {@code policy} decides who must do
 *       what; {@code code} derives and compares; {@code limit} counts; {@code factor}, {@code
 *       contact} and {@code delivery} name the rest; {@code grant} is policy without a page.
 *   <li>{@code application}: one verb class per use case, its ports beside it. {@code challenge}
 *       sends and checks codes, {@code delivery} carries letters, {@code enrolment} puts it off.
 *   <li>{@code channel}: how a message leaves. {@code http} is any SMS service, {@code pretend} the
 *       one of the demo.
 *   <li>{@code picture}: reads the codes in photos; {@code wasm} is the sandbox around the decoder.
 *   <li>{@code keycloak}: the host. {@code login} holds the conversation of the second step, {@code
 *       grant} the ways to tokens without a page; {@code policy}, {@code credential} and {@code
 *       store} read and write Keycloak's models and our tables; {@code delivery} words messages;
 *       {@code admin}, {@code setup} and {@code page} are the REST addresses; {@code enrolment}
 *       reads phone numbers; {@code portal} and {@code robot} make codes of outside web sites and
 *       hand them out; {@code wiring} builds it all.
 * </ul>
 *
 * <p>Table of contents of what Keycloak calls: {@code META-INF/services}. Begin reading at {@code
 * keycloak.login.SecondStepAuthenticator}.
 */
@NullMarked
package dev.twostep;

import org.jspecify.annotations.NullMarked;
