/**
 * The house rules of the code, as tests. Each rule stands in the class of its subject, {@link
 * io.swiftcart.platform.rules.HouseRules} gathers them, and every service takes them all through a
 * small {@code ArchitectureTest}. Fixtures under {@code io.swiftcart.fixtures} break one rule each,
 * and {@code HouseRulesTest} proves that the rule sees it.
 */
@NullMarked
package io.swiftcart.platform.rules;

import org.jspecify.annotations.NullMarked;
