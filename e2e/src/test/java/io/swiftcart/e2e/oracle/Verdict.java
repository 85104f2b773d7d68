package io.swiftcart.e2e.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every invariant has to say about some figures. */
final class Verdict {
    private static final int TOLD = 10;

    private static final Map<String, Rule> INVARIANTS = invariants();

    private Verdict() {}

    /** One sentence for each thing that is wrong, its invariant in front; empty if all holds. */
    static List<String> on(Figures figures) {
        List<String> broken = new ArrayList<>();
        INVARIANTS.forEach(
                (name, rule) -> {
                    List<String> sentences = rule.broken(figures).toList();
                    sentences.stream()
                            .limit(TOLD)
                            .forEach(sentence -> broken.add(name + ": " + sentence));
                    if (sentences.size() > TOLD) {
                        broken.add(name + ": and " + (sentences.size() - TOLD) + " more");
                    }
                });
        return broken;
    }

    private static Map<String, Rule> invariants() {
        Map<String, Rule> all = new LinkedHashMap<>();
        all.put("I1 one capture per order", MoneyRules::an_order_is_captured_once);
        all.put("I2 acknowledged orders exist", ReplyRules::acknowledged_orders_exist);
        all.put("I2 one order per key", ReplyRules::a_key_makes_one_order);
        all.put("I3 stock and movements", StockRules::stock_is_the_sum_of_its_movements);
        all.put("I3 stock and orders", StockRules::what_left_the_stock_was_ordered);
        all.put(
                "I4 money and orders",
                MoneyRules::the_provider_keeps_the_totals_of_standing_orders);
        all.put("I5 every order ends", FactRules::every_order_ends);
        all.put("I5 holds and orders", StockRules::holds_agree_with_their_orders);
        all.put("I5 nothing reserved", StockRules::nothing_stays_reserved);
        all.put("I6 ends are mailed", MailRules::an_end_is_mailed);
        all.put("I6 mails come once", MailRules::a_mail_comes_once);
        all.put("I7 versions without gap", FactRules::versions_have_no_gap);
        all.put("I7 versions in order", FactRules::versions_are_in_order);
        all.put("I8 one event per transition", FactRules::a_transition_has_one_event);
        all.put("I8 one content per event", FactRules::an_event_has_one_content);
        all.put("I9 no event without order", FactRules::no_event_without_its_order);
        all.put("I9 no charge without order", MoneyRules::no_charge_without_its_order);
        all.put("I9 no mail without order", MailRules::no_mail_without_its_order);
        all.put("I9 no hold without order", StockRules::no_hold_without_its_order);
        all.put("I10 same key, same answer", ReplyRules::the_same_key_has_the_same_answer);
        all.put("never a 500 or a hang", ReplyRules::no_answer_is_a_defect);
        return all;
    }
}
