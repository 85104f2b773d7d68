-- KEYS: the cart. ARGV[7]: SKU.
local cart = open(KEYS[1], VISITOR)
if not cart then
  return {'absent'}
end
if not cart.lines[ARGV[7]] then
  return kept(cart)
end
redis.call('HDEL', cart.key, '+' .. ARGV[7])
cart.lines[ARGV[7]] = nil
return changed(cart)
