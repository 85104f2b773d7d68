{{/* Every template of this chart takes {root, name, service}: the umbrella's context, and a service with all its values. */}}

{{- define "swiftcart.fullname" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "swiftcart.name" -}}
{{ include "swiftcart.fullname" .root }}-{{ .name }}
{{- end -}}

{{- define "swiftcart.labels" -}}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
app.kubernetes.io/part-of: swiftcart
{{ include "swiftcart.selector" . }}
{{- end -}}

{{- define "swiftcart.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{- define "swiftcart.image" -}}
{{- $image := printf "%s/%s" .root.Values.image.registry .name -}}
{{- $tag := .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{- if .service.image.digest -}}
{{ $image }}@{{ .service.image.digest }}
{{- else if eq .root.Values.image.mode "native" -}}
{{ $image }}:{{ $tag }}-native
{{- else -}}
{{ $image }}:{{ $tag }}
{{- end -}}
{{- end -}}

{{/*
Annotations of what runs before the release (weight: in which order), for Helm itself or for Argo CD; they say the same.
*/}}
{{- define "swiftcart.before" -}}
{{- if eq .root.Values.hooks "argo" -}}
argocd.argoproj.io/hook: PreSync
argocd.argoproj.io/sync-wave: {{ .weight | quote }}
argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
{{- else -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ .weight | quote }}
helm.sh/hook-delete-policy: before-hook-creation
{{- end -}}
{{- end -}}

{{/* The services that are on, each with all its values, as YAML by name: defaults, then its file, then what the user says. */}}
{{- define "swiftcart.services" -}}
{{- $root := . -}}
{{- $all := dict -}}
{{- range $path, $_ := .Files.Glob "services/*.yaml" -}}
{{- $name := base $path | trimSuffix ".yaml" -}}
{{- $own := $root.Files.Get $path | fromYaml -}}
{{- $wish := get $root.Values.services $name | default dict -}}
{{- $service := mergeOverwrite (deepCopy $root.Values.service) $own (deepCopy $wish) -}}
{{- if $service.enabled -}}{{- $_ := set $all $name $service -}}{{- end -}}
{{- end -}}
{{- range $name, $_ := .Values.services -}}
{{- if not ($root.Files.Get (printf "services/%s.yaml" $name)) -}}
{{- fail (printf "services.%s: there is no service of that name." $name) -}}
{{- end -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}
