-- KEYS: the products. ARGV[1]: SKU. It stays with its version, so that an older state which comes again is passed over.
local known = redis.call('HGET', KEYS[1], ARGV[1])
if not known then
  return 0
end
local gone = string.gsub(known, '^(%d+) %d ', '%1 0 ')
redis.call('HSET', KEYS[1], ARGV[1], gone)
return 1
