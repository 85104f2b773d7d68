package io.swiftcart.e2e.alerts;

/**
 * The trouble that an alert is meant for.
 *
 * @param alert its name in the rules
 * @param trouble begins it in the shop, and says how it ends
 * @param ends whether the alert ends with the trouble while the shop runs
 */
record Provocation(String alert, Trouble trouble, boolean ends) {

    /** Something that goes wrong in a shop. */
    @FunctionalInterface
    interface Trouble {
        /** Lasts until it is ended, by whoever began it. */
        Ending begin(AlertShop shop) throws Exception;

        /** While this lasts that begins as well, and it ends before. */
        default Trouble with(Trouble other) {
            return shop -> {
                Ending first = begin(shop);
                try {
                    return other.begin(shop).andThen(first);
                } catch (Exception failure) {
                    first.end();
                    throw failure;
                }
            };
        }
    }

    static Provocation of(String alert, Trouble trouble) {
        return new Provocation(alert, trouble, true);
    }

    /** The services were started with it, so that it lasts as long as they do. */
    static Provocation fromTheStart(String alert) {
        return new Provocation(alert, _ -> () -> {}, false);
    }

    /** Names the test. */
    @Override
    public String toString() {
        return alert;
    }
}
