#!lua name=router_1
-- Everything that an owner of a workspace writes. Knows no routing: fencing, order and a list of writes.
--
-- KEYS[1] is always the workspace's `owner`, KEYS[2] its `meta`; the others are the keys that are written.
-- Redis does not roll a function back: everything is checked before the first write, and `meta` is written last. The order of a stream
-- that is written first is checked by Redis itself: refused, nothing was written.
--
-- Base functions are not there yet while the library is loaded; where they are called often, a function makes them its own.

local OWNER, META = 1, 2

-- unpack() takes less than 8,000 values.
local SLICE = 4000

local KIND = {
  HSET = 'hash', HDEL = 'hash',
  ZADD = 'zset', ZREM = 'zset', ZREMRANGEBYSCORE = 'zset',
  XADD = 'stream', EXPIRE = 'any', DEL = 'any',
}

-- How many arguments belong together, for the commands that take any number of them.
local STEP = { HSET = 2, HDEL = 1, ZADD = 2, ZREM = 1 }

-- tostring() would give 1.7e+12 for a time in ms.
local function whole(number)
  return string.format('%.0f', number)
end

local function now_ms()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- 'mine' and the lease's end; 'fenced' when somebody claimed after this term; 'gap' when Redis does not know this term (any more).
local function standing(keys, term, token)
  local owner = redis.call('HMGET', keys[OWNER], 'term', 'token', 'lease_end')
  local stored = tonumber(owner[1])
  if not stored or stored < term then
    return 'gap', 0
  elseif stored > term or owner[2] ~= token then
    return 'fenced', 0
  end
  return 'mine', tonumber(owner[3])
end

-- 1 when the lease runs on, 0 when it had lapsed: a lapsed lease is never renewed. Writes in either case, so that a WAIT
-- on this connection covers all that was written before.
local function renew_lease(keys, lease_end, lease)
  local now = now_ms()
  local runs = lease_end > now
  redis.call('HSET', keys[OWNER], 'lease_end', whole(runs and now + lease or lease_end))
  return runs and 1 or 0
end

local function is_empty(keys)
  return redis.call('EXISTS', keys[OWNER], keys[META]) == 0 and 1 or 0
end

local function last_id(key)
  if redis.call('EXISTS', key) == 0 then
    return 0
  end
  local info = redis.call('XINFO', 'STREAM', key)
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then
      return tonumber(string.match(info[i + 1], '^(%d+)'))
    end
  end
end

local function scores_are_whole(args)
  local find = string.find
  for i = 1, #args, 2 do
    if not find(args[i], '^%-?%d+$') then
      return false
    end
  end
  return true
end

