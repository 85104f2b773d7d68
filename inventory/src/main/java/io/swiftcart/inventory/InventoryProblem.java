package io.swiftcart.inventory;

import io.swiftcart.platform.problem.ProblemCode;

/** The problems that only the inventory knows. */
public enum InventoryProblem implements ProblemCode {
    INSUFFICIENT_STOCK(
            "insufficient-stock", 409, "There is not enough stock for this order.", false),
    RESERVATION_CLOSED(
            "reservation-closed", 409, "The order's hold was released or has expired.", false),
    RESERVATION_COMMITTED(
            "reservation-committed", 409, "The order's stock has been committed.", false),
    RESERVATION_MISMATCH(
            "reservation-mismatch", 422, "The order already holds other lines.", false),
    RESTOCK_EXCEEDS_COMMITTED(
            "restock-exceeds-committed", 409, "More would be put back than was sold.", false),
    STOCK_BELOW_RESERVED(
            "stock-below-reserved", 409, "Fewer units would be on hand than are reserved.", true),
    STOCK_EXISTS("stock-exists", 409, "The SKU already has stock.", false);

    private final String code;
    private final int status;
    private final String title;
    private final boolean retryable;

    InventoryProblem(String code, int status, String title, boolean retryable) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
