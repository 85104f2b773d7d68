-- KEYS: the new cart. ARGV[7..8]: owner (empty: a guest), currency.
local cart = new_cart(KEYS[1], ARGV[7], ARGV[8])
if cart.owner ~= '' then
  redis.call('SET', of_key(cart.owner), id_of(cart))
end
return changed(cart)
