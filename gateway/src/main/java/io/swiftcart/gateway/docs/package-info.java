/**
 * The reference of the public API: {@code /openapi.json} is {@code contracts/openapi/public.json},
 * which a test holds to the documents of the services; {@code /docs} shows it with Swagger UI, from
 * here and from nowhere else.
 */
@NullMarked
package io.swiftcart.gateway.docs;

import org.jspecify.annotations.NullMarked;
