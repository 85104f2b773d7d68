package io.swiftcart.platform.problem;

/**
 * One kind of problem a caller can meet. Each service registers its codes in one enum.
 *
 * <p>{@code code} is stable and names the page {@code /problems/<code>}; {@code retryable} says
 * whether the same request may succeed later without a change.
 */
public interface ProblemCode {
    /** Kebab-case name, part of the contract. */
    String code();

    /** HTTP status, 400 to 599. */
    int status();

    /** One short sentence that is the same for every occurrence. */
    String title();

    /** Whether sending the same request again can help. */
    boolean retryable();
}
