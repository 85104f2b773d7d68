package io.swiftcart.payment.balances;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * JSON of the money of one order, in the currency's minor unit.
 *
 * @param currency absent for an order that was closed before anything was paid
 * @param ledgerDebit sum of all debits in the ledger; {@code ledgerCredit} likewise. Each is what
 *     was captured plus what was refunded.
 */
@Schema(
        name = "OrderBalance",
        requiredProperties = {
            "orderId",
            "status",
            "capturedAmount",
            "refundedAmount",
            "ledgerDebit",
            "ledgerCredit"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderBalanceView(
        UUID orderId,
        String status,
        long capturedAmount,
        long refundedAmount,
        @Nullable String currency,
        long ledgerDebit,
        long ledgerCredit) {}
