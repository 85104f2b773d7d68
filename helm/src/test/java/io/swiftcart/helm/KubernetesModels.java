package io.swiftcart.helm;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Kubernetes' own description of its objects, as its Java client carries it: a field it does not
 * know, or one that is missing, is a finding.
 */
final class KubernetesModels {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Map<String, String> CLASSES =
            Map.ofEntries(
                    Map.entry("v1/ConfigMap", "V1ConfigMap"),
                    Map.entry("v1/Pod", "V1Pod"),
                    Map.entry("v1/Service", "V1Service"),
                    Map.entry("v1/ServiceAccount", "V1ServiceAccount"),
                    Map.entry("apps/v1/Deployment", "V1Deployment"),
                    Map.entry("batch/v1/Job", "V1Job"),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler"),
                    Map.entry("networking.k8s.io/v1/Ingress", "V1Ingress"),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", "V1NetworkPolicy"),
                    Map.entry("policy/v1/PodDisruptionBudget", "V1PodDisruptionBudget"));

    /** Of operators; only metadata and, in a rollout, the pod are known here. */
    private static final Set<String> CUSTOM =
            Set.of(
                    "argoproj.io/v1alpha1/AnalysisTemplate",
                    "argoproj.io/v1alpha1/Rollout",
                    "external-secrets.io/v1/ExternalSecret",
                    "gateway.networking.k8s.io/v1/HTTPRoute",
                    "keda.sh/v1alpha1/ScaledObject",
                    "keda.sh/v1alpha1/TriggerAuthentication",
                    "monitoring.coreos.com/v1/PrometheusRule",
                    "monitoring.coreos.com/v1/ServiceMonitor",
                    "security.istio.io/v1/AuthorizationPolicy",
                    "security.istio.io/v1/PeerAuthentication");

    private KubernetesModels() {}

    static Optional<String> finding(Manifest manifest) {
        String kind = manifest.apiVersion() + "/" + manifest.kind();
        String model = CLASSES.get(kind);
        if (model != null) {
            return finding(model, manifest.document().toString());
        }
        if (!CUSTOM.contains(kind)) {
            return Optional.of("no such kind: " + kind);
        }
        return finding("V1ObjectMeta", manifest.at("/metadata").toString())
                .or(() -> manifest.podSpec().flatMap(pod -> finding("V1PodSpec", pod.toString())));
    }

    private static Optional<String> finding(String model, String json) {
        try {
            Class.forName(MODELS + model)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(json));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
