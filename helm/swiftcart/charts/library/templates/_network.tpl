{{/* The edges of one service. callers: names of the services that call it. */}}
{{- define "swiftcart.networkpolicy" -}}
{{- $root := .root -}}
{{- $service := .service -}}
{{- $policy := .root.Values.networkPolicy -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      {{- include "swiftcart.selector" . | nindent 6 }}
      app.kubernetes.io/component: service
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        {{- toYaml $policy.metricsFrom | nindent 8 }}
      ports:
        - {port: management}
    {{- if eq .name "gateway" }}
    - from:
        {{- toYaml $policy.from | nindent 8 }}
        - podSelector:
            matchLabels: {app.kubernetes.io/name: test, app.kubernetes.io/instance: {{ $root.Release.Name }}}
      ports:
        - {port: http}
    {{- end }}
    {{- range .callers }}
    - from:
        - podSelector:
            matchLabels:
              {{- include "swiftcart.selector" (dict "root" $root "name" .name) | nindent 14 }}
      ports:
        - {port: http}
        {{- if .asksHealth }}
        - {port: management}
        {{- end }}
    {{- end }}
  egress:
    {{- include "swiftcart.egress.dns" . | nindent 4 }}
    {{- range .service.calls }}
    - to:
        - podSelector:
            matchLabels:
              {{- include "swiftcart.selector" (dict "root" $root "name" .) | nindent 14 }}
      ports:
        - {port: {{ $root.Values.service.httpPort }}, protocol: TCP}
        {{- if $service.asksHealth }}
        - {port: {{ $root.Values.service.managementPort }}, protocol: TCP}
        {{- end }}
    {{- end }}
    {{- $outside := list "identity" -}}
    {{- if .service.database }}{{ $outside = append $outside "postgres" }}{{ end -}}
    {{- if .service.redis }}{{ $outside = append $outside "redis" }}{{ end -}}
    {{- if .service.kafka.enabled }}{{ $outside = append $outside "kafka" }}{{ end -}}
    {{- if .service.mail }}{{ $outside = append $outside "mail" }}{{ end -}}
    {{- if .service.stripe }}{{ $outside = append $outside "stripe" }}{{ end -}}
    {{- if .root.Values.tracing.endpoint }}{{ $outside = append $outside "tracing" }}{{ end -}}
    {{- range $outside }}
    {{- include "swiftcart.egress" (dict "policy" $policy "part" .) | nindent 4 }}
    {{- end }}
{{- end -}}

{{- define "swiftcart.egress" -}}
- to:
    {{- toYaml (get .policy (printf "%sTo" .part)) | nindent 4 }}
  ports:
    - {port: {{ get .policy.ports .part }}, protocol: TCP}
{{- end -}}

{{- define "swiftcart.egress.dns" -}}
- to:
    {{- toYaml .root.Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    - {port: 53, protocol: UDP}
    - {port: 53, protocol: TCP}
{{- end -}}

{{/* The same edges by identity. */}}
{{- define "swiftcart.authorization" -}}
{{- $root := .root -}}
{{- $fullname := include "swiftcart.fullname" .root -}}
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  selector:
    matchLabels:
      {{- include "swiftcart.selector" . | nindent 6 }}
  action: ALLOW
  rules:
    - to:
        - operation: {ports: [{{ .service.managementPort | quote }}], methods: [GET]}
    {{- if eq .name "gateway" }}
    - from:
        - source:
            principals:
              {{- toYaml .root.Values.mesh.from | nindent 14 }}
      to:
        - operation: {ports: [{{ .service.httpPort | quote }}]}
    {{- end }}
    {{- with .callers }}
    - from:
        - source:
            principals:
              {{- range . }}
              - cluster.local/ns/{{ $root.Release.Namespace }}/sa/{{ $fullname }}-{{ .name }}
              {{- end }}
      to:
        - operation: {ports: [{{ $.service.httpPort | quote }}]}
    {{- end }}
{{- end -}}
