using Router.Server.Store.Codecs;

namespace Router.Server.Store.Commits;

/// <summary>
/// Submits and answers, in buckets named by real time that Redis lets expire. Which buckets there are is kept beside them: a clock that was ahead
/// and is set back names them where nobody would look.
/// </summary>
internal sealed class BucketWrites(WorkspaceKeys keys)
{
    private string _submitted = "";
    private string _answered = "";

    public void Write(WriteList writes, BatchContents contents)
    {
        // They are only ever read together: one field for all of a batch.
        if (contents.Submits.Count > 0)
        {
            var key = Begin(writes, keys.Submitted(contents.RealNow), contents, Lifetimes.Submitted + WorkspaceKeys.SubmittedBucket, ref _submitted);
            writes.Next().Message(contents.Submits, RequestCodec.Write);
            writes.End();
            writes.Expire(key, Lifetimes.Submitted);
        }

        if (contents.Requests.Count > 0)
        {
            var key = Begin(writes, keys.Answered(contents.RealNow), contents, Lifetimes.Answered + WorkspaceKeys.AnsweredBucket, ref _answered);
            writes.Next().Message(contents.Requests, RequestCodec.Write);
            writes.End();
            writes.Expire(key, Lifetimes.Answered);
        }
    }

    private string Begin(WriteList writes, string key, BatchContents contents, TimeSpan longest, ref string last)
    {
        if (key != last)
        {
            last = key;
            Note(writes, key, contents.RealNow, longest);
        }

        writes.Begin("HSET", key);
        writes.Next().Digits(contents.Sequence);
        return key;
    }

    private void Note(WriteList writes, string key, long realNow, TimeSpan longest)
    {
        writes.Begin("ZREMRANGEBYSCORE", keys.Buckets);
        writes.Next().Digits(realNow);
        writes.End();
        writes.Begin("ZADD", keys.Buckets);
        writes.Next().Digits(realNow + (long)longest.TotalMilliseconds);
        writes.Next().Text(keys.NameOf(key));
        writes.End();
    }
}
