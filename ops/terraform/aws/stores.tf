# PostgreSQL: one server, a database and a role for each service (made by the script of docs/operations.md).
resource "aws_db_subnet_group" "shop" {
  name       = local.name
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_db_parameter_group" "shop" {
  name   = local.name
  family = "postgres18"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name  = "log_lock_waits"
    value = "1"
  }
}

resource "aws_db_instance" "shop" {
  identifier                          = local.name
  engine                              = "postgres"
  engine_version                      = "18"
  instance_class                      = var.database_class
  allocated_storage                   = 100
  max_allocated_storage               = 1000
  storage_type                        = "gp3"
  storage_encrypted                   = true
  kms_key_id                          = aws_kms_key.shop.arn
  multi_az                            = true
  db_subnet_group_name                = aws_db_subnet_group.shop.name
  parameter_group_name                = aws_db_parameter_group.shop.name
  vpc_security_group_ids              = [aws_security_group.stores.id]
  username                            = "postgres"
  manage_master_user_password         = true
  backup_retention_period             = 14
  deletion_protection                 = true
  final_snapshot_identifier           = "${local.name}-last"
  performance_insights_enabled        = true
  iam_database_authentication_enabled = false
  auto_minor_version_upgrade          = true
}

# Redis: carts, rate limits, the stock hint.
resource "random_password" "redis" {
  length  = 48
  special = false
}

resource "aws_elasticache_subnet_group" "shop" {
  name       = local.name
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_elasticache_replication_group" "shop" {
  replication_group_id       = local.name
  description                = "Carts, rate limits, stock hint"
  engine                     = "valkey"
  engine_version             = "8.0"
  node_type                  = var.redis_type
  num_cache_clusters         = 2
  automatic_failover_enabled = true
  multi_az_enabled           = true
  at_rest_encryption_enabled = true
  kms_key_id                 = aws_kms_key.shop.arn
  transit_encryption_enabled = true
  auth_token                 = random_password.redis.result
  subnet_group_name          = aws_elasticache_subnet_group.shop.name
  security_group_ids         = [aws_security_group.stores.id]
  snapshot_retention_limit   = 3
}

# Kafka: three brokers, no topic by accident; the chart's job makes them.
resource "aws_msk_configuration" "shop" {
  name = local.name

  server_properties = <<-PROPERTIES
    auto.create.topics.enable=false
    default.replication.factor=3
    min.insync.replicas=2
    unclean.leader.election.enable=false
  PROPERTIES
}

resource "aws_msk_cluster" "shop" {
  cluster_name           = local.name
  kafka_version          = "4.1.x.kraft"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = var.kafka_type
    client_subnets  = [for subnet in aws_subnet.private : subnet.id]
    security_groups = [aws_security_group.stores.id]

    storage_info {
      ebs_storage_info {
        volume_size = 200
      }
    }
  }

  configuration_info {
    arn      = aws_msk_configuration.shop.arn
    revision = aws_msk_configuration.shop.latest_revision
  }

  client_authentication {
    sasl {
      scram = true
    }
  }

  encryption_info {
    encryption_at_rest_kms_key_arn = aws_kms_key.shop.arn

    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }
}
