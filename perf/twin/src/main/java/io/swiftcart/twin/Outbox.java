package io.swiftcart.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Facts between the commit of their change and their publication. */
@Component
class Outbox {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final KafkaTemplate<String, String> kafka;

    Outbox(JdbcClient jdbc, KafkaTemplate<String, String> kafka) {
        this.jdbc = jdbc;
        this.kafka = kafka;
    }

    private record Row(long seq, String topic, String key, String payload) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID event, String topic, UUID key, String payload) {
        jdbc.sql("insert into outbox (id, topic, key, payload) values (?, ?, ?, ?)")
                .params(event, "twin." + topic, key.toString(), payload)
                .update();
    }

    @Scheduled(fixedDelay = 50)
    @Transactional
    public void publish() {
        List<Row> rows =
                jdbc.sql("select seq, topic, key, payload from outbox order by seq limit ? for update")
                        .param(BATCH)
                        .query(Row.class)
                        .list();
        if (rows.isEmpty()) {
            return;
        }
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (Row row : rows) {
            sent.add(kafka.send(row.topic(), row.key(), row.payload()));
        }
        sent.forEach(CompletableFuture::join);
        jdbc.sql("delete from outbox where seq in (:seqs)")
                .param("seqs", rows.stream().map(Row::seq).toList())
                .update();
    }
}
