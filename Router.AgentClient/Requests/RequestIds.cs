using System.Globalization;
using System.Security.Cryptography;

namespace Router.AgentClient.Requests;

/// <summary>Ids of one session's requests: never twice, whatever process or session made the other.</summary>
internal sealed class RequestIds
{
    private readonly string _prefix = RandomNumberGenerator.GetHexString(16, lowercase: true) + "-";
    private long _last;

    public string Next() => _prefix + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
}
