-- Takes up to ARGV[3] tokens from the bucket KEYS[1] of ARGV[2] tokens that fills by ARGV[1] a second,
-- after ARGV[4] unused ones came back. Answers {taken, left, milliseconds until there is one again}.
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local wanted, unused = tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local tokens = burst
local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
if bucket[1] and bucket[2] then
  -- The clock may be set back.
  local passed = math.max(0, now - tonumber(bucket[2]))
  tokens = math.min(burst, tonumber(bucket[1]) + passed * rate / 1000000 + unused)
end
local taken = math.min(wanted, math.floor(tokens))
tokens = tokens - taken
redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens), 'at', string.format('%.0f', now))
-- A bucket that is full again need not be remembered.
redis.call('PEXPIRE', KEYS[1], math.ceil((burst - tokens) / rate * 1000) + 1000)
local wait = 0
if tokens < 1 then
  wait = math.ceil((1 - tokens) / rate * 1000)
end
return {taken, math.floor(tokens), wait}
