-- KEYS: the cart. ARGV[7]: until when it is in checkout, ms since 1970. It is no change of what is in the cart.
local cart = open(KEYS[1], VISITOR)
if not cart then
  return {'absent'}
end
if cart.count == 0 then
  return {'empty'}
end
cart.checkout = whole(math.max(tonumber(cart.checkout), tonumber(ARGV[7])))
touch(cart)
return kept(cart)
