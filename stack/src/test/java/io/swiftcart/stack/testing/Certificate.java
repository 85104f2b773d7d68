package io.swiftcart.stack.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;

/**
 * The key and certificate of servers at {@code localhost} and {@code 127.0.0.1}, made for a test:
 * nobody trusts it who was not told to.
 */
public final class Certificate {
    /** Of {@link #keyStore} and of the key in it. */
    public static final String PASSWORD = "changeit";

    private final Path directory;

    private Certificate(Path directory) {
        this.directory = directory;
    }

    /** A new one, with its files in a directory of their own. */
    public static Certificate create() {
        try {
            return createIn(Files.createTempDirectory("tls"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one in this directory, made when it is first asked for. */
    static Certificate in(Path directory) {
        Certificate certificate = new Certificate(directory);
        return Files.exists(certificate.pem()) ? certificate : createIn(directory);
    }

    /** Whom a client trusts: the certificate, as PEM. */
    public Path trusted() {
        return directory.resolve("trusted.pem");
    }

    /** What a server shows: the certificate and its private key, as PEM in one file. */
    public Path pem() {
        return directory.resolve("server.pem");
    }

    /** The same for Java's own TLS. */
    public KeyManagerFactory keyManagers() {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(), PASSWORD.toCharArray());
            return keys;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no keys", e);
        }
    }

    private static Certificate createIn(Path directory) {
        try {
            Files.createDirectories(directory);
            Certificate certificate = new Certificate(directory);
            certificate.generate();
            KeyStore store = certificate.store();
            String shown = block("CERTIFICATE", store.getCertificate("server").getEncoded());
            byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
            Files.writeString(certificate.trusted(), shown);
            Files.writeString(certificate.pem(), shown + block("PRIVATE KEY", key));
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void generate() throws IOException, InterruptedException {
        Path log = directory.resolve("keytool.log");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                keyStore().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + Files.readString(log));
        }
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        try (InputStream file = Files.newInputStream(keyStore())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return keys;
        }
    }

    /** The same as a PKCS #12 file. */
    public Path keyStore() {
        return directory.resolve("server.p12");
    }

    private static String block(String what, byte[] encoded) {
        String base64 =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, base64);
    }
}
