{{- define "swiftcart.scaled" -}}
apiVersion: {{ .root.Values.rollout.enabled | ternary "argoproj.io/v1alpha1" "apps/v1" }}
kind: {{ .root.Values.rollout.enabled | ternary "Rollout" "Deployment" }}
name: {{ include "swiftcart.name" . }}
{{- end -}}

{{- define "swiftcart.autoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    {{- include "swiftcart.scaled" . | nindent 4 }}
  minReplicas: {{ .service.autoscaling.minReplicas }}
  maxReplicas: {{ .service.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: {{ .service.autoscaling.cpuPercent }}}
    {{- if .service.autoscaling.requestsPerSecond }}
    - type: Pods
      pods:
        metric: {name: http_server_requests_per_second}
        target: {type: AverageValue, averageValue: {{ .service.autoscaling.requestsPerSecond | quote }}}
    {{- end }}
  behavior:
    scaleUp:
      stabilizationWindowSeconds: 0
      policies:
        - {type: Percent, value: 100, periodSeconds: 15}
    scaleDown:
      stabilizationWindowSeconds: {{ .service.autoscaling.scaleDownSeconds }}
      policies:
        - {type: Pods, value: 1, periodSeconds: 60}
{{- end -}}

{{/* KEDA makes the autoscaler itself. */}}
{{- define "swiftcart.scaledobject" -}}
{{- $values := .root.Values -}}
{{- $scaling := .service.keda -}}
{{- $group := .service.kafka.group -}}
{{- $sasl := eq $values.kafka.securityProtocol "SASL_SSL" -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    {{- include "swiftcart.scaled" . | nindent 4 }}
  pollingInterval: {{ $scaling.pollingSeconds }}
  cooldownPeriod: {{ .service.autoscaling.scaleDownSeconds }}
  minReplicaCount: {{ .service.autoscaling.minReplicas }}
  maxReplicaCount: {{ .service.autoscaling.maxReplicas }}
  triggers:
    - type: cpu
      metricType: Utilization
      metadata: {value: {{ .service.autoscaling.cpuPercent | quote }}}
    {{- range .service.kafka.topics }}
    - type: kafka
      metadata:
        bootstrapServers: {{ $values.kafka.bootstrapServers | quote }}
        consumerGroup: {{ $group }}
        topic: {{ . }}
        lagThreshold: {{ $scaling.lagThreshold | quote }}
        offsetResetPolicy: earliest
        {{- if $sasl }}
        tls: enable
        sasl: {{ $values.kafka.saslMechanism | lower | replace "-" "_" | replace "scram_sha_" "scram_sha" }}
        {{- end }}
      {{- if $sasl }}
      authenticationRef: {name: {{ include "swiftcart.fullname" $.root }}-kafka, kind: TriggerAuthentication}
      {{- end }}
    {{- end }}
{{- end -}}

{{- define "swiftcart.disruption" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  maxUnavailable: {{ .service.disruption.maxUnavailable }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "swiftcart.selector" . | nindent 6 }}
      app.kubernetes.io/component: service
{{- end -}}
