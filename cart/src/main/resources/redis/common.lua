-- What the scripts on carts share; it is put before each of them.
--
-- A cart is the hash cart:id:<cartId>: owner (empty: a guest's), currency, version, place (the last one given to a line),
-- checkout and expires (ms since 1970), and for each line a field '+<SKU>' with '<qty> <price> <place> <name>', the price
-- and name of when it was put in. cart:of:<customerId> names the customer's cart. cart:products has for each SKU
-- '<version> <active> <price> <currency> <name>'; cart:products:read and :reading are the partitions it holds, and lacks.
--
-- ARGV: visitor ('' anonymous, '=<id>' a customer, '*' a neighbour), now, lives of a guest's and a customer's cart (all ms),
-- the most units of a line, the most lines of a cart, then what the script itself needs.

local VISITOR, NOW = ARGV[1], tonumber(ARGV[2])
local GUEST_LIFE, CUSTOMER_LIFE = tonumber(ARGV[3]), tonumber(ARGV[4])
local MAX_UNITS, MAX_LINES = tonumber(ARGV[5]), tonumber(ARGV[6])
local PRODUCTS, READ, READING = 'cart:products', 'cart:products:read', 'cart:products:reading'

-- Lua would write large numbers as 1.8e+12.
local function whole(number)
  return string.format('%.0f', number)
end

local function of_key(owner)
  return 'cart:of:' .. owner
end

local function id_of(cart)
  return string.sub(cart.key, #'cart:id:' + 1)
end

local function product_of(sku)
  local text = redis.call('HGET', PRODUCTS, sku)
  if not text then
    return nil
  end
  local version, active, price, currency, name = string.match(text, '^(%d+) (%d) (%d+) (%u+) (.*)$')
  return {version = version, active = active == '1', price = price, currency = currency, name = name}
end

-- The cart, or nil where there is none for this visitor.
local function open(key, visitor)
  local fields = redis.call('HGETALL', key)
  if #fields == 0 then
    return nil
  end
  local cart = {key = key, lines = {}, count = 0}
  for i = 1, #fields, 2 do
    local name, value = fields[i], fields[i + 1]
    if string.sub(name, 1, 1) == '+' then
      local qty, price, place, called = string.match(value, '^(%d+) (%d+) (%d+) (.*)$')
      cart.lines[string.sub(name, 2)] = {qty = tonumber(qty), price = price, place = tonumber(place), name = called}
      cart.count = cart.count + 1
    else
      cart[name] = value
    end
  end
  if cart.owner ~= '' and visitor ~= '*' and visitor ~= '=' .. cart.owner then
    return nil
  end
  return cart
end

local function new_cart(key, owner, currency)
  return {key = key, owner = owner, currency = currency, version = '0', place = '0', checkout = '0', lines = {}, count = 0}
end

local function put(cart, sku, qty, price, name)
  local line = cart.lines[sku]
  if not line then
    cart.place = whole(tonumber(cart.place) + 1)
    line = {place = tonumber(cart.place)}
    cart.lines[sku] = line
    cart.count = cart.count + 1
  end
  line.qty, line.price, line.name = qty, price, name
  redis.call('HSET', cart.key, 'place', cart.place, '+' .. sku, qty .. ' ' .. price .. ' ' .. whole(line.place) .. ' ' .. name)
end

-- Makes the cart live its full time from now on, or to the end of its checkout if that is later.
local function touch(cart)
  local life = cart.owner == '' and GUEST_LIFE or CUSTOMER_LIFE
  cart.expires = whole(math.max(NOW + life, tonumber(cart.checkout)))
  redis.call('HSET', cart.key, 'owner', cart.owner, 'currency', cart.currency, 'version', cart.version,
    'place', cart.place, 'checkout', cart.checkout, 'expires', cart.expires)
  redis.call('PEXPIREAT', cart.key, cart.expires)
  if cart.owner ~= '' and redis.call('GET', of_key(cart.owner)) == id_of(cart) then
    redis.call('PEXPIREAT', of_key(cart.owner), cart.expires)
  end
end

local function remove(cart)
  redis.call('DEL', cart.key)
  if cart.owner ~= '' and redis.call('GET', of_key(cart.owner)) == id_of(cart) then
    redis.call('DEL', of_key(cart.owner))
  end
end

-- Lua counts in doubles, which are exact up to 2^53 only; in two halves every total is exact.
local HALF = 1000000

local function total(lines)
  local high, low = 0, 0
  for _, line in ipairs(lines) do
    if line.sold then
      local price = tonumber(line.now)
      high = high + math.floor(price / HALF) * line.qty
      low = low + (price % HALF) * line.qty
    end
  end
  high = high + math.floor(low / HALF)
  if high == 0 then
    return whole(low)
  end
  return whole(high) .. string.format('%06.0f', low % HALF)
end

-- What is known of each line's product now. One that the view does not know (yet) is taken as it was put in.
local function lines_now(cart)
  local lines = {}
  for sku, line in pairs(cart.lines) do
    local product = product_of(sku)
    line.sku, line.now, line.sold, line.seen = sku, line.price, true, '0'
    if product then
      line.seen = product.version
      line.sold = product.active and product.currency == cart.currency
      line.name = product.name
      if product.currency == cart.currency then
        line.now = product.price
      end
    end
    lines[#lines + 1] = line
  end
  table.sort(lines, function(a, b) return a.place < b.place end)
  return lines
end

local function kept(cart)
  local lines = lines_now(cart)
  local answer = {'kept', id_of(cart), cart.owner, cart.currency, cart.version, cart.expires, total(lines)}
  for _, line in ipairs(lines) do
    for _, value in ipairs({line.sku, whole(line.qty), line.now, line.price, line.name, line.sold and '1' or '0', line.seen}) do
      answer[#answer + 1] = value
    end
  end
  return answer
end

local function changed(cart)
  cart.version = whole(tonumber(cart.version) + 1)
  touch(cart)
  return kept(cart)
end
