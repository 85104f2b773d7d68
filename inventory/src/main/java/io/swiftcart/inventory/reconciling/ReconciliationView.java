package io.swiftcart.inventory.reconciling;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a comparison of the books has found.
 *
 * @param checked SKUs and orders looked at
 * @param mismatches at most 1,000
 */
@Schema(name = "InventoryReconciliation")
record ReconciliationView(Instant checkedAt, long checked, List<Mismatch> mismatches) {}
