package io.swiftcart.order.history;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a stream about one order, to which {@link FollowGate} lets only its readers. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@interface Followed {}
