package io.swiftcart.perf.bench.measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long each service has paused for its garbage collector, from its metrics. */
final class GcTimes {
    private static final Pattern PAUSED =
            Pattern.compile("(?m)^jvm_gc_pause_seconds_sum(?:\\{[^}]*})? ([0-9.eE+-]+)$");

    private GcTimes() {}

    /** Milliseconds by service; a service that does not answer is left out. */
    static Map<String, Double> now(Map<String, String> management) {
        Map<String, Double> millis = new TreeMap<>();
        // By itself this client asks for HTTP/2 by upgrade, and now and then waits for ever for an
        // answer that a server has sent before the upgrade was done.
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (Map.Entry<String, String> service : management.entrySet()) {
                String metrics = metrics(client, service.getValue() + "/q/metrics");
                if (!metrics.isEmpty()) {
                    millis.put(service.getKey(), sum(metrics));
                }
            }
        }
        return millis;
    }

    static double sum(String metrics) {
        Matcher matcher = PAUSED.matcher(metrics);
        double seconds = 0;
        while (matcher.find()) {
            seconds += Double.parseDouble(matcher.group(1));
        }
        return seconds * 1000;
    }

    private static String metrics(HttpClient client, String address) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
