package io.swiftcart.order.cancelling;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what only owners and managers may do; {@link OwnersGate} sees to it. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface OwnersOnly {}
