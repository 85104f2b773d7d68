package io.swiftcart.e2e.alerts;

import static io.swiftcart.e2e.alerts.Traffic.fault;
import static io.swiftcart.e2e.alerts.Traffic.orders;

import java.util.List;
import java.util.stream.Stream;

/** What provokes each alert, those that leave least behind first. */
final class Provocations {
    /** Longer than anybody wants to wait, shorter than payment gives the provider. */
    private static final int SLOW_MILLIS = 1_500;

    private static final List<Provocation> ALL =
            List.of(
                    Provocation.fromTheStart("HeapNearlyFull"),
                    Provocation.of("FilesNearlyUsedUp", Processes.withFewFiles("cart")),
                    Provocation.of("ServiceDown", Processes.frozen("cart")),
                    Provocation.of("ConsumerStands", Processes::consumersStand),
                    Provocation.of("DatabasePoolWaits", Queues::catalogWaits),
                    Provocation.of("ReservationsWait", Queues::reservationsWait),
                    Provocation.of("ConsumerLag", Queues::factsPileUp),
                    Provocation.of("OutboxKeysRest", Damages::factWithoutTopic),
                    Provocation.of("OutboxStands", Processes.frozen("kafka").with(orders(1))),
                    Provocation.of(
                            "DeadLetters", fault("notification.fail", 1).with(Damages::deadLetter)),
                    Provocation.of("BooksDiffer", Damages::unitsOutOfNowhere),
                    Provocation.of("InvariantBroken", Damages::historyWithAGap),
                    Provocation.of("ChargesDiffer", Damages::chargeOfAnotherAmount),
                    Provocation.of("HoldsDoNotExpire", Damages::holdThatCannotEnd),
                    Provocation.of("StockShortfall", Damages::soldTwice),
                    Provocation.of("OrdersStuck", Processes.frozen("payment").with(orders(1))),
                    Provocation.of(
                            "MailsWait", fault("notification.smtp-down", true).with(orders(1))),
                    Provocation.of(
                            "SlowAnswers", fault("payment.latency", SLOW_MILLIS).with(orders(3))),
                    Provocation.of("SlowCheckouts", Processes.stalling("payment").with(orders(3))),
                    Provocation.of(
                            "PaymentsUnanswered", fault("payment.lost-reply", 1).with(orders(2))),
                    Provocation.of("BreakerOpen", fault("payment.down", true).with(orders(5))),
                    Provocation.of("ServiceErrors", Processes.frozen("redis").with(Traffic::carts)),
                    Provocation.of(
                            "GatewayErrorBudgetFast", fault("payment.down", true).with(orders(5))),
                    Provocation.of(
                            "GatewayErrorBudgetSlow", fault("payment.down", true).with(orders(5))));

    private Provocations() {}

    /** All, or those whose names stand in {@code -Dalerts=} with commas between them. */
    static Stream<Provocation> wanted() {
        String names = System.getProperty("alerts");
        return names == null
                ? ALL.stream()
                : ALL.stream().filter(one -> List.of(names.split(",")).contains(one.alert()));
    }

    static List<String> alerts() {
        return ALL.stream().map(Provocation::alert).toList();
    }
}
