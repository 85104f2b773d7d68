{{- define "swiftcart.workload" -}}
{{- $rollout := .root.Values.rollout -}}
{{- $scaled := or .service.autoscaling.enabled .service.keda.enabled -}}
apiVersion: {{ $rollout.enabled | ternary "argoproj.io/v1alpha1" "apps/v1" }}
kind: {{ $rollout.enabled | ternary "Rollout" "Deployment" }}
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  {{- if not $scaled }}
  replicas: {{ .service.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  selector:
    matchLabels:
      {{- include "swiftcart.selector" . | nindent 6 }}
      app.kubernetes.io/component: service
  {{- if $rollout.enabled }}
  {{- include "swiftcart.rollout" . | nindent 2 }}
  {{- else }}
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  {{- end }}
  template:
    {{- include "swiftcart.pod" . | nindent 4 }}
{{- end -}}

{{- define "swiftcart.rollout" -}}
{{- $rollout := .root.Values.rollout -}}
strategy:
  {{- if eq $rollout.strategy "blueGreen" }}
  blueGreen:
    activeService: {{ include "swiftcart.name" . }}
    previewService: {{ include "swiftcart.name" . }}-preview
    autoPromotionEnabled: true
    scaleDownDelaySeconds: {{ $rollout.blueGreen.scaleDownDelaySeconds }}
    prePromotionAnalysis:
      {{- include "swiftcart.analysis" . | nindent 6 }}
  {{- else }}
  canary:
    maxSurge: 1
    maxUnavailable: 0
    analysis:
      startingStep: 1
      {{- include "swiftcart.analysis" . | nindent 6 }}
    steps:
      {{- toYaml $rollout.canary.steps | nindent 6 }}
  {{- end }}
{{- end -}}

{{- define "swiftcart.analysis" -}}
templates:
  - templateName: {{ include "swiftcart.fullname" .root }}-healthy
args:
  - {name: service, value: {{ .name }}}
  - name: hash
    valueFrom: {podTemplateHashValue: Latest}
{{- end -}}

{{- define "swiftcart.configmap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
data:
  {{- include "swiftcart.environment" . | nindent 2 }}
{{- end -}}

{{- define "swiftcart.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
  {{- with .service.serviceAccountAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
automountServiceAccountToken: false
{{- end -}}

{{/* suffix: of the name; a second one shows what is not yet promoted. */}}
{{- define "swiftcart.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "swiftcart.name" . }}{{ .suffix | default "" }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
spec:
  selector:
    {{- include "swiftcart.selector" . | nindent 4 }}
    app.kubernetes.io/component: service
  ports:
    - {name: http, port: {{ .service.httpPort }}, targetPort: http, appProtocol: http}
    - {name: management, port: {{ .service.managementPort }}, targetPort: management, appProtocol: http}
{{- end -}}
