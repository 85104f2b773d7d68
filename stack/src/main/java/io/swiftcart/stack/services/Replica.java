package io.swiftcart.stack.services;

/**
 * One process of a service. {@code name}: the service's, with a number behind from the second one
 * on.
 */
public record Replica(Service service, String name, int port, int managementPort) {

    public String url() {
        return "http://localhost:" + port;
    }

    public String management() {
        return "http://localhost:" + managementPort;
    }
}
