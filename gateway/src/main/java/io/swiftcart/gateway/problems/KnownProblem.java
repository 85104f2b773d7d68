package io.swiftcart.gateway.problems;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One problem code of the shop, explained to whoever met it.
 *
 * @param code stable name, the last part of the problem's {@code type}
 * @param title as in the answers
 * @param meaning what has happened, and what has not
 * @param remedy what the caller can do
 * @param retryable whether the same request can succeed later
 */
@RegisterForReflection(registerFullHierarchy = true)
public record KnownProblem(
        String code, int status, String title, String meaning, String remedy, boolean retryable) {}