-- What is wrong with the arguments of a command, or nil.
local function mistake(op, key, args, last_ids, is_first)
  local step = STEP[op]
  if step and (#args == 0 or #args % step ~= 0) then
    return 'wants arguments in groups of ' .. step
  elseif op == 'ZADD' and not scores_are_whole(args) then
    return 'wants whole numbers as scores'
  elseif op == 'EXPIRE' and (#args ~= 1 or not string.find(args[1], '^%d+$')) then
    return 'wants seconds'
  elseif op == 'DEL' and #args ~= 0 then
    return 'wants no arguments'
  elseif op == 'ZREMRANGEBYSCORE' and (#args ~= 1 or not string.find(args[1], '^%d+$')) then
    return 'wants the highest score'
  elseif op == 'XADD' then
    local id = #args >= 3 and #args % 2 == 1 and tonumber(string.match(args[1], '^(%d+)%-0$'))
    if not id then
      return 'wants an id <number>-0 and pairs'
    elseif not is_first and id <= (last_ids[key] or last_id(key)) then
      return 'wants an id above the last one'
    end
    last_ids[key] = id
  end
end

-- Nil when every write will succeed, else the reason why not.
local function find_mistake(keys, writes)
  local prefix = string.sub(keys[OWNER], 1, -#'owner' - 1)
  local kinds, last_ids = {}, {}
  local type, call = type, redis.call
  for i = 1, #writes do
    local op, index, args = writes[i][1], writes[i][2], writes[i][3]
    local key = type(index) == 'number' and index > META and keys[index]
    local found
    if not KIND[op] then
      found = 'is no write'
    elseif not key or string.sub(key, 1, #prefix) ~= prefix then
      found = 'wants a key of this workspace other than owner and meta'
    elseif type(args) ~= 'table' then
      found = 'wants a list of arguments'
    else
      for j = 1, #args do
        if type(args[j]) ~= 'string' then
          found = 'wants strings'
          break
        end
      end
      if not kinds[key] then
        kinds[key] = call('TYPE', key).ok
      end
      if KIND[op] ~= 'any' then
        if kinds[key] == 'none' then
          kinds[key] = KIND[op]
        elseif kinds[key] ~= KIND[op] then
          found = found or 'wants a ' .. KIND[op] .. ', not a ' .. kinds[key]
        end
      end
      found = found or mistake(op, key, args, last_ids, i == 1)
    end
    if found then
      return 'write ' .. i .. ' (' .. tostring(op) .. ' ' .. tostring(key) .. ') ' .. found
    end
  end
end

local function write(keys, writes)
  local call, unpack, min = redis.call, unpack, math.min
  for i = 1, #writes do
    local op, key, args = writes[i][1], keys[writes[i][2]], writes[i][3]
    if op == 'ZREMRANGEBYSCORE' then
      call(op, key, '-inf', args[1])
    elseif STEP[op] then
      for from = 1, #args, SLICE do
        call(op, key, unpack(args, from, min(from + SLICE - 1, #args)))
      end
    else
      call(op, key, unpack(args))
    end
  end
end

-- All writes of a payload, or none: its state, or nothing and what is wrong with it.
local function write_all(keys, payload)
  local ok, batch = pcall(cmsgpack.unpack, payload)
  if not ok or type(batch) ~= 'table' or type(batch[1]) ~= 'string' or type(batch[2]) ~= 'table' then
    return nil, redis.error_reply('INVALIDBATCH wants [state, writes] in MessagePack')
  end
  local found = find_mistake(keys, batch[2])
  if found then
    return nil, redis.error_reply('INVALIDBATCH ' .. found)
  end
  write(keys, batch[2])
  return batch[1]
end

-- Becomes the owner. ARGV: token, node, address, lease in ms, 1 when the workspace must exist, a token whose lease may be taken over.
-- {'claimed', term} | {'held', ms left, node, address} | {'empty'}
local function claim(keys, args)
  local token, node, address, lease = args[1], args[2], args[3], tonumber(args[4])
  if args[5] == '1' and redis.call('EXISTS', keys[META]) == 0 then
    return { 'empty' }
  end
  local now = now_ms()
  local owner = redis.call('HMGET', keys[OWNER], 'term', 'token', 'lease_end', 'node', 'address')
  local held = owner[2] and owner[2] ~= '' and owner[2] ~= args[6]
  local left = (tonumber(owner[3]) or 0) - now
  if held and left > lease then
    -- Redis' clock was set back. A living owner renews by the new one; a dead one's lease must not run for as long as the clock went back.
    left = lease
    redis.call('HSET', keys[OWNER], 'lease_end', whole(now + lease))
  end
  if held and left > 0 then
    return { 'held', left, owner[4], owner[5] }
  end
  local written = tonumber(redis.call('HGET', keys[META], 'term')) or 0
  local term = math.max((tonumber(owner[1]) or 0) + 1, written + 1, now)
  redis.call('HSET', keys[OWNER], 'term', whole(term), 'token', token, 'lease_end', whole(now + lease), 'node', node, 'address', address)
  return { 'claimed', term }
end

-- ARGV: term, token, lease in ms. {'renewed' | 'lapsed' | 'fenced' | 'gap'}
local function renew(keys, args)
  local whose, lease_end = standing(keys, tonumber(args[1]), args[2])
  if whose ~= 'mine' then
    return { whose }
  end
  return { renew_lease(keys, lease_end, tonumber(args[3])) == 1 and 'renewed' or 'lapsed' }
end

-- Gives the workspace free at once. ARGV: term, token. {'released' | 'fenced' | 'gap'}
local function release(keys, args)
  local whose = standing(keys, tonumber(args[1]), args[2])
  if whose ~= 'mine' then
    return { whose }
  end
  redis.call('HSET', keys[OWNER], 'token', '', 'lease_end', '0')
  return { 'released' }
end

-- Saves a batch. ARGV: term, token, lease in ms, sequence, hash, format, payload = MessagePack [state, [[op, key index, [args]], ...]].
-- {'applied' | 'done' | 'gap' | 'fenced', 1 when the lease runs on, last sequence, 1 when nothing of the workspace is here}
local function commit(keys, args)
  local term, sequence, hash = tonumber(args[1]), tonumber(args[4]), args[5]
  local whose, lease_end = standing(keys, term, args[2])
  local last = redis.call('HMGET', keys[META], 'sequence', 'hash')
  local stored = tonumber(last[1]) or 0
  if whose ~= 'mine' then
    return { whose, 0, stored, is_empty(keys) }
  elseif stored == sequence and last[2] == hash then
    return { 'done', renew_lease(keys, lease_end, tonumber(args[3])), stored, 0 }
  elseif stored ~= sequence - 1 then
    return { 'gap', 0, stored, 0 }
  end
  local state, malformed = write_all(keys, args[7])
  if malformed then
    return malformed
  end
  local runs = renew_lease(keys, lease_end, tonumber(args[3]))
  redis.call('HSET', keys[META], 'format', args[6], 'term', whole(term), 'sequence', whole(sequence), 'hash', hash, 'state', state)
  return { 'applied', runs, sequence, 0 }
end

-- Writes what is derived from the truth, outside the order of batches. ARGV: term, token, payload as for commit with an empty state.
-- {'applied' | 'gap' | 'fenced'}
local function derive(keys, args)
  local whose = standing(keys, tonumber(args[1]), args[2])
  if whose ~= 'mine' then
    return { whose }
  end
  local _, malformed = write_all(keys, args[3])
  if malformed then
    return malformed
  end
  return { 'applied' }
end

-- Moves the relay's cursor, never back. ARGV: term, token, the cursor's term, its number. {'applied' | 'gap' | 'fenced'}
local function cursor(keys, args)
  local whose = standing(keys, tonumber(args[1]), args[2])
  if whose ~= 'mine' then
    return { whose }
  end
  local number = tonumber(args[4])
  if number > (tonumber(redis.call('HGET', keys[META], 'relay_number')) or 0) then
    redis.call('HSET', keys[META], 'relay_term', args[3], 'relay_number', whole(number))
  end
  return { 'applied' }
end

-- The first of the events' entries whose number is at least `number`: its number and time.
local function entry_from(key, number)
  local entry = redis.call('XRANGE', key, whole(number) .. '-0', '+', 'COUNT', 1)[1]
  if entry then
    local fields = entry[2]
    for i = 1, #fields, 2 do
      if fields[i] == 'at' then
        return tonumber(string.match(entry[1], '^(%d+)')), tonumber(fields[i + 1])
      end
    end
  end
end

-- The number of the first entry from `from` on that is not older than a time; `to` when there is none before that.
local function first_since(key, from, to, time)
  while from < to do
    local middle = math.floor((from + to) / 2)
    local number, at = entry_from(key, middle)
    if number and at < time then
      from = number + 1
    else
      to = middle
    end
  end
  return entry_from(key, to) or to
end

-- Drops old events that were relayed. KEYS[3] is `events`. ARGV: term, token, first number to keep by count, first time to keep in ms,
-- most numbers to drop. {'applied' | 'gap' | 'fenced', entries dropped}
local function trim(keys, args)
  local whose = standing(keys, tonumber(args[1]), args[2])
  if whose ~= 'mine' then
    return { whose, 0 }
  end
  local events = keys[3]
  local first = entry_from(events, 0)
  if not first then
    return { 'applied', 0 }
  end
  local relayed = tonumber(redis.call('HGET', keys[META], 'relay_number')) or 0
  local most = math.min(relayed + 1, first + tonumber(args[5]))
  local cut = first_since(events, first, math.max(first, most), tonumber(args[4]))
  cut = math.min(math.max(cut, tonumber(args[3])), most)
  -- The entry that holds this number stays whole.
  local holding = redis.call('XREVRANGE', events, whole(cut) .. '-0', '-', 'COUNT', 1)[1]
  return { 'applied', holding and redis.call('XTRIM', events, 'MINID', holding[1]) or 0 }
end

-- Moves a reader's mark in a conversation forward. KEYS[1] is `messages:<id>`. ARGV: reader, number.
-- {'confirmed', highest number confirmed} | {'beyond', last number}
local function confirm(keys, args)
  local reader, number = args[1], tonumber(args[2])
  local last = last_id(keys[1])
  if number > last then
    return { 'beyond', last }
  elseif last == 0 then
    return { 'confirmed', 0 }
  end
  for _, group in ipairs(redis.call('XINFO', 'GROUPS', keys[1])) do
    local info = {}
    for i = 1, #group, 2 do
      info[group[i]] = group[i + 1]
    end
    if info['name'] == reader then
      local before = tonumber(string.match(info['last-delivered-id'], '^(%d+)'))
      if number > before then
        redis.call('XGROUP', 'SETID', keys[1], reader, whole(number) .. '-0')
      end
      return { 'confirmed', math.max(number, before) }
    end
  end
  redis.call('XGROUP', 'CREATE', keys[1], reader, whole(number) .. '-0')
  return { 'confirmed', number }
end

-- allow-oom: a full memory does not stop a workspace half-way. Redis is sized, and told not to evict.
local function register(name, callback)
  redis.register_function { function_name = 'router_1_' .. name, callback = callback, flags = { 'allow-oom' } }
end

register('claim', claim)
register('renew', renew)
register('release', release)
register('commit', commit)
register('derive', derive)
register('cursor', cursor)
register('trim', trim)
register('confirm', confirm)
