package io.swiftcart.stack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/**
 * An authority of a test's own, known to nobody else, and the certificate that it has made for a
 * server at {@code localhost} and {@code 127.0.0.1}.
 */
public final class Authority {
    private static final String PASSWORD = "changeit";
    private static final String NAMES = "san=dns:localhost,ip:127.0.0.1";

    private final Path directory;

    private Authority(Path directory) {
        this.directory = directory;
    }

    /** A new one, with its files in a directory of their own. */
    public static Authority create() {
        try {
            Authority authority = new Authority(Files.createTempDirectory("tls"));
            authority.makeCertificates();
            return authority;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificates", e);
        }
    }

    /** Whom to trust, as PEM. */
    public Path authority() {
        return file("ca.pem");
    }

    /** The server's certificate, as PEM. */
    public Path certificate() {
        return file("server.pem");
    }

    /** The server's private key, as PEM. */
    public Path key() {
        return file("server.key");
    }

    /** The server's certificate and key, for Java's own TLS. */
    public KeyManagerFactory keyManagers() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(serverKeys(), PASSWORD.toCharArray());
        return keys;
    }

    private void makeCertificates() throws IOException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=Test Authority",
                "-ext",
                "bc:c",
                "-validity",
                "2",
                "-keystore",
                name("ca.p12"));
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "ca",
                "-file",
                name("ca.pem"),
                "-keystore",
                name("ca.p12"));
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-validity",
                "2",
                "-keystore",
                name("server.p12"));
        keytool(
                "-certreq",
                "-alias",
                "server",
                "-file",
                name("server.csr"),
                "-keystore",
                name("server.p12"));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                "ca",
                "-ext",
                NAMES,
                "-validity",
                "2",
                "-infile",
                name("server.csr"),
                "-outfile",
                name("server.pem"),
                "-keystore",
                name("ca.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                name("ca.pem"),
                "-keystore",
                name("server.p12"));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                "server",
                "-file",
                name("server.pem"),
                "-keystore",
                name("server.p12"));
        Key key = serverKeys().getKey("server", PASSWORD.toCharArray());
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded());
        Files.writeString(
                file("server.key"),
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    }

    private KeyStore serverKeys() throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(file("server.p12"))) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return keys;
        }
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(file("keytool.log").toFile())
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(file("keytool.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private String name(String file) {
        return file(file).toString();
    }
}
