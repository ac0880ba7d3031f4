using Router.Server.Live.Wire;

namespace Router.Server.Live;

/// <summary>
/// What a reading has brought, as the frames for all who had been told everything before: each is built when the first of them is ready for it,
/// and written once.
/// </summary>
/// <param name="now">What was read.</param>
/// <param name="changes">What is told of it.</param>
/// <param name="build">Builds a frame.</param>
/// <param name="reset">What was known before is to be forgotten.</param>
internal sealed class LiveNews(LiveSnapshot now, Func<LiveChanges> changes, LiveFrameBuild build, bool reset)
{
    private readonly Lock _building = new();
    private LiveChanges[]? _pieces;
    private LiveFrame?[] _frames = [];

    /// <summary>One of its frames; the last one is complete.</summary>
    /// <param name="index">Which, from 0.</param>
    public LiveFrame Frame(int index)
    {
        lock (_building)
        {
            var pieces = Pieces();
            var frame = _frames[index] ??= build(now, pieces[index], reset && index == 0, index == pieces.Length - 1);
            frame.Json();
            return frame;
        }
    }

    /// <summary>What its frames tell, from one of them on.</summary>
    /// <param name="index">Which, from 0.</param>
    public IEnumerable<LiveChanges> From(int index)
    {
        lock (_building)
        {
            return Pieces().Skip(index);
        }
    }

    private LiveChanges[] Pieces()
    {
        if (_pieces is null)
        {
            _pieces = [.. changes().Pieces()];
            _frames = new LiveFrame?[_pieces.Length];
        }

        return _pieces;
    }
}
