package io.swiftcart.stack.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Somebody who can get a token. */
sealed interface Account {

    /** What the caller logs in with. */
    String id();

    /** The claims that say who it is. */
    Map<String, Object> claims();

    /** A person with roles, who logs in with a password. */
    record User(String id, String name, List<String> roles) implements Account {

        /**
         * Fixed, so that orders still belong to their customer after the data of the issuer is
         * lost.
         */
        UUID subject() {
            return UUID.nameUUIDFromBytes(
                    ("swiftcart-user:" + id).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, Object> claims() {
            return new TreeMap<>(
                    Map.of(
                            "sub", subject().toString(),
                            "preferred_username", id,
                            "email", id + "@example.com",
                            "name", name,
                            "groups", roles));
        }
    }

    /** A program with scopes, which logs in with a secret. */
    record Client(String id, List<String> scopes) implements Account {
        @Override
        public Map<String, Object> claims() {
            return new TreeMap<>(
                    Map.of(
                            "sub",
                            id,
                            "azp",
                            id,
                            "client_id",
                            id,
                            "scope",
                            String.join(" ", scopes)));
        }
    }
}
