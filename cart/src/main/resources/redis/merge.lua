-- KEYS: the guest's cart, what names the customer's, the customer's new one if there is none yet.
-- ARGV[7..8]: customer, strategy.
local guests = open(KEYS[1], '')
if not guests then
  return {'absent'}
end
local id = redis.call('GET', KEYS[2])
local mine = id and open('cart:id:' .. id, '*')
local is_new = not mine
if is_new then
  mine = new_cart(KEYS[3], ARGV[7], guests.currency)
elseif mine.currency ~= guests.currency and guests.count > 0 then
  if mine.count > 0 then
    return {'currency-mismatch'}
  end
  mine.currency = guests.currency
end

local function merged(mine_has, guest_has)
  if ARGV[8] == 'keep' then
    return mine_has
  elseif ARGV[8] == 'max' then
    return math.max(mine_has, guest_has)
  end
  return math.min(mine_has + guest_has, MAX_UNITS)
end

local lines, fresh = {}, 0
for sku, line in pairs(guests.lines) do
  line.sku = sku
  lines[#lines + 1] = line
  if not mine.lines[sku] then
    fresh = fresh + 1
  end
end
if mine.count + fresh > MAX_LINES then
  return {'too-many-lines'}
end
if is_new then
  redis.call('SET', KEYS[2], id_of(mine))
end
table.sort(lines, function(a, b) return a.place < b.place end)
for _, line in ipairs(lines) do
  local own = mine.lines[line.sku]
  if own then
    put(mine, line.sku, merged(own.qty, line.qty), own.price, own.name)
  else
    put(mine, line.sku, line.qty, line.price, line.name)
  end
end
remove(guests)
return changed(mine)
