/**
 * The chart rendered as each of its variants in {@code ci/}: held against the models of Kubernetes,
 * against what must always be true, and against what the services really read.
 */
package io.swiftcart.helm;
