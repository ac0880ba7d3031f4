using Router.Server.Live.Wire;
using Router.Testing;

namespace Router.Server.Tests.Live;

/// <summary>Takes frames as a watcher does.</summary>
internal static class LiveFrames
{
    public static async Task<LiveFrame> NextAsync(this IAsyncEnumerator<LiveFrame> frames)
    {
        Assert.True(await Eventually.DoneAsync(frames.MoveNextAsync().AsTask(), "a frame comes"));
        return frames.Current;
    }

    /// <summary>The rows as <c>queue waiting</c>.</summary>
    public static string[] Told(this LiveFrame frame) => [.. frame.Rows.Select(r => $"{r.Queue} {r.Waiting}").Order(StringComparer.Ordinal)];
}
