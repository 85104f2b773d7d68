-- KEYS: the cart. ARGV[7]: the version it must have, or empty.
local cart = open(KEYS[1], VISITOR)
if not cart then
  return {'absent'}
end
if ARGV[7] ~= '' and ARGV[7] ~= cart.version then
  return {'changed'}
end
remove(cart)
return {'gone'}
