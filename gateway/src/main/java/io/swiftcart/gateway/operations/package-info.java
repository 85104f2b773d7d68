/**
 * The operators' pages about the whole shop. {@code AskServices} asks every service for its own
 * page with the operator's token, and the answers are merged; a service that does not answer makes
 * it no answer at all, for half a report would pass for a whole one.
 */
@NullMarked
package io.swiftcart.gateway.operations;

import org.jspecify.annotations.NullMarked;
