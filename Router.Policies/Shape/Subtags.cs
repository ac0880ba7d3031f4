namespace Router.Policies.Shape;

/// <summary>The parts of a language tag between its hyphens, taken one after another.</summary>
/// <param name="tag">The whole tag.</param>
internal ref struct Subtags(string tag)
{
    private ReadOnlySpan<char> _rest = tag;

    /// <summary>What a part has to be.</summary>
    /// <param name="part">One part, without hyphens; may be empty.</param>
    public delegate bool Kind(ReadOnlySpan<char> part);

    /// <summary>Whether all parts were taken.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Takes the next part if it is of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public bool TakeIf(Kind kind)
    {
        if (AtEnd)
        {
            return false;
        }

        var hyphen = _rest.IndexOf('-');
        var part = hyphen < 0 ? _rest : _rest[..hyphen];
        if (!kind(part))
        {
            return false;
        }

        AtEnd = hyphen < 0;
        _rest = AtEnd ? [] : _rest[(hyphen + 1)..];
        return true;
    }
}
