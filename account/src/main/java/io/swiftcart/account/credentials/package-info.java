/**
 * Whether somebody is who they say: {@link io.swiftcart.account.credentials.CheckPassword} compares
 * with the stored hash, in the same time whether the person exists or not, and counts failures in
 * {@link io.swiftcart.account.credentials.LoginThrottle}. Hashing runs on threads of its own,
 * {@link io.swiftcart.account.credentials.CostlyWork}.
 */
@NullMarked
package io.swiftcart.account.credentials;

import org.jspecify.annotations.NullMarked;
