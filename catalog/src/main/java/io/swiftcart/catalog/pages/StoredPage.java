package io.swiftcart.catalog.pages;

import io.swiftcart.catalog.reading.ProductTag;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent.
 *
 * @param json never changed by anybody who holds it
 * @param tag quoted entity tag of exactly these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // pages are never compared with one another
public record StoredPage(byte[] json, String tag) {

    /** Whether {@code If-None-Match} names this page, so that 304 is the answer. */
    public boolean isIn(@Nullable String ifNoneMatch) {
        return ProductTag.isIn(ifNoneMatch, tag);
    }
}
