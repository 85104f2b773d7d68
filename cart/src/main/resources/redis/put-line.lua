-- KEYS: the cart. ARGV[7..9]: SKU, units, 'add' to what is there or 'set'.
local cart = open(KEYS[1], VISITOR)
if not cart then
  return {'absent'}
end
local sku, units, adding = ARGV[7], tonumber(ARGV[8]), ARGV[9] == 'add'
local product = product_of(sku)
if not product and (redis.call('SCARD', READ) == 0 or redis.call('SCARD', READING) > 0) then
  return {'view-behind'}
end
if not product or not product.active then
  return {'unknown-sku'}
end
if product.currency ~= cart.currency then
  return {'currency-mismatch'}
end
local line = cart.lines[sku]
if not line and cart.count >= MAX_LINES then
  return {'too-many-lines'}
end
local price = product.price
if line and adding then
  -- The notice of a changed price stays until the customer sets the quantity, having seen it.
  units, price = units + line.qty, line.price
end
if units > MAX_UNITS then
  return {'too-many-units'}
end
put(cart, sku, units, price, product.name)
return changed(cart)
