{{- define "swiftcart.security.pod" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "swiftcart.security.container" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities: {drop: [ALL]}
{{- end -}}

{{- define "swiftcart.resources" -}}
{{- if eq .root.Values.image.mode "native" -}}
{{ toYaml .service.nativeResources }}
{{- else -}}
{{ toYaml .service.resources }}
{{- end -}}
{{- end -}}

{{- define "swiftcart.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- if and .service.database .root.Values.postgres.caConfigMap }}
- {name: postgres-ca, mountPath: /etc/swiftcart/postgres, readOnly: true}
{{- end }}
{{- end -}}

{{- define "swiftcart.volumes" -}}
- name: tmp
  emptyDir: {medium: Memory, sizeLimit: 32Mi}
{{- if and .service.database .root.Values.postgres.caConfigMap }}
- name: postgres-ca
  configMap: {name: {{ .root.Values.postgres.caConfigMap }}}
{{- end }}
{{- end -}}

{{- define "swiftcart.pod" -}}
metadata:
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
    app.kubernetes.io/component: service
  annotations:
    # A changed setting is a new pod.
    checksum/environment: {{ include "swiftcart.environment" . | sha256sum }}
    {{- with .service.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "swiftcart.name" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ add .service.drain.delaySeconds .service.drain.timeoutSeconds .service.drain.marginSeconds }}
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .service.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with .service.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .service.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- include "swiftcart.security.pod" . | nindent 4 }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "swiftcart.selector" . | nindent 10 }}
  affinity:
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 100
          podAffinityTerm:
            topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels:
                {{- include "swiftcart.selector" . | nindent 16 }}
  containers:
    - name: {{ .name }}
      image: {{ include "swiftcart.image" . }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext:
        {{- include "swiftcart.security.container" . | nindent 8 }}
      ports:
        - {name: http, containerPort: {{ .service.httpPort }}}
        - {name: management, containerPort: {{ .service.managementPort }}}
      envFrom:
        - configMapRef: {name: {{ include "swiftcart.name" . }}}
      {{- with include "swiftcart.environment.secret" . | trim }}
      env:
        {{- . | nindent 8 }}
      {{- end }}
      resources:
        {{- include "swiftcart.resources" . | nindent 8 }}
      startupProbe:
        httpGet: {path: /q/health/started, port: management}
        {{- toYaml .service.probes.startup | nindent 8 }}
      livenessProbe:
        httpGet: {path: /q/health/live, port: management}
        {{- toYaml .service.probes.liveness | nindent 8 }}
      readinessProbe:
        httpGet: {path: /q/health/ready, port: management}
        {{- toYaml .service.probes.readiness | nindent 8 }}
      volumeMounts:
        {{- include "swiftcart.mounts" . | nindent 8 }}
  volumes:
    {{- include "swiftcart.volumes" . | nindent 4 }}
{{- end -}}
