package io.swiftcart.stack.parts.postgres;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The server's settings, each of them on purpose. Memory is sized for a shop that shares one
 * machine.
 */
final class Settings {

    private static final Map<String, String> ALWAYS =
            Map.ofEntries(
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("max_connections", "200"),
                    Map.entry("shared_buffers", "256MB"),
                    Map.entry("effective_cache_size", "2GB"),
                    Map.entry("work_mem", "8MB"),
                    Map.entry("maintenance_work_mem", "128MB"),
                    Map.entry("random_page_cost", "1.1"),
                    Map.entry("jit", "off"),
                    Map.entry("max_parallel_workers_per_gather", "0"),
                    Map.entry("wal_level", "replica"),
                    Map.entry("max_wal_senders", "0"),
                    Map.entry("wal_compression", "pglz"),
                    Map.entry("wal_buffers", "16MB"),
                    Map.entry("min_wal_size", "256MB"),
                    Map.entry("max_wal_size", "2GB"),
                    Map.entry("checkpoint_timeout", "15min"),
                    Map.entry("checkpoint_completion_target", "0.9"),
                    Map.entry("autovacuum_naptime", "15s"),
                    Map.entry("autovacuum_vacuum_scale_factor", "0.05"),
                    Map.entry("autovacuum_analyze_scale_factor", "0.05"),
                    Map.entry("idle_in_transaction_session_timeout", "60s"),
                    Map.entry("password_encryption", "scram-sha-256"),
                    Map.entry("timezone", "UTC"),
                    Map.entry("log_timezone", "UTC"),
                    Map.entry("log_line_prefix", "%m [%p] %u@%d "),
                    Map.entry("log_min_duration_statement", "1s"),
                    Map.entry("log_lock_waits", "on"),
                    Map.entry("cluster_name", "swiftcart"));

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");
    private static final Map<String, String> THROWAWAY =
            Map.of("fsync", "off", "full_page_writes", "off", "synchronous_commit", "off");

    private Settings() {}

    /**
     * As {@code -c name=value} arguments. Data that need not outlive the machine's power may skip
     * the flushes.
     */
    static List<String> arguments(int port, boolean durable) {
        Map<String, String> all = new TreeMap<>(ALWAYS);
        all.putAll(durable ? DURABLE : THROWAWAY);
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .flatMap(
                        setting ->
                                List.of("-c", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }
}
