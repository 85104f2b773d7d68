-- KEYS: what names the customer's cart.
local id = redis.call('GET', KEYS[1])
local cart = id and open('cart:id:' .. id, VISITOR)
if not cart then
  return {'absent'}
end
return kept(cart)
