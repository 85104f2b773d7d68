package io.swiftcart.stack.testing;

/**
 * Addresses of the running parts, as system properties {@code swiftcart.stack.*}: all class loaders
 * see them.
 */
enum Handover {
    DIRECTORY,
    POSTGRES_PORT,
    REDIS,
    REDIS_TLS_PORT,
    KAFKA,
    KAFKA_TLS_PORT,
    ISSUER,
    MAIL_SMTP_PORT,
    MAIL_API,
    SANDBOX_URL,
    SANDBOX_API_KEY,
    SANDBOX_WEBHOOK_SECRET;

    boolean present() {
        return System.getProperty(key()) != null;
    }

    String value() {
        String value = System.getProperty(key());
        if (value == null) {
            throw new IllegalStateException(
                    this + " is not known: name the part in the initArgs of StackTestResource");
        }
        return value;
    }

    void put(String value) {
        System.setProperty(key(), value);
    }

    private String key() {
        return "swiftcart.stack." + name();
    }
}
