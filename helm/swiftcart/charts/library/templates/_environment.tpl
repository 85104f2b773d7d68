{{/* What a service reads from its environment, by name; nothing of it is secret. */}}
{{- define "swiftcart.environment" -}}
{{- $values := .root.Values -}}
{{- $fullname := include "swiftcart.fullname" .root -}}
QUARKUS_HTTP_PORT: {{ .service.httpPort | quote }}
QUARKUS_MANAGEMENT_PORT: {{ .service.managementPort | quote }}
QUARKUS_LOG_LEVEL: {{ $values.logLevel }}
QUARKUS_SHUTDOWN_DELAY: {{ .service.drain.delaySeconds }}S
QUARKUS_SHUTDOWN_TIMEOUT: {{ .service.drain.timeoutSeconds }}S
QUARKUS_OIDC_AUTH_SERVER_URL: {{ $values.identity.issuer }}
QUARKUS_OIDC_TOKEN_AUDIENCE: {{ $values.identity.audience }}
{{- if eq $values.image.mode "jvm" }}
JDK_JAVA_OPTIONS: {{ .service.jvmOptions | quote }}
{{- end }}
{{- if .service.identityClient }}
QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL: {{ $values.identity.issuer }}
QUARKUS_OIDC_CLIENT_CLIENT_ID: {{ .name }}
{{- end }}
{{- if .service.database }}
{{ include "swiftcart.environment.database" . }}
QUARKUS_FLYWAY_MIGRATE_AT_START: "false"
{{- end }}
{{- if .service.redis }}
QUARKUS_REDIS_HOSTS: {{ $values.redis.url }}
{{- end }}
{{- if .service.kafka.enabled }}
KAFKA_BOOTSTRAP_SERVERS: {{ $values.kafka.bootstrapServers | quote }}
KAFKA_SECURITY_PROTOCOL: {{ $values.kafka.securityProtocol }}
{{- if eq $values.kafka.securityProtocol "SASL_SSL" }}
KAFKA_SASL_MECHANISM: {{ $values.kafka.saslMechanism }}
{{- end }}
{{- end }}
{{- if .service.mail }}
QUARKUS_MAILER_HOST: {{ $values.mail.host }}
QUARKUS_MAILER_PORT: {{ $values.mail.port | quote }}
QUARKUS_MAILER_START_TLS: {{ $values.mail.startTls }}
QUARKUS_MAILER_FROM: {{ $values.mail.from | quote }}
{{- end }}
{{- if and .service.encrypts $values.encryption.current }}
SWIFTCART_ENCRYPTION_CURRENT: {{ $values.encryption.current }}
{{- end }}
{{- if .service.stripe }}
SWIFTCART_PAYMENT_STRIPE_URL: {{ $values.stripe.url }}
{{- end }}
{{- range .service.calls }}
SWIFTCART_{{ upper . }}_ADDRESSES: {{ $fullname }}-{{ . }}:{{ $values.service.httpPort }}
{{- if $.service.asksHealth }}
SWIFTCART_{{ upper . }}_MANAGEMENT: {{ $fullname }}-{{ . }}:{{ $values.service.managementPort }}
{{- end }}
{{- end }}
{{- if $values.tracing.endpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ $values.tracing.endpoint }}
OTEL_TRACES_SAMPLER_ARG: {{ $values.tracing.sampling | quote }}
{{- end }}
{{- if $values.development }}
SWIFTCART_DEVELOPMENT: "true"
{{- end }}
{{- range $variable, $value := .service.env }}
{{ $variable }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{- define "swiftcart.environment.database" -}}
{{- $postgres := .root.Values.postgres -}}
{{- $address := printf "//%s:%v/%s" $postgres.host $postgres.port .service.database -}}
{{- $ca := "/etc/swiftcart/postgres/ca.crt" -}}
QUARKUS_DATASOURCE_USERNAME: {{ .service.database }}
QUARKUS_DATASOURCE_REACTIVE_URL: postgresql:{{ $address }}
QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE: {{ $postgres.sslMode }}
{{- if hasPrefix "verify" $postgres.sslMode }}
QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM: {{ eq $postgres.sslMode "verify-full" | ternary "HTTPS" "NONE" }}
{{- end }}
{{- if $postgres.caConfigMap }}
QUARKUS_DATASOURCE_JDBC_URL: jdbc:postgresql:{{ $address }}?sslmode={{ $postgres.sslMode }}&sslrootcert={{ $ca }}
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM: "true"
QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS: {{ $ca }}
{{- else }}
QUARKUS_DATASOURCE_JDBC_URL: jdbc:postgresql:{{ $address }}?sslmode={{ $postgres.sslMode }}
{{- end }}
{{- end -}}

{{/* Names of the variables that its Secret must hold, as a YAML list. */}}
{{- define "swiftcart.secrets" -}}
{{- $values := .root.Values -}}
{{- $names := list -}}
{{- if .service.database }}{{ $names = append $names "QUARKUS_DATASOURCE_PASSWORD" }}{{ end -}}
{{- if .service.identityClient }}{{ $names = append $names "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET" }}{{ end -}}
{{- if and .service.redis $values.redis.password }}{{ $names = append $names "QUARKUS_REDIS_PASSWORD" }}{{ end -}}
{{- if and .service.kafka.enabled (eq $values.kafka.securityProtocol "SASL_SSL") -}}
{{- $names = append $names "KAFKA_SASL_JAAS_CONFIG" -}}
{{- end -}}
{{- if and .service.mail (not $values.development) -}}
{{- $names = concat $names (list "QUARKUS_MAILER_USERNAME" "QUARKUS_MAILER_PASSWORD") -}}
{{- end -}}
{{- if and .service.encrypts $values.encryption.current -}}
{{- range $values.encryption.keys }}{{ $names = append $names (printf "SWIFTCART_ENCRYPTION_KEYS_%s" (upper .)) }}{{ end -}}
{{- $names = append $names "SWIFTCART_ENCRYPTION_INDEX_KEY" -}}
{{- end -}}
{{- toYaml (concat $names .service.secrets | uniq) -}}
{{- end -}}

{{/* The environment of a container: secrets one by one, so that a missing one keeps the pod from starting. */}}
{{- define "swiftcart.environment.secret" -}}
{{- $name := include "swiftcart.name" . -}}
{{- range include "swiftcart.secrets" . | fromYamlArray }}
- name: {{ . }}
  valueFrom:
    secretKeyRef: {name: {{ $name }}, key: {{ . }}}
{{- end }}
{{- end -}}
