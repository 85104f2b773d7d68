-- KEYS: the cart.
local cart = open(KEYS[1], VISITOR)
if not cart then
  return {'absent'}
end
return kept(cart)
