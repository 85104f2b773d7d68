{{/* A hook, because the migration that runs before the release needs it; the Secret itself stays when it is replaced. */}}
{{- define "swiftcart.externalsecret" -}}
{{- $external := .root.Values.externalSecrets -}}
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ include "swiftcart.name" . }}
  labels:
    {{- include "swiftcart.labels" . | nindent 4 }}
  annotations:
    {{- include "swiftcart.before" (dict "root" .root "weight" -20) | nindent 4 }}
spec:
  refreshInterval: {{ $external.refreshInterval }}
  secretStoreRef: {name: {{ $external.store }}, kind: {{ $external.storeKind }}}
  target: {name: {{ include "swiftcart.name" . }}, creationPolicy: Orphan, deletionPolicy: Retain}
  data:
    {{- $key := printf "%s/%s" $external.prefix .name }}
    {{- range include "swiftcart.secrets" . | fromYamlArray }}
    - secretKey: {{ . }}
      remoteRef: {key: {{ $key }}, property: {{ . }}}
    {{- end }}
{{- end -}}
