/**
 * Who did what, to what, why, when and from where.
 *
 * <p>{@code AuditWrites} writes down every request of a manager or admin that may change something,
 * before it is carried out. {@code Audit} writes a deed with its reason in the transaction of the
 * deed. {@code LinkEntries} chains the entries by hashes in the background, {@code VerifyAudit}
 * recomputes them. The tables refuse to be changed.
 */
@NullMarked
package io.swiftcart.platform.audit;

import org.jspecify.annotations.NullMarked;
