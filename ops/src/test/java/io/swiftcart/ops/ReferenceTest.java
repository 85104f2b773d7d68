package io.swiftcart.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference pages say what the contracts say; {@code -Dreference.update=true} writes them. */
class ReferenceTest {

    @Test
    void the_api_page_is_that_of_the_contracts() throws IOException {
        isFresh("docs/reference/api.md", Reference.api());
    }

    @Test
    void the_events_page_is_that_of_the_contracts() throws IOException {
        isFresh("docs/reference/events.md", Reference.events());
    }

    private static void isFresh(String page, String made) throws IOException {
        Path file = Checkout.file(page);
        if (Boolean.getBoolean("reference.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertThat(file)
                .as("mvn -pl ops -am package -Dtest=ReferenceTest -Dreference.update=true")
                .hasContent(made);
    }
}
