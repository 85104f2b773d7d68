data "aws_availability_zones" "here" {
  state = "available"
}

locals {
  name  = "swiftcart-${var.environment}"
  zones = slice(data.aws_availability_zones.here.names, 0, 3)
}

resource "aws_vpc" "shop" {
  cidr_block           = var.cidr
  enable_dns_hostnames = true
  tags                 = { Name = local.name }
}

resource "aws_internet_gateway" "shop" {
  vpc_id = aws_vpc.shop.id
}

# Balancers and the way out.
resource "aws_subnet" "public" {
  for_each          = { for index, zone in local.zones : zone => index }
  vpc_id            = aws_vpc.shop.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 4, each.value)
  tags = {
    Name                     = "${local.name}-public-${each.key}"
    "kubernetes.io/role/elb" = "1"
  }
}

# Nodes and stores.
resource "aws_subnet" "private" {
  for_each          = { for index, zone in local.zones : zone => index }
  vpc_id            = aws_vpc.shop.id
  availability_zone = each.key
  cidr_block        = cidrsubnet(var.cidr, 4, each.value + 8)
  tags = {
    Name                              = "${local.name}-private-${each.key}"
    "kubernetes.io/role/internal-elb" = "1"
  }
}

resource "aws_eip" "out" {
  for_each = aws_subnet.public
  domain   = "vpc"
}

resource "aws_nat_gateway" "out" {
  for_each      = aws_subnet.public
  allocation_id = aws_eip.out[each.key].id
  subnet_id     = each.value.id
  depends_on    = [aws_internet_gateway.shop]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.shop.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.shop.id
  }
}

resource "aws_route_table_association" "public" {
  for_each       = aws_subnet.public
  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

resource "aws_route_table" "private" {
  for_each = aws_subnet.private
  vpc_id   = aws_vpc.shop.id

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.out[each.key].id
  }
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

# The stores are reached from the nodes and from nowhere else.
resource "aws_security_group" "stores" {
  name   = "${local.name}-stores"
  vpc_id = aws_vpc.shop.id
}

resource "aws_vpc_security_group_ingress_rule" "stores" {
  for_each                     = { postgres = 5432, redis = 6379, kafka = 9096 }
  description                  = each.key
  security_group_id            = aws_security_group.stores.id
  referenced_security_group_id = aws_eks_cluster.shop.vpc_config[0].cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
}
