package io.swiftcart.e2e.oracle;

import java.util.stream.Stream;

/** One invariant of the shop. */
interface Rule {
    /** One sentence with ids for each thing that breaks it. */
    Stream<String> broken(Figures figures);
}
