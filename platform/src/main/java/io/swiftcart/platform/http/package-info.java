/**
 * What services share of HTTP: which version they speak in clear text, entity tags and conditional
 * requests, histograms.
 */
@NullMarked
package io.swiftcart.platform.http;

import org.jspecify.annotations.NullMarked;
