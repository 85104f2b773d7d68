# What the chart's values need.
output "cluster" {
  value = aws_eks_cluster.shop.name
}

output "postgres_host" {
  value = aws_db_instance.shop.address
}

output "postgres_secret" {
  description = "Where the superuser's password lies."
  value       = aws_db_instance.shop.master_user_secret[0].secret_arn
}

output "redis_url" {
  value = "rediss://${aws_elasticache_replication_group.shop.primary_endpoint_address}:6379"
}

output "redis_password" {
  value     = random_password.redis.result
  sensitive = true
}

output "kafka_bootstrap" {
  value = aws_msk_cluster.shop.bootstrap_brokers_sasl_scram
}
