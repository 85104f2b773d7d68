variable "region" {
  description = "Where everything stands."
  type        = string
}

variable "environment" {
  description = "Name of the environment, part of every name."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2,10}$", var.environment))
    error_message = "Two to ten small letters."
  }
}

variable "cidr" {
  description = "Addresses of the network."
  type        = string
  default     = "10.40.0.0/16"
}

variable "operators" {
  description = "Networks that may reach the API of the cluster."
  type        = list(string)
}

variable "kubernetes_version" {
  type    = string
  default = "1.34"
}

variable "nodes" {
  description = "Nodes of the cluster."
  type = object({
    type = string
    min  = number
    max  = number
  })
  default = {
    type = "m7g.large"
    min  = 3
    max  = 9
  }
}

variable "database_class" {
  type    = string
  default = "db.m7g.large"
}

variable "redis_type" {
  type    = string
  default = "cache.t4g.small"
}

variable "kafka_type" {
  type    = string
  default = "kafka.m7g.large"
}
