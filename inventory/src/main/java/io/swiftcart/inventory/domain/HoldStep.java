package io.swiftcart.inventory.domain;

/** The steps of a hold, and what each does to the stock for every unit held. */
public enum HoldStep {
    RESERVE(0, 1, MovementType.RESERVED),
    RELEASE(0, -1, MovementType.RELEASED),
    EXPIRE(0, -1, MovementType.EXPIRED),
    COMMIT(-1, -1, MovementType.COMMITTED),
    /** Commits what is no longer held: the units come out of what is available. */
    COMMIT_LATE(-1, 0, MovementType.COMMITTED),
    /** Puts committed units back on the shelf. */
    RETURN(1, 0, MovementType.RETURNED);

    private final int onHandPerUnit;
    private final int reservedPerUnit;
    private final MovementType movement;

    HoldStep(int onHandPerUnit, int reservedPerUnit, MovementType movement) {
        this.onHandPerUnit = onHandPerUnit;
        this.reservedPerUnit = reservedPerUnit;
        this.movement = movement;
    }

    /** Change of on hand for each unit. */
    public int onHandPerUnit() {
        return onHandPerUnit;
    }

    /** Change of reserved for each unit. */
    public int reservedPerUnit() {
        return reservedPerUnit;
    }

    /** How the step is recorded. */
    public MovementType movement() {
        return movement;
    }
}
