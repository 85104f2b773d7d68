{{/*
The service's own image and configuration: it migrates and ends before it listens to anybody. It runs before the new pods,
so the old ones meet the new schema: expand first, contract in a later release. Of the release nothing is there yet at the
first install, so the environment stands here and not in the ConfigMap.
*/}}
{{- define "swiftcart.migration" -}}
{{- $values := .root.Values -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "swiftcart.name" . }}-migrate
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
    app.kubernetes.io/component: migration
  annotations:
    {{- include "swiftcart.before" (dict "root" .root "weight" -5) | nindent 4 }}
spec:
  backoffLimit: {{ $values.migrations.backoffLimit }}
  activeDeadlineSeconds: {{ $values.migrations.deadlineSeconds }}
  template:
    metadata:
      labels:
        {{- include "swiftcart.labels" . | nindent 8 }}
        app.kubernetes.io/component: migration
      annotations:
        # A sidecar would outlive the job.
        sidecar.istio.io/inject: "false"
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      enableServiceLinks: false
      {{- with $values.image.pullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext:
        {{- include "swiftcart.security.pod" . | nindent 8 }}
      containers:
        - name: migrate
          image: {{ include "swiftcart.image" . }}
          imagePullPolicy: {{ $values.image.pullPolicy }}
          securityContext:
            {{- include "swiftcart.security.container" . | nindent 12 }}
          env:
            {{- include "swiftcart.migration.environment" . | nindent 12 }}
            {{- include "swiftcart.environment.secret" . | nindent 12 }}
          resources:
            {{- include "swiftcart.resources" . | nindent 12 }}
          volumeMounts:
            {{- include "swiftcart.mounts" . | nindent 12 }}
      volumes:
        {{- include "swiftcart.volumes" . | nindent 8 }}
{{- end -}}

{{- define "swiftcart.migration.environment" -}}
{{- $all := include "swiftcart.environment" . | fromYaml -}}
{{- $_ := set $all "QUARKUS_FLYWAY_MIGRATE_AT_START" "true" -}}
{{- $_ := set $all "QUARKUS_INIT_AND_EXIT" "true" -}}
{{- $_ := set $all "QUARKUS_OIDC_TENANT_ENABLED" "false" -}}
{{- if .service.identityClient -}}{{- $_ := set $all "QUARKUS_OIDC_CLIENT_CLIENT_ENABLED" "false" -}}{{- end -}}
{{- range $name, $value := $all }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- end -}}
