package io.swiftcart.stack.parts;

import java.nio.file.Path;

/**
 * A second door of a part, which speaks TLS alone.
 *
 * @param port on 127.0.0.1
 * @param pem the private key and the certificate that the part shows there, PEM in one file
 */
public record TlsDoor(int port, Path pem) {}
