#!/bin/sh
# Creates what is missing of the contracts' topics, each with its dead letters and replays beside it.
set -eu

kafka_topics() {
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 "$@"
}

present=$(kafka_topics --list)

create() {
    name=$1
    shift
    printf '%s\n' "$present" | grep -qx "$name" ||
        kafka_topics --create --if-not-exists --topic "$name" --replication-factor 1 "$@"
}

# One topic a line: {"name": "…", "partitions": N[, "cleanupPolicy": "…"]}
sed -n 's/.*"name": "\([^"]*\)", "partitions": \([0-9]*\)\(.*\)}.*/\1 \2 \3/p' /topics.json |
    while read -r topic partitions rest; do
        case $rest in
            *compact*) create "$topic" --partitions "$partitions" --config cleanup.policy=compact ;;
            *) create "$topic" --partitions "$partitions" ;;
        esac
        create "$topic.dlq" --partitions 1 --config retention.ms=2592000000
        create "$topic.replay" --partitions 1
    done
